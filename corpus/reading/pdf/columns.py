"""Text outside ruled tables: prose in reading order, newspaper columns, forms drawn by alignment.

A block of lines is cut by a vertical gutter when several lines have a wide gap at the same place. Short labels on
the left that face longer text on the right make a form, whose rows come out as cells; two columns of full lines are
read one after the other; anything else is left line by line.
"""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median

from corpus.reading.pdf.forms import ALIGNED, Block, cut_at, form_rows, is_form, prose, sides
from corpus.reading.pdf.geometry import VisualLine

_FEWEST_FACING = 3
_PROSE_WORDS = 4
"""Words a line of a newspaper column usually has, at least."""


def _gutter(lines: Sequence[VisualLine]) -> float | None:
    """The left edge that most second segments share, when enough lines have it."""
    edges = sorted(segment.x0 for line in lines for segment in line[1:2])
    best, count = None, 0
    for edge in edges:
        near = sum(abs(other - edge) <= ALIGNED for other in edges)
        if near > count:
            best, count = edge, near
    return best if best is not None and _is_shared(lines, best) else None


def _is_shared(lines: Sequence[VisualLine], gutter: float) -> bool:
    """Whether enough lines face something across a gutter; fewer do when many start on it alone."""
    facing = sum(any(abs(s.x0 - gutter) <= ALIGNED for s in line[1:]) for line in lines)
    alone = sum(abs(line[0].x0 - gutter) <= ALIGNED for line in lines)
    return facing >= _FEWEST_FACING or (facing == _FEWEST_FACING - 1 and alone >= _FEWEST_FACING)


def _crosses(line: VisualLine, gutter: float) -> bool:
    return any(s.x0 < gutter - ALIGNED and s.x1 > gutter - 1 for s in line)


def _is_prose(side: Sequence[VisualLine]) -> bool:
    held = [line for line in side if line]
    single = sum(len(line) == 1 for line in held) >= 0.8 * len(held)
    return single and median(len(line[0].words) for line in held) >= _PROSE_WORDS


def _facing_blocks(lines: Sequence[VisualLine], gutter: float) -> list[Block]:
    left, right = sides(lines, gutter)
    if not any(left) or not any(right):
        return prose(lines)
    if is_form(left, right, gutter):
        return form_rows(lines, gutter)
    return [*prose(left), *prose(right)] if _is_prose(left) and _is_prose(right) else prose(lines)


def read_flow(lines: Sequence[VisualLine]) -> list[Block]:
    """The blocks of consecutive lines in reading order."""
    gutter = _gutter(lines)
    if gutter is None:
        return prose(lines)
    lines = cut_at(lines, gutter)
    facing = [i for i, line in enumerate(lines) if any(abs(s.x0 - gutter) <= ALIGNED for s in line[1:])]
    first = last = facing[0]
    while last + 1 < len(lines) and not _crosses(lines[last + 1], gutter):
        last += 1
    run, rest = lines[first : last + 1], lines[last + 1 :]
    blocks = _facing_blocks(run, gutter) if _is_shared(run, gutter) else prose(run)
    return [*prose(lines[:first]), *blocks, *read_flow(rest)]
