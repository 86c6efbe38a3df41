"""Spans as sets of lines and back."""

from __future__ import annotations

from collections.abc import Iterable

from corpus.models import ReadDocument, Span


def lines_of(spans: Iterable[Span]) -> set[int]:
    """Every line of some spans."""
    return {number for span in spans for number in range(span.ligne_debut, span.ligne_fin + 1)}


def spans_of(lines: Iterable[int], document: ReadDocument) -> tuple[Span, ...]:
    """The fewest spans that hold these lines and no other."""
    found: list[tuple[int, int]] = []
    for line in sorted(lines):
        if found and line == found[-1][1] + 1:
            found[-1] = (found[-1][0], line)
        else:
            found.append((line, line))
    return tuple(document.span(first, last) for first, last in found)
