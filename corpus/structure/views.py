"""A line as the structure sees it: without markup, with what its shape tells."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from corpus.text.folding import fold

if TYPE_CHECKING:
    from corpus.models import Line, ReadDocument

_TAG = re.compile(r"<[^<>]{1,80}>")
_MARK = re.compile(r"\*\*|__|^#{1,6}\s+")
_ITEM = re.compile(
    r"^\s*(?:[-–—•▪■□●○◦❖➢➤►▶✓✔→⇒»*+=¢]|[vV][’'\"/]{1,2}|[voe]\s(?=[A-ZÀ-Ý])|\d{1,2}\s?\)|[a-z]\s?\)|[¹²³])\s*\S"
)
_HASH = re.compile(r"^(#{1,6})\s+\S")
_SPARSE = 0.2
_WRAP = 75
_PARAGRAPH_END = (".", ";", ":", "!", "?", "…", "»", ")")
_SENTENCE_END = (".", ";", ",", "...", "…")


@dataclass(frozen=True)
class View:
    """A line stripped of markup; ``index`` is 0-based."""

    index: int
    raw: str
    text: str
    cells: tuple[str, ...]
    dense: bool = False
    """Whether the document parts its paragraphs by new lines rather than by blank ones."""

    @cached_property
    def folded(self) -> str:
        """The text as comparisons are made on."""
        return fold(self.text)

    @property
    def blank(self) -> bool:
        """Whether nothing is written on the line."""
        return not self.text

    @property
    def row(self) -> bool:
        """Whether the line is a row of a table."""
        return bool(self.cells)

    @cached_property
    def item(self) -> bool:
        """Whether the line is an item of a list."""
        return bool(_ITEM.match(self.raw)) and not self.raw.lstrip().startswith("**")

    @cached_property
    def bold(self) -> bool:
        """Whether the whole line is marked as bold."""
        raw = self.raw.strip()
        return raw.startswith("**") and raw.rstrip(" :,.").endswith("**") and raw.count("**") == 2

    @cached_property
    def depth(self) -> int:
        """The number of ``#`` of a Markdown heading, 0 for other lines."""
        match = _HASH.match(self.raw)
        return len(match.group(1)) if match else 0

    @cached_property
    def caps(self) -> bool:
        """Whether the line is written in capitals."""
        letters = [c for c in self.text if c.isalpha()]
        dense = len(letters) >= 4 and len(letters) >= 0.6 * len(self.text)
        return dense and sum(c.isupper() for c in letters) >= 0.85 * len(letters)

    @property
    def ended(self) -> bool:
        """Whether the line ends as a sentence or an enumeration does."""
        return self.text.endswith(_SENTENCE_END)


def plain(text: str) -> str:
    """A text without tags nor emphasis marks."""
    return " ".join(_MARK.sub("", _TAG.sub(" ", text)).split())


def _view(line: Line, *, dense: bool) -> View:
    cells = tuple(plain(cell) for cell in line.cells) if len(line.cells) > 1 else ()
    if not cells and "\t" in line.text:
        cells = tuple(plain(cell) for cell in line.text.split("\t"))
    return View(line.number - 1, line.text, plain(line.text), cells, dense)


def views(document: ReadDocument) -> list[View]:
    """The lines of a document as views, in order."""
    blank = sum(not line.text.strip() for line in document.lines)
    dense = blank < _SPARSE * len(document.lines)
    return [_view(line, dense=dense) for line in document.lines]


def next_written(lines: list[View], index: int) -> View | None:
    """The first written line after ``index``."""
    return next((lines[i] for i in range(index + 1, len(lines)) if not lines[i].blank), None)


def isolated_before(lines: list[View], index: int) -> bool:
    """Whether a blank line, a table or a page's start (which scans mark by one space) stands before ``index``."""
    if index == 0 or lines[index - 1].blank or lines[index - 1].row:
        return True
    previous = lines[index - 1]
    if previous.dense and (previous.item or len(previous.text) < _WRAP or previous.text.endswith(_PARAGRAPH_END)):
        return True
    return lines[index].raw[:1] == " " and lines[index].raw[:2] != "  "


def isolated_after(lines: list[View], index: int) -> bool:
    """Whether a blank line or the end of the document stands after ``index``."""
    if index + 1 >= len(lines) or lines[index + 1].blank:
        return True
    following = lines[index + 1]
    return following.dense and (following.item or following.row or not following.text[0].islower())
