"""The text of a block of words: wrapped lines are joined, paragraphs and bullets start a new line."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.reading.pdf.geometry import VisualLine, Word, line_text, visual_lines

_BULLET = re.compile(r"(?:[-–—•▪■●○◦▶►➢➔→✓❖*>\uf000-\uf0ff]|\(?\d{1,2}[.)°/]|[a-z][.)])\s*(?=\S)")
_LONE_BULLET = re.compile(r"[-–—•▪■●○◦▶►➢➔→✓❖*>\uf000-\uf0ff]")
_SLACK = 0.35
"""Share of the missing room that is forgiven when asking whether a word would have fitted."""
_PARAGRAPH_GAP = 0.75
"""Blank height, in heights of the text, that separates paragraphs."""


def starts_item(text: str) -> bool:
    """Whether a line opens with a bullet or a number of a list."""
    return bool(_BULLET.match(text)) or bool(_LONE_BULLET.fullmatch(text))


def join(before: str, after: str) -> str:
    """Two wrapped lines as one: nothing between them when the first ends inside a hyphenated word."""
    hyphenated = len(before) > 1 and before[-1] in "-‐" and before[-2].isalpha() and after[:1].islower()
    compound = len(before) > 1 and before[-1] == "-" and before[-2].isalpha() and after[:1].isupper()
    return before + after if hyphenated or compound else f"{before} {after}"


def _would_have_fitted(line: VisualLine, following: VisualLine, width: float) -> bool:
    """Whether the first word of a line had room at the end of the line before."""
    first = following[0].words[0]
    room = width - (line[-1].x1 - line[0].x0)
    space = 0.25 * first.height
    return room > (first.x1 - first.x0 + space) * (1 + _SLACK)


def _breaks(line: VisualLine, following: VisualLine, width: float) -> bool:
    text = line_text(following)
    if starts_item(text):
        return not text[0].isalnum() or _would_have_fitted(line, following, width) or line_text(line)[-1] in ".;:"
    if _LONE_BULLET.fullmatch(line_text(line)):
        return False
    gap = following[0].top - line[0].bottom
    return gap > _PARAGRAPH_GAP * line[0].height or _would_have_fitted(line, following, width)


def paragraphs(lines: Sequence[VisualLine], width: float) -> list[str]:
    """The paragraphs of consecutive lines that may use ``width`` points."""
    found: list[str] = []
    for index, line in enumerate(lines):
        text = line_text(line)
        if found and not _breaks(lines[index - 1], line, width):
            found[-1] = join(found[-1], text)
        else:
            found.append(text)
    return found


def cell_text(words: Sequence[Word], left: float, right: float) -> str:
    """The text of a cell between two edges; its padding is measured on its own words."""
    if not words:
        return ""
    lines = visual_lines(words)
    widest = max(line[-1].x1 - line[0].x0 for line in lines)
    padding = max(min(min(line[0].x0 for line in lines) - left, 12.0), 0.0)
    return "\n".join(paragraphs(lines, max(widest, right - left - 2 * padding)))
