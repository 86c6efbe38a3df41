"""Fiches side by side: labels down the first column of a table, one fiche in each of the others."""

from __future__ import annotations

from collections.abc import Sequence

from corpus.extraction.fiches.claims import Claim, Reading
from corpus.extraction.fiches.pieces import NEVER_FULL
from corpus.extraction.fiches.view import Unit, View
from corpus.extraction.vocabulary import Label

_FEWEST = 4
_NAMES = frozenset({"titre", "numero"})


class Columnwise:
    """Fiches read one a column."""

    name = "colonnes"

    def read(self, view: View) -> list[Reading]:
        """The columns of every table whose first column names enough fields, a title among them."""
        readings: list[Reading] = []
        for table in _tables(view):
            rows = [(unit, label) for unit in table if (label := view.vocabulary.exact(_first(unit)))]
            if len(rows) >= max(_FEWEST, len(table) - 2) and _across(rows):
                width = max(len(unit.cells) for unit, _ in rows)
                readings += [r for i in range(1, width) if (r := _column(rows, i, table, self.name))]
        return readings


def _first(unit: Unit) -> str:
    return " ".join(unit.cells[0].split())


def _tables(view: View) -> list[list[Unit]]:
    """Runs of rows that all have three cells or more and a first one filled."""
    tables: list[list[Unit]] = [[]]
    for unit in view.units:
        if unit.kind == "rangee" and len(unit.cells) >= 3 and unit.cells[0]:
            tables[-1].append(unit)
        elif tables[-1]:
            tables.append([])
    return [table for table in tables if len(table) >= _FEWEST]


def _across(rows: Sequence[tuple[Unit, Label]]) -> bool:
    """Whether the rows hold a value in two columns or more, the title first of all."""
    wide = [unit for unit, _ in rows if len(unit.filled) >= 3]
    titled = any(label.key == "titre" and len(unit.filled) >= 3 for unit, label in rows)
    labels_again = any(label.key == "echeances" and len(unit.filled) == 3 for unit, label in rows)
    return titled and len(wide) >= 0.7 * len(rows) and (len(wide) > 1 + labels_again)


def _column(rows: Sequence[tuple[Unit, Label]], index: int, table: Sequence[Unit], layout: str) -> Reading | None:
    reading = Reading(table[0].number, table[-1].number, layout=layout, strength=3)
    for unit, label in rows:
        cell = unit.cells[index] if index < len(unit.cells) else ""
        claim = Claim(label.key, label.form, unit.number, rows=True, beside=True, label=_first(unit))
        for paragraph in cell.split("\n"):
            claim.composer.add(paragraph, unit.number, gap=True, width=NEVER_FULL)
        reading.claims.append(claim)
    number = next((c for c in reading.claims if c.key == "numero" and c.pieces), None)
    reading.numero = number.pieces[0].text if number else None
    return reading if "titre" in reading.said and len(reading.said - _NAMES) >= 2 else None
