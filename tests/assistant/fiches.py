"""An invented, complete and valid fiche, and how to change one of its fields."""

from __future__ import annotations

from typing import Any

from corpus.fiche import FicheAction

COMPLETE: dict[str, Any] = {
    "numero": "2.3",
    "axe": "Axe 2 : Parentalité",
    "titre": "Ouvrir une ludothèque itinérante",
    "porteurs": ["Communauté de communes du Val-de-Brume"],
    "groupe_projet": "Comité technique parentalité",
    "echeances": {"debut": "septembre 2024", "fin": "2026"},
    "personnes_en_charge": [
        {"nom": "Anna Lebrun", "fonction": "Coordinatrice", "structure": "Val-de-Brume", "mail": "a.lebrun@brume.fr"}
    ],
    "besoins": ["Peu de lieux de jeu gratuits dans les villages"],
    "objectifs_strategiques": ["Soutenir les parents dans leur rôle"],
    "objectifs_operationnels": ["Proposer des temps de jeu dans six communes"],
    "description": ["Janvier 2025 : achat du véhicule", "Mars 2025 : premières tournées"],
    "public_cible": "Familles avec enfants de 0 à 6 ans",
    "lieu": "Six communes du Val-de-Brume",
    "partenaires": ["Relais petite enfance", "Médiathèque d'Orvelle"],
    "moyens": ["Un poste à mi-temps", "Un véhicule aménagé"],
    "effets_attendus": ["Les familles se rencontrent autour du jeu"],
    "indicateurs": [
        "Taux de familles satisfaites des temps de jeu, par rapport à 2024 (enquête annuelle)",
        "Nombre de familles différentes accueillies",
    ],
    "points_de_vigilance": ["État des routes en hiver"],
    "budget": {
        "periode": {"debut": "2025", "fin": "2026"},
        "charges": [
            {"poste": "Achats", "libelle": "Jeux", "montant": 3000},
            {"poste": "Charges de personnel", "montant": 17000},
        ],
        "produits": [
            {
                "poste": "Subventions d'exploitation",
                "sous_poste": "Organismes sociaux",
                "libelle": "Caf",
                "montant": 12000,
            },
            {"poste": "Ressources propres affectées au projet", "montant": 8000},
        ],
        "contributions": {
            "emplois": [{"poste": "Personnel bénévole", "montant": 900}],
            "ressources": [{"poste": "Bénévolat", "montant": 900}],
        },
    },
}


def fiche(**changes: Any) -> FicheAction:
    """The complete fiche with some fields changed."""
    return FicheAction.model_validate({**COMPLETE, **changes})


def budget(**changes: Any) -> dict[str, Any]:
    """The complete budget with some parts changed."""
    return {**COMPLETE["budget"], **changes}
