"""Rules on what is missing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.drafts.contents import label
from assistant.validation.completeness import missing
from assistant.validation.emptiness import has_gap, is_empty
from assistant.validation.rule import Finding, avertissement, erreur, rule
from assistant.validation.texts import LISTS, all_items
from assistant.validation.typography import plural, short
from corpus.fiche import CHAMPS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from assistant.validation.context import ValidationContext
    from corpus.fiche import FicheAction


@rule("champ_obligatoire", "gabarit.md ; produit.md (c) 20-21")
def required_field(fiche: FicheAction, _context: ValidationContext) -> Iterator[Finding]:
    """Un champ obligatoire est vide ou ne tient qu'un texte d'attente (« XXXX », « À définir », « ? »…)."""
    for cle in missing(fiche):
        champ = CHAMPS[cle.split(".")[0]]
        yield erreur(
            cle,
            f"« {label(cle)} » n'est pas rempli.",
            f"Complétez ce champ. {champ.aide}",
        )


@rule("element_vide", "gabarit.md ; produit.md (c) 20")
def placeholder_item(fiche: FicheAction, _context: ValidationContext) -> Iterator[Finding]:
    """Une liste remplie garde un élément vide ou un texte d'attente."""
    for champ in LISTS:
        items = getattr(fiche, champ)
        empty = [item for item in items if is_empty(item)]
        if empty and len(empty) < len(items):
            yield avertissement(
                champ,
                f"« {label(champ)} » garde {plural(len(empty), 'élément')} sans contenu : « {short(empty[0])} ».",
                "Remplacez cet élément ou enlevez-le.",
            )


@rule("passage_a_completer", "ticket 5 : les manques sont marqués, jamais inventés")
def marked_gap(fiche: FicheAction, _context: ValidationContext) -> Iterator[Finding]:
    """Un texte contient encore un manque marqué, comme « [lieu à préciser] »."""
    for champ, text in all_items(fiche):
        if has_gap(text):
            yield avertissement(
                champ,
                f"« {label(champ)} » contient un passage à compléter : « {short(text)} ».",
                "Écrivez ce qui manque à la place du passage entre crochets.",
            )


RULES = (required_field, placeholder_item, marked_gap)
