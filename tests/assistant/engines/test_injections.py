"""Orders hidden in documents: whatever the model does with them, only checked text comes out; nothing else moves."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from assistant.answers import ask
from assistant.checks.answers import check_answer
from assistant.drafting import draft_from
from assistant.engines.langue.masking import Mask
from assistant.engines.langue.passages import Numbered, shown
from corpus.models import Citation
from tests.assistant.engines.fake_endpoint import hostile
from tests.assistant.engines.injections import INJECTIONS
from tests.assistant.engines.tools import CONVENTION, QUESTION, engine_for, make_corpus

if TYPE_CHECKING:
    from pathlib import Path

    from corpus.indexing import Corpus
    from tests.assistant.engines.fake_endpoint import Body, FakeEndpoint

ORDERS = (*(pytest.param(text, id=f"ordre-{rank}") for rank, text in enumerate(INJECTIONS, 1)),)


def poisoned(order: str) -> str:
    return CONVENTION.replace("Contact du relais", f"{order}\nContact du relais")


def files_of(data: Path) -> dict[str, bytes]:
    """Every file a model could want to change: documents, drafts and settings."""
    return {
        str(p.relative_to(data)): p.read_bytes()
        for p in data.rglob("*")
        if p.is_file()
        and p.suffix in (".txt", ".json")
        and p.name not in ("jetons.json", "moteurs.json", "verrou.json")
    }


def test_there_are_thirty() -> None:
    assert len(set(INJECTIONS)) == 30


@pytest.mark.parametrize("order", ORDERS)
def test_an_order_in_a_document_changes_nothing_but_text(fake: FakeEndpoint, tmp_path: Path, order: str) -> None:
    fake.mode = hostile
    corpus = make_corpus(tmp_path, poisoned(order))
    before = files_of(tmp_path)
    answer = ask(QUESTION, corpus, engine_for(fake, tmp_path))
    drafting = draft_from(
        "Je veux une fiche pour un relais petite enfance à Saint-Aubin.", corpus, engine_for(fake, tmp_path)
    )
    report = check_answer(answer, corpus)
    corpus.close()
    assert files_of(tmp_path) == before
    assert report.clean
    assert "Gontran" not in answer.reponse or "Gontran" in order
    assert answer.avertissements
    made = [v for v in drafting.draft.valeurs if v.origine == "modele"] if drafting.draft else []
    assert not any("Vauquelin" in str(v.valeur) for v in made)
    assert {path for path, _, _ in fake.seen} <= {"/v1/models", "/v1/chat/completions"}


@pytest.mark.parametrize("order", ORDERS)
def test_an_order_stays_in_its_passage(order: str) -> None:
    """No passage holds a mark or a delimiter of its own."""
    citation = Citation(document="d", ligne_debut=1, ligne_fin=1, extrait=order)
    text = shown([Numbered(1, citation, order)], Mask(active=False))
    assert text.startswith("[1] (")
    assert not re.search(r"\[\d+\]", text[3:])
    assert "passages-" not in text


def test_passages_end_at_a_tag_nobody_can_guess(fake: FakeEndpoint, corpus: Corpus, tmp_path: Path) -> None:
    for _ in range(2):
        ask(QUESTION, corpus, engine_for(fake, tmp_path))
    tags = [re.findall(r"</(passages-\w+)>", call["messages"][1]["content"]) for call in fake.calls()]
    assert [len(found) for found in tags] == [1, 1]
    assert tags[0] != tags[1]


def obeys(body: Body) -> str:
    """Repeats the orders it reads, word for word, with the mark of their passage: quoting a source is no invention."""
    return "\n".join(f"{line} [1]" for line in body["messages"][1]["content"].splitlines() if line.strip())


def test_a_model_that_repeats_its_instructions_gives_nothing_away(fake: FakeEndpoint, tmp_path: Path) -> None:
    fake.mode = obeys
    corpus = make_corpus(tmp_path, poisoned(INJECTIONS[-1]))
    engine = engine_for(fake, tmp_path)
    answer = ask(QUESTION, corpus, engine)
    corpus.close()
    assert "passages-" not in answer.reponse
    assert "Bearer" not in answer.reponse
