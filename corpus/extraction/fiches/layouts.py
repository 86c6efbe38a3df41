"""The registry of layouts: each reads the fiches it knows, the best reading of every place is kept."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Protocol

from corpus.extraction.fiches.claims import Reading
from corpus.extraction.fiches.columnwise import Columnwise
from corpus.extraction.fiches.regions import Regions
from corpus.extraction.fiches.rowwise import Rowwise
from corpus.extraction.fiches.unheaded import Unheaded
from corpus.extraction.fiches.view import View


class Layout(Protocol):
    """One way in which documents lay fiches out; add one by adding a class to :data:`LAYOUTS`."""

    name: str

    def read(self, view: View) -> list[Reading]:
        """The fiches laid out this way in a document, in order."""
        ...


LAYOUTS: tuple[Layout, ...] = (Columnwise(), Regions(), Rowwise(), Unheaded())
"""The layouts known."""
_PRECEDENCE = {Columnwise.name: 0, Regions.name: 1, Rowwise.name: 1, Unheaded.name: 2}
"""Where readings of two layouts overlap, the lower one stays; between equals, see ``_yields``."""
_MOST_ROWS = 10
_ENOUGH = 3


def read_fiches(view: View, layouts: Iterable[Layout] = LAYOUTS) -> list[Reading]:
    """The fiches of a document, in order, no line in two of them."""
    found = [reading for layout in layouts for reading in layout.read(view)]
    kept = [reading for reading in found if not any(_yields(reading, other, found) for other in found)]
    return sorted(kept, key=lambda r: (r.first, r.last))


def _yields(reading: Reading, other: Reading, found: Sequence[Reading]) -> bool:
    """Whether a reading gives way to one of another layout that overlaps it."""
    if reading.layout == other.layout or not (reading.first <= other.last and other.first <= reading.last):
        return False
    mine, theirs = _PRECEDENCE.get(reading.layout, 1), _PRECEDENCE.get(other.layout, 1)
    if mine != theirs:
        return mine > theirs
    whole, part = (reading, other) if reading.last - reading.first >= other.last - other.first else (other, reading)
    inside = sum(r.layout == part.layout and whole.first <= r.first <= whole.last for r in found)
    return (part if _holds(whole, inside) else whole) is reading


def _holds(whole: Reading, inside: int) -> bool:
    """Whether a longer reading says enough by itself not to be a mere heading over rows that are fiches."""
    enough = len(whole.own) >= _ENOUGH + (whole.strength < 2)
    return enough and inside <= (_MOST_ROWS if whole.strength > 1 else 1)
