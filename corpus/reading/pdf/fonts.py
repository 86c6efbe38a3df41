"""Letters that a PDF prints but calls spaces, given back their names.

Some producers lose part of a font's table of characters: the glyphs are drawn, the text says blanks. When another
subset of the same font draws the same outline and knows its letter, the letter is learnt from it.
"""

from __future__ import annotations

import struct
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Any

_FEWEST_BLANKS = 3
"""Glyphs drawn yet called spaces from which a font is suspected."""

Font = Any
Spec = dict[str, Any]
Outlines = dict[int, bytes]
"""The drawing of each glyph that has one, by its number in the font."""


def _program(font: Font) -> bytes | None:
    """The embedded TrueType program of a font."""
    from pdfminer.pdftypes import stream_value

    file = font.descriptor.get("FontFile2")
    return None if file is None else stream_value(file).get_data()


def _tables(program: bytes) -> dict[bytes, bytes]:
    count = struct.unpack_from(">H", program, 4)[0]
    records = (struct.unpack_from(">4sLLL", program, 12 + 16 * i) for i in range(count))
    return {tag: program[offset : offset + length] for tag, _, offset, length in records}


def outlines(program: bytes) -> Outlines:
    """The glyphs of a TrueType program that draw something."""
    tables = _tables(program)
    glyphs, places = tables[b"glyf"], tables[b"loca"]
    long_form = struct.unpack_from(">h", tables[b"head"], 50)[0]
    offsets = [n * (1 if long_form else 2) for (n,) in struct.iter_unpack(">L" if long_form else ">H", places)]
    drawn = enumerate(pairwise(offsets))
    return {glyph: glyphs[start:end].rstrip(b"\x00") for glyph, (start, end) in drawn if end > start}


def letters(program: bytes) -> dict[int, str]:
    """The letter of each glyph, by the program's own table of Unicode characters (format 4)."""
    table = _tables(program)[b"cmap"]
    count = struct.unpack_from(">H", table, 2)[0]
    for platform, encoding, start in (struct.unpack_from(">HHL", table, 4 + 8 * i) for i in range(count)):
        if (platform == 0 or (platform, encoding) == (3, 1)) and struct.unpack_from(">H", table, start)[0] == 4:
            return dict(_format_four(table[start:]))
    return {}


def _format_four(table: bytes) -> Iterator[tuple[int, str]]:
    size = struct.unpack_from(">H", table, 6)[0]
    segments = zip(*(struct.unpack_from(f">{size // 2}H", table, at + 14) for at in (0, size + 2)), strict=True)
    for index, (last, first) in enumerate(segments):
        delta = struct.unpack_from(">H", table, 16 + 2 * size + 2 * index)[0]
        place = 16 + 3 * size + 2 * index
        offset = struct.unpack_from(">H", table, place)[0]
        for code in range(first, min(last, 0xFFFE) + 1):
            glyph = code if not offset else struct.unpack_from(">H", table, place + offset + 2 * (code - first))[0]
            if glyph:
                yield (glyph + delta) & 0xFFFF, chr(code)


def _family(font: Font) -> str:
    return str(font.basefont).split("+")[-1]


def _fonts(pages: Iterable[Any], manager: Any) -> Iterator[tuple[Font, Spec]]:  # noqa: ANN401 - pdfminer
    """Every font of the pages, once, with its dictionary."""
    from pdfminer.pdftypes import dict_value

    seen: set[int] = set()
    for page in pages:
        for reference in dict_value(page.resources.get("Font") or {}).values():
            number = getattr(reference, "objid", None)
            if number is None or number in seen:
                continue
            seen.add(number)
            spec = dict_value(reference)
            yield manager.get_font(number, spec), spec


def _blank_glyphs(font: Font, spec: Spec) -> list[int]:
    """Glyphs of a font that its text calls spaces; empty unless glyph numbers are the codes of the text."""
    from pdfminer.pdftypes import dict_value, resolve1
    from pdfminer.psparser import LIT

    names = getattr(getattr(font, "unicode_map", None), "cid2unichr", {})
    blanks = [code for code, text in names.items() if text.isspace()]
    if len(blanks) < _FEWEST_BLANKS or "DescendantFonts" not in spec:
        return []
    inner = dict_value(resolve1(spec["DescendantFonts"])[0])
    return blanks if resolve1(inner.get("CIDToGIDMap")) is LIT("Identity") else []


def _known_letters(fonts: Iterable[tuple[Font, Spec]]) -> dict[tuple[str, bytes], str]:
    """Letters by family and outline, from the fonts that carry their own table of characters."""
    known: dict[tuple[str, bytes], str] = {}
    for font, _ in fonts:
        program = _program(font)
        try:
            named, drawn = (letters(program), outlines(program)) if program else ({}, {})
        except (struct.error, KeyError):
            continue
        known |= {(_family(font), drawn[g]): text for g, text in named.items() if g in drawn and text.strip()}
    return known


def mend_fonts(pages: Iterable[Any], manager: Any) -> int:  # noqa: ANN401 - pdfminer
    """Give their letters back to the fonts of a document; return how many glyphs were named."""
    fonts = list(_fonts(pages, manager))
    suspects = [(font, blanks) for font, spec in fonts if (blanks := _blank_glyphs(font, spec))]
    if not suspects:
        return 0
    known = _known_letters(fonts)
    named = 0
    for font, blanks in suspects:
        program = _program(font)
        try:
            drawn = outlines(program) if program else {}
        except (struct.error, KeyError):
            continue
        learnt = {g: known[key] for g in blanks if (key := (_family(font), drawn.get(g, b""))) in known}
        font.unicode_map.cid2unichr.update(learnt)
        named += len(learnt)
    return named
