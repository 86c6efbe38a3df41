"""Fields, sigles and persons asked for in a roundabout way."""

from __future__ import annotations

import pytest

from assistant.answers.asked import fields_asked
from assistant.answers.glossary import asked_sigle
from assistant.answers.people import asks_who, names_a_person
from corpus.search.question import Question


@pytest.mark.parametrize(
    ("question", "champ"),
    [
        ("Comment mesurer la fiche sur le LAEP ?", "indicateurs"),
        ("Qui est visé par la fiche jeunesse ?", "public_cible"),
        ("Quels constats dans la fiche logement ?", "besoins"),
        ("Quels résultats espère la fiche 2.1 ?", "effets_attendus"),
        ("Qui coporte le forum ?", "partenaires"),
    ],
)
def test_the_field_meant(question: str, champ: str) -> None:
    assert fields_asked(Question(text=question))[0] == champ


def test_without_a_fiche_nothing_is_guessed() -> None:
    assert fields_asked(Question(text="Quels besoins recense le diagnostic ?")) == ()


@pytest.mark.parametrize(
    ("question", "sigle"),
    [("Que signifie RPE ?", "RPE"), ("le sigle AVIP, ça veut dire quoi ?", "AVIP"), ("Que fait le RPE ?", None)],
)
def test_the_sigle_asked(question: str, sigle: str | None) -> None:
    assert asked_sigle(Question(text=question)) == sigle


@pytest.mark.parametrize(
    "question",
    [
        "Qui préside l'agglomération ?",
        "Qui est la maire de Brumeval ?",
        "la Caf est représentée par qui",
        "le directeur, c'est qui ?",
    ],
)
def test_who_is_asked(question: str) -> None:
    assert asks_who(Question(text=question))


def test_only_some_questions_need_a_name() -> None:
    assert names_a_person(Question(text="Qui est le maire de Brumeval ?"))
    assert not names_a_person(Question(text="Qui préside les comités ?"))
    assert not asks_who(Question(text="Qui pilote la fiche 2.1 ?"))
