"""Walking the texts of a fiche, field by field."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.validation.emptiness import is_empty
from corpus.fiche import CHAMPS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from corpus.fiche import FicheAction

SINGLE = tuple(cle for cle, champ in CHAMPS.items() if champ.nature == "texte")
LISTS = tuple(cle for cle, champ in CHAMPS.items() if champ.nature == "liste")


def items(fiche: FicheAction, champ: str) -> list[str]:
    """The items of a field that say something; a field of one text has one."""
    value = getattr(fiche, champ)
    texts = [value] if isinstance(value, str) else value or []
    return [text for text in texts if not is_empty(text)]


def all_items(fiche: FicheAction) -> Iterator[tuple[str, str]]:
    """Every text of the fiche with its field, in the order of the form."""
    for champ in CHAMPS:
        if champ in SINGLE or champ in LISTS:
            for text in items(fiche, champ):
                yield champ, text
