"""Which documents a question means: names, abbreviations, communes, départements, kinds of body."""

from __future__ import annotations

import pytest

from corpus.models import Carte
from corpus.search.departements import meant_in
from corpus.search.names import Names
from corpus.search.understanding import tokens_of

CARTES = {
    "brume": Carte(
        territoire="Territoire du Val-de-Brume",
        caf="Corrèze",
        signataires=("Caf de la Corrèze", "communauté de communes du Val-de-Brume (CCVB)", "Commune de Brumeville"),
        sigles={"CCVB": "communauté de communes du Val-de-Brume", "CCAS": "centre communal d'action sociale"},
    ),
    "orvelle": Carte(
        territoire="Orvelle Sourcelle Agglomération",
        caf="Cantal",
        signataires=("Caisse d'allocations familiales du Cantal", "Orvelle Sourcelle Agglomération"),
    ),
    "lande": Carte(territoire="Communauté urbaine Lande Sourcelle", caf="Lat-et-Garonne"),
    "mirande": Carte(territoire="Coteaux de Mirande", caf="Lot-et-Garonne"),
}
NAMES = Names(CARTES)


def meant(question: str) -> set[str]:
    return {d for mention in NAMES.resolve(question, tokens_of(question)) for d in mention.documents}


@pytest.mark.parametrize(
    ("question", "documents"),
    [
        ("Que prévoit le Val de Brume ?", {"brume"}),
        ("les axes de la ccvb", {"brume"}),
        ("indicateurs OSA parentalité", {"orvelle"}),
        ("Orvelle Sourcelle et le Val-de-Brume : comparer", {"orvelle", "brume"}),
        ("logement à Lande Sourcelle", {"lande"}),
        ("la communauté urbaine et les jeunes", {"lande"}),
        ("coteaux de mirande mobilité", {"mirande"}),
        ("Brumeville : quelles crèches ?", {"brume"}),
        ("les brumes du matin", set()),
        ("Que disent les conventions de la petite enfance ?", set()),
        ("le CCAS et l'animation de la vie sociale", set()),
        ("actions dans le Lot-et-Garonne", {"lande", "mirande"}),
        ("Caf 47, quelles actions ?", {"lande", "mirande"}),
        ("caf 19 jeunesse", {"brume"}),
        ("la Caf du Cantal", {"orvelle"}),
    ],
)
def test_a_name_means_its_documents(question: str, documents: set[str]) -> None:
    assert meant(question) == documents


def test_initials_may_count_repeated_letters() -> None:
    names = Names({"a": Carte(territoire="Plaine Arves Agglomération"), "b": Carte(territoire="Val-de-Brume")})
    (mention,) = names.resolve("que fait P2A", tokens_of("que fait P2A"))
    assert mention.documents == {"a"}


def test_a_word_of_a_name_that_is_common_elsewhere_names_nothing_alone() -> None:
    cartes = {"a": Carte(territoire="Pays de la Source vive"), "b": Carte(territoire="Val-de-Brume")}
    common = Names(cartes, outside=lambda word, _document: 0.2 if word == "source" else 0.0)
    assert common.resolve("la source des données", tokens_of("la source des données")) == []
    assert Names(cartes).resolve("la source", tokens_of("la source"))


def test_words_of_a_commune_still_say_something() -> None:
    (mention,) = NAMES.resolve("à Brumeville", tokens_of("à Brumeville"))
    assert mention.keeps


@pytest.mark.parametrize(
    ("question", "numbers"),
    [
        ("les deux intercommunalités angevines", ["49"]),
        ("Caf 04 : accès aux droits", ["04"]),
        ("dans le Maine et Loire", ["49"]),
        ("le département du Nord", ["59"]),
        ("le bassin nord", []),
        ("à Nantes", []),
        ("la Caf de la Loire", ["42"]),
        ("la Caf de la Loire Bleue", []),
    ],
)
def test_departements_are_known_by_number_name_and_people(question: str, numbers: list[str]) -> None:
    assert [d.number for d in meant_in(question)] == numbers
