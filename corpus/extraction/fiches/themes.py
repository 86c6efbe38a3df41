"""The axis of a fiche that prints none: from the document's list of themes, or the heading above it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.extraction.fiches.claims import Reading
from corpus.extraction.fiches.pieces import Piece
from corpus.extraction.fiches.view import View
from corpus.text.folding import fold

_THEME = re.compile(r"^(\d{1,2})\s*[).°:–-]\s*(?!\d)(\S.{2,160})$")
_ENTRY = re.compile(r"^(?:[-•]\s*)?(?:fiche[\s-]*action\s*)?(\d{1,2})[.\-](\d{1,2})\.?\s*[-–—:]?\s+\S", re.IGNORECASE)
_HEADING = re.compile(
    r"^(?:axe|th[ée]matique|orientation)\s*(?:strat[ée]gique\s*)?(?:n\s?°\s*)?(\d{1,2}|[IVX]{1,4})\s*[:.–—-]\s*(\S.{3,200})$",
    re.IGNORECASE,
)
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "vii": 7, "viii": 8, "ix": 9, "x": 10}
_AFTER = 12
_NEAR = 60


@dataclass(frozen=True, slots=True)
class Theme:
    """A numbered theme or axis and where it stands."""

    rank: int
    piece: Piece
    heading: bool


def find_themes(view: View) -> list[Theme]:
    """Numbered themes with their numbered fiches below, and headings of axes."""
    found: list[Theme] = []
    for unit in view.units:
        if unit.kind not in {"texte", "rangee"} or len(unit.filled) > 1 or len(unit.text) > 240:
            continue
        heading = _HEADING.match(unit.text)
        if heading:
            rank = (
                _ROMAN.get(fold(heading[1])) or int(heading[1])
                if heading[1].isdigit() or fold(heading[1]) in _ROMAN
                else 0
            )
            found.append(Theme(rank, Piece(heading[2].strip(), unit.number, unit.number), heading=True))
            continue
        theme = _THEME.match(unit.text)
        if theme and _has_entry(view, unit.number, int(theme[1])):
            found.append(Theme(int(theme[1]), Piece(theme[2].strip(), unit.number, unit.number), heading=False))
    return found


def _has_entry(view: View, line: int, rank: int) -> bool:
    """Whether an entry numbered under a theme comes just below it."""
    below = [u for u in view.between(line + 1, line + _AFTER) if u.kind == "texte"][:2]
    entries = [_ENTRY.match(u.text) for u in below]
    return any(entry is not None and int(entry[1]) == rank for entry in entries)


def axis_for(reading: Reading, themes: Sequence[Theme], previous: int) -> Piece | None:
    """The axis of a fiche: the heading between the previous fiche and it, else the theme of its number."""
    above = [
        t
        for t in themes
        if t.heading and previous < t.piece.first <= reading.first and reading.first - t.piece.first <= _NEAR
    ]
    rank = _rank(reading.numero)
    if above and (rank is None or above[-1].rank in {0, rank}):
        return above[-1].piece
    if rank is None:
        return None
    same = [t for t in themes if t.rank == rank and t.piece.first < reading.first]
    return same[-1].piece if same else None


def _rank(numero: str | None) -> int | None:
    match = re.match(r"^(\d{1,2})[.\-]\d", numero or "")
    return int(match[1]) if match else None
