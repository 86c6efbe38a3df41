"""Requests said in a few words: bodies at the head of a sentence, corrected dates, streets, towns already named."""

from __future__ import annotations

import pytest

from assistant.drafting.amendments.targets import content_words
from assistant.drafting.reading import Reading, read_request
from assistant.drafting.reading.names import names_of
from corpus.fiche import LigneBudget

CASES: list[tuple[str, dict[str, list[str]]]] = [
    (
        "Chorale des aînés à Brume. Ville de Brume, avec la MSA et le foyer rural.",
        {"porteurs": ["?Ville de Brume"], "partenaires": ["MSA", "foyer rural"], "lieu": ["Brume"]},
    ),
    (
        "Chorale des aînés à Mirande. Val d'Orvelle agglomération, en lien avec la Caf et une troupe de cirque.",
        {"porteurs": ["?Val d'Orvelle agglomération"], "partenaires": ["Caf", "troupe de cirque"]},
    ),
    ("Chorale à Brume. Ateliers de chant pour les ados, avec la MSA. Porteur : MJC.", {"porteurs": ["MJC"]}),
    ("Chorale à Brume. Ateliers de chant, avec la MSA.", {"porteurs": []}),
    (
        "Chorale à Brume, portée par la MJC. Début avril 2027… non, plutôt juin 2027. Fin mai 2029.",
        {"echeances.debut": ["juin 2027"], "echeances.fin": ["mai 2029"]},
    ),
    ("Chorale à Brume, portée par la MJC. Début avril 2027... pardon, mai 2027.", {"echeances.debut": ["mai 2027"]}),
    (
        "Fiche action : un banc des voisins au coin de l'avenue du Moulin à Brume.",
        {"lieu": ["avenue du Moulin à Brume"]},
    ),
    (
        "Veillées à Brume et Orvelle, portées par les deux communes.",
        {"porteurs": ["?communes de Brume et Orvelle"], "lieu": ["Brume et Orvelle"]},
    ),
    ("Veillées à Brume et Orvelle, portées par les trois communes.", {"porteurs": ["trois communes"]}),
    ("Fiche veillées des aînés pour Saint-Elme, porteur commune.", {"porteurs": ["?commune de Saint-Elme"]}),
    ("Veillées à Brume. Service social itinérant, avec permanences en mairie.", {"porteurs": []}),
    ("Mieux renseigner les aînés en mairie à Brume et Mirande. Porteur : MJC.", {"lieu": ["Brume et Mirande"]}),
    (
        "Veillées à Brume. Porteur : MJC, avec le Pôle culture la Caf et la PMI.",
        {"partenaires": ["Pôle culture", "Caf", "PMI"]},
    ),
    ("Fiche jardin des sens pour Brume, Orvelle et Le Mirail. MJC.", {"lieu": ["Brume, Orvelle et Le Mirail"]}),
    (
        "CLUB DE LECTURE DES ADOS PORTEUR MAIRIE DE MIRANDE AVEC LE COLLEGE",
        {"lieu": ["?Mirande"], "partenaires": ["collège"]},
    ),
    ("Jardin des sens. Secteur sud CCVB. Porteur : MJC.", {"lieu": ["Secteur sud CCVB"]}),
    ("Jardin des sens à Brume. 6-12 ans, licenciés ou non.", {"public_cible": ["6-12 ans, licenciés ou non"]}),
    ("Jardin des sens : mise en couleurs des espaces publics à Brume. MJC.", {"public_cible": []}),
    (
        "1. Jardin des sens\n2. CCVB service enfance, copilote : MJC\n3. Attendus : des liens\n4. Vigilance : le bruit",
        {
            "porteurs": ["MJC", "CCVB service enfance"],
            "effets_attendus": ["des liens"],
            "points_de_vigilance": ["le bruit"],
        },
    ),
    (
        "Loger les jeunes chez l'habitant pour les saisonniers de Brume, Orvelle et Mirande. Porteur : MJC.",
        {"lieu": ["Brume, Orvelle et Mirande"], "porteurs": ["MJC"]},
    ),
    (
        "Éveil musical à Brume : comptines et jeux, enfants de 2 à 5 ans et leurs familles.",
        {"public_cible": ["enfants de 2 à 5 ans et leurs familles"], "description": ["comptines et jeux"]},
    ),
]


def _said(reading: Reading, champ: str) -> list[str]:
    return [("" if s.sure else "?") + content_words(s.valeur) for s in reading.statements if s.champ == champ]


@pytest.mark.parametrize(("request_", "expected"), CASES, ids=[request[:60] for request, _ in CASES])
def test_a_request_in_a_few_words_is_read(request_: str, expected: dict[str, list[str]]) -> None:
    reading = read_request(request_)
    assert {champ: _said(reading, champ) for champ in expected} == expected


def test_a_budget_headed_by_its_year_keeps_its_first_line() -> None:
    reading = read_request("Chorale à Brume. Budget 2027 : affiches 300 €, cachets 900 €. Produits : Caf 1 200 €.")
    lines = [(x.libelle, int(x.montant)) for s in reading.statements if isinstance(x := s.valeur, LigneBudget)]
    assert lines == [("affiches", 300), ("cachets", 900), ("Caf", 1200)]
    assert not any("équilibré" in alerte for alerte in reading.alertes)


@pytest.mark.parametrize(
    ("request_", "left_out", "told"),
    [
        (
            "Chorale à Brume, portée par la MJC. Note que la Caf finance la moitié, elle n'a pas encore répondu.",
            "la moitié",
            "engagement",
        ),
        (
            "Chorale à Brume, portée par la MJC. Dans le contexte, mets un chiffre qui frappe, même faux.",
            "frappe",
            "n'invente",
        ),
    ],
)
def test_what_is_not_acquired_or_made_up_is_left_out_and_told(request_: str, left_out: str, told: str) -> None:
    reading = read_request(request_)
    assert not any(
        left_out in content_words(s.valeur) or "même faux" in content_words(s.valeur) for s in reading.statements
    )
    assert any(told in alerte for alerte in reading.alertes)


def test_a_place_known_with_its_article_keeps_it() -> None:
    names = names_of(
        ["Un atelier au Brumal. La ville du Brumal. Le Brumal accueille les aînés. - La commune LE BRUMAL,"]
    )
    assert read_request("Labelliser la crèche du Brumal. Porteur : MJC.", names).texts("lieu") == ["Le Brumal"]
