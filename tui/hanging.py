"""Lines with a sign in the margin: a long text wraps under its own beginning, not under the sign."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from rich.cells import cell_len
from textual.content import Content
from textual.strip import Strip
from textual.visual import RenderOptions, Visual

from tui.shortening import elide

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.css.styles import RulesMap
    from textual.style import Style


@dataclass(frozen=True, slots=True)
class Fit:
    """A name that must hold in one line, and what follows it: the name gives way, in its middle."""

    name: str
    tail: str = ""
    style: str = ""
    tail_style: str = ""
    before: Content = field(default_factory=Content)

    def at(self, width: int) -> Content:
        """The line in so many cells; a tail that leaves too little room goes under the name."""
        room = width - self.before.cell_length - cell_len(self.tail)
        together = room >= min(LEAST, cell_len(self.name))
        name = elide(self.name, max(room if together else width - self.before.cell_length, 1))
        tail = self.tail if together else f"\n{self.tail.lstrip(' ,')}"
        return Content.assemble(self.before, (name, self.style), (tail if self.tail else "", self.tail_style))


@dataclass(frozen=True, slots=True)
class Ledger:
    """Words on the left and an amount against the right edge; long words wrap and the amount goes under them."""

    words: Content
    amount: Content

    def at(self, width: int) -> Content:
        """The line in so many cells."""
        room = width - self.words.cell_length - self.amount.cell_length
        if room >= GAP:
            return Content.assemble(self.words, " " * room, self.amount)
        pad = " " * max(width - self.amount.cell_length, 0)
        return Content.assemble(self.words, f"\n{pad}", self.amount)


GAP = 2
"""Cells at least between words and their amount."""
LEAST = 16
"""Cells a name keeps at least beside its tail."""
Text = Content | Fit | Ledger
Row = tuple[Content, Text]
"""What stands in the margin of the first line, and the text."""
WHOLE = 1_000_000
"""Room for any name."""


class Hanging(Visual):
    """Rows of margin and text, each text wrapped in the width its margin leaves."""

    def __init__(self, rows: Sequence[Row]) -> None:
        self._rows = tuple(rows)

    @property
    def plain(self) -> str:
        """The words, without style."""
        return "\n".join(f"{margin.plain}{_at(text, WHOLE).plain}" for margin, text in self._rows)

    def render_strips(self, width: int, height: int | None, style: Style, options: RenderOptions) -> list[Strip]:
        """Render each row, its margin beside its first line only."""
        strips = [strip for row in self._rows for strip in self._row(row, width, style, options)]
        return strips[:height] if height is not None else strips

    def get_optimal_width(self, rules: RulesMap, container_width: int) -> int:
        """The widest row unwrapped."""
        widths = [m.cell_length + _at(t, WHOLE).get_optimal_width(rules, container_width) for m, t in self._rows]
        return max(widths, default=1)

    def get_height(self, rules: RulesMap, width: int) -> int:
        """The lines all rows take."""
        rooms = [(text, max(width - margin.cell_length, 1)) for margin, text in self._rows]
        return sum(_at(text, room).get_height(rules, room) for text, room in rooms)

    @staticmethod
    def _row(row: Row, width: int, style: Style, options: RenderOptions) -> list[Strip]:
        margin, text = row
        indent = margin.cell_length
        room = max(width - indent, 1)
        lines = _at(text, room).render_strips(room, None, style, options)
        if not indent:
            return lines
        first = margin.render_strips(indent, 1, style, options)
        blank = Content(" " * indent).render_strips(indent, 1, style, options)
        return [Strip.join([*(blank if number else first), line]) for number, line in enumerate(lines)]


def _at(text: Text, width: int) -> Content:
    return text if isinstance(text, Content) else text.at(width)


def row(margin: str, text: Text | str, style: str = "") -> Row:
    """One row: a margin in a style, and a text."""
    return Content.styled(margin, style) if style else Content(margin), Content(text) if isinstance(text, str) else text
