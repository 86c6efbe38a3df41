"""What kind of fact a question expects, and which sentences hold one."""

from __future__ import annotations

import pytest

from assistant.answers.expected import expected_of


@pytest.mark.parametrize(
    ("question", "holds", "lacks"),
    [
        ("Combien d'habitants compte le Val-de-Brume ?", "Le pays compte 21 340 habitants.", "Les habitants votent."),
        ("combien de crèches ?", "La ville gère trois crèches.", "Les crèches ouvrent en 2024."),
        ("Quel est le taux de pauvreté ?", "Le taux de pauvreté est de 12 %.", "Le taux de pauvreté baisse."),
        ("Quel est le montant de la subvention ?", "La Caf verse 12 000 €.", "La Caf verse une subvention."),
        ("Quand se réunit le comité ?", "Il se réunit en mars 2024.", "Il se réunit souvent."),
        ("Quelle est la population du canton ?", "Il compte 4 200 habitants.", "Sa population vieillit depuis 2010."),
        ("Combien de personnel ?", "Le personnel : 12 agents.", "Charges de personnel — 0 — Fonds européens"),
        ("Combien d'ateliers ?", "Elle tient douze ateliers.", "04290 Brumeval, salle des ateliers."),
        ("Quel est le taux de chômage ?", "Le chômage touche 9 % des actifs.", "La pauvreté touche 9 % des actifs."),
        ("Quelle part des logements est vide ?", "Un logement sur six est vide.", "Des logements sont vides."),
        ("Quel est le revenu médian ?", "Le revenu médian est de 21 000 €.", "La subvention est de 21 000 €."),
        ("Quel est le téléphone de la Caf ?", "Appeler le 01 23 45 67 89.", "Appeler la Caf en 2024."),
        ("Quelle est la durée du préavis ?", "Le préavis est de trois mois.", "Le préavis est écrit."),
    ],
)
def test_the_expected_fact(question: str, holds: str, lacks: str) -> None:
    expected = expected_of(question)
    assert expected.any
    assert expected.held_by(holds)
    assert not expected.held_by(lacks)


def test_an_open_question_expects_nothing_special() -> None:
    expected = expected_of("Que prévoit la convention pour les jeunes ?")
    assert not expected.any
    assert expected.held_by("N'importe quoi.")


@pytest.mark.parametrize(
    ("question", "holds", "not_held"),
    [
        (
            "Quels sont les horaires d'ouverture de la crèche ?",
            "ouverte de 7h30 à 18h30",
            "accueil en horaires atypiques",
        ),
        ("Date de naissance du président ?", "né le 3 mai 1960", "signée le 3 mai 2021"),
        ("Quel salaire touche la présidente ?", "une indemnité de 900 €", "la présidente signe"),
        ("Nombre de familles monoparentales ?", "on compte 120 familles", "les familles monoparentales"),
        ("A quelle fréquence évalue-t-on la convention ?", "une évaluation annuelle", "une évaluation partagée"),
        ("La CTG est évaluée tous les combien ?", "évaluée deux fois par an", "évaluée par le comité"),
    ],
)
def test_other_facts_expected(question: str, holds: str, not_held: str) -> None:
    expected = expected_of(question)
    assert expected.held_by(holds)
    assert not expected.held_by(not_held)


@pytest.mark.parametrize(
    ("question", "holds", "lacks"),
    [
        ("Combien de gens reçoivent l'aide ?", "Les allocataires aidés étaient 4 120.", "En 2019, la part baisse."),
        ("Combien d'allocataires ?", "Plus de 900 foyers sont aidés.", "44 % d'allocataires sont aidés."),
        ("Combien de logements vides ?", "Les logements vides sont 350.", "Vides : 12,5 % de logements."),
    ],
)
def test_a_count_stands_after_its_verb_and_is_no_share(question: str, holds: str, lacks: str) -> None:
    expected = expected_of(question)
    assert expected.held_by(holds)
    assert not expected.held_by(lacks)


@pytest.mark.parametrize(
    ("question", "holds", "not_held"),
    [
        ("À quelle adresse est la ludothèque ?", "12 rue des Lilas, Brumeval", "la ludothèque ouvre en mai"),
        ("Quel est le nom de la coordinatrice CTG ?", "Madame Corbelin, coordinatrice", "la coordinatrice CTG anime"),
    ],
)
def test_an_address_and_a_person_have_a_shape(question: str, holds: str, not_held: str) -> None:
    expected = expected_of(question)
    assert expected.strict
    assert expected.held_by(holds)
    assert not expected.held_by(not_held)
