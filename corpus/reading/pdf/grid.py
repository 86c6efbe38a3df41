"""The grid of a ruled table: which columns and rows each box covers, whatever the doubled rules.

Shaded paragraphs and double borders draw boxes a few points inside the real ones; edges that close are one edge.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

Box = tuple[float, float, float, float]
"""Left, top, right, bottom."""

_SAME_COLUMN_EDGE = 6.0
_SAME_ROW_EDGE = 3.0


@dataclass(frozen=True, slots=True)
class Cell:
    """A box of a table by the columns and rows it covers, last ones excluded."""

    left: int
    top: int
    right: int
    bottom: int
    box: Box


def _edges(values: Iterable[float], tolerance: float) -> list[float]:
    """The lowest value of each cluster of values."""
    edges: list[float] = []
    previous = float("-inf")
    for value in sorted(values):
        if value - previous > tolerance:
            edges.append(value)
        previous = value
    return edges


def _at(edges: Sequence[float], value: float) -> int:
    return bisect_right(edges, value + 0.01) - 1


def cells_of(boxes: Sequence[Box]) -> list[Cell]:
    """The boxes of a table on its grid; slivers between doubled rules are left out."""
    columns = _edges((x for box in boxes for x in (box[0], box[2])), _SAME_COLUMN_EDGE)
    rows = _edges((y for box in boxes for y in (box[1], box[3])), _SAME_ROW_EDGE)
    placed = (Cell(_at(columns, b[0]), _at(rows, b[1]), _at(columns, b[2]), _at(rows, b[3]), b) for b in boxes)
    return [cell for cell in placed if cell.left < cell.right and cell.top < cell.bottom]


def row_groups(cells: Sequence[Cell]) -> list[list[int]]:
    """Rows to be read as one: those that shading cuts in a single column while the others cover them all."""
    last = max((cell.bottom for cell in cells), default=0)
    crossed = {row for cell in cells for row in range(cell.top + 1, cell.bottom)}
    blocks: list[list[int]] = []
    for row in range(last):
        if row in crossed:
            blocks[-1].append(row)
        else:
            blocks.append([row])
    return [group for block in blocks for group in _cut(block, cells)]


def _cut(block: list[int], cells: Sequence[Cell]) -> list[list[int]]:
    """One group when at most one column of the block is cut, else a group a row."""
    held = [cell for cell in cells if block[0] <= cell.top <= block[-1]]
    whole = sum(cell.bottom - cell.top == len(block) for cell in held)
    cut_columns = {cell.left for cell in held if cell.bottom - cell.top < len(block)}
    if whole and len(cut_columns) <= 1:
        return [block]
    return [[row] for row in block]
