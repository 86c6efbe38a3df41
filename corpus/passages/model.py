"""The working unit of the cutting: a piece of a document before its context is written."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from corpus.text.markup import readable

if TYPE_CHECKING:
    from corpus.models import ExtractedFiche, Line, PassageKind

TARGET = 700
"""Characters a passage of several lines aims not to exceed."""
SMALL = 160
"""Characters under which a piece is joined to its neighbour of the same section."""
LONGEST = 1100
"""Characters above which a single line is cut in parts."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Lines ``first`` to ``last`` of a document, with what is known of them."""

    first: int
    last: int
    text: str
    kind: PassageKind = "texte"
    path: tuple[str, ...] = ()
    champs: tuple[str, ...] = ()
    fiche: ExtractedFiche | None = None
    header: str = ""
    """What a reader needs to understand the text alone: a table header, an axis, the lead-in of a list."""

    def joined(self, other: Piece) -> Piece:
        """This piece and the one that follows it, as one; the deeper path of the two is kept."""
        path = max((self.path, other.path), key=len)
        champs = tuple(dict.fromkeys((*self.champs, *other.champs)))
        return replace(
            self,
            last=max(self.last, other.last),
            text=f"{self.text}\n{other.text}",
            path=path,
            champs=champs,
            header=self.header or other.header,
        )


def row_text(cells: tuple[str, ...]) -> str:
    """The cells of a row on one line; an empty cell between two full ones is shown by a dash."""
    shown = [" ".join(cell.split()) for cell in cells]
    while shown and not shown[-1]:
        shown.pop()
    first = next((n for n, cell in enumerate(shown) if cell), 0)
    return " | ".join(cell or "–" for cell in shown[first:])


def shown_text(line: Line) -> str:
    """The words of a line as a reader sees them: no tags, list items on lines of their own."""
    if not line.cells:
        return readable(line)
    if any("\n" in cell for cell in line.cells):
        return "\n".join(cell for cell in line.cells if cell)
    return row_text(line.cells)
