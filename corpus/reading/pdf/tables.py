"""Ruled tables: each row with the text of its cells, merged cells read once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from corpus.reading.pdf.cells import cell_text
from corpus.reading.pdf.geometry import Word

Box = tuple[float, float, float, float]
"""Left, top, right, bottom."""


@dataclass(slots=True)
class Row:
    """A row of a table: where it starts and its cells, empty where a merged cell covers."""

    top: float
    cells: list[str]


@dataclass(slots=True)
class RuledTable:
    """A table of at least two columns, with the box it claims on the page."""

    box: Box
    rows: list[Row]


def inside(word: Word, box: Box) -> bool:
    """Whether the middle of a word is in a box."""
    x, y = (word.x0 + word.x1) / 2, (word.top + word.bottom) / 2
    return box[0] <= x <= box[2] and box[1] <= y <= box[3]


def _read_row(row: Any, words: Sequence[Word]) -> Row:  # noqa: ANN401 - pdfplumber has no types
    cells = []
    for box in row.cells:
        held = [word for word in words if box and inside(word, box)]
        cells.append(cell_text(held, box[0], box[2]) if box else "")
    return Row(row.bbox[1], cells)


def _is_table(table: Any) -> bool:  # noqa: ANN401 - pdfplumber has no types
    """Whether ruled boxes make a table: a frame or a box of one column is only text."""
    return len(table.rows) > 0 and max(sum(c is not None for c in row.cells) for row in table.rows) > 1


def read_tables(page: Any, words: Sequence[Word]) -> list[RuledTable]:  # noqa: ANN401 - pdfplumber has no types
    """The ruled tables of a page that hold text in two columns or more, from top to bottom."""
    found = []
    for table in sorted(filter(_is_table, page.find_tables()), key=lambda t: t.bbox[1]):
        mine = [word for word in words if inside(word, table.bbox)]
        rows = [_read_row(row, mine) for row in table.rows]
        rows = _without_empty_columns([row for row in rows if any(row.cells)])
        if any(sum(map(bool, row.cells)) > 1 for row in rows):
            found.append(RuledTable(table.bbox, rows))
    return found


def _without_empty_columns(rows: list[Row]) -> list[Row]:
    """Rows without the columns that no row fills, such as the doubled rules of a border."""
    width = max((len(row.cells) for row in rows), default=0)
    kept = [i for i in range(width) if any(i < len(row.cells) and row.cells[i] for row in rows)]
    return [Row(row.top, [row.cells[i] if i < len(row.cells) else "" for i in kept]) for row in rows]
