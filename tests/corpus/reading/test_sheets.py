"""Spreadsheets and CSV: one row a line, cells as a person reads them."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from openpyxl import Workbook

from corpus.reading.csv import delimiter_of
from tests.corpus.reading.helpers import plain, read_here, rows


def test_every_visible_sheet_with_dates_numbers_and_paragraphs(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Actions"
    sheet.append(["Titre", "Date de début", "Montant", "Suivi"])
    sheet.append(["Café des parents\nDeux lieux", dt.datetime(2026, 9, 1), 1500.0, True])  # noqa: DTZ001
    sheet.append(["Relais", 45_901, 12.5])
    book.create_sheet("Listes").append(["seul"])
    book.create_sheet("Cachée").sheet_state = "hidden"
    book.save(tmp_path / "actions.xlsx")
    document = read_here(tmp_path / "actions.xlsx")
    assert rows(document) == [
        ("Titre", "Date de début", "Montant", "Suivi"),
        ("Café des parents\nDeux lieux", "2026-09-01", "1500", "oui"),
        ("Relais", "2025-09-01", "12.5", ""),
    ]
    assert plain(document) == ["Actions", "Listes", "seul"]
    assert document.lines[2].text == "Café des parents Deux lieux\t2026-09-01\t1500\toui"
    assert any("masquées" in warning for warning in document.warnings)


@pytest.mark.parametrize("delimiter", [";", ",", "\t", "|"])
def test_a_record_is_a_line_whatever_its_cells_hold(tmp_path: Path, delimiter: str) -> None:
    path = tmp_path / "actions.csv"
    records = ["Action", "Porteur", "Objectifs"], ["Relais", "Caf", '"Accueillir ;, mieux\nFormer"']
    path.write_text("\n".join(delimiter.join(r) for r in records) + "\n", encoding="utf-8")
    document = read_here(path)
    assert rows(document) == [("Action", "Porteur", "Objectifs"), ("Relais", "Caf", "Accueillir ;, mieux\nFormer")]
    assert len(document.lines) == 2


def test_the_delimiter_is_the_regular_one() -> None:
    assert delimiter_of("a;b\n1,5;2,5\n3,5;4\n") == ";"


def test_a_file_of_one_column_is_plain_lines(tmp_path: Path) -> None:
    path = tmp_path / "liste.csv"
    path.write_text("Brume\nOrvelle\n", encoding="utf-8")
    assert plain(read_here(path)) == ["Brume", "Orvelle"]
