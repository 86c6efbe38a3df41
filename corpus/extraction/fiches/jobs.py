"""Job descriptions attached to a fiche: their rows have the labels of a fiche and feed none of its fields."""

from __future__ import annotations

from collections.abc import Sequence

from corpus.extraction.fiches.view import Unit, View

_FEWEST = 3
_MOST_BLANKS = 2


def job_lines(view: View) -> set[int]:
    """The lines of every table that is a job description."""
    lines: set[int] = set()
    for table in _tables(view.units):
        rows = [
            view.vocabulary.is_job_row(" ".join(unit.cells[0].split()))
            for unit in table
            if unit.kind == "rangee" and unit.cells[0]
        ]
        if sum(row for row, _ in rows) >= _FEWEST and any(only for _, only in rows):
            lines.update(unit.number for unit in table)
    return lines


def _tables(units: Sequence[Unit]) -> list[list[Unit]]:
    """Runs of rows, with the blank lines that page breaks leave inside them."""
    tables: list[list[Unit]] = []
    current: list[Unit] = []
    blanks = 0
    for unit in units:
        if unit.kind == "rangee":
            current.append(unit)
            blanks = 0
        elif unit.kind in {"vide", "bruit"} and blanks < _MOST_BLANKS:
            blanks += 1
        elif current:
            tables.append(current)
            current, blanks = [], 0
    return [*tables, current] if current else tables
