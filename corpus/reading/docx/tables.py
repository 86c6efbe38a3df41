"""Tables of Word: each row with its cells, merged cells read once, tables inside cells laid flat."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from corpus.reading.docx.names import Element, child, number, w

CellReader = Callable[[Element], str]
"""Gives the text of a cell, its paragraphs separated by newlines."""
_WIDEST = 64


def rows_of(table: Element) -> Iterator[Element]:
    """The rows of a table, those inside content controls included, not those of inner tables."""
    for part in table:
        if part.tag == w("tr"):
            yield part
        elif part.tag in {w("sdt"), w("sdtContent"), w("customXml"), w("ins")}:
            yield from rows_of(part)


def cells_of(row: Element) -> Iterator[Element]:
    """The cells of a row, those inside content controls included."""
    for part in row:
        if part.tag == w("tc"):
            yield part
        elif part.tag in {w("sdt"), w("sdtContent"), w("customXml"), w("ins")}:
            yield from cells_of(part)


def _continues(cell: Element) -> bool:
    """Whether a cell only continues the one above."""
    merge = child(cell, "tcPr", "vMerge")
    return merge is not None and merge.get(w("val"), "continue") == "continue"


def _placed(row: Element, read_cell: CellReader) -> dict[int, str]:
    """The cells of a row by the column of the grid where each starts."""
    column = min(max(number(row, "trPr", "gridBefore") or 0, 0), _WIDEST)
    placed: dict[int, str] = {}
    for cell in cells_of(row):
        placed[column] = "" if _continues(cell) else read_cell(cell)
        column += min(max(number(cell, "tcPr", "gridSpan") or 1, 1), _WIDEST)
    return placed


def read_rows(table: Element, read_cell: CellReader) -> Iterator[list[str]]:
    """The rows of a table, each as wide as the columns in which some cell of the table starts."""
    rows = [_placed(row, read_cell) for row in rows_of(table) if not is_removed(row)]
    columns = sorted({column for row in rows for column in row})
    for row in rows:
        yield [row.get(column, "") for column in columns]


def is_removed(row: Element) -> bool:
    """Whether a tracked change has deleted the row."""
    return child(row, "trPr", "del") is not None


def is_frame(table: Element) -> bool:
    """Whether a table has one column: a box around text rather than a table."""
    spans = [sum(number(c, "tcPr", "gridSpan") or 1 for c in cells_of(row)) for row in rows_of(table)]
    counts = [sum(1 for _ in cells_of(row)) for row in rows_of(table)]
    return bool(spans) and max(counts) == 1 and len(set(spans)) == 1
