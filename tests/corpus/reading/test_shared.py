"""The real documents beside the project: counts, labels and shapes, never their sentences."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from corpus.models import ReadDocument
from corpus.reading import find_documents, read
from tests.corpus.reading.helpers import reason_of, rows
from tests.shared import CONVENTIONS, DOCUMENTS, needs_shared

pytestmark = needs_shared


def _find(folder: Path, start: str) -> Path:
    return next(path for path in sorted(folder.iterdir()) if path.name.startswith(start))


@pytest.fixture(scope="module")
def centre_social() -> ReadDocument:
    return read(_find(DOCUMENTS, "csc-ostwald"))


@pytest.mark.parametrize("path", sorted([*CONVENTIONS.glob("*.txt"), *DOCUMENTS.glob("*.txt")]), ids=lambda p: p.name)
def test_text_lines_are_the_lines_of_the_file(path: Path) -> None:
    own = path.read_text(encoding="utf-8").splitlines()
    document = read(path)
    assert len(document.lines) == len(own)
    assert all(("\t" in text) == bool(line.cells) for line, text in zip(document.lines, own, strict=True))
    assert not any("<ul" in cell or "</p>" in cell for line in document.lines for cell in line.cells)


def test_the_folders_are_walked() -> None:
    assert len(find_documents([CONVENTIONS, DOCUMENTS])) >= 19


def test_the_operations_of_a_wide_table_are_rows_of_seven_cells() -> None:
    table = rows(read(_find(DOCUMENTS, "sud-charente_contrat-region")))
    operations = [row for row in table if row[0].isdigit()]
    assert [int(row[0]) for row in operations] == list(range(1, 17))
    assert {len(row) for row in operations} == {7}
    assert all(row[1] and row[2] and row[6] for row in operations)
    assert any(row[6] == "FORMATION" for row in operations)
    headers = [row for row in table if row[0] == "N°"]
    assert len(headers) == 3


def test_the_six_tables_of_a_landscape_project(centre_social: ReadDocument) -> None:
    assert centre_social.pages == 119
    held = [line for line in centre_social.lines if line.cells and line.page in range(91, 101)]
    headers = [line for line in held if line.cells[0].startswith("Objectifs")]
    assert len(headers) == 6
    assert {line.cells[4] for line in headers} == {"Indicateurs d’évaluation"}
    assert len(held) - len(headers) == 25
    assert all(len(line.cells) == 5 and all(line.cells) for line in held)


def test_page_numbers_and_scanned_pages_of_a_long_document(centre_social: ReadDocument) -> None:
    assert not [line.page for line in centre_social.lines if line.text.strip() == str(line.page)]
    assert not [
        line.page for line in centre_social.lines if line.cells and set("".join(line.cells[0].split())) <= {"•"}
    ]
    assert centre_social.warnings


def test_a_scan_is_named() -> None:
    assert reason_of(_find(DOCUMENTS, "sud-charente_cls")) == "scan"


def test_a_spreadsheet_of_actions() -> None:
    table = rows(read(_find(DOCUMENTS, "cls-baronnies")))
    header = next(row for row in table if "Structure pilote" in row)
    title, start = header.index("Titre de l'action"), header.index("Date de début")
    actions = [
        row for row in table[table.index(header) + 2 :] if len(row) > start and row[title] and row[0].startswith("Axe")
    ]
    assert len(actions) == 29
    assert all(row[start] == "" or row[start][4] == "-" for row in actions)
    assert any("\n" in cell for row in actions for cell in row)


def test_records_of_a_csv() -> None:
    document = read(_find(DOCUMENTS, "actions-eurometropole"))
    assert len(document.lines) == 11
    assert {len(line.cells) for line in document.lines} == {10}


def test_a_blank_form_in_word() -> None:
    document = read(_find(DOCUMENTS, "sud-charente_leader"))
    table = rows(document)
    assert len(table) > 100
    assert any(row[0].startswith("Code postal") for row in table)


def test_minutes_are_read_at_a_good_pace() -> None:
    start = time.monotonic()
    document = read(_find(DOCUMENTS, "sud-charente_cr"))
    assert document.pages == 8
    assert time.monotonic() - start < 20
