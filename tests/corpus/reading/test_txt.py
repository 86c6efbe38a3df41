"""The lines of a text file are the file's own, and their numbers a contract."""

from __future__ import annotations

import tempfile
from contextlib import suppress
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from corpus.errors import UnreadableError
from corpus.models import ReadDocument
from corpus.reading.raw import RawDocument
from corpus.reading.txt import read_txt
from tests.corpus.reading.helpers import read_here, reason_of


def _lines_of(data: bytes) -> RawDocument:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "texte.txt")
        path.write_bytes(data)
        raw = RawDocument(path.name)
        read_txt(path, raw)
        return raw


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_lines_are_those_of_splitlines(text: str) -> None:
    data = text.encode()
    assert len(_lines_of(data).lines) == len(data.decode("utf-8-sig").splitlines())


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    with suppress(UnreadableError):
        assert all("\n" not in line.text for line in _lines_of(data).lines)


def test_a_program_is_not_text(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"\x7fELF\x00\x00\xff\xfe" * 9)
    assert reason_of(tmp_path / "a.txt") == "abime"


def test_a_form_feed_inside_a_line_counts_as_python_counts_it(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("un\ndeux\x0ctrois\n\nquatre\n", encoding="utf-8")
    document = read_here(path)
    assert [(line.number, line.text) for line in document.lines] == [
        (1, "un"), (2, "deux"), (3, "trois"), (4, ""), (5, "quatre"),
    ]  # fmt: skip


def test_a_line_with_tabs_is_a_row_with_readable_cells(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Objectifs\t<ul> - Ouvrir un lieu - Former\t\n", encoding="utf-8")
    line = read_here(path).lines[0]
    assert line.text == "Objectifs\t<ul> - Ouvrir un lieu - Former\t"
    assert line.cells == ("Objectifs", "- Ouvrir un lieu\n- Former", "")


def test_an_old_encoding_is_read_with_a_warning(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes("été à l’accueil\n".encode("cp1252"))
    document = read_here(path)
    assert document.lines[0].text == "été à l’accueil"
    assert "Windows-1252" in document.warnings[0]


def test_marks_of_encoding_are_not_text(tmp_path: Path) -> None:
    for encoding in ("utf-8-sig", "utf-16"):
        path = tmp_path / f"{encoding}.txt"
        path.write_text("Caf\n", encoding=encoding)
        assert read_here(path).lines[0].text == "Caf"


def test_a_document_survives_json(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Axe\tAction\nle reste\n", encoding="utf-8")
    document = read_here(path)
    assert ReadDocument.model_validate_json(document.model_dump_json()) == document


def test_blank_files_are_refused(tmp_path: Path) -> None:
    for name, content in (("rien.txt", ""), ("blancs.txt", " \n\t\n")):
        (tmp_path / name).write_text(content, encoding="utf-8")
        assert reason_of(tmp_path / name) == "vide"
