"""The small French tools of the rules: spaces, abbreviations, verbs, names."""

from __future__ import annotations

import pytest

from assistant.validation.acronyms import acronyms, unexplained
from assistant.validation.emptiness import is_empty
from assistant.validation.indicators import nature
from assistant.validation.infinitives import is_a_sentence, starts_with_infinitive
from assistant.validation.names import is_private_mail, looks_like_a_body, looks_like_a_person
from assistant.validation.rules.identity import axe_number
from assistant.validation.typography import plural, short, unbreakable


def test_spaces_that_must_not_break() -> None:
    assert unbreakable("« oui » : 12 000 € !") == "«\u00a0oui\u00a0»\u00a0: 12\u00a0000\u00a0€\u00a0!"
    assert unbreakable("en 2024 2025") == "en 2024 2025"


def test_counts_and_quotes() -> None:
    assert [plural(n, "erreur") for n in (0, 1, 2)] == ["0 erreur", "1 erreur", "2 erreurs"]
    assert short("un mot,  puis un autre", 9) == "un mot…"
    assert short("un  mot") == "un mot"


def test_abbreviations() -> None:
    assert acronyms("Le RPE et les LAEP, axe III, à Orvelle (CCVdB)") == ["RPE", "LAEP"]
    assert acronyms("CRÉER UN LIEU POUR LES FAMILLES") == []
    assert unexplained(["Le relais (RPE)", "Le RPE", "Les ALSH", "L'ALSH"]) == ["ALSH"]


@pytest.mark.parametrize(
    "text",
    [
        "Créer",
        "S'appuyer sur",
        "- Se former",
        "Mieux faire connaître",
        "1. Offrir un lieu",
        "Rendre visible",
        "Vivre ensemble",
        "Être à l'écoute",
        "En 2025, ouvrir un lieu",
        "À partir de 2026 : former les agents",
    ],
)
def test_infinitives(text: str) -> None:
    assert starts_with_infinitive(text)


@pytest.mark.parametrize(
    "text",
    [
        *("Création", "Le premier lieu", "Cadre de vie", "Atelier", "Mise en œuvre", "", "Ouverture d'un lieu"),
        *(
            "Lecture partagée",
            "Entre parents",
            "Contre l'isolement",
            "Danger des écrans",
            "Registre",
            "Première marche",
        ),
        *(
            "Les mercredis sont à nous",
            "La Caf va aux champs",
            "« Je grandis, tu grandis »",
            "Ce que disent les jeunes",
        ),
        *("Une ludothèque qui se déplace", "Un guichet qui doit aller vers vous"),
    ],
)
def test_not_infinitives(text: str) -> None:
    assert not starts_with_infinitive(text)
    assert not is_a_sentence(text)


@pytest.mark.parametrize("text", ["Nous allons créer un lieu", "Il faut ouvrir une crèche", "Le lieu devra ouvrir"])
def test_sentences(text: str) -> None:
    assert is_a_sentence(text)


@pytest.mark.parametrize(
    "text",
    [
        *("XXXX", "À définir en comité technique", "à préciser par le porteur", "Néant.", "RAS", "sans objet", "n.c."),
        *("en cours de réflexion", "en cours d'élaboration", "à voir avec la mairie", "Texte à saisir", "☐", "[ ]"),
        *("Cliquez ou appuyez ici pour entrer du texte.", "non communiqué", "À valider"),
    ],
)
def test_placeholders_say_nothing(text: str) -> None:
    assert is_empty(text)


@pytest.mark.parametrize(
    "text",
    [
        *("Local à définir avec la mairie", "En cours de route, un bilan", "aucun jeune sans solution", "Définir"),
        *("Sans objet connecté", "à voir comme une première étape", "Ras-le-bol des écrans"),
    ],
)
def test_what_looks_like_a_placeholder_may_say_something(text: str) -> None:
    assert not is_empty(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nombre de réunions", "realisation"),
        ("Taux d'occupation", "resultat"),
        ("Budget consacré", "moyens"),
        ("Impact sur le territoire", "impact"),
        ("Les familles", None),
    ],
)
def test_natures_of_indicators(text: str, expected: str | None) -> None:
    assert nature(text) == expected


@pytest.mark.parametrize(
    "text", ["Anna Lebrun", "Mme Lebrun", "LEBRUN Anna", "Jean-Marc Petit, élu", "Marie de la Roche"]
)
def test_persons(text: str) -> None:
    assert looks_like_a_person(text)


@pytest.mark.parametrize("text", ["Maison des jeunes", "Les communes", "CCAS d'Orvelle", "L'association Étincelle"])
def test_bodies(text: str) -> None:
    assert looks_like_a_body(text)
    assert not looks_like_a_person(text)


def test_private_mailboxes() -> None:
    assert is_private_mail("a@Gmail.com")
    assert not is_private_mail("a@gmail.com.brume.fr")


@pytest.mark.parametrize(
    ("axe", "number"),
    [("Axe 2 : Parentalité", 2), ("3 - Jeunesse", 3), ("Orientation IV", 4), ("Jeunesse", None), ("16-25 ans", None)],
)
def test_the_number_of_an_axis(axe: str, number: int | None) -> None:
    assert axe_number(axe) == number
