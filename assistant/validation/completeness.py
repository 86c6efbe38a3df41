"""How much of the required form a fiche fills."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.validation.emptiness import filled
from corpus.fiche import CHAMPS

if TYPE_CHECKING:
    from corpus.fiche import FicheAction


def missing(fiche: FicheAction) -> list[str]:
    """The required fields that hold nothing, in the order of the form, dotted for the échéances."""
    return [cle for cle, full in filled(fiche).items() if not full and CHAMPS[cle.split(".")[0]].obligatoire]


def completeness(fiche: FicheAction) -> float:
    """Share of the required fields that hold something, from 0 to 1; the two échéances count as two."""
    required = [cle for cle in filled(fiche) if CHAMPS[cle.split(".")[0]].obligatoire]
    return round(1 - len(missing(fiche)) / len(required), 4)
