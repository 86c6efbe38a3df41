"""Words and visual lines by their place on the page; lengths in points, the origin at the top left."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, NamedTuple

Char = dict[str, Any]
"""A character as pdfplumber gives it."""

_SAME_LINE = 0.5
"""Share of a word's height within which two words share a line."""
_SEGMENT_GAP = 1.6
"""In heights of the text: a wider gap is not a space between words."""


class Word(NamedTuple):
    """A word and its box."""

    text: str
    x0: float
    x1: float
    top: float
    bottom: float

    @property
    def height(self) -> float:
        """Height of the box."""
        return self.bottom - self.top


@dataclass(slots=True)
class Segment:
    """Words of one line that only spaces separate."""

    words: list[Word]

    @property
    def text(self) -> str:
        """The words, a space between two."""
        return " ".join(word.text for word in self.words)

    @property
    def x0(self) -> float:
        """Left edge."""
        return self.words[0].x0

    @property
    def x1(self) -> float:
        """Right edge."""
        return max(word.x1 for word in self.words)

    @property
    def top(self) -> float:
        """Upper edge."""
        return min(word.top for word in self.words)

    @property
    def bottom(self) -> float:
        """Lower edge."""
        return max(word.bottom for word in self.words)

    @property
    def height(self) -> float:
        """Height of the tallest word."""
        return max(word.height for word in self.words)


_TWIN = 0.6
"""Points within which two letters are one printed twice."""
_MARK = re.compile(r"[^\w\s()«»\"']|o|\(?\d{1,2}[.)°]|[a-zA-Z][.)]|\d{1,2}(?:\.\d{1,2})+\.?")
"""A bullet or a number, which the text it opens may stand far from."""
_TILT = 0.01
_COVERED = 0.3
"""Share of a space that letters must cover for it to be overlaid."""

VisualLine = list[Segment]
"""Segments that stand at one height, from left to right."""


def tidy_chars(chars: Sequence[Char]) -> list[Char]:
    """Characters without what is printed over others: spaces over letters, letters twice for boldness.

    Spreadsheets print the spaces of a cell, many in a row, over its neighbours.
    """
    letters: dict[int, list[tuple[float, float]]] = defaultdict(list)
    once: list[Char] = []
    for char in map(_straightened, chars):
        if char["text"].isspace():
            once.append(char)
        elif not _is_twin(char, letters):
            once.append(char)
            letters[round(char["top"])].append((char["x0"], char["x1"]))
    for spans in letters.values():
        spans.sort()
    in_run = _spaces_in_a_row(once)
    return [char for char, run in zip(once, in_run, strict=True) if not (run and _is_covered(char, letters))]


def _straightened(char: Char) -> Char:
    """A character that only rounding tilts, made upright; one without a name, made a visible unknown."""
    if char["text"].startswith("(cid:"):
        char = char | {"text": "\ufffd"}
    across, tilt, slant, _, *_ = char["matrix"]
    if not char["upright"] and across > 0 and max(abs(tilt), abs(slant)) < _TILT * across:
        return char | {"upright": True}
    return char


def _spaces_in_a_row(chars: Sequence[Char]) -> list[bool]:
    """For each character, whether it is a space printed just before or after another."""
    space = [char["text"].isspace() for char in chars]
    around = zip([False, *space], space, [*space[1:], False], strict=False)
    return [here and (before or after) for before, here, after in around]


def _near_rows(char: Char) -> range:
    row = round(char["top"])
    return range(row - 1, row + 2)


def _is_twin(char: Char, letters: dict[int, list[tuple[float, float]]]) -> bool:
    """Whether the latest letters hold one at the same place: twins are printed one after the other."""
    recent = (span for row in _near_rows(char) for span in letters.get(row, ())[-400:])
    return any(abs(x0 - char["x0"]) < _TWIN and abs(x1 - char["x1"]) < _TWIN for x0, x1 in recent)


def _is_covered(char: Char, letters: dict[int, list[tuple[float, float]]]) -> bool:
    """Whether letters lie under a good part of a space."""
    left, right = float(char["x0"]), float(char["x1"])
    under = 0.0
    for row in _near_rows(char):
        spans = letters.get(row, [])
        first = bisect_right(spans, (left, 0.0))
        under += sum(max(min(right, x1) - max(left, x0), 0.0) for x0, x1 in spans[max(first - 1, 0) : first + 3])
    return under > _COVERED * (right - left)


def visual_lines(words: Iterable[Word]) -> list[VisualLine]:
    """Words grouped by height into lines, lines cut into segments at wide gaps, from top to bottom."""
    rows: list[list[Word]] = []
    for word in sorted(words, key=lambda w: ((w.top + w.bottom) / 2, w.x0)):
        middle = (word.top + word.bottom) / 2
        reference = rows[-1][0] if rows else None
        if reference and abs(middle - (reference.top + reference.bottom) / 2) <= _SAME_LINE * min(
            reference.height, word.height
        ):
            rows[-1].append(word)
        else:
            rows.append([word])
    return [_segments(sorted(row, key=lambda w: w.x0)) for row in rows]


def _segments(words: list[Word]) -> VisualLine:
    segments = [Segment([words[0]])]
    for previous, word in pairwise(words):
        marks_item = len(segments[-1].words) == 1 and bool(_MARK.fullmatch(previous.text))
        if not marks_item and word.x0 - previous.x1 > _SEGMENT_GAP * max(previous.height, word.height):
            segments.append(Segment([word]))
        else:
            segments[-1].words.append(word)
    return segments


def line_text(line: VisualLine) -> str:
    """The text of a visual line, whatever its gaps."""
    return " ".join(segment.text for segment in line)
