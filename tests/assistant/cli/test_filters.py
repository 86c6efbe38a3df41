"""``--periode``, ``--theme`` and the other filters of ``chercher`` and ``demander``."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from corpus.errors import UsageError
from corpus.indexing import Corpus
from tests.assistant.cli.command import Command

if TYPE_CHECKING:
    from pathlib import Path

TEXTS = {
    "brume.txt": "Convention territoriale globale 2024-2028\nCommunauté de communes du Val-de-Brume\n\n"
    "Article 1 : Parentalité\nUn lieu d'écoute reçoit les parents le samedi matin.\n",
    "orvelle.txt": "Convention territoriale globale 2020-2023\nPays d'Orvelle agglomération\n\n"
    "Article 1 : Logement\nUn guichet reçoit les locataires le samedi matin.\n",
}


@pytest.fixture
def fiches(tmp_path: Path) -> Command:
    folder = tmp_path / "textes"
    folder.mkdir()
    for name, text in TEXTS.items():
        (folder / name).write_text(text, encoding="utf-8")
    with Corpus(tmp_path) as corpus:
        corpus.index([folder], with_vectors=False)
    return Command(tmp_path)


def found(fiches: Command, *options: str) -> set[str]:
    return {hit["document"] for hit in fiches.json("chercher", "samedi matin", *options)[0]["resultats"]}


def test_options_narrow_a_search(fiches: Command) -> None:
    assert found(fiches) == {"brume.txt", "orvelle.txt"}
    assert found(fiches, "--periode", "2026") == {"brume.txt"}
    assert found(fiches, "--periode", "2022-2024") == {"brume.txt", "orvelle.txt"}
    assert found(fiches, "--theme", "habitat") == {"orvelle.txt"}
    assert found(fiches, "--theme", "habitat", "--theme", "parentalité") == {"brume.txt", "orvelle.txt"}


def test_an_answer_rests_on_what_is_let_through(fiches: Command) -> None:
    answer = fiches.json("demander", "Qui est reçu le samedi matin ?", "--periode", "2027")[0]
    assert {citation["document"] for citation in answer["citations"]} <= {"brume.txt"}
    assert "locataires" not in answer["reponse"]


@pytest.mark.parametrize("verb", ["chercher", "demander"])
@pytest.mark.parametrize(
    ("option", "value", "told"),
    [("--periode", "1998", "2024-2028"), ("--theme", "pâtisserie", "Logement"), ("--document", "autre", "brume.txt")],
)
def test_a_value_the_corpus_does_not_hold_is_said(
    fiches: Command, verb: str, option: str, value: str, told: str
) -> None:
    with pytest.raises(UsageError) as raised:
        fiches(verb, "samedi", option, value)
    assert told in str(raised.value)
