"""What a field may hold: a text, a person or a line of the budget, checked before it enters a draft."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from assistant.drafts.model import BUDGET_PARTS, PARTS
from corpus.errors import UsageError
from corpus.fiche import CHAMPS, LigneBudget, Personne
from corpus.text.cleaning import clean
from corpus.text.folding import fold

if TYPE_CHECKING:
    from assistant.drafts.model import Contenu

_MAIL = re.compile(r"[\w.+'-]+@[\w-]+(?:\.[\w-]+)+")
_LABELS = {
    "echeances.debut": "Démarrage prévu",
    "echeances.fin": "Fin prévue",
    "budget.periode.debut": "Début du budget",
    "budget.periode.fin": "Fin du budget",
    "budget.charges": "Charges",
    "budget.produits": "Produits",
    "budget.contributions.emplois": "Emplois des contributions en nature",
    "budget.contributions.ressources": "Ressources des contributions en nature",
}


def label(champ: str) -> str:
    """The French label of a field of the form or of a dotted part of one."""
    return _LABELS.get(champ) or CHAMPS[champ].libelle


def is_single(champ: str) -> bool:
    """Whether a field holds one text only, so that accepting one value sets the others aside."""
    if champ in PARTS:
        return champ not in BUDGET_PARTS
    return CHAMPS[champ].nature == "texte"


def belongs(champ: str, asked: str) -> bool:
    """Whether ``champ`` is the field asked for or one of its parts (``echeances`` holds ``echeances.fin``)."""
    return champ == asked or champ.startswith(f"{asked}.")


def check_field(champ: str) -> str:
    """Return a field that can hold a value, or raise :class:`UsageError` naming those that can."""
    parts = [part for part in PARTS if part.startswith(f"{champ}.")]
    if parts:
        raise UsageError(f"Le champ « {champ} » se remplit par parties.", f"Précisez : {', '.join(parts)}.")
    if champ not in CHAMPS and champ not in PARTS:
        raise UsageError(f"Le champ « {champ} » n'existe pas.", f"Les champs sont : {', '.join(CHAMPS)}.")
    return champ


def check_content(champ: str, contenu: Contenu) -> Contenu:
    """Return the content cleaned, in the shape its field expects; a text names a person as commas separate it."""
    check_field(champ)
    if champ in BUDGET_PARTS:
        return _budget_line(champ, contenu)
    if champ == "personnes_en_charge":
        return contenu if isinstance(contenu, Personne) else read_person(_text(champ, contenu))
    return _text(champ, contenu)


def _budget_line(champ: str, contenu: Contenu) -> LigneBudget:
    if isinstance(contenu, LigneBudget):
        return contenu
    raise UsageError(
        f"Une ligne de « {label(champ)} » se compose d'un poste et d'un montant.",
        "Donnez le poste et le montant en euros, comme « Achats, 1 200 ».",
    )


def _text(champ: str, contenu: Contenu) -> str:
    if not isinstance(contenu, str):
        raise UsageError(f"« {label(champ)} » attend un texte.", "Écrivez la valeur en toutes lettres.")
    cleaned = clean(contenu).strip()
    if not cleaned:
        raise UsageError(f"La valeur de « {label(champ)} » est vide.", "Écrivez-la, ou enlevez-la de la fiche.")
    return cleaned


def read_person(text: str) -> Personne:
    """The person a line names: name, then function, then structure, separated by commas; the mail anywhere."""
    mail = _MAIL.search(text)
    rest = _MAIL.sub("", text) if mail else text
    pieces = [piece.strip(" ()<>;:-–") for piece in re.split(r"[,;(\n]", rest)]
    nom, fonction, structure = (*[piece for piece in pieces if piece], None, None, None)[:3]
    return Personne(nom=nom, fonction=fonction, structure=structure, mail=mail.group() if mail else None)


def same(one: Contenu, other: Contenu) -> bool:
    """Whether two contents say the same thing, accents, case and final punctuation aside."""
    if isinstance(one, str) and isinstance(other, str):
        return fold(one).rstrip(" .;,") == fold(other).rstrip(" .;,")
    return one == other
