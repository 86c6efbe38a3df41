"""A question about a territory that no convention is about is told from one about the corpus."""

from __future__ import annotations

import pytest

from assistant.answers.places import unknown_place
from corpus.models import Passage, SearchHit
from corpus.search.question import Question

READ = Passage(
    document="a.txt",
    ligne_debut=1,
    ligne_fin=1,
    extrait="Le litige relève du tribunal administratif de Lyon, à Brumeval.",
)
HITS = [SearchHit(passage=READ, rang=1, score=1.0)]


@pytest.mark.parametrize(
    ("question", "place"),
    [
        ("Que prévoit la CTG de Rennes pour les familles ?", "Rennes"),
        ("la ctg de marseille dure combien de temps", "marseille"),
        ("Que dit la convention de Lyon sur les crèches ?", "Lyon"),
        ("Combien de crèches à Toulouse ?", "Toulouse"),
        ("Quels services à Vaucresson-le-Petit ?", "Vaucresson"),
    ],
)
def test_a_place_of_no_convention(question: str, place: str) -> None:
    assert unknown_place(Question(text=question), HITS) == place


@pytest.mark.parametrize(
    "question",
    [
        "Le tribunal administratif de Lyon est-il compétent ?",
        "Quels services à Brumeval ?",
        "Quelle est la durée de la convention ?",
        "Quels partenaires pour la convention de partenariat ?",
    ],
)
def test_what_is_not_elsewhere(question: str) -> None:
    assert unknown_place(Question(text=question), HITS) is None


def test_a_question_that_names_a_document_is_never_elsewhere() -> None:
    asked = Question(text="La CTG de Rennes ressemble-t-elle à celle de Brumeval ?", documents=("a.txt",))
    assert unknown_place(asked, HITS) is None
