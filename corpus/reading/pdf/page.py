"""One page: its words, its tables, and what stands between them, from top to bottom."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from corpus.reading.pdf.columns import read_flow
from corpus.reading.pdf.forms import Block
from corpus.reading.pdf.geometry import Char, Word, line_text, tidy_chars, visual_lines
from corpus.reading.pdf.notes import Footnotes
from corpus.reading.pdf.tables import RuledTable, inside, read_tables

_WORD_GAP = 0.18
"""Gap between letters that ends a word, in sizes of the font."""
_BAND = 0.07
"""Share of the height, at each end, where headers and footers stand."""


@dataclass(slots=True)
class PageText:
    """The blocks of a page in reading order, and what tells a scan from an empty page."""

    number: int
    blocks: list[Block]
    letters: int
    unknown: int
    """Characters whose font does not name them."""
    image_share: float
    """Share of the page that its largest image covers."""
    height: float


def _words(chars: list[Char]) -> list[Word]:
    from pdfplumber.utils import extract_words

    level = [char for char in chars if char["upright"]]
    found = extract_words(level, x_tolerance_ratio=_WORD_GAP, y_tolerance=2, keep_blank_chars=False)
    words = [Word(w["text"], w["x0"], w["x1"], w["top"], w["bottom"]) for w in found]
    return words if len(level) == len(chars) else words + _rotated_words(chars)


def _rotated_words(chars: list[Char]) -> list[Word]:
    """Lines of text that climb or descend, each as one word as high as its letters, at its middle."""
    from pdfplumber.utils import extract_words

    words = []
    for direction, lines in (("btt", "ltr"), ("ttb", "rtl")):
        turned = [c for c in chars if not c["upright"] and (c["matrix"][1] > 0) == (direction == "btt")]
        for w in extract_words(
            turned, keep_blank_chars=True, x_tolerance=2, y_tolerance=4,
            line_dir_rotated=lines, char_dir_rotated=direction,
        ):  # fmt: skip
            middle, half = (w["top"] + w["bottom"]) / 2, (w["x1"] - w["x0"]) / 2
            words.append(Word(" ".join(w["text"].split()), w["x0"], w["x1"], middle - half, middle + half))
    return [word for word in words if word.text]


def _image_share(page: Any) -> float:  # noqa: ANN401 - pdfplumber has no types
    area = float(page.width) * float(page.height) or 1.0
    return max((abs(i["x1"] - i["x0"]) * abs(i["bottom"] - i["top"]) / area for i in page.images), default=0.0)


def _table_blocks(table: RuledTable) -> list[Block]:
    return [Block(row.top, "", row.cells, ruled=True) for row in table.rows]


def _blocks(words: list[Word], tables: list[RuledTable], height: float) -> list[Block]:
    """Tables and the text between them; text beside a table comes before it, margins are read apart."""
    free = [word for word in words if not any(inside(word, table.box) for table in tables)]
    header = [word for word in free if word.bottom < _BAND * height]
    footer = [word for word in free if word.top > (1 - _BAND) * height]
    body = [word for word in free if word.bottom >= _BAND * height and word.top <= (1 - _BAND) * height]
    blocks = _as_lines(header)
    for table in tables:
        above = [word for word in body if word.top < table.box[1]]
        body = [word for word in body if word.top >= table.box[1]]
        blocks += read_flow(visual_lines(above)) + _table_blocks(table)
    return [*blocks, *read_flow(visual_lines(body)), *_as_lines(footer)]


def _as_lines(words: list[Word]) -> list[Block]:
    return [Block(line[0].top, line_text(line)) for line in visual_lines(words)]


def read_page(page: Any, notes: Footnotes) -> PageText:  # noqa: ANN401 - pdfplumber has no types
    """Read one page of pdfplumber; its footnotes go to ``notes``."""
    letters = sum(char["text"].isalpha() for char in page.chars)
    share = _image_share(page)
    unknown = sum(char["text"].startswith("(cid:") for char in page.chars)
    if not letters:
        return PageText(page.page_number, [], 0, unknown, share, float(page.height))
    words = _words(notes.without(tidy_chars(page.chars), page.page_number))
    blocks = _blocks(words, read_tables(page, words), float(page.height))
    return PageText(page.page_number, blocks, letters, unknown, share, float(page.height))
