"""A fiche called by a word that no fiche of the convention has in its title."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.answers.no_such_fiche import NONE, no_fiche_about
from assistant.answers.work import Work
from corpus.indexing import Corpus
from tests.corpus.catalogue import samples

PAPER = "\nLa fiche navette suit chaque enfant.\nLa fiche navette est remise aux parents."


def corpus_with(folder: Path, *, fiches: bool = True) -> Corpus:
    """Two conventions, each with a fiche on parentalité, that also speak of a « fiche navette »."""
    corpus = Corpus(folder)
    for place in ("Orvelle", "Tarane"):
        document = samples.document(f"{place}.txt", samples.TEXT.replace("Orvelle", place) + PAPER)
        extraction = samples.extraction(document, place)
        kept = extraction if fiches else extraction.model_copy(update={"fiches": ()})
        passages = samples.passages(document, place)
        corpus.catalogue.save(document, kept, passages, path=Path(document.name), sha256=document.name)
    return corpus


def refused(question: str, corpus: Corpus) -> str | None:
    searcher = corpus.searcher()
    understood = searcher.understand(question)
    return no_fiche_about(Work(understood, searcher.search_understood(understood, 8), corpus, "essai"))


def test_no_fiche_is_called_so(tmp_path: Path) -> None:
    said = refused("Que dit la fiche relais d'Orvelle ?", corpus_with(tmp_path))
    assert said is not None
    assert "« 1.1 Soutenir la parentalité »" in said


@pytest.mark.parametrize(
    "question",
    [
        "Que dit la fiche parentalité d'Orvelle ?",
        "À quoi sert la fiche navette d'Orvelle ?",
        "Que dit la fiche relais ?",
        "Que disent les fiches d'Orvelle sur le relais ?",
    ],
)
def test_a_fiche_may_be_meant(question: str, tmp_path: Path) -> None:
    assert refused(question, corpus_with(tmp_path)) is None


def test_a_convention_without_fiche_has_no_field_of_one(tmp_path: Path) -> None:
    corpus = corpus_with(tmp_path, fiches=False)
    assert refused("Quels sont les indicateurs de la fiche relais d'Orvelle ?", corpus) == NONE
    assert refused("Que dit la fiche relais d'Orvelle ?", corpus) is None
