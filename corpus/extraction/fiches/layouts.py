"""The registry of layouts: each reads the fiches it knows, the best reading of every place is kept."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from corpus.extraction.fiches.claims import Reading
from corpus.extraction.fiches.regions import Regions
from corpus.extraction.fiches.rowwise import Rowwise
from corpus.extraction.fiches.view import View


class Layout(Protocol):
    """One way in which documents lay fiches out; add one by adding a class to :data:`LAYOUTS`."""

    name: str

    def read(self, view: View) -> list[Reading]:
        """The fiches laid out this way in a document, in order."""
        ...


LAYOUTS: tuple[Layout, ...] = (Regions(), Rowwise())
"""The layouts known, the most telling first: where two readings overlap, the earlier layout keeps the place."""


def read_fiches(view: View, layouts: Iterable[Layout] = LAYOUTS) -> list[Reading]:
    """The fiches of a document, in order, no line in two of them."""
    kept: list[Reading] = []
    for layout in layouts:
        for reading in layout.read(view):
            shared = any(_overlap(reading, other) for other in kept)
            if not shared:
                kept.append(reading)
    return sorted(kept, key=lambda r: (r.first, r.last))


def _overlap(a: Reading, b: Reading) -> bool:
    return a.first <= b.last and b.first <= a.last and a.layout != b.layout
