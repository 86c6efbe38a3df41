"""What is known around a fiche: its convention's axes and period, and the other fiches."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from corpus.text.markup import without_superscripts

if TYPE_CHECKING:
    from collections.abc import Iterable

    from corpus.fiche import FicheAction
    from corpus.models import Carte


@dataclass(frozen=True, slots=True)
class ValidationContext:
    """What rules may compare a fiche with; what is unknown is empty and the rules that need it say nothing."""

    axes: tuple[str, ...] = ()
    """Axes of the convention, in its order."""
    periode_debut: str | None = None
    periode_fin: str | None = None
    numeros: tuple[str, ...] = ()
    """Numbers of the other fiches of the same convention."""
    titres: tuple[str, ...] = ()
    """Titles of the other fiches of the same convention."""


def context_from(carte: Carte, others: Iterable[FicheAction] = ()) -> ValidationContext:
    """The context a convention's card gives, with the other fiches of that convention."""
    fiches = tuple(others)
    return ValidationContext(
        axes=carte.axes,
        periode_debut=without_superscripts(carte.periode_debut or "") or None,
        periode_fin=without_superscripts(carte.periode_fin or "") or None,
        numeros=tuple(f.numero for f in fiches if f.numero),
        titres=tuple(f.titre for f in fiches if f.titre),
    )
