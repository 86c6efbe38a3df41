"""Rows of tables: a few at a time, each with the header of its table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.passages.model import TARGET, Piece, row_text, shown_text
from corpus.text.markup import is_rule

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corpus.models import Line
    from corpus.passages.sectioning import SectionMap

_ROWS = 480
"""Characters a passage of several rows aims not to exceed: rows are dense."""


def header_of(rows: Sequence[Line]) -> str:
    """The header of a table: its first row, when every cell but the empty ones is a short label."""
    if len(rows) < 2:
        return ""
    cells = [cell for cell in rows[0].cells if cell.strip()]
    labels = [cell for cell in cells if len(cell) <= 60 and not any(c.isdigit() for c in cell)]
    return row_text(rows[0].cells) if len(cells) >= 2 and len(labels) == len(cells) else ""


def table_pieces(rows: Sequence[Line], sections: SectionMap) -> list[Piece]:
    """Cut the rows of one table (in order, blank lines aside) into passages that repeat its header."""
    header = header_of(rows)
    pieces: list[Piece] = []
    group: list[Line] = []
    size = 0
    for row in rows:
        length = len(shown_text(row))
        limit = TARGET if _is_form_row(row) else _ROWS
        if group and size + length > limit:
            pieces.append(_piece(group, sections, header, rows[0]))
            group, size = [], 0
        group.append(row)
        size += length
    if group:
        pieces.append(_piece(group, sections, header, rows[0]))
    return pieces


def _is_form_row(row: Line) -> bool:
    return sum(1 for cell in row.cells if cell.strip()) <= 1


def _piece(rows: list[Line], sections: SectionMap, header: str, first_row: Line) -> Piece:
    text = "\n".join(shown_text(row) for row in rows if not is_rule(row.text)) or rows[0].text
    return Piece(
        rows[0].number,
        rows[-1].number,
        text,
        kind="sommaire" if sections.kind(rows[0].number) == "sommaire" else "tableau",
        path=sections.path(rows[0].number),
        header="" if rows[0] is first_row else header,
    )
