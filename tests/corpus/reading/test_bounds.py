"""A hostile or broken file costs seconds and a message in French, never the program."""

from __future__ import annotations

import time
import zipfile
import zlib
from pathlib import Path

import docx
import pytest

from corpus.models import ReadDocument
from corpus.reading import DEFAULT, Limits, read
from tests.corpus.reading.helpers import reason_of

_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="xml" ContentType="application/xml"/></Types>'
)


def _archive(path: Path, parts: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return path


def _word(path: Path, text: str = "Fiche action") -> Path:
    document = docx.Document()
    document.add_paragraph(text)
    document.save(str(path))
    return path


@pytest.mark.parametrize("suffix", [".docx", ".odt", ".xlsx", ".pptx"])
def test_a_zip_bomb_is_refused_before_it_inflates(tmp_path: Path, suffix: str) -> None:
    path = _archive(tmp_path / f"bombe{suffix}", {"word/document.xml": b"\x00" * (80 * 1024 * 1024)})
    start = time.monotonic()
    assert reason_of(path) == "limite"
    assert time.monotonic() - start < 10


def test_a_declared_size_that_lies_is_caught_while_inflating(tmp_path: Path) -> None:
    path = _archive(tmp_path / "menteur.docx", {"word/document.xml": b"<a>" + b"b" * 3_000_000})
    data = bytearray(path.read_bytes())
    size = (3_000_003).to_bytes(4, "little")
    while (place := data.find(size)) >= 0:
        data[place : place + 4] = (10).to_bytes(4, "little")
    path.write_bytes(data)
    assert reason_of(path) in {"abime", "limite"}


def test_too_many_parts_are_refused(tmp_path: Path) -> None:
    path = _archive(tmp_path / "a.odt", {f"p{i}.xml": b"" for i in range(60)})
    assert reason_of(path, Limits(entries=50)) == "limite"


@pytest.mark.parametrize(
    "declaration", ['<!DOCTYPE r [<!ENTITY x "y">]>', '<!DOCTYPE r SYSTEM "file:///etc/hostname">']
)
def test_a_document_type_in_office_xml_is_refused(tmp_path: Path, declaration: str) -> None:
    for encoding in ("utf-8", "utf-16"):
        path = _archive(tmp_path / "a.docx", {"word/document.xml": f"{declaration}<r>&x;</r>".encode(encoding)})
        assert reason_of(path) == "refuse"


@pytest.mark.parametrize("suffix", [".docx", ".odt", ".xlsx", ".pptx", ".rtf"])
def test_a_broken_file_is_named(tmp_path: Path, suffix: str) -> None:
    (tmp_path / f"a{suffix}").write_bytes(b"rien d'un document")
    assert reason_of(tmp_path / f"a{suffix}") == "abime"
    if suffix != ".rtf":
        assert reason_of(_archive(tmp_path / f"b{suffix}", {"[Content_Types].xml": _TYPES.encode()})) == "abime"


def test_an_old_or_encrypted_office_file_is_named(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600)
    assert reason_of(tmp_path / "a.docx") == "chiffre"


def _endless_pdf(path: Path) -> Path:
    """A page whose content inflates twice into far more than it weighs."""
    stream = zlib.compress(zlib.compress(b"BT /F 9 Tf (a) Tj ET\n" * 4_000_000, 9), 9)
    body = (
        b"%%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
        b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>endobj\n"
        b"5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj\n"
        b"4 0 obj<</Length %d/Filter[/FlateDecode/FlateDecode]>>stream\n%s\nendstream endobj\n"
        b"trailer<</Root 1 0 R>>\n" % (len(stream), stream)
    )
    path.write_bytes(body)
    return path


def test_an_endless_page_is_given_up(tmp_path: Path) -> None:
    path = _endless_pdf(tmp_path / "bombe.pdf")
    assert path.stat().st_size < 100_000
    start = time.monotonic()
    assert reason_of(path, Limits(step_seconds=2, wall_seconds=30, memory=600 * 1024 * 1024)) in {"delai", "limite"}
    assert time.monotonic() - start < 25


def test_the_wall_clock_ends_a_reading(tmp_path: Path) -> None:
    assert reason_of(_endless_pdf(tmp_path / "lent.pdf"), Limits(wall_seconds=1)) == "delai"


def test_too_much_text_and_too_large_a_file_are_refused(tmp_path: Path) -> None:
    assert reason_of(_word(tmp_path / "a.docx", "mot " * 500), Limits(characters=1000)) == "limite"
    assert reason_of(tmp_path / "a.docx", Limits(file_size=100)) == "limite"


def test_a_child_reads_what_this_process_reads(tmp_path: Path) -> None:
    path = _word(tmp_path / "fiché\u202e ’1’.docx", "Café des parents")
    apart, here = read(path), read(path, isolated=False)
    assert apart == here
    assert apart.name == path.name
    assert ReadDocument.model_validate_json(apart.model_dump_json()) == apart


def test_a_file_the_system_keeps_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.txt"
    path.write_text("x", encoding="utf-8")

    def refuse(_: Path) -> bytes:
        raise PermissionError

    monkeypatch.setattr(Path, "read_bytes", refuse)
    assert reason_of(path) == "droits"


def test_default_limits_leave_room_for_real_documents() -> None:
    assert DEFAULT.pages >= 500
    assert DEFAULT.wall_seconds <= 600
