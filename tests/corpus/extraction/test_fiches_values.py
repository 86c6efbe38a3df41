"""Dates, people, amounts and lines put back together."""

from __future__ import annotations

from decimal import Decimal

import pytest

from corpus.extraction.fiches.budget import amount
from corpus.extraction.fiches.claims import Claim
from corpus.extraction.fiches.echeances import read_echeances
from corpus.extraction.fiches.marks import is_noise, is_placeholder, unmark
from corpus.extraction.fiches.people import read_people, read_person
from corpus.extraction.fiches.pieces import continues


@pytest.mark.parametrize(
    ("text", "debut", "fin"),
    [
        ("2023", None, "2023"),
        ("2023-2027", "2023", "2027"),
        ("2024-26", "2024", "2026"),
        ("De janvier 2024 à décembre 2025", "janvier 2024", "décembre 2025"),
        ("À partir de 2024", "2024", None),
        ("dès la rentrée 2025", "rentrée 2025", None),
        ("45658", None, "2025-01-01"),
        ("2024-01-01 00:00:00+00", None, "2024-01-01"),
        ("à définir", None, "à définir"),
        ("Tout au long de la convention", None, "Tout au long de la convention"),
    ],
)
def test_echeances(text: str, debut: str | None, fin: str | None) -> None:
    claim = Claim("echeances", "echeance", 1)
    claim.composer.add(text, 1, gap=False, width=80)
    periode, used = read_echeances([claim])
    assert (periode.debut, periode.fin) == (debut, fin)
    assert len(used) == 1


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Coordinateur.rice CTG et chargé.e.s de coopération",
            (None, "Coordinateur.rice CTG et chargé.e.s de coopération", None, None),
        ),
        ("Jean Dumarais - j.dumarais@cap.example", ("Jean Dumarais", None, None, "j.dumarais@cap.example")),
        ("Mme Roche, directrice, CCAS de Mirande", ("Mme Roche", "directrice", "CCAS de Mirande", None)),
        ("Mission locale", (None, "Mission locale", None, None)),
    ],
)
def test_person(text: str, expected: tuple[str | None, ...]) -> None:
    person = read_person(text)
    assert person is not None
    assert (person.nom, person.fonction, person.structure, person.mail) == expected


def test_a_list_of_names_is_several_people() -> None:
    assert [person.nom for person in read_people("Anne LORME, Paul Vidal et Zoé Roche")] == [
        "Anne LORME",
        "Paul Vidal",
        "Zoé Roche",
    ]


@pytest.mark.parametrize(
    ("text", "value"),
    [("12 000 €", 12000), ("1.500,50", Decimal("1500.50")), ("15 k€", 15000), ("2024 : étude", None), ("-", None)],
)
def test_amount(text: str, value: Decimal | int | None) -> None:
    assert amount(text) == value


@pytest.mark.parametrize(
    ("line", "text", "number"),
    [
        ("v' Définir", "Définir", None),
        ('v"  Créer', "Créer", None),
        ("v ’ensemble des communes", "’ensemble des communes", None),
        ("o Des élus nouveaux", "Des élus nouveaux", None),
        ("- 1) Participer", "Participer", 1),
        ("3) Associer", "Associer", 3),
        ("➔ Aller", "Aller", None),
        ("12-25 ans", "12-25 ans", None),
        ("1 personne à la coordination", "1 personne à la coordination", None),
        ("Voir", "Voir", None),
    ],
)
def test_unmark(line: str, text: str, number: int | None) -> None:
    assert (unmark(line).text, unmark(line).number) == (text, number)


@pytest.mark.parametrize("line", ["AN NN N TN", "LR", "— ~— ~—t ~—", "12", "Page 3 sur 40", "0}"])
def test_noise(line: str) -> None:
    assert is_noise(line)


@pytest.mark.parametrize("line", ["CAF", "Elus", "MSA, PMI", "3 ans", "Tous"])
def test_not_noise(line: str) -> None:
    assert not is_noise(line)


@pytest.mark.parametrize("text", ["XXXX", "à compléter", "A définir", "……", "?", "Nom - prénom - mail", "|__|__|"])
def test_placeholder(text: str) -> None:
    assert is_placeholder(text)


def test_wrapped_lines_are_joined_and_items_are_not() -> None:
    assert continues("Une plateforme pour les familles du", "territoire", gap=False, width=40)
    assert continues("en partenariat avec les communes et le Pôle", "Ressources Handicap", gap=False, width=46)
    assert not continues("Un partage des coûts", "Objectiver les besoins", gap=False, width=80)
    assert continues("la lisibilité des offres", "de services", gap=True, width=80)
    assert not continues("la lisibilité des offres", "Développer", gap=True, width=20)
