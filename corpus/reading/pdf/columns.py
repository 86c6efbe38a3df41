"""Text outside ruled tables: prose in reading order, newspaper columns, forms drawn by alignment.

A block of lines is cut by a vertical gutter when several lines have a wide gap at the same place. Short labels on
the left that face longer text on the right make a form, whose rows come out as cells; two columns of full lines are
read one after the other.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from corpus.reading.pdf.cells import cell_text
from corpus.reading.pdf.geometry import Segment, VisualLine, line_text

_ALIGNED = 4.0
"""Points within which two left edges are aligned."""
_FEWEST_FACING = 3
_LABEL_SHARE = 0.45
"""A form's labels take at most this share of its width."""
_LABEL_LETTERS = 60


@dataclass(slots=True)
class Block:
    """A line of the page to be: its height, its text, and its cells when it is a row."""

    top: float
    text: str
    cells: list[str] = field(default_factory=list)
    ruled: bool = False
    """Whether it is a row of a ruled table, which a running header never is."""


def _gutter(lines: Sequence[VisualLine]) -> float | None:
    """The left edge that most second segments share, when enough lines have it."""
    edges = sorted(segment.x0 for line in lines for segment in line[1:2])
    best, count = None, 0
    for edge in edges:
        near = sum(abs(other - edge) <= _ALIGNED for other in edges)
        if near > count:
            best, count = edge, near
    return best if count >= _FEWEST_FACING else None


def _crosses(line: VisualLine, gutter: float) -> bool:
    return any(s.x0 < gutter - _ALIGNED and s.x1 > gutter - 1 for s in line)


def _sides(lines: Sequence[VisualLine], gutter: float) -> tuple[list[VisualLine], list[VisualLine]]:
    left = [[s for s in line if s.x0 < gutter - _ALIGNED] for line in lines]
    right = [[s for s in line if s.x0 >= gutter - _ALIGNED] for line in lines]
    return left, right


def _is_form(left: Sequence[VisualLine], right: Sequence[VisualLine], gutter: float) -> bool:
    """Whether the left side holds labels: short, narrow, each facing the start of a text."""
    labels = [line for line in left if line]
    start = min(line[0].x0 for line in labels)
    end = max(line[-1].x1 for line in right if line)
    short = all(len(line_text(line)) <= _LABEL_LETTERS for line in labels)
    facing = sum(bool(a) and bool(b) for a, b in zip(left, right, strict=True))
    narrow = gutter - start <= _LABEL_SHARE * (end - start)
    return short and narrow and facing >= 0.5 * len(labels)


def _words(lines: Sequence[VisualLine]) -> list[Segment]:
    return [segment for line in lines for segment in line]


def _text(lines: Sequence[VisualLine], left: float, right: float) -> str:
    return cell_text([word for segment in _words(lines) for word in segment.words], left, right)


def _gap_before(lines: Sequence[VisualLine], index: int) -> float:
    return lines[index][0].top - max(s.bottom for s in lines[index - 1])


def _form_rows(lines: Sequence[VisualLine], gutter: float) -> list[Block]:
    """Rows of a form: a row starts where a label faces a text, unless the label goes on from the line above."""
    left, right = _sides(lines, gutter)
    starts = [
        i
        for i in range(len(lines))
        if i == 0
        or (left[i] and right[i] and (not left[i - 1] or _gap_before(lines, i) > 0.4 * lines[i][0].height))
        or (left[i] and not left[i - 1])
    ]
    end = max(line[-1].x1 for line in right if line)
    blocks = []
    for first, last in zip(starts, [*starts[1:], len(lines)], strict=True):
        label = [line for line in left[first:last] if line]
        value = [line for line in right[first:last] if line]
        cells = [_text(label, label[0][0].x0, gutter) if label else "", _text(value, gutter, end) if value else ""]
        blocks.append(Block(lines[first][0].top, "", cells))
    return blocks


def _prose(lines: Sequence[VisualLine]) -> list[Block]:
    return [Block(line[0].top, line_text(line)) for line in lines if line]


def _column_blocks(lines: Sequence[VisualLine], gutter: float) -> list[Block]:
    left, right = _sides(lines, gutter)
    if _is_form(left, right, gutter):
        return _form_rows(lines, gutter)
    top = lines[0][0].top
    both = [*_prose(left), *_prose(right)]
    return [Block(top + i / 1000, block.text) for i, block in enumerate(both)]


def read_flow(lines: Sequence[VisualLine]) -> list[Block]:
    """The blocks of consecutive lines in reading order."""
    gutter = _gutter(lines)
    if gutter is None:
        return _prose(lines)
    facing = [i for i, line in enumerate(lines) if any(abs(s.x0 - gutter) <= _ALIGNED for s in line[1:])]
    first = last = facing[0]
    while last + 1 < len(lines) and not _crosses(lines[last + 1], gutter):
        last += 1
    run = lines[first : last + 1]
    if sum(i <= last for i in facing) < _FEWEST_FACING:
        return (
            [*_prose(run), *read_flow(lines[last + 1 :])]
            if first == 0
            else [*_prose(lines[: last + 1]), *read_flow(lines[last + 1 :])]
        )
    return [*_prose(lines[:first]), *_column_blocks(run, gutter), *read_flow(lines[last + 1 :])]
