"""Fiches asked for by their subject: one that does not exist is refused with those that do."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from assistant.answers import ask
from assistant.engines import load_engine

if TYPE_CHECKING:
    from corpus.indexing import Corpus


def test_a_fiche_about_nothing_there_is_refused_with_the_fiches_there_are(samples: Corpus) -> None:
    answer = ask("Que contient la fiche mobilité d'Orvelle ?", samples, load_engine("integre"))
    assert answer.refus
    assert answer.motif == "information_absente"
    assert "Valoriser le métier d'assistant maternel" in answer.reponse


@pytest.mark.parametrize(
    "question",
    [
        "Que dit la fiche sur les adolescents d'Orvelle ?",
        "Que dit la fiche sur les ados d'Orvelle ?",
        "Quelles fiches parlent de mobilité à Orvelle ?",
        "Que prévoit la fiche 1.2 d'Orvelle ?",
        "Que contient la fiche mobilité ?",
    ],
)
def test_other_questions_about_fiches_are_not_refused_for_their_titles(question: str, samples: Corpus) -> None:
    answer = ask(question, samples, load_engine("integre"))
    assert "Aucune fiche de cette convention" not in answer.reponse


def test_across_territories_a_fiche_found_by_its_public_says_what_it_undertakes(samples: Corpus) -> None:
    question = "Que prévoient les conventions pour les parents d'adolescents ?"
    answer = ask(question, samples, load_engine("integre"))
    assert not answer.refus
    assert len({citation.document for citation in answer.citations}) >= 2


@pytest.mark.parametrize(
    "question",
    [
        "Qui préside l'amicale des boulistes d'Orvelle ?",
        "À quelle adresse se trouve la ludothèque du Val-de-Brume ?",
    ],
)
def test_what_no_convention_tells_is_refused(question: str, samples: Corpus) -> None:
    assert ask(question, samples, load_engine("integre")).refus
