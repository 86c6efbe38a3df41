"""The document as layouts see it: one unit a line, with what kind of line it is."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Literal

from corpus.extraction.fiches.marks import is_lone_letter, is_noise
from corpus.extraction.fiches.runin import split_run_in
from corpus.extraction.vocabulary import Vocabulary
from corpus.models import Line, ReadDocument, Section
from corpus.text.markup import is_rule, readable_text

_PIPES = re.compile(r"^\s*\|(.+\|.+)\|\s*$")
_HASHES = re.compile(r"^#{1,6}\s+")
_EMPHASIS = re.compile(r"(\*{1,3}|_{2,3})(?=\S)(.{1,400}?)(?<=\S)\1")
Kind = Literal["texte", "rangee", "vide", "bruit", "vertical", "etranger"]


@dataclass(frozen=True, slots=True)
class Unit:
    """One line of the document, readable.

    ``parts`` are the paragraphs of a text line (several when labels and values run into one line); ``cells``
    are the cells of a row, paragraphs separated by newlines.
    """

    number: int
    kind: Kind
    parts: tuple[str, ...] = ()
    cells: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """Its words on one line."""
        return " ".join(" ".join(self.cells or self.parts).split())

    @property
    def filled(self) -> tuple[str, ...]:
        """The cells that hold something."""
        return tuple(cell for cell in self.cells if cell)


@dataclass(frozen=True)
class View:
    """A document and the vocabulary it is read with."""

    document: ReadDocument
    sections: tuple[Section, ...]
    vocabulary: Vocabulary
    units: tuple[Unit, ...]

    @cached_property
    def text_width(self) -> int:
        """The longest text line, in characters."""
        return max((len(u.text) for u in self.units if u.kind == "texte"), default=0)

    def between(self, first: int, last: int) -> Sequence[Unit]:
        """The units of lines ``first`` to ``last``, both included."""
        return self.units[max(first - 1, 0) : last]

    def without(self, lines: Container[int]) -> View:
        """The same document with some lines taken for noise."""
        units = tuple(Unit(u.number, "bruit", u.parts, u.cells) if u.number in lines else u for u in self.units)
        return replace(self, units=units)

    def width(self, first: int, last: int) -> int:
        """The longest text line between two lines, in characters."""
        return max((len(u.text) for u in self.between(first, last) if u.kind == "texte"), default=0)


def _plain(text: str) -> str:
    """A text without the signs of Markdown around headings and stressed words."""
    text = _HASHES.sub("", text) if text.startswith("#") else text
    return _EMPHASIS.sub(r"\2", text) if "*" in text or "__" in text else text


def _row(line: Line, cells: tuple[str, ...], *, markdown: bool) -> Unit:
    texts = (readable_text(cell).strip() for cell in cells)
    tidy = tuple(map(_plain, texts)) if markdown else tuple(texts)
    if not any(tidy) or all(not cell or is_rule(cell) for cell in tidy):
        return Unit(line.number, "vide")
    return Unit(line.number, "rangee", cells=tidy)


def _text(line: Line, vocabulary: Vocabulary, *, markdown: bool) -> Unit:
    piped = _PIPES.match(line.text) if markdown else None
    if piped:
        return _row(line, tuple(piped[1].split("|")), markdown=True)
    text = readable_text(line.text)
    if markdown:
        text = _plain(text)
        text += " :" if line.text.startswith("#") and vocabulary.match(text) else ""
    if not text.strip() or is_rule(text):
        return Unit(line.number, "vide")
    parts = tuple(
        part for paragraph in text.split("\n") for part in split_run_in(paragraph.strip(), vocabulary) if part
    )
    return Unit(line.number, "bruit" if is_noise(text) else "texte", parts)


def _sideways(units: list[Unit]) -> Iterator[Unit]:
    """Mark lone capital letters, what a label printed sideways leaves, as vertical."""
    for unit in units:
        if unit.kind == "bruit" and is_lone_letter(unit.text):
            yield Unit(unit.number, "vertical", unit.parts)
        else:
            yield unit


def _between_rows(units: list[Unit], vocabulary: Vocabulary) -> list[Unit]:
    """Mark as noise the running title that a page break leaves inside a row: the next row has no label of its own."""
    marked = list(units)
    solid = [i for i, unit in enumerate(units) if unit.kind not in {"vide", "bruit"}]
    for before, here, after in zip(solid, solid[1:], solid[2:], strict=False):
        unit, following = units[here], units[after]
        rows = units[before].kind == following.kind == "rangee" and unit.kind == "texte"
        if rows and not following.cells[0] and len(units[before].cells) > 1 and not vocabulary.match(unit.text):
            marked[here] = Unit(unit.number, "bruit", unit.parts)
    return marked


def view(document: ReadDocument, sections: tuple[Section, ...], vocabulary: Vocabulary) -> View:
    """Look at a document line by line; the signs of Markdown are signs in plain text only."""
    markdown = document.format == "txt"
    units = [
        _row(line, line.cells, markdown=markdown) if line.cells else _text(line, vocabulary, markdown=markdown)
        for line in document.lines
    ]
    return View(document, sections, vocabulary, tuple(_sideways(_between_rows(units, vocabulary))))
