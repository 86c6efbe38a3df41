"""The export as an OpenDocument text: the form's two-column table, sources as footnotes, the budget below."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

from assistant.exports.writers.docx_writer import item_text
from assistant.exports.writers.odt_styles import Styles, add_styles
from assistant.validation.money import euros
from assistant.validation.typography import unbreakable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from assistant.exports.budget_table import BudgetCell
    from assistant.exports.page import Item, Page


def write(page: Page) -> bytes:
    """The bytes of an OpenDocument text."""
    from odfdo import Document, Header, Paragraph

    document = Document("text")
    body = document.body
    body.clear()
    document.meta.title, document.meta.language = page.title, "fr-FR"
    styles = add_styles(document)
    if page.banner:
        body.append(Paragraph(page.banner, style=styles.strong))
        for point in page.open_points:
            body.append(Paragraph(f"- {point}"))
    body.append(Paragraph(page.footer))
    body.append(Header(1, page.title))
    body.append(_fields(page, styles))
    if page.budget:
        body.append(Header(2, page.budget_title))
        body.append(_budget(page, styles))
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def _fields(page: Page, styles: Styles) -> Any:  # noqa: ANN401 - odfdo is read without types
    table, marks = _table("Fiche", (styles.label_column, styles.value_column)), _Marks()
    for row in page.rows:
        values = [marks.paragraph(item) for item in row.items] or [_paragraph("")]
        if row.is_list and len(values) > 1:
            values = [_bullets(values)]
        _append(table, (([_paragraph(row.label, styles.strong)], styles.label_cell), (values, styles.cell)))
    return table


class _Marks:
    """Numbers the notes of a document."""

    def __init__(self) -> None:
        self._count = 0

    def paragraph(self, item: Item) -> Any:  # noqa: ANN401
        from odfdo import Note

        paragraph = _paragraph(item_text(item))
        if item.note:
            self._count += 1
            rank = self._count
            paragraph.append(Note("footnote", note_id=f"note{rank}", citation=str(rank), body=item.note))
        return paragraph


def _budget(page: Page, styles: Styles) -> Any:  # noqa: ANN401
    table = _table("Budget", ())
    for left, right in page.budget:
        cells = []
        for side in (left, right):
            name_style = styles.strong if side.weight != "ligne" else None
            cells.append(([_paragraph(side.label, name_style)], styles.cell))
            cells.append(([_paragraph(_amount(side), styles.amount)], styles.cell))
        _append(table, cells)
    return table


def _amount(cell: BudgetCell) -> str:
    if cell.weight == "titre":
        return "Montant"
    return unbreakable(euros(cell.amount)) if cell.amount is not None else ""


def _table(name: str, columns: Sequence[str]) -> Any:  # noqa: ANN401
    from odfdo import Column, Table

    table = Table(name)
    for style in columns:
        table.append_column(Column(style=style))
    return table


def _append(table: Any, cells: Sequence[tuple[list[Any], str]]) -> None:  # noqa: ANN401
    from odfdo import Cell, Row

    line = Row()
    for paragraphs, style in cells:
        cell = Cell(style=style)
        for paragraph in paragraphs:
            cell.append(paragraph)
        line.append_cell(cell)
    table.append_row(line)


def _bullets(paragraphs: Sequence[Any]) -> Any:  # noqa: ANN401
    from odfdo import List, ListItem

    bullets = List(style="List_20_1")
    for paragraph in paragraphs:
        item = ListItem()
        item.append(paragraph)
        bullets.append(item)
    return bullets


def _paragraph(text: str, style: str | None = None) -> Any:  # noqa: ANN401
    from odfdo import Paragraph

    return Paragraph(text, style=style)
