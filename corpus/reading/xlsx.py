"""Excel workbooks: every visible sheet, one line a row, dates as ISO dates."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from corpus.reading.archives import check_archive
from corpus.reading.raw import RawDocument
from corpus.text.folding import words

_HEADER_ROWS = 6
_DATE_WORDS = frozenset({"date", "dates", "debut", "fin", "echeance"})
_SERIALS = range(25_569, 73_051)  # 1970 to 2099
_EPOCH = dt.date(1899, 12, 30)
_ZEROES = dt.time(0, 0)


def as_text(value: object) -> str:
    """A cell as a person reads it: ISO dates, whole numbers without a decimal point."""
    match value:
        case None:
            return ""
        case bool():
            return "oui" if value else "non"
        case dt.datetime():
            return value.date().isoformat() if value.time() == _ZEROES else value.isoformat(" ", "minutes")
        case dt.date() | dt.time():
            return value.isoformat()
        case float() if value.is_integer():
            return str(int(value))
        case _:
            return str(value)


def _date_columns(rows: list[list[object]]) -> set[int]:
    """Columns whose heading speaks of a date: their whole numbers are serial dates."""
    columns: set[int] = set()
    for row in rows[:_HEADER_ROWS]:
        for index, value in enumerate(row):
            if isinstance(value, str) and len(value) < 80 and _DATE_WORDS & set(words(value)):
                columns.add(index)
    return columns


def _dated(value: object) -> object:
    if isinstance(value, int | float) and not isinstance(value, bool) and int(value) in _SERIALS:
        return _EPOCH + dt.timedelta(days=int(value))
    return value


def _trimmed(values: Iterable[object]) -> list[object]:
    row = list(values)
    while row and (row[-1] is None or row[-1] == ""):
        row.pop()
    return row


def _rows(sheet: Any, into: RawDocument) -> Iterator[list[object]]:  # noqa: ANN401 - a read-only sheet
    sheet.reset_dimensions()  # declared dimensions may be wrong, or huge
    for number, values in enumerate(sheet.iter_rows(values_only=True)):
        if number % 1000 == 0:
            into.progress()
        if row := _trimmed(values):
            yield row


def _add_sheet(rows: list[list[object]], into: RawDocument) -> None:
    width = max(map(len, rows), default=0)
    dates = _date_columns(rows)
    for row in rows:
        values = [_dated(value) if index in dates else value for index, value in enumerate(row)]
        cells = [as_text(value) for value in values] + [""] * (width - len(row))
        if width > 1:
            into.row(cells)
        else:
            into.paragraph(cells[0])


def read_xlsx(path: Path, into: RawDocument) -> None:
    """Read the visible sheets in order; their titles head them when there are several."""
    check_archive(path, into.name, into.limits)
    from openpyxl import load_workbook

    book = load_workbook(path, read_only=True, data_only=True)
    sheets = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
    if len(sheets) < len(book.worksheets):
        into.warnings.append("Les feuilles masquées du classeur ne sont pas lues.")
    for sheet in sheets:
        rows = list(_rows(sheet, into))
        if not rows:
            continue
        into.blank()
        if len(sheets) > 1:
            into.paragraph(sheet.title)
        _add_sheet(rows, into)
    book.close()
