"""Invented values and drafts for the tests of this room."""

from __future__ import annotations

from assistant.drafts.model import Draft, Etat, Valeur
from corpus.models import Citation

CITATION = Citation(
    document="val_de_brume.txt", ligne_debut=12, ligne_fin=13, page=3, section="Fiche 2.1", extrait="Ouvrir un lieu"
)


def proposal(champ: str, texte: str, *, etat: Etat = "propose", ident: str = "") -> Valeur:
    value = Valeur(champ=champ, valeur=texte, origine="corpus", etat=etat, citation=CITATION, raison="2 conventions")
    return value.model_copy(update={"id": ident}) if ident else value


def hers(champ: str, texte: str, *, ident: str = "") -> Valeur:
    value = Valeur(champ=champ, valeur=texte, origine="utilisateur", etat="accepte")
    return value.model_copy(update={"id": ident}) if ident else value


def draft_of(*values: Valeur) -> Draft:
    return Draft(id="2026-11-21-essai-1", demande="Créer une ludothèque", valeurs=list(values))
