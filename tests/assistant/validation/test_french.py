"""Faults of French typography: what is told, what is left alone."""

from __future__ import annotations

import pytest

from assistant.validation.french import corrected, faults


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Le le parc", "doublé"),
        ("Il y a a lieu", "doublé"),
        ("L'Etat", "État"),
        ("Etre parent", "Être"),
        ("Ile de loisirs", "Île"),
        ("Un espace. A partir de 2026", "« À »"),
        ("A l'école", "« À »"),
        ("mise en oeuvre", "œuvre"),
        ("le coeur du quartier", "cœur"),
        ("Pourquoi?", "avant « ? »"),
        ("Un budget de 12 000€", "avant « € »"),
        ("fin , suite", "de trop"),
        ("les jeunes ( oui)", "de trop"),
        ("jeux, sorties, etc...", "etc."),
        ('dire "oui"', "droits"),
        ("deux  espaces", "se suivent"),
    ],
)
def test_what_is_told(text: str, told: str) -> None:
    assert any(told in fault for fault in faults(text))


@pytest.mark.parametrize(
    "text",
    [
        *("Nous nous retrouvons", "petit à petit", "un tête-à-tête", "14:30", "https://brume.example/oui", "5'10"),
        *(
            "Enfants et Europe",
            "Un lieu : la salle",
            "suite…",
            "50 % des places",
            "etc.",
            "Emma et Elsa",
            "le coexister",
        ),
        *("La piste A longe la rue", "poète", "et/ou", "Vers 14 h, un goûter (sucré)."),
    ],
)
def test_what_is_left_alone(text: str) -> None:
    assert list(faults(text)) == []


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Evolution du nombre d'Elus", "Évolution du nombre d'Élus"),
        ("A partir des besoins (jeux, sorties....)", "À partir des besoins (jeux, sorties…)"),
        ("Ecole, plaquettes etc...", "École, plaquettes etc."),
        ("Enfants et familles", "Enfants et familles"),
    ],
)
def test_what_is_corrected_is_not_told_any_more(text: str, right: str) -> None:
    assert corrected(text) == right
    assert list(faults(right)) == []
