"""Plans d'actions in tables: header rows, rows of axes, orientations carried down, one row per action."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from corpus.extraction.plan_columns import Columns, read_header
from corpus.models import PlanRow
from corpus.text.folding import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corpus.models import Line, ReadDocument, Section

_AXE = re.compile(
    r"^(?:axe|thematique|volet|priorite|enjeu|defi)\s*(?:n\s*°\s*)?(?:\d+|[ivx]+)?\s*[:.–—-]", re.IGNORECASE
)
_NO = frozenset({"non", "-", "–", "—", "/", "x non"})
_LONGEST_BREAK = 2
_LONGEST_BAND = 250


@dataclass
class _Carried:
    """What goes down the table until something replaces it."""

    columns: Columns | None = None
    axe: str = ""
    orientation: str = ""
    banded: bool = False
    """Whether a row of its own named the axe: a column of themes then says something else."""
    broken: bool = False
    """Whether a blank line or a page break stands just above."""


def cells_of(line: Line) -> tuple[str, ...]:
    """The cells of a row, each on one line."""
    return tuple(" ".join(cell.split()) for cell in line.cells)


def table_rows(document: ReadDocument, sections: Sequence[Section]) -> list[PlanRow]:
    """Every action of the plans d'actions in tables, in order."""
    titles = {section.source.ligne_debut: section.title for section in sections if section.kind == "axe"}
    fiches = [(s.source.ligne_debut, s.source.ligne_fin) for s in sections if s.kind in ("fiche", "modele")]
    carried, rows, gap = _Carried(), list[PlanRow](), 0
    for line in document.lines:
        cells = cells_of(line)
        if not cells:
            gap = gap + 1 if line.text.strip() else gap
            carried.broken = True
            if line.number in titles:
                carried.axe, carried.orientation = titles[line.number], ""
            if gap > _LONGEST_BREAK or len(line.text) > 80:
                carried.columns = None
            continue
        gap = 0
        columns = read_header(cells)
        if columns:
            carried.columns = columns
        elif carried.columns and not any(first <= line.number <= last for first, last in fiches):
            _read_row(document, line, cells, carried, rows)
            carried.broken = False
    return rows


def _read_row(
    document: ReadDocument, line: Line, cells: tuple[str, ...], carried: _Carried, rows: list[PlanRow]
) -> None:
    """Read one row under a header: a band, the end of the row above, or an action."""
    columns = carried.columns
    assert columns is not None  # noqa: S101 - the caller has a header
    written = [cell for cell in cells if cell]
    if not written or len(cells) > columns.width + 1:
        return
    if len(written) == 1 and _band(cells, columns, carried):
        return
    action = columns.cell(cells, "action")
    if rows and _continues(cells, columns, carried, action):
        rows[-1] = _extended(rows[-1], cells, columns, line.number)
        return
    axe = columns.cell(cells, "axe")
    if axe and axe != carried.axe and not carried.banded:
        carried.axe, carried.orientation = axe, ""
    carried.orientation = columns.cell(cells, "orientation") or carried.orientation
    if action and _numbered(cells, columns):
        rows.append(
            PlanRow(
                axe=carried.axe,
                orientation=carried.orientation,
                action=action,
                chef_de_file=columns.cell(cells, "chef_de_file"),
                coporteur=columns.cell(cells, "coporteur"),
                echeance=_echeance(cells, columns),
                source=document.span(line.number, line.number),
            )
        )


def _band(cells: tuple[str, ...], columns: Columns, carried: _Carried) -> bool:
    """Whether a row with one written cell is a band that names an axe or an orientation."""
    position, text = next((i, cell) for i, cell in enumerate(cells) if cell)
    if _AXE.match(fold(text)):
        carried.axe, carried.orientation, carried.banded = text, "", True
        return True
    if position in columns.roles.get("axe", []):
        carried.axe, carried.orientation = text, ""
        return True
    if position in columns.roles.get("orientation", []) and not carried.broken:
        carried.orientation = text
        return True
    if position == 0 and position not in columns.roles.get("action", []) and "orientation" not in columns.roles:
        numbered = text[0].isdigit() or not carried.orientation[:1].isdigit()
        carried.orientation = text if numbered and len(text) <= _LONGEST_BAND else carried.orientation
        return True
    return False


def _numbered(cells: tuple[str, ...], columns: Columns) -> bool:
    """Whether a row bears a number, when the table numbers its actions."""
    return "numero" not in columns.roles or bool(columns.cell(cells, "numero"))


def _continues(cells: tuple[str, ...], columns: Columns, carried: _Carried, action: str) -> bool:
    """Whether a row only ends the row above, cut by a page break."""
    if not action:
        head = columns.cell(cells, "orientation") or columns.cell(cells, "axe")
        return not head or (carried.broken and head[0].islower())
    starts = columns.cell(cells, "orientation") or columns.cell(cells, "chef_de_file")
    return carried.broken and action[0].islower() and not starts


def _extended(row: PlanRow, cells: tuple[str, ...], columns: Columns, last: int) -> PlanRow:
    """The row above with what this one adds to each of its cells."""
    parts = {
        role: " ".join(filter(None, (getattr(row, role), columns.cell(cells, role))))
        for role in ("orientation", "action", "chef_de_file", "coporteur")
    }
    echeance = row.echeance or _echeance(cells, columns)
    source = row.source.model_copy(update={"ligne_fin": last})
    return row.model_copy(update={**parts, "echeance": echeance, "source": source})


def _echeance(cells: tuple[str, ...], columns: Columns) -> str:
    """The échéance of a row: the years whose column is ticked, or the cell of the échéance."""
    ticked = [
        year
        for position, year in columns.years.items()
        if position < len(cells) and cells[position] and fold(cells[position]) not in _NO
    ]
    written = columns.cell(cells, "echeance")
    return ", ".join([*ticked, *([written] if written else [])])
