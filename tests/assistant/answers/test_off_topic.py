"""What no convention answers, even where a commune of the corpus is named."""

from __future__ import annotations

import pytest

from assistant.answers.off_topic import FILES, OUTSIDE, off_topic
from corpus.models import Passage, SearchHit
from corpus.search.question import Question


def hit(text: str) -> SearchHit:
    passage = Passage(document="a.txt", ligne_debut=1, ligne_fin=1, kind="texte", extrait=text)
    return SearchHit(passage=passage, rang=1, score=1.0, couverture=0.5)


@pytest.mark.parametrize(
    "text",
    [
        "Quel restaurant choisir à Pont-Lairand ?",
        "Quel temps fera-t-il demain à Brumeval ?",
        "résultat du match de foot à Lône",
        "pharmacies de garde Brumeval",
    ],
)
def test_leisure_and_errands_are_outside_whatever_the_place(text: str) -> None:
    assert off_topic(Question(text=text, documents=("a.txt",)), [hit("Les communes signataires")]) == OUTSIDE


def test_a_word_that_a_passage_says_is_not_outside() -> None:
    question = Question(text="Qui gère le camping de Pont-Lairand ?")
    assert off_topic(question, [hit("Le camping des Aulnes est géré par la communauté.")]) is None
    assert off_topic(question, [hit("La communauté gère les relais.")]) == OUTSIDE


@pytest.mark.parametrize(
    "text",
    [
        "Comment faire une demande d'APL à la Caf ?",
        "Quel est le montant du RSA pour un couple ?",
        "comment obtenir la prime d'activité",
        "Comment déclarer mes revenus ?",
    ],
)
def test_the_files_of_an_allocataire_are_not_those_of_a_convention(text: str) -> None:
    assert off_topic(Question(text=text), []) == FILES


@pytest.mark.parametrize(
    "text",
    [
        "Comment la CTG aide-t-elle à obtenir le RSA ?",
        "Que prévoit la fiche sur la demande d'APL, comment faire ?",
        "Quelles crèches sur le territoire ?",
        "Quel est le montant du bonus territoire ?",
        "horaires atypiques : que proposent les territoires ?",
    ],
)
def test_what_conventions_treat_is_left_to_them(text: str) -> None:
    assert off_topic(Question(text=text), []) is None
