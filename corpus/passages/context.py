"""What a passage does not say itself, written beside it so that it can be found and understood alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.fiche import CHAMPS
from corpus.text.folding import fold

if TYPE_CHECKING:
    from corpus.models import Carte
    from corpus.passages.model import Piece

_SEPARATOR = " › "


def section_of(piece: Piece) -> str:
    """The heading path of a piece, as it is shown."""
    return _SEPARATOR.join(piece.path)


def convention_of(carte: Carte) -> str:
    """The title of a convention as it is shown, with its period when the title does not say it."""
    years = [moment[-4:] for moment in (carte.periode_debut, carte.periode_fin) if moment]
    period = "-".join(dict.fromkeys(years))
    title = carte.titre or ""
    return title if not period or all(year in title for year in years) else f"{title} {period}".strip()


def context_of(piece: Piece, carte: Carte) -> str:
    """Territory and convention, heading path, fiche, field and header: one line each, nothing twice."""
    parts = [" · ".join(part for part in (carte.territoire, convention_of(carte)) if part), section_of(piece)]
    if piece.fiche:
        fiche = piece.fiche.fiche
        parts += [" ".join(part for part in ("Fiche action", fiche.numero, ":", fiche.titre) if part), fiche.axe or ""]
    parts += [CHAMPS[champ].libelle for champ in piece.champs if champ in CHAMPS]
    parts += piece.header.split("\n")
    return "\n".join(_once([part.strip() for part in parts if part and part.strip()]))


def _once(parts: list[str]) -> list[str]:
    kept: list[str] = []
    for part in parts:
        if not any(fold(part) in fold(other) for other in kept):
            kept.append(part)
    return kept
