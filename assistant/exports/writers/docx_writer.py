"""The export as a Word file: the form's two-column table, sources as footnotes, the budget on its own page."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from assistant.exports.writers.footnotes import Footnotes
from assistant.validation.money import euros
from assistant.validation.typography import unbreakable

if TYPE_CHECKING:
    from docx.document import Document
    from docx.table import _Cell, _Row

    from assistant.exports.budget_table import BudgetCell
    from assistant.exports.page import Item, Page, Row

_LABEL_WIDTH_CM, _VALUE_WIDTH_CM = 5.5, 11.5
_SHADE = "E8EEF4"


def write(page: Page) -> bytes:
    """The bytes of a Word file."""
    import docx

    document = docx.Document()
    notes = Footnotes(document)
    _properties(document, page)
    _banner(document, page)
    document.add_heading(page.title, level=1)
    _fields(document, page, notes)
    if page.budget:
        document.add_heading(page.budget_title, level=2)
        _budget(document, page)
    _footer(document, page)
    notes.attach()
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def _properties(document: Document, page: Page) -> None:
    made = page.export.genere
    properties = document.core_properties
    properties.title, properties.author, properties.language = page.title[:250], made.logiciel, "fr-FR"
    properties.created = properties.modified = made.le.replace(tzinfo=None)
    properties.comments = ""
    _in_french(document)


def _in_french(document: Document) -> None:
    """Tell the word processor that the text is French, so that it does not underline every word."""
    from docx.oxml.ns import qn

    for language in document.styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), "fr-FR")


def _banner(document: Document, page: Page) -> None:
    if not page.banner:
        return
    document.add_paragraph().add_run(page.banner).bold = True
    for point in page.open_points:
        document.add_paragraph(point, style="List Bullet")


def _footer(document: Document, page: Page) -> None:
    from docx.shared import Pt

    run = document.sections[0].footer.paragraphs[0].add_run(page.footer)
    run.italic, run.font.size = True, Pt(9)


def _fields(document: Document, page: Page, notes: Footnotes) -> None:
    from docx.shared import Cm

    table = document.add_table(rows=0, cols=2)
    table.style = "Table Grid"
    table.autofit = False
    for column, width in zip(table.columns, (_LABEL_WIDTH_CM, _VALUE_WIDTH_CM), strict=True):
        column.width = Cm(width)  # some programs read the widths of columns, others those of cells
    for row in page.rows:
        line = table.add_row()
        _keep_whole(line)
        left, right = line.cells
        left.width, right.width = Cm(_LABEL_WIDTH_CM), Cm(_VALUE_WIDTH_CM)
        left.paragraphs[0].add_run(row.label).bold = True
        _shade(left)
        _values(right, row, notes)


def _keep_whole(row: _Row) -> None:
    """Let no page break cut a row, unless it is longer than a page."""
    from docx.oxml import OxmlElement

    row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))  # noqa: SLF001 - python-docx has no such setting


def _values(cell: _Cell, row: Row, notes: Footnotes) -> None:
    for rank, item in enumerate(row.items):
        paragraph = cell.paragraphs[0] if rank == 0 else cell.add_paragraph()
        if row.is_list and len(row.items) > 1:
            paragraph.style = "List Bullet"
        paragraph.add_run(item_text(item)).italic = item.proposed
        if item.note:
            notes.add(paragraph, item.note)


def item_text(item: Item) -> str:
    """The words of a value, saying so when it is only a proposal."""
    return f"{item.text} (proposition)" if item.proposed else item.text


def _shade(cell: _Cell) -> None:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    shade = OxmlElement("w:shd")
    for name, value in (("val", "clear"), ("color", "auto"), ("fill", _SHADE)):
        shade.set(qn(f"w:{name}"), value)
    cell._tc.get_or_add_tcPr().append(shade)  # noqa: SLF001 - python-docx has no shading of its own


def _budget(document: Document, page: Page) -> None:
    table = document.add_table(rows=0, cols=4)
    table.style = "Table Grid"
    for left, right in page.budget:
        cells = table.add_row().cells
        _amount(cells[0], cells[1], left)
        _amount(cells[2], cells[3], right)


def _amount(name: _Cell, amount: _Cell, content: BudgetCell) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH

    strong = content.weight != "ligne"
    name.paragraphs[0].add_run(content.label).bold = strong
    written = unbreakable(euros(content.amount)) if content.amount is not None else ""
    if content.weight == "titre":
        written = "Montant"
    amount.paragraphs[0].add_run(written).bold = strong
    amount.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.RIGHT
