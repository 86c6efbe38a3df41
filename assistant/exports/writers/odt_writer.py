"""The export as an OpenDocument text: the form's two-column table, sources as footnotes."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

from assistant.exports.writers.docx_writer import item_text
from assistant.validation.money import euros
from assistant.validation.typography import unbreakable

if TYPE_CHECKING:
    from assistant.exports.budget_table import BudgetCell
    from assistant.exports.page import Item, Page


def write(page: Page) -> bytes:
    """The bytes of an OpenDocument text."""
    from odfdo import Document, Header, Paragraph

    document = Document("text")
    body = document.body
    body.clear()
    document.meta.title = page.title
    document.meta.language = "fr-FR"
    if page.banner:
        body.append(Paragraph(page.banner))
        for point in page.open_points:
            body.append(Paragraph(f"- {point}"))
    body.append(Header(1, page.title))
    body.append(_fields(page))
    if page.budget:
        body.append(Header(2, page.budget_title))
        body.append(_budget(page))
    body.append(Paragraph(page.footer))
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def _fields(page: Page) -> Any:  # noqa: ANN401 - odfdo is read without types
    from odfdo import Row as TableRow
    from odfdo import Table

    table = Table("Fiche")
    marks = _Marks()
    for row in page.rows:
        line = TableRow()
        line.append_cell(_cell([_paragraph(row.label)]))
        line.append_cell(_cell([marks.paragraph(item) for item in row.items] or [_paragraph("")]))
        table.append_row(line)
    return table


class _Marks:
    """Numbers the notes of a document."""

    def __init__(self) -> None:
        self._count = 0

    def paragraph(self, item: Item) -> Any:  # noqa: ANN401
        paragraph = _paragraph(item_text(item))
        if item.note:
            self._count += 1
            _append_note(paragraph, self._count, item.note)
        return paragraph


def _append_note(paragraph: Any, rank: int, text: str) -> None:  # noqa: ANN401
    from odfdo import Note

    paragraph.append(Note(note_class="footnote", note_id=f"note{rank}", citation=str(rank), body=text))


def _paragraph(text: str) -> Any:  # noqa: ANN401
    from odfdo import Paragraph

    return Paragraph(text)


def _cell(paragraphs: list[Any]) -> Any:  # noqa: ANN401
    from odfdo import Cell

    cell = Cell()
    for paragraph in paragraphs:
        cell.append(paragraph)
    return cell


def _budget(page: Page) -> Any:  # noqa: ANN401
    from odfdo import Row as TableRow
    from odfdo import Table

    table = Table("Budget")
    for left, right in page.budget:
        line = TableRow()
        for text in (*_texts(left), *_texts(right)):
            line.append_cell(_cell([_paragraph(text)]))
        table.append_row(line)
    return table


def _texts(cell: BudgetCell) -> tuple[str, str]:
    if cell.weight == "titre":
        return cell.label, "Montant"
    return cell.label, unbreakable(euros(cell.amount)) if cell.amount is not None else ""
