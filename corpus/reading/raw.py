"""What a reader hands over: light lines, clean, that cross from the child process as JSON."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import zip_longest
from typing import NamedTuple

from corpus.reading import failures
from corpus.reading.limits import DEFAULT, Limits
from corpus.text.cleaning import clean, clean_line

_TABS = re.compile(r"\s*\t\s*")
_MARK = re.compile(r"[^\w\s]|o|\(?\d+(?:\.\d+)*[.)°]?|[a-zA-Z][.)]|[IVX]+[.)]")
"""A bullet or a number, which a tab sets apart from the text it opens."""
NOTES = "Notes :"
"""What heads the footnotes, where a format keeps them apart from the lines that call them."""


class RawLine(NamedTuple):
    """One line: its text, its page from 1 (or ``None``), and its cells when it is a row."""

    text: str
    page: int | None = None
    cells: tuple[str, ...] = ()


def _no_progress() -> None:
    return None


@dataclass(slots=True)
class RawDocument:
    """The lines of a document while a reader builds it; every text is cleaned as it comes in."""

    name: str
    limits: Limits = DEFAULT
    progress: Callable[[], None] = _no_progress
    """Called by readers at every page or sheet: the watchdog waits for it."""
    lines: list[RawLine] = field(default_factory=list)
    pages: int | None = None
    warnings: list[str] = field(default_factory=list)
    _characters: int = 0

    def add(self, text: str, page: int | None = None, cells: tuple[str, ...] = ()) -> None:
        """Append one line as it is, cleaned; ``cells`` are kept beside it."""
        self._count(text)
        self.lines.append(RawLine(clean_line(text), page, cells))

    def paragraph(self, text: str, page: int | None = None) -> None:
        """Append the lines of a paragraph, trailing blanks off; tabs become spaces (they would mean cells)."""
        for line in clean(text).split("\n"):
            self.add(line.replace("\t", " ").rstrip(), page)

    def tabbed(self, text: str, page: int | None = None) -> None:
        """Append the lines of a paragraph; one whose parts are set apart by tabs is a row, as in a plain text."""
        for line in clean(text).split("\n"):
            parts = [part for part in _TABS.split(line.strip()) if part]
            if len(parts) > 1 and _MARK.fullmatch(parts[0]):
                parts[:2] = [f"{parts[0]} {parts[1]}"]
            if len(parts) > 1:
                self.row(parts, page)
            else:
                self.add(" ".join(parts), page)

    def row(self, cells: Sequence[str], page: int | None = None) -> None:
        """Append one row of a table; paragraphs inside a cell are separated by newlines; a row of blanks is left."""
        tidy = tuple(tidy_cell(cell) for cell in cells)
        if any(tidy):
            self.add("\t".join(cell.replace("\n", " ") for cell in tidy), page, tidy)

    def notes(self, texts: Sequence[str], pages: Sequence[int] = ()) -> None:
        """Append the notes of a document after its body, under a label of their own: they are no value of a fiche."""
        if texts:
            self.blank()
            self.add(NOTES)
            for text, page in zip_longest(texts, pages):
                self.paragraph(" ".join(text.split()), page)

    def blank(self, page: int | None = None) -> None:
        """Separate two blocks by one blank line."""
        if self.lines and self.lines[-1].text:
            self.add("", page)

    def letters(self) -> int:
        """How many letters the document holds, up to where it matters."""
        return sum(sum(map(str.isalpha, line.text)) for line in self.lines[:2000])

    def _count(self, text: str) -> None:
        self._characters += len(text) + 1
        if self._characters > self.limits.characters or len(self.lines) >= self.limits.lines:
            raise failures.too_large(self.name, "trop de texte")


def tidy_cell(text: str) -> str:
    """A cell without tabs nor double spaces, its paragraphs separated by single newlines."""
    parts = (" ".join(part.split()) for part in clean(text).split("\n"))
    return "\n".join(part for part in parts if part)
