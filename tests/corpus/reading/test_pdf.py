"""PDF: ruled tables, forms drawn by alignment, columns, running headers, scans."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader, PdfWriter
from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph, SimpleDocTemplate, Table

from corpus.models import ReadDocument
from corpus.reading import Limits, read
from corpus.reading.pdf.notes import Footnotes
from corpus.reading.pdf.page import PageText, read_page
from tests.corpus.reading.helpers import plain, read_here, reason_of, rows

Draw = Callable[[Canvas], None]
_STYLE = getSampleStyleSheet()["BodyText"]
_GRID: list[Any] = [("GRID", (0, 0), (-1, -1), 0.5, colors.black), ("VALIGN", (0, 0), (-1, -1), "TOP")]
_LONG = "Un accueil ouvert chaque semaine aux familles des communes rurales avec un professionnel formé à l'écoute"


def _drawn(path: Path, *pages: Draw) -> ReadDocument:
    canvas = Canvas(str(path), pagesize=A4)
    for draw in pages:
        draw(canvas)
        canvas.showPage()
    canvas.save()
    return read_here(path)


def _lines(canvas: Canvas, left: float, top: float, texts: list[str], step: float = 14) -> None:
    for index, text in enumerate(texts):
        if text:
            canvas.drawString(left, top - index * step, text)


def test_rows_of_a_ruled_table_with_merged_and_wrapped_cells(tmp_path: Path) -> None:
    data: list[list[object]] = [
        [Paragraph("Café des parents", _STYLE), "", ""],
        [Paragraph("Porteur", _STYLE), Paragraph("Caf", _STYLE), Paragraph("2026", _STYLE)],
        [Paragraph("Objectifs", _STYLE), Paragraph(f"- {_LONG}<br/>- Former les bénévoles", _STYLE), ""],
    ]
    merged: list[Any] = [("SPAN", (0, 0), (2, 0)), ("SPAN", (1, 2), (2, 2))]
    SimpleDocTemplate(str(tmp_path / "t.pdf")).build([Table(data, colWidths=[90, 200, 80], style=_GRID + merged)])
    assert rows(read_here(tmp_path / "t.pdf")) == [
        ("Café des parents", "", ""),
        ("Porteur", "Caf", "2026"),
        ("Objectifs", f"- {_LONG}\n- Former les bénévoles", ""),
    ]


def test_a_row_cut_by_a_page_goes_on_with_an_empty_label(tmp_path: Path) -> None:
    def page(label: str, value: str) -> Draw:
        def draw(canvas: Canvas) -> None:
            for y in (700, 740, 780):
                canvas.line(60, y, 500, y)
            for x in (60, 160, 500):
                canvas.line(x, 700, x, 780)
            canvas.drawString(64, 760, label)
            canvas.drawString(164, 760, value)
            canvas.drawString(64, 720, "Lieu")
            canvas.drawString(164, 720, "Brume")

        return draw

    document = _drawn(tmp_path / "t.pdf", page("Public", "Les familles et"), page("", "les personnes seules"))
    assert rows(document) == [
        ("Public", "Les familles et"), ("Lieu", "Brume"), ("", "les personnes seules"), ("Lieu", "Brume"),
    ]  # fmt: skip
    assert [line.page for line in document.lines if line.cells] == [1, 1, 2, 2]


def test_a_form_drawn_by_alignment_comes_as_rows(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.drawString(60, 790, "Fiche action 3 : un café des parents dans chaque bourg")
        labels = {740: "Porteur", 700: "Objectifs", 632: "Public cible", 592: "Indicateurs"}
        for top, label in labels.items():
            canvas.drawString(60, top, label)
        _lines(canvas, 200, 740, ["Caf des Coteaux de Mirande"])
        _lines(canvas, 200, 700, ["Offrir un lieu ouvert à toutes les familles,", "même isolées.",
                                  "- Former les bénévoles"])  # fmt: skip
        _lines(canvas, 200, 632, ["Familles"])
        _lines(canvas, 200, 592, ["Nombre de rencontres", "Nombre de familles"])

    document = _drawn(tmp_path / "f.pdf", draw)
    assert plain(document) == ["Fiche action 3 : un café des parents dans chaque bourg"]
    assert [(row[0], row[1].replace("\n", " ")) for row in rows(document)] == [
        ("Porteur", "Caf des Coteaux de Mirande"),
        (
            "Objectifs",
            "Offrir un lieu ouvert à toutes les familles, même isolées. - Former les bénévoles",
        ),
        ("Public cible", "Familles"),
        ("Indicateurs", "Nombre de rencontres Nombre de familles"),
    ]


def test_two_columns_of_prose_are_read_one_after_the_other(tmp_path: Path) -> None:
    left = [f"gauche {i} avec assez de mots pour la ligne" for i in range(8)]
    right = [f"droite {i} avec assez de mots pour la ligne" for i in range(8)]

    def draw(canvas: Canvas) -> None:
        _lines(canvas, 50, 700, left)
        _lines(canvas, 320, 700, right)

    assert plain(_drawn(tmp_path / "c.pdf", draw)) == [*left, *right]


def test_running_headers_and_page_numbers_are_left_out(tmp_path: Path) -> None:
    def page(number: int) -> Draw:
        def draw(canvas: Canvas) -> None:
            canvas.drawString(60, 810, "CTG du Pays d'Orvelle")
            canvas.drawString(60, 700, f"Contenu propre de la page {'abcd'[number]}")
            canvas.drawString(290, 30, f"Page {number + 1} sur 4")

        return draw

    document = _drawn(tmp_path / "r.pdf", *map(page, range(4)))
    assert plain(document) == [f"Contenu propre de la page {letter}" for letter in "abcd"]
    assert document.pages == 4


def test_two_pages_alike_keep_their_headers(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.drawString(60, 810, "CTG du Pays d'Orvelle")
        canvas.drawString(60, 700, "Contenu")

    assert plain(_drawn(tmp_path / "r.pdf", draw, draw)).count("CTG du Pays d'Orvelle") == 2


def test_spaces_and_letters_printed_over_others_do_not_cut_words(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.drawString(60, 700, "chance pour tous les jeunes du territoire")
        canvas.drawString(58, 700, " " * 60)
        canvas.drawString(60, 650, "double")
        canvas.drawString(60.2, 650, "double")

    assert plain(_drawn(tmp_path / "o.pdf", draw)) == ["chance pour tous les jeunes du territoire", "double"]


def _picture(canvas: Canvas) -> None:
    from PIL import Image
    from reportlab.lib.utils import ImageReader

    canvas.drawImage(ImageReader(Image.new("L", (40, 40), 200)), 0, 0, *A4)


def test_a_scan_is_named_and_a_partly_scanned_document_warns(tmp_path: Path) -> None:
    canvas = Canvas(str(tmp_path / "scan.pdf"), pagesize=A4)
    _picture(canvas)
    canvas.save()
    assert reason_of(tmp_path / "scan.pdf", isolated=False) == "scan"

    def words(canvas: Canvas) -> None:
        canvas.drawString(60, 700, _LONG)

    document = _drawn(tmp_path / "mixte.pdf", words, _picture)
    assert any("2" in warning for warning in document.warnings)


def test_an_encrypted_file_says_so_and_an_open_password_does_not_hinder(tmp_path: Path) -> None:
    _drawn(tmp_path / "clair.pdf", lambda canvas: canvas.drawString(60, 700, _LONG))
    for name, password in (("secret.pdf", "sesame"), ("ouvert.pdf", "")):
        writer = PdfWriter(clone_from=PdfReader(tmp_path / "clair.pdf"))
        writer.encrypt(password, owner_password="autre", algorithm="RC4-128")
        writer.write(tmp_path / name)
    assert reason_of(tmp_path / "secret.pdf", isolated=False) == "chiffre"
    assert plain(read_here(tmp_path / "ouvert.pdf")) == [_LONG]


@pytest.mark.parametrize("content", [b"pas un pdf", b"%PDF-1.7\n", b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog"])
def test_a_broken_file_is_named(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "a.pdf").write_bytes(content)
    assert reason_of(tmp_path / "a.pdf") in {"abime", "vide"}


@pytest.mark.parametrize("place", ["TOP", "MIDDLE"])
def test_a_form_without_rules_whatever_the_place_of_its_labels(tmp_path: Path, place: str) -> None:
    expected = [
        ("Pilote", "Communauté de communes des Coteaux"),
        ("Objectifs opérationnels", _LONG),
        ("Moyens humains et financiers", "- Un poste de coordination\n- Des locaux communaux\n- Une aide de la Caf"),
        ("Indicateurs d'évaluation", f"- Nombre de familles\n- {_LONG}"),
        ("Public", "Familles"),
    ]
    data = [[Paragraph(label, _STYLE), Paragraph(value.replace("\n", "<br/>"), _STYLE)] for label, value in expected]
    table = Table(data, colWidths=[120, 300], style=[("VALIGN", (0, 0), (-1, -1), place)])
    SimpleDocTemplate(str(tmp_path / "f.pdf")).build([Paragraph(_LONG, _STYLE), table, Paragraph(_LONG, _STYLE)])
    assert rows(read_here(tmp_path / "f.pdf")) == expected


def test_a_rotated_label_is_read_in_order(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        for y in (600, 780):
            canvas.line(60, y, 500, y)
        for x in (60, 100, 500):
            canvas.line(x, 600, x, 780)
        canvas.drawString(110, 700, "Un lieu ouvert aux familles")
        canvas.saveState()
        canvas.translate(84, 640)
        canvas.rotate(90)
        canvas.drawString(0, 0, "Objectifs de fond")
        canvas.restoreState()

    assert rows(_drawn(tmp_path / "v.pdf", draw)) == [("Objectifs de fond", "Un lieu ouvert aux familles")]


def test_a_damaged_page_does_not_lose_the_others(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails_on_second(page: Any, notes: Footnotes) -> PageText:
        if page.page_number == 2:
            raise KeyError("Contents")
        return read_page(page, notes)

    monkeypatch.setattr("corpus.reading.pdf.document.read_page", fails_on_second)
    texts = ["Première page lisible", "Deuxième", "Troisième page"]
    document = _drawn(tmp_path / "a.pdf", *[lambda c, t=text: c.drawString(60, 700, t) for text in texts])
    assert plain(document) == [texts[0], texts[2]]
    assert any("page 2 " in warning for warning in document.warnings)


def test_pages_above_the_limit_are_left_and_said(tmp_path: Path) -> None:
    _drawn(tmp_path / "long.pdf", *[lambda c: c.drawString(60, 700, _LONG)] * 4)
    document = read(tmp_path / "long.pdf", limits=Limits(pages=2))
    assert document.pages == 2
    assert any("page 2" in warning for warning in document.warnings)
    assert len(plain(document)) == 2


def _raised(canvas: Canvas, left: float, top: float, words: str, number: str, after: str = "") -> None:
    canvas.setFont("Helvetica", 11)
    canvas.drawString(left, top, words)
    left += canvas.stringWidth(words, "Helvetica", 11)
    canvas.setFont("Helvetica", 6.5)
    canvas.drawString(left, top + 5, number)
    left += canvas.stringWidth(number, "Helvetica", 6.5)
    canvas.setFont("Helvetica", 11)
    canvas.drawString(left, top, after)


def test_footnotes_are_read_apart_from_the_words_that_call_them(tmp_path: Path) -> None:
    def first(canvas: Canvas) -> None:
        _raised(canvas, 60, 700, "Accueillir quarante familles", "1", " chaque mois")
        _raised(canvas, 60, 680, "Ouvrir un relais petite enfance", "2")
        canvas.setFont("Helvetica", 9)
        _lines(canvas, 60, 120, ["1 Source : observatoire du Val-de-Brume,", "enquête de 2023"], step=11)
        canvas.setFont("Helvetica", 11)
        canvas.drawString(60, 70, "Convention du Val-de-Brume, page 1")

    def second(canvas: Canvas) -> None:
        canvas.setFont("Helvetica", 11)
        canvas.drawString(60, 700, "Les communes prêtent les salles du relais.")
        canvas.setFont("Helvetica", 9)
        canvas.drawString(60, 90, "2 Délibération du 3 mars 2024")

    found = _drawn(tmp_path / "notes.pdf", first, second)
    assert plain(found)[:2] == ["Accueillir quarante familles chaque mois", "Ouvrir un relais petite enfance"]
    notes = plain(found)[plain(found).index("Notes :") + 1 :]
    assert notes == ["1 Source : observatoire du Val-de-Brume, enquête de 2023", "2 Délibération du 3 mars 2024"]
    assert [line.page for line in found.lines if line.text in notes] == [1, 2]


@pytest.mark.parametrize(("words", "number"), [("Une salle de 120 m", "2"), ("Le relais, 3 km", "2"), ("Du CO", "2")])
def test_the_exponent_of_a_unit_is_no_note(words: str, number: str, tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        _raised(canvas, 60, 700, words, number, " environ pour tout le monde au village")

    assert f"{words}{number} environ" in " ".join(plain(_drawn(tmp_path / "m2.pdf", draw)))
