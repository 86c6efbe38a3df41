"""Make the sample conventions: ``python -m tests.exemples.fabriquer`` rewrites corpus/exemples/*.docx and *.pdf."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tests.exemples.source import Block, blocks

if TYPE_CHECKING:
    from docx.document import Document

HERE = Path(__file__).parent
TARGET = HERE.parents[1] / "corpus" / "exemples"
WRITTEN = dt.datetime(2026, 11, 21, tzinfo=dt.UTC)


def _docx_table(document: Document, block: Block) -> None:
    width = max(len(row) for row in block.rows)
    table = document.add_table(rows=0, cols=width)
    table.style = "Table Grid"
    for row in block.rows:
        cells = table.add_row().cells
        for cell, text in zip(cells, row, strict=False):
            cell.text = text
        if len(row) < width or row[-1] == "":
            last = max(len([text for text in row if text]) - 1, 0)
            if last < width - 1:
                cells[last].merge(cells[-1])
    document.add_paragraph()


def write_docx(source: str, path: Path) -> None:
    """A convention whose fiches are form tables of two or three columns."""
    import docx

    document = docx.Document()
    document.core_properties.created = document.core_properties.modified = WRITTEN
    for block in blocks(source):
        if block.kind == "tableau":
            _docx_table(document, block)
        elif block.kind == "titre":
            document.add_heading(block.text, level=0)
        elif block.kind == "partie":
            document.add_heading(block.text, level=1)
        elif block.kind == "item":
            document.add_paragraph(block.text, style="List Bullet")
        else:
            document.add_paragraph(block.text)
    document.save(str(path))


def _flowable(block: Block, styles: Any) -> list[Any]:
    from reportlab.platypus import Paragraph, Spacer

    style = {"titre": "Title", "partie": "Heading2"}.get(block.kind, "BodyText")
    text = f"- {block.text}" if block.kind == "item" else block.text
    return [Paragraph(text, styles[style]), Spacer(1, 3)]


def write_pdf(source: str, path: Path) -> None:
    """A convention in prose under headings, with a text layer and numbered pages."""
    from reportlab.lib.pagesizes import A4
    from reportlab.lib.styles import getSampleStyleSheet
    from reportlab.platypus import SimpleDocTemplate

    def number(canvas: Any, document: Any) -> None:
        canvas.setFont("Helvetica", 8)
        canvas.drawCentredString(A4[0] / 2, 28, f"Convention territoriale globale – page {document.page}")

    styles = getSampleStyleSheet()
    story = [part for block in blocks(source) for part in _flowable(block, styles)]
    template = SimpleDocTemplate(str(path), pagesize=A4, title="Convention territoriale globale", invariant=1)
    template.build(story, onFirstPage=number, onLaterPages=number)


def main() -> None:
    """Write both documents."""
    brume, orvelle = ((HERE / f"{name}.md").read_text(encoding="utf-8") for name in ("val-de-brume", "orvelle"))
    write_docx(brume, TARGET / "convention-val-de-brume-2024-2028.docx")
    write_pdf(orvelle, TARGET / "convention-pays-d-orvelle-2023-2027.pdf")


if __name__ == "__main__":
    main()
