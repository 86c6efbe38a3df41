"""What a passage does not say itself, written beside it so that it can be found and understood alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.fiche import CHAMPS
from corpus.text.folding import fold

if TYPE_CHECKING:
    from corpus.models import Carte
    from corpus.passages.model import Piece

_SEPARATOR = " › "
_HEADINGS = 3
"""Innermost headings written in a context."""
_TITLE = 90
"""Characters kept of a heading or of a title in a context."""
_CORRECTED = 400
"""Characters kept of a corrected value in a context."""


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
    names = [_short(part) for part in (carte.territoire, convention_of(carte)) if part]
    headings = [_short(title) for title in piece.path[-_HEADINGS:]]
    parts = [" · ".join(names), _SEPARATOR.join(headings)]
    if piece.fiche:
        fiche = piece.fiche.fiche
        parts += [" ".join(part for part in ("Fiche action", fiche.numero, ":", fiche.titre) if part), fiche.axe or ""]
    parts += [CHAMPS[champ].libelle for champ in piece.champs if champ in CHAMPS]
    parts += corrected_words(piece)
    parts += piece.header.split("\n")
    return "\n".join(_once([part.strip() for part in parts if part and part.strip()]))


def corrected_words(piece: Piece) -> list[str]:
    """What a person wrote in place of what the lines of a piece say, so that it is found by these words too."""
    if piece.fiche is None or piece.fiche.lue is None:
        return []
    data = piece.fiche.fiche.model_dump(mode="json")
    found: list[str] = []
    for source in piece.fiche.sources:
        span = source.source
        if source.corrige and source.champ in piece.champs and _meet(span.ligne_debut, span.ligne_fin, piece):
            value = data.get(source.champ)
            item = value[source.rang] if isinstance(value, list) else value
            words = [str(part) for part in item.values() if part] if isinstance(item, dict) else [str(item or "")]
            found.append(" ".join(words)[:_CORRECTED])
    return found


def _meet(first: int, last: int, piece: Piece) -> bool:
    return first <= piece.last and piece.first <= last


def _short(title: str) -> str:
    return title if len(title) <= _TITLE else title[:_TITLE].rsplit(maxsplit=1)[0] + "…"


def _once(parts: list[str]) -> list[str]:
    kept: list[str] = []
    for part in parts:
        if not any(fold(part) in fold(other) for other in kept):
            kept.append(part)
    return kept
