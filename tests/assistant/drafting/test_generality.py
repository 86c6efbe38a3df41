"""Forms of request that were once misread, told again with invented territories."""

from __future__ import annotations

import pytest

from assistant.drafting.model import Reading
from assistant.drafting.reading import read_request
from corpus.fiche import LigneBudget, Personne

Expected = dict[str, list[str]]

CASES: list[tuple[str, Expected]] = [
    (
        "Un relais des parents.\n- Porteur : CCVB\n- Lieu : Brume\nMerci d'avance,\nLia Morel\nCoordinatrice",
        {"porteurs": ["CCVB"], "lieu": ["Brume"], "description": []},
    ),
    (
        "Café aidants à Brume. Qui porte ? L'association Le Pont. Avec qui ? Le CCAS et la PMI. Quand ? En mars 2025.",
        {"porteurs": ["association Le Pont"], "partenaires": ["CCAS", "PMI"], "description": []},
    ),
    (
        "Séjours ados à Brume. Porteurs : centre social Les Prés (Mme Ana Vidal, directrice) et la ville de Brume.",
        {"porteurs": ["centre social Les Prés", "ville de Brume"], "personnes_en_charge": ["Ana Vidal"]},
    ),
    (
        "Une fiche sur un potager partagé à Brume, invente un budget et des contacts crédibles. Porteur : EVS Le Pré.",
        {"lieu": ["Brume"], "porteurs": ["EVS Le Pré"], "titre": ["Potager partagé à Brume"]},
    ),
    (
        "La commune de Mirande souhaite mettre en place, avec l'appui de la Caf, une navette destinée aux aînés.",
        {"partenaires": ["Caf"], "titre": ["Mettre en place une navette destinée aux aînés"]},
    ),
    (
        (
            "Voici notre projet de « Maison des parents » à Mirande. L'association Le Lien en assurera la gestion ; "
            "la Caf et l'agglomération l'accompagnent."
        ),
        {"titre": ["Maison des parents"], "porteurs": ["association Le Lien"], "partenaires": ["Caf", "agglomération"]},
    ),
    (
        "Porteur : mairie de Brume. Non, finalement c'est l'association Le Pont qui porte. Action : atelier vélo.",
        {"porteurs": ["association Le Pont"]},
    ),
    (
        "Ludobus sur les communes de Brume, Mirande et Orvelle. Porteur : CCVB.",
        {"lieu": ["communes de Brume, Mirande et Orvelle"]},
    ),
    (
        "Axe 3 – Vie sociale. Fiche 3.4 : soutenir les bénévoles. Chef de file : CCVB.",
        {"axe": ["Vie sociale"], "numero": ["3.4"], "titre": ["Soutenir les bénévoles"], "porteurs": ["CCVB"]},
    ),
    (
        "je suis du service enfance de la CCVB, nous portons une passerelle crèche école à Brume avec les ATSEM",
        {"porteurs": ["service enfance de la CCVB"], "partenaires": ["ATSEM"]},
    ),
    (
        "Titre = Bus des jeunes. Porteur = CCVB. Lieu = Mirande. Public = 11-17 ans.",
        {"titre": ["Bus des jeunes"], "porteurs": ["CCVB"], "lieu": ["Mirande"], "public_cible": ["11-17 ans"]},
    ),
    (
        "Permanences des droits à Brume. CPTS porteuse, ARS financeur, communes associées.",
        {"porteurs": ["CPTS"], "partenaires": ["ARS", "communes"]},
    ),
    (
        "Fiche sur l'accompagnement des propriétaires à Brume. Porteur : CCVB.",
        {"titre": ["Accompagnement des propriétaires à Brume"], "partenaires": []},
    ),
    (
        "Face au manque de places (3 pour 40 familles), la ville de Mirande souhaite ouvrir une crèche.",
        {"besoins": ["manque de places (3 pour 40 familles)"], "porteurs": ["ville de Mirande"]},
    ),
]


def _said(reading: Reading, champ: str) -> list[str]:
    found = [s.valeur for s in reading.statements if s.champ == champ]
    return [(v.nom or "") if isinstance(v, Personne) else str(v) for v in found if not isinstance(v, LigneBudget)]


@pytest.mark.parametrize(("request_", "expected"), CASES, ids=[request[:45] for request, _ in CASES])
def test_a_form_of_request_is_read(request_: str, expected: Expected) -> None:
    reading = read_request(request_)
    assert {champ: _said(reading, champ) for champ in expected} == expected


@pytest.mark.parametrize("amount", ["12 k€", "douze mille euros", "12 mille euros"])
def test_an_amount_not_written_in_figures_waits_for_her_word(amount: str) -> None:
    reading = read_request(f"Jardin partagé à Brume. Dépenses : salaires {amount}. Recettes : Caf 4 000 €.")
    assert [int(h.valeur.montant) for h in reading.held] == [12_000]
    assert [s.champ for s in reading.statements if isinstance(s.valeur, LigneBudget)] == ["budget.produits"]
    assert any("mille" in t or "k€" in t for t in reading.texts("moyens"))


def test_amounts_in_brackets_are_lines() -> None:
    reading = read_request("Café parents à Brume, financé par l'ARS (8 000 €) et la commune (2 000 €).")
    lines = [s.valeur for s in reading.statements if isinstance(s.valeur, LigneBudget)]
    assert [(line.libelle, int(line.montant)) for line in lines] == [("ARS", 8000), ("commune", 2000)]


@pytest.mark.parametrize(
    "request_",
    [
        "Le papa d'Inès (Inès a un TDAH) voudrait de l'aide. Fiche sur un groupe d'entraide à Brume, porteur CCAS.",
        "M. et Mme Karel ont perdu leur bébé, leur mail est karel@perso.example. Fiche sur le deuil périnatal à Brume.",
    ],
)
def test_private_persons_stay_out_however_they_are_named(request_: str) -> None:
    reading = read_request(request_)
    said = " ".join(str(s.valeur) for s in reading.statements)
    assert not any(word in said for word in ("Inès", "TDAH", "Karel", "karel@"))
    assert any("données personnelles" in alert for alert in reading.alertes)
