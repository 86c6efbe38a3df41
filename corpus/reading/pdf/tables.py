"""Ruled tables: each row with the text of its cells, merged cells read once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from corpus.reading.pdf.cells import cell_text
from corpus.reading.pdf.geometry import Word
from corpus.reading.pdf.grid import Box, Cell, cells_of, row_groups

_INSIDE = 0.8
"""Share of a table's height and width inside another above which it is a part of it."""


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


def _words_by_cell(words: Sequence[Word], cells: Sequence[Cell]) -> dict[Cell, list[Word]]:
    """Each word in the first cell that holds its middle, or in the nearest one (a sliver was its box)."""
    held: dict[Cell, list[Word]] = defaultdict(list)
    for word in words:
        home = next((cell for cell in cells if inside(word, cell.box)), None)
        held[home or min(cells, key=lambda cell: _distance(word, cell.box))].append(word)
    return held


def _distance(word: Word, box: Box) -> float:
    x, y = (word.x0 + word.x1) / 2, (word.top + word.bottom) / 2
    return max(box[0] - x, x - box[2], 0.0) + max(box[1] - y, y - box[3], 0.0)


def _read_group(group: Sequence[int], cells: Sequence[Cell], held: dict[Cell, list[Word]], width: int) -> Row:
    texts = [""] * width
    mine = [cell for cell in cells if group[0] <= cell.top <= group[-1]]
    for column in {cell.left for cell in mine}:
        stacked = [cell for cell in mine if cell.left == column]
        words = [word for cell in stacked for word in held.get(cell, ())]
        texts[column] = cell_text(words, min(c.box[0] for c in stacked), max(c.box[2] for c in stacked))
    return Row(min((cell.box[1] for cell in mine), default=0.0), texts)


def _read_rows(boxes: Sequence[Box], words: Sequence[Word]) -> list[Row]:
    cells = cells_of(boxes)
    if not cells:
        return []
    held = _words_by_cell(words, cells)
    width = max(cell.right for cell in cells)
    rows = [_read_group(group, cells, held, width) for group in row_groups(cells)]
    return _without_empty_columns([row for row in rows if any(row.cells)])


def _without_empty_columns(rows: list[Row]) -> list[Row]:
    kept = [i for i in range(len(rows[0].cells)) if any(row.cells[i] for row in rows)] if rows else []
    return [Row(row.top, [row.cells[i] for i in kept]) for row in rows]


def _within(inner: Box, outer: Box) -> bool:
    wide = min(inner[2], outer[2]) - max(inner[0], outer[0])
    high = min(inner[3], outer[3]) - max(inner[1], outer[1])
    return wide > _INSIDE * (inner[2] - inner[0]) and high > _INSIDE * (inner[3] - inner[1])


def read_tables(page: Any, words: Sequence[Word]) -> list[RuledTable]:  # noqa: ANN401 - pdfplumber has no types
    """The ruled tables of a page that hold text in two columns or more, from top to bottom."""
    found: list[RuledTable] = []
    largest_first = sorted(page.find_tables(), key=lambda t: (t.bbox[0] - t.bbox[2]) * (t.bbox[3] - t.bbox[1]))
    for table in largest_first:
        if any(_within(table.bbox, other.box) for other in found):
            continue
        rows = _read_rows(table.cells, [word for word in words if inside(word, table.bbox)])
        if any(sum(map(bool, row.cells)) > 1 for row in rows):
            found.append(RuledTable(table.bbox, rows))
    return sorted(found, key=lambda table: table.box[1])
