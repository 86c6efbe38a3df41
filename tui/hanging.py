"""Lines with a sign in the margin: a long text wraps under its own beginning, not under the sign."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content
from textual.strip import Strip
from textual.visual import RenderOptions, Visual

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.css.styles import RulesMap
    from textual.style import Style

Row = tuple[Content, Content]
"""What stands in the margin of the first line, and the text."""


class Hanging(Visual):
    """Rows of margin and text, each text wrapped in the width its margin leaves."""

    def __init__(self, rows: Sequence[Row]) -> None:
        self._rows = tuple(rows)

    @property
    def plain(self) -> str:
        """The words, without style."""
        return "\n".join(f"{margin.plain}{text.plain}" for margin, text in self._rows)

    def render_strips(self, width: int, height: int | None, style: Style, options: RenderOptions) -> list[Strip]:
        """Render each row, its margin beside its first line only."""
        strips = [strip for row in self._rows for strip in self._row(row, width, style, options)]
        return strips[:height] if height is not None else strips

    def get_optimal_width(self, rules: RulesMap, container_width: int) -> int:
        """The widest row unwrapped."""
        widths = [m.cell_length + t.get_optimal_width(rules, container_width) for m, t in self._rows]
        return max(widths, default=1)

    def get_height(self, rules: RulesMap, width: int) -> int:
        """The lines all rows take."""
        return sum(t.get_height(rules, max(width - m.cell_length, 1)) for m, t in self._rows)

    @staticmethod
    def _row(row: Row, width: int, style: Style, options: RenderOptions) -> list[Strip]:
        margin, text = row
        indent = margin.cell_length
        lines = text.render_strips(max(width - indent, 1), None, style, options)
        if not indent:
            return lines
        first = margin.render_strips(indent, 1, style, options)
        blank = Content(" " * indent).render_strips(indent, 1, style, options)
        return [Strip.join([*(blank if number else first), line]) for number, line in enumerate(lines)]


def row(margin: str, text: Content | str, style: str = "") -> Row:
    """One row: a margin in a style, and a text."""
    return Content.styled(margin, style) if style else Content(margin), Content(text) if isinstance(text, str) else text
