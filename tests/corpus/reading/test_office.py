"""Word, OpenDocument, slides, web pages and rich text."""

from __future__ import annotations

from pathlib import Path

import docx
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from odfdo import Document as Odt
from odfdo import Header, List, Paragraph, Table
from pptx import Presentation
from pptx.util import Cm

from tests.corpus.reading.helpers import plain, read_here, rows


def _word(tmp_path: Path) -> Path:
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "Convention du Val-de-Brume"
    document.add_heading("Fiche action 1", 1)
    document.add_paragraph("Ouvrir un café", style="List Bullet")
    document.add_paragraph("Former les équipes", style="List Number")
    document.add_paragraph("Évaluer", style="List Number")
    table = document.add_table(rows=4, cols=3)
    table.cell(0, 0).merge(table.cell(0, 2)).text = "Café des parents"
    table.cell(1, 0).text = "Porteur"
    table.cell(1, 1).merge(table.cell(1, 2)).text = "Caf"
    table.cell(2, 0).merge(table.cell(3, 0)).text = "Échéances"
    table.cell(2, 1).text, table.cell(2, 2).text = "2026", "2029"
    table.cell(3, 1).text = "Premier bilan"
    table.cell(3, 1).add_paragraph("Second bilan")
    inner = table.cell(3, 2).add_table(rows=1, cols=2)
    inner.cell(0, 0).text, inner.cell(0, 1).text = "Coût", "900 €"
    box = document.add_table(rows=1, cols=1)
    box.cell(0, 0).text = "Encadré"
    document.save(str(tmp_path / "fiche.docx"))
    return tmp_path / "fiche.docx"


def test_word_reads_merged_cells_once_and_marks_its_lists(tmp_path: Path) -> None:
    document = read_here(_word(tmp_path))
    assert rows(document) == [
        ("Café des parents", "", ""),
        ("Porteur", "Caf", ""),
        ("Échéances", "2026", "2029"),
        ("", "Premier bilan\nSecond bilan", "Coût : 900 €"),
    ]
    assert plain(document) == [
        "Convention du Val-de-Brume", "Fiche action 1", "- Ouvrir un café", "1. Former les équipes", "2. Évaluer",
        "Encadré",
    ]  # fmt: skip


def test_word_reads_boxes_and_controls_once_and_leaves_deleted_text(tmp_path: Path) -> None:
    document = docx.Document()
    names = nsdecls("w") + ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    text = "<w:txbxContent><w:p><w:r><w:t>Dans la boîte</w:t></w:r></w:p></w:txbxContent>"
    copies = f"<mc:Choice>{text}</mc:Choice><mc:Fallback>{text}</mc:Fallback>"
    deleted = "<w:del><w:r><w:delText>Ôté</w:delText></w:r></w:del>"
    blocks = (
        f"<w:p {names}><w:r><mc:AlternateContent>{copies}</mc:AlternateContent></w:r></w:p>",
        f"<w:sdt {names}><w:sdtContent><w:p><w:r><w:t>Contrôle</w:t></w:r></w:p></w:sdtContent></w:sdt>",
        f"<w:p {names}><w:ins><w:r><w:t>Gardé</w:t></w:r></w:ins>{deleted}</w:p>",
    )
    for block in blocks:
        document.element.body.insert(0, parse_xml(block))
    document.save(str(tmp_path / "a.docx"))
    assert plain(read_here(tmp_path / "a.docx")) == ["Gardé", "Contrôle", "Dans la boîte"]


def test_opendocument_reads_lists_tables_and_headings(tmp_path: Path) -> None:
    document = Odt("text")
    document.body.clear()
    table = Table("T", width=2, height=2)
    for place, text in {(0, 0): "Public", (1, 0): "Familles", (0, 1): "Lieu"}.items():
        table.set_value(place, text)
    for block in (Header(1, "Fiche 1"), Paragraph("Porteur : Caf"), List(["Un", "Deux"]), table):
        document.body.append(block)
    document.save(str(tmp_path / "fiche.odt"))
    read = read_here(tmp_path / "fiche.odt")
    assert plain(read) == ["Fiche 1", "Porteur : Caf", "- Un", "- Deux"]
    assert rows(read) == [("Public", "Familles"), ("Lieu", "")]


def test_slides_are_pages(tmp_path: Path) -> None:
    show = Presentation()
    slide = show.slides.add_slide(show.slide_layouts[5])
    slide.shapes.title.text = "Plan d'actions"
    table = slide.shapes.add_table(1, 2, Cm(2), Cm(8), Cm(10), Cm(2)).table
    table.cell(0, 0).text, table.cell(0, 1).text = "Relais", "Caf"
    show.slides.add_slide(show.slide_layouts[5]).shapes.title.text = "Suite"
    show.save(str(tmp_path / "plan.pptx"))
    document = read_here(tmp_path / "plan.pptx")
    assert [(line.text, line.page) for line in document.lines if line.text] == [
        ("Plan d'actions", 1), ("Relais\tCaf", 1), ("Suite", 2),
    ]  # fmt: skip
    assert document.pages == 2


def test_a_web_page_without_its_machinery(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_text(
        "<html><head><title>T</title><style>p{}</style></head><body><nav>Menu</nav><h1>Fiche&nbsp;1</h1>"
        "<p>Un <b>café</b>\n des parents</p><ul><li>Un<li>Deux</ul><script>alert(1)</script>"
        "<table><tr><th>Lieu</th><td><p>Brume</p><p>Orvelle</p></td></tr></table></body></html>",
        encoding="utf-8",
    )
    document = read_here(path)
    assert plain(document) == ["Fiche 1", "Un café des parents", "- Un", "- Deux"]
    assert rows(document) == [("Lieu", "Brume\nOrvelle")]


def test_rich_text_keeps_its_accents(tmp_path: Path) -> None:
    path = tmp_path / "a.rtf"
    path.write_bytes(rb"{\rtf1\ansi\ansicpg1252 Un caf\'e9 des parents\par Deuxi\'e8me\par}")
    assert plain(read_here(path)) == ["Un café des parents", "Deuxième"]


def test_tabs_set_labels_apart_but_not_marks(tmp_path: Path) -> None:
    document = docx.Document()
    for text in ("Porteur\tCaf des Coteaux", "1.\tOuvrir un lieu", "•\tFormer", "\tRetrait simple"):
        document.add_paragraph(text)
    document.save(str(tmp_path / "a.docx"))
    read = read_here(tmp_path / "a.docx")
    assert rows(read) == [("Porteur", "Caf des Coteaux")]
    assert plain(read) == ["1. Ouvrir un lieu", "• Former", "Retrait simple"]


def test_words_of_an_opendocument_keep_their_tabs_and_boxes(tmp_path: Path) -> None:
    document = Odt("text")
    document.body.clear()
    paragraph = Paragraph("Porteur")
    paragraph.append_plain_text("\tCaf")
    document.body.append(paragraph)
    document.save(str(tmp_path / "a.odt"))
    assert rows(read_here(tmp_path / "a.odt")) == [("Porteur", "Caf")]
