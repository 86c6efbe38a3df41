"""Parts of the checker: marks, figures, repaired texts, and the embedded engine, in which it finds nothing."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.answers import ask
from assistant.checks import check, repaired
from assistant.checks.answers import check_answer
from assistant.checks.marks import marks_of, tidy
from assistant.checks.numbers import figures
from assistant.engines import load_engine
from corpus.indexing import Corpus
from tests.assistant.checks.cases import SAID, SOURCES
from tests.corpus.vectors.fakes import FakeEmbedder

if TYPE_CHECKING:
    from pathlib import Path

QUESTIONS = (
    "Qui porte l'action sur la parentalité ?",
    "Quels sont les indicateurs de la fiche 1.1 ?",
    "Quelle est la durée de la convention du Val-de-Brume ?",
    "Quels sont les axes de la CTG des Coteaux de Mirande ?",
    "Combien de conventions dans le corpus ?",
    "Combien d'actions dans le plan ?",
    "Quels partenaires pour le relais petite enfance ?",
    "Quel public vise la ludothèque ?",
    "Quel est le rôle du comité de pilotage ?",
    "Qui signe la convention du Pays d'Orvelle ?",
    "Quelles actions pour les jeunes sur chaque territoire ?",
    "Quel est le budget de la piscine de Zanzibar ?",
)


@pytest.mark.parametrize(
    ("written", "plain", "unknown"),
    [
        ("oui [1].", "oui [1].", 0),
        ("oui 【1】【2】", "oui [1][2]", 0),
        ("oui [1, 2]", "oui [1][2]", 0),
        ("oui [1-3]", "oui [1][2][3]", 0),
        ("oui [Passage 2]", "oui [2]", 0),
        ("oui (source 2)", "oui [2]", 0),
        ("oui (2) ateliers", "oui (2) ateliers", 0),
        ("oui [9].", "oui.", 1),
        ("oui [0][3][44]", "oui [3]", 2),
        ("oui [^1]", "oui [1]", 0),
    ],
)
def test_marks_come_to_one_form(written: str, plain: str, unknown: int) -> None:
    found = tidy(written, {1, 2, 3})
    assert (" ".join(found.text.split()), found.unknown) == (plain, unknown)


@given(st.text(max_size=80))
def test_no_unknown_mark_survives_any_text(text: str) -> None:
    assert set(marks_of(tidy(text, {1}).text)) <= {1}
    check(text, SOURCES[:1], SAID)


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("12 500 €", "montant", "12500"),
        ("12\u00a0500,50 euros", "montant", "12500.50"),
        ("12,5 k€", "montant", "12500"),
        ("2 M€", "montant", "2000000"),
        ("52,4 %", "pourcentage", "52.4"),
        ("30 pour cent", "pourcentage", "30"),
        ("douze ateliers", "nombre", "12"),
        ("1.500 habitants", "nombre", "1500"),
    ],
)
def test_figures_have_one_value_however_written(text: str, kind: str, value: str) -> None:
    (found,) = figures(text)
    assert (found.kind, found.value) == (kind, Decimal(value))


def test_what_does_not_hold_is_taken_out_and_the_rest_kept() -> None:
    kept = ["Le relais fait ceci :", "- Il accueille 24 familles [1].", "Le local ouvre trois soirs [2]."]
    text = "\n".join([*kept[:2], "- Il accueille 99 bébés [1].", kept[2]])
    assert repaired(check(text, SOURCES, SAID)) == "\n".join(kept)
    assert repaired(check("Voici :\n- Il accueille 99 bébés [1].", SOURCES, SAID)) == ""


def test_the_marks_at_the_end_of_a_line_are_those_of_its_sentences() -> None:
    report = check("Le relais accueille 24 familles. Il propose 12 ateliers [1].", SOURCES, SAID)
    assert report.clean
    assert [claim.marks for claim in report.claims] == [(1,), (1,)]


def test_nothing_is_found_in_the_answers_of_the_embedded_engine(tmp_path: Path) -> None:
    with Corpus(tmp_path, embedder=FakeEmbedder()) as corpus:
        from importlib.resources import as_file, files

        with as_file(files("corpus") / "exemples") as folder:
            corpus.index([folder], with_vectors=False)
        engine = load_engine("integre")
        found = {q: check_answer(ask(q, corpus, engine), corpus) for q in QUESTIONS}
    assert {q: report.findings for q, report in found.items() if not report.clean} == {}
