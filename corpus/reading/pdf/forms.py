"""Forms drawn by alignment: labels on the left of a gutter, values on its right, no rule between rows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from statistics import median

from corpus.reading.pdf.cells import cell_text
from corpus.reading.pdf.geometry import Segment, VisualLine, line_text

ALIGNED = 4.0
"""Points within which two left edges are aligned."""
_LABEL_SHARE = 0.45
"""A form's labels take at most this share of its width."""
_LABEL_LETTERS = 60
_CELL_SPACE = 0.45
"""In heights of the text: the least gap between a label and its value."""
_ROW_GAP = 0.35
"""In heights of the text: how much wider than between lines the gap between rows is."""
_TALLER = 1.15
"""Times the usual height from which a lone label is a title."""


@dataclass(slots=True)
class Block:
    """A line of the page to be: its height, its text, and its cells when it is a row."""

    top: float
    text: str
    cells: list[str] = field(default_factory=list)
    ruled: bool = False
    """Whether it is a row of a ruled table, which a running header never is."""


def cut_at(lines: Sequence[VisualLine], gutter: float) -> list[VisualLine]:
    """Lines whose segments are cut where a word starts on the gutter, even after a narrow gap."""
    return [[piece for segment in line for piece in _cut(segment, gutter)] for line in lines]


def _cut(segment: Segment, gutter: float) -> list[Segment]:
    for index in range(1, len(segment.words)):
        word, previous = segment.words[index], segment.words[index - 1]
        if abs(word.x0 - gutter) <= ALIGNED and word.x0 - previous.x1 > _CELL_SPACE * word.height:
            return [Segment(segment.words[:index]), Segment(segment.words[index:])]
    return [segment]


def sides(lines: Sequence[VisualLine], gutter: float) -> tuple[list[VisualLine], list[VisualLine]]:
    """What stands on each side of a gutter, line by line."""
    left = [[s for s in line if s.x0 < gutter - ALIGNED] for line in lines]
    right = [[s for s in line if s.x0 >= gutter - ALIGNED] for line in lines]
    return left, right


def is_form(left: Sequence[VisualLine], right: Sequence[VisualLine], gutter: float) -> bool:
    """Whether the left side holds labels: short and narrow, most of them facing a text."""
    labels = [line for line in left if line]
    start = min(line[0].x0 for line in labels)
    end = max(line[-1].x1 for line in right if line)
    short = all(len(line_text(line)) <= _LABEL_LETTERS for line in labels)
    facing = sum(bool(a) and bool(b) for a, b in zip(left, right, strict=True))
    narrow = gutter - start <= _LABEL_SHARE * (end - start)
    return short and narrow and facing >= 0.4 * len(labels)


def _gaps(lines: Sequence[VisualLine]) -> list[float]:
    """The blank height before each line, from the lowest edge above it."""
    gaps, lowest = [0.0], max(s.bottom for s in lines[0])
    for line in lines[1:]:
        gaps.append(min(s.top for s in line) - lowest)
        lowest = max(lowest, *(s.bottom for s in line))
    return gaps


def _starts_by_gap(lines: Sequence[VisualLine], left: Sequence[VisualLine], right: Sequence[VisualLine]) -> list[int]:
    """Where rows start when wide gaps alone give each row one label and one value; else nothing."""
    inner = [gap for gap in _gaps([line for line in right if line])[1:] if gap >= 0]
    usual = min(inner, default=0.0)
    height = median(line[0].height for line in lines)
    starts = [i for i, gap in enumerate(_gaps(lines)) if i == 0 or gap > usual + _ROW_GAP * height]
    groups = list(zip(starts, [*starts[1:], len(lines)], strict=True))
    whole = all(any(left[a:b]) and any(right[a:b]) for a, b in groups)
    return starts if whole and len(groups) > 1 else []


def _starts_by_label(lines: Sequence[VisualLine], left: Sequence[VisualLine], right: Sequence[VisualLine]) -> list[int]:
    """Where rows start when each label stands at the height of the start of its value."""
    gaps = _gaps(lines)

    def starts(i: int) -> bool:
        apart = not left[i - 1] or gaps[i] > _ROW_GAP * lines[i][0].height
        return bool(left[i]) and (not left[i - 1] or (bool(right[i]) and apart))

    return [i for i in range(len(lines)) if i == 0 or starts(i)]


def _cell(lines: Sequence[VisualLine], left: float, right: float) -> str:
    return cell_text([word for line in lines for segment in line for word in segment.words], left, right)


def form_rows(lines: Sequence[VisualLine], gutter: float) -> list[Block]:
    """The rows of a form, label then value; a tall label without a value is a title."""
    left, right = sides(lines, gutter)
    starts = _starts_by_gap(lines, left, right) or _starts_by_label(lines, left, right)
    edges = min(line[0].x0 for line in left if line), max(line[-1].x1 for line in right if line)
    usual = median(line[0].height for line in left if line)
    blocks = []
    for first, last in zip(starts, [*starts[1:], len(lines)], strict=True):
        label = [line for line in left[first:last] if line]
        value = [line for line in right[first:last] if line]
        if label and not value and label[0][0].height > _TALLER * usual:
            blocks += prose(label)
        else:
            cells = [_cell(label, edges[0], gutter), _cell(value, gutter, edges[1])]
            blocks.append(Block(lines[first][0].top, "", cells))
    return blocks


def prose(lines: Sequence[VisualLine]) -> list[Block]:
    """Each visual line as a line of text."""
    return [Block(line[0].top, line_text(line)) for line in lines if line]
