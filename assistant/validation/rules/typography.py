"""Rules on typography: small faults a reader sees first. One finding a field, so that they do not drown the rest."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from assistant.drafts.contents import label
from assistant.validation.french import faults
from assistant.validation.rule import Finding, avertissement, conseil, rule
from assistant.validation.texts import all_items
from assistant.validation.typography import short

if TYPE_CHECKING:
    from collections.abc import Iterator

    from assistant.validation.context import ValidationContext
    from corpus.fiche import FicheAction

_TAG = re.compile(r"</?(?:p|br|ul|ol|li|b|i|strong|em|span|div|td|tr|table)\b[^<>]{0,80}>", re.IGNORECASE)
MOST = 3
"""How many faults of a field are told."""


@rule("typographie", "ticket 5 : typographie du français ; produit.md (c) 28")
def typography(fiche: FicheAction, _context: ValidationContext) -> Iterator[Finding]:
    """Un texte a un mot doublé, une espace mal placée, des guillemets droits, une capitale ou une ligature oubliée."""
    told: dict[str, dict[str, None]] = {}
    for champ, text in all_items(fiche):
        for fault in faults(text):
            told.setdefault(champ, {})[fault] = None
    for champ, found in told.items():
        listed = " ; ".join([*list(found)[:MOST], *(["…"] if len(found) > MOST else [])])
        yield conseil(champ, f"Dans « {label(champ)} », {listed}.", "Corrigez ce détail : il se voit à la lecture.")


@rule("balise", "produit.md (c) 28 : pas de restes de conversion")
def markup(fiche: FicheAction, _context: ValidationContext) -> Iterator[Finding]:
    """Un texte garde une balise de page web."""
    for champ, text in all_items(fiche):
        if found := _TAG.search(text):
            yield avertissement(
                champ,
                f"« {label(champ)} » garde une balise {found.group()} : « {short(_TAG.sub(' ', text))} ».",
                "Enlevez la balise, ou faites-en des éléments séparés.",
            )


RULES = (typography, markup)
