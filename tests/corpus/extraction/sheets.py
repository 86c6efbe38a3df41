"""Invented documents for the tests: plain text, with ``|cell|cell|`` for the rows of a table."""

from __future__ import annotations

from corpus.extraction.fiches import find_fiches
from corpus.extraction.vocabulary import Vocabulary
from corpus.models import ExtractedFiche, Line, ReadDocument
from corpus.structure import outline


def sheet(text: str, *, name: str = "convention.docx", format: str = "docx") -> ReadDocument:  # noqa: A002
    """A document of the lines of ``text``; ``⏎`` in a cell separates its paragraphs."""
    lines = []
    for number, raw in enumerate(text.strip("\n").split("\n"), 1):
        cells: tuple[str, ...] = ()
        if raw.startswith("|") and format != "txt":
            cells = tuple(cell.strip().replace("⏎", "\n") for cell in raw[1:].removesuffix("|").split("|"))
        shown = "\t".join(cell.replace("\n", " ") for cell in cells) if cells else raw
        lines.append(Line(number=number, text=shown, cells=cells))
    return ReadDocument(name=name, format=format, lines=tuple(lines))


def fiches(text: str, vocabulary: Vocabulary | None = None) -> tuple[ExtractedFiche, ...]:
    """The fiches found in an invented document."""
    document = sheet(text)
    return find_fiches(document, outline(document), vocabulary)


def only(text: str) -> ExtractedFiche:
    """The one fiche of an invented document."""
    found = fiches(text)
    assert len(found) == 1, [one.fiche.titre for one in found]
    return found[0]


def fields(one: ExtractedFiche) -> dict[str, object]:
    """The fields that a fiche fills, as plain values."""
    return one.fiche.model_dump(mode="json", exclude_none=True, exclude_defaults=True)
