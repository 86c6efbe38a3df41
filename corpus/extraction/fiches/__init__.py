"""Fiches actions out of any layout: a view of the document, layouts that read it, one assembly."""

from __future__ import annotations

from dataclasses import replace

from corpus.extraction.fiches.assemble import Assembly
from corpus.extraction.fiches.jobs import job_lines
from corpus.extraction.fiches.layouts import read_fiches
from corpus.extraction.fiches.themes import axis_for, find_themes
from corpus.extraction.fiches.view import Unit, view
from corpus.extraction.vocabulary import Vocabulary, default_vocabulary
from corpus.models import ExtractedFiche, ReadDocument, Section


def find_fiches(
    document: ReadDocument, outline: tuple[Section, ...] = (), vocabulary: Vocabulary | None = None
) -> tuple[ExtractedFiche, ...]:
    """Every fiche action of a document, in order, with the lines of each of its values."""
    looked = view(document, outline, vocabulary or default_vocabulary())
    aside = job_lines(looked)
    if aside:
        units = tuple(Unit(u.number, "etranger", u.parts, u.cells) if u.number in aside else u for u in looked.units)
        looked = replace(looked, units=units)
    themes = find_themes(looked)
    found: list[ExtractedFiche] = []
    previous = 0
    for reading in read_fiches(looked):
        if reading.axe is None and not any(c.champ == "axe" and c.pieces for c in reading.claims):
            reading.axe = axis_for(reading, themes, previous)
        found.append(Assembly(reading, looked).build())
        previous = reading.last
    return tuple(found)


__all__ = ["find_fiches"]
