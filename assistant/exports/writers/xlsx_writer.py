"""The export as a workbook: the fiche in two columns, the budget, the sources, what is open."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from assistant.exports.page import content_text
from assistant.exports.writers.docx_writer import item_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from openpyxl.worksheet.worksheet import Worksheet

    from assistant.exports.budget_table import BudgetCell
    from assistant.exports.page import Page

_EUROS = '#,##0.00 "€"'
_LONGEST_CELL = 32_000
_SOURCES = ("Origine", "Champ", "Valeur", "Document", "Page", "Première ligne", "Dernière ligne", "Extrait")
"""The origin comes first: a sheet whose first column named the fields would be read as another fiche."""


def write(page: Page) -> bytes:
    """The bytes of a workbook."""
    import openpyxl

    book = openpyxl.Workbook()
    first = book.worksheets[0]
    first.title = "Fiche"
    _fiche(first, page)
    if page.budget:
        _budget(book.create_sheet("Budget"), page)
    _sources(book.create_sheet("Provenance"), page)
    book.properties.title, book.properties.creator = page.title[:250], page.export.genere.logiciel
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def _put(sheet: Worksheet, values: Sequence[object], *, bold: bool = False) -> None:
    """Add a row; a text is always a text, even when it begins like a formula."""
    from openpyxl.styles import Alignment, Font

    sheet.append([value[:_LONGEST_CELL] if isinstance(value, str) else value for value in values])
    for cell in sheet[sheet.max_row]:
        if isinstance(cell.value, str):
            cell.data_type = "s"
        cell.alignment = Alignment(wrap_text=True, vertical="top")
        cell.font = Font(bold=bold)


def _widths(sheet: Worksheet, widths: Sequence[int]) -> None:
    for column, width in zip("ABCDEFGH", widths, strict=False):
        sheet.column_dimensions[column].width = width


def _fiche(sheet: Worksheet, page: Page) -> None:
    if page.banner:
        _put(sheet, [page.banner], bold=True)
        for point in page.open_points:
            _put(sheet, ["Point ouvert", point])
    _put(sheet, [page.title], bold=True)
    for row in page.rows:
        bullet = "• " if row.is_list and len(row.items) > 1 else ""
        _put(sheet, [row.label, "\n".join(bullet + item_text(item) for item in row.items)])
    _put(sheet, ["Export", page.footer])
    _widths(sheet, (44, 96))


def _budget(sheet: Worksheet, page: Page) -> None:
    _put(sheet, [page.budget_title], bold=True)
    for left, right in page.budget:
        _put(sheet, [*_cells(left), *_cells(right)], bold=left.weight != "ligne" or right.weight != "ligne")
        for column in (2, 4):
            sheet.cell(sheet.max_row, column).number_format = _EUROS
    _widths(sheet, (48, 16, 48, 16))


def _cells(cell: BudgetCell) -> tuple[str, object]:
    return cell.label, "Montant" if cell.weight == "titre" else cell.amount


def _sources(sheet: Worksheet, page: Page) -> None:
    _put(sheet, _SOURCES, bold=True)
    for row in page.export.provenance:
        cited = row.citation
        source = (cited.document, cited.page, cited.ligne_debut, cited.ligne_fin, cited.extrait) if cited else ("",) * 5
        _put(sheet, [row.origine, row.champ, content_text(row), *source])
    _widths(sheet, (14, 24, 60, 32, 8, 14, 14, 80))
