"""Letters a PDF calls spaces are learnt from another subset of the same font."""

from __future__ import annotations

from pathlib import Path
from typing import cast

import pytest
import reportlab
from pypdf import PdfWriter
from pypdf.generic import (
    ArrayObject,
    DecodedStreamObject,
    DictionaryObject,
    FloatObject,
    IndirectObject,
    NameObject,
    NumberObject,
    PdfObject,
)

from corpus.reading.pdf.fonts import letters, outlines
from tests.corpus.reading.helpers import plain, read_here, reason_of

_PROGRAM = Path(reportlab.__file__).parent.joinpath("fonts", "Vera.ttf").read_bytes()
_TEXT = "Indicateurs d'animation"


def _stream(data: bytes) -> DecodedStreamObject:
    stream = DecodedStreamObject()
    stream.set_data(data)
    return stream


def _dictionary(**items: PdfObject) -> DictionaryObject:
    return DictionaryObject({NameObject(f"/{key}"): value for key, value in items.items()})


def _composite(add: object, descriptor: IndirectObject, glyphs: dict[str, int]) -> DictionaryObject:
    """A font whose table of characters calls every letter but ``I`` a space."""
    lines = [f"<{glyph:04X}> <{ord(c) if c == 'I' else 32:04X}>" for c, glyph in sorted(glyphs.items())]
    table = f"begincmap\n1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n{len(lines)} beginbfchar\n"
    inner = _dictionary(
        Type=NameObject("/Font"), Subtype=NameObject("/CIDFontType2"), BaseFont=NameObject("/BBBBBB+Vera"),
        CIDToGIDMap=NameObject("/Identity"), FontDescriptor=descriptor, DW=NumberObject(600),
        CIDSystemInfo=_dictionary(Supplement=NumberObject(0)),
    )  # fmt: skip
    assert callable(add)
    return _dictionary(
        Type=NameObject("/Font"), Subtype=NameObject("/Type0"), BaseFont=NameObject("/BBBBBB+Vera"),
        Encoding=NameObject("/Identity-H"), DescendantFonts=ArrayObject([add(inner)]),
        ToUnicode=add(_stream((table + "\n".join(lines) + "\nendbfchar\nendcmap").encode())),
    )  # fmt: skip


def _damaged(path: Path) -> Path:
    glyphs = {char: glyph for glyph, char in letters(_PROGRAM).items() if char in _TEXT}
    writer = PdfWriter()
    page = writer.add_blank_page(400, 200)
    add = writer._add_object
    descriptor = add(
        _dictionary(
            Type=NameObject("/FontDescriptor"), FontName=NameObject("/AAAAAA+Vera"), Flags=NumberObject(32),
            Ascent=NumberObject(900), Descent=NumberObject(-200), FontFile2=add(_stream(_PROGRAM)),
            FontBBox=ArrayObject([FloatObject(v) for v in (0, -200, 1000, 900)]),
        )
    )  # fmt: skip
    simple = _dictionary(
        Type=NameObject("/Font"), Subtype=NameObject("/TrueType"), BaseFont=NameObject("/AAAAAA+Vera"),
        Encoding=NameObject("/WinAnsiEncoding"), FontDescriptor=descriptor,
    )  # fmt: skip
    fonts = _dictionary(F1=add(simple), F2=add(_composite(add, descriptor, glyphs)))
    page[NameObject("/Resources")] = _dictionary(Font=fonts)
    codes = "".join(f"{glyphs[char]:04X}" for char in _TEXT)
    page[NameObject("/Contents")] = add(_stream(f"BT /F2 12 Tf 40 100 Td <{codes}> Tj ET".encode()))
    writer.write(path)
    return path


def test_glyphs_of_a_program_have_letters_and_outlines() -> None:
    named, drawn = letters(_PROGRAM), outlines(_PROGRAM)
    glyphs = {char: glyph for glyph, char in named.items()}
    assert all(glyphs[char] in drawn for char in "aeiounéèœHN/8")
    assert glyphs[" "] not in drawn


def test_letters_called_spaces_come_back(tmp_path: Path) -> None:
    assert plain(read_here(_damaged(tmp_path / "police.pdf"))) == [_TEXT]


def test_without_mending_they_are_lost(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("corpus.reading.pdf.document.mend_fonts", lambda pages, manager: 0)
    assert plain(read_here(_damaged(tmp_path / "police.pdf"))) != [_TEXT]


def test_a_text_that_no_font_names_is_refused(tmp_path: Path) -> None:
    writer = PdfWriter(clone_from=_damaged(tmp_path / "police.pdf"))
    fonts = cast("DictionaryObject", writer.pages[0]["/Resources"])["/Font"]
    del cast("DictionaryObject", cast("DictionaryObject", fonts)["/F2"])["/ToUnicode"]
    program = cast("DictionaryObject", cast("DictionaryObject", fonts)["/F1"])["/FontDescriptor"]
    del cast("DictionaryObject", program)["/FontFile2"]
    writer.write(tmp_path / "muet.pdf")
    assert reason_of(tmp_path / "muet.pdf", isolated=False) == "illisible"
