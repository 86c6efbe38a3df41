"""A draft of an invented territory to amend, with values stated and values proposed."""

from __future__ import annotations

from assistant.drafts.model import Draft, Etat, Valeur
from corpus.fiche import Personne
from corpus.models import Citation

_CITED = Citation(document="mirande.txt", ligne_debut=4, ligne_fin=4, extrait="extrait")


def _hers(champ: str, valeur: str | Personne, etat: Etat = "accepte") -> Valeur:
    return Valeur(champ=champ, valeur=valeur, origine="utilisateur", etat=etat)


def _offered(champ: str, valeur: str) -> Valeur:
    return Valeur(champ=champ, valeur=valeur, origine="corpus", etat="propose", citation=_CITED)


def laep_draft() -> Draft:
    """A draft about a meeting place for parents: three partners, three proposed indicators, three proposed steps."""
    return Draft(
        id="laep",
        titre="Ouvrir un lieu d'accueil enfants-parents",
        valeurs=[
            _hers("titre", "Ouvrir un lieu d'accueil enfants-parents"),
            _hers("porteurs", "commune de Val-de-Brume"),
            _hers("partenaires", "PMI"),
            _hers("partenaires", "Caf"),
            _hers("partenaires", "centre social"),
            _hers("public_cible", "parents d'enfants de 0 à 3 ans"),
            _hers("lieu", "Val-de-Brume"),
            _hers("echeances.debut", "septembre 2025"),
            _hers("echeances.fin", "2026", "a_verifier"),
            _hers("objectifs_operationnels", "Rompre l'isolement des parents"),
            _hers("besoins", "Aucun lieu d'accueil dans la vallée"),
            _hers("personnes_en_charge", Personne(nom="Ana Vidal", fonction="coordinatrice", structure="CCVB")),
            _offered("axe", "Soutien à la parentalité"),
            _offered("objectifs_strategiques", "Renforcer l'accompagnement des parents"),
            _offered("description", "Former les accueillants"),
            _offered("description", "Aménager le local"),
            _offered("description", "Communiquer auprès des familles"),
            _offered("effets_attendus", "Des parents moins isolés"),
            _offered("effets_attendus", "Une meilleure connaissance des services"),
            _offered("indicateurs", "Nombre de séances"),
            _offered("indicateurs", "Nombre de familles accueillies"),
            _offered("indicateurs", "Satisfaction des parents"),
        ],
    )
