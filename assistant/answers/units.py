"""The smallest things an answer can quote: a sentence, an item of a list, an item of a table cell.

A unit knows its lines, so that its citation is exact, and the lead-in that introduces it, so that it can be
understood. Units of one list share a group.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from assistant.answers.sentences import sentences
from corpus.text.markup import is_rule, readable

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from corpus.models import Line

UnitKind = Literal["phrase", "item", "cellule"]

_BULLET = re.compile(
    r"\s*(?:[“”\"']?[-–—•▪▶►➢✓✔→○●◦❖»¢*=]|v['\"’/]?(?=\s)|[“”](?=\s)|[eo](?=\s[A-ZÀ-Þ])|\d{1,2}[).](?=\s))\s*(?=\S)"
)
LONGEST_HEADING = 90
DATA_CELLS = 3
"""Short cells from which a row is data, said whole, and not a label with its value."""
_UNFINISHED = re.compile(r"[\wà-ÿ,'’(-]\s*$")


@dataclass(frozen=True, slots=True)
class Unit:
    """A quotable piece of a document: its words, its lines and what introduces it."""

    document: str
    first: int
    last: int
    page: int | None
    text: str
    kind: UnitKind
    lead: str = ""
    group: int = -1


@dataclass(slots=True)
class _Paragraph:
    """Lines that read as one paragraph or one item, with where each line starts in the text."""

    text: str
    lines: list[tuple[int, Line]]
    bullet: str
    """The mark of an item, digits aside; empty for a paragraph."""

    def line_at(self, offset: int) -> Line:
        return next(line for start, line in reversed(self.lines) if start <= offset)

    def extend(self, line: Line, text: str) -> None:
        self.lines.append((len(self.text) + 1, line))
        self.text = f"{self.text} {text}"


def _continues(before: _Paragraph, text: str, *, gap: bool) -> bool:
    """Whether a line without a bullet goes on the paragraph before it."""
    if not gap:
        return not before.text.rstrip().endswith(":")
    return bool(_UNFINISHED.search(before.text)) and text[:1].islower()


def _paragraphs(lines: Sequence[Line], headings: Collection[int]) -> Iterator[_Paragraph | Line]:
    """Paragraphs and items in order; a table row comes as its line."""
    current: _Paragraph | None = None
    gap = False
    for line in lines:
        text = line.text.strip()
        if current and text and _apart(current.lines[-1][1], line, headings):
            yield current
            current = None
        if line.cells or is_rule(text):
            if current:
                yield current
            current = None
            if line.cells:
                yield line
        elif not text:
            gap = True
            continue
        else:
            current, done = _add(current, line, text, gap=gap)
            if done:
                yield done
        gap = False
    if current:
        yield current


def _apart(before: Line, line: Line, headings: Collection[int]) -> bool:
    """Whether one of two lines is a short heading that the other must not join."""
    title = before.number in headings and len(before.text) <= LONGEST_HEADING and line.text.strip()[:1].isupper()
    return line.number in headings or title


def _add(current: _Paragraph | None, line: Line, text: str, *, gap: bool) -> tuple[_Paragraph, _Paragraph | None]:
    """The paragraph now open, and the one this line closes."""
    bullet = _BULLET.match(line.text)
    if current and not bullet and _continues(current, text, gap=gap):
        current.extend(line, text)
        return current, None
    shown = line.text[bullet.end() :].strip() if bullet else readable(line).replace("\n", " ")
    return _Paragraph(shown, [(0, line)], _mark(bullet[0]) if bullet else ""), current


def _mark(bullet: str) -> str:
    """What tells the items of one list from those of a list inside it."""
    return "1" if any(c.isdigit() for c in bullet) else bullet.strip()


def _row_units(document: str, line: Line, lead: str, group: int) -> Iterator[Unit]:
    cells = [cell.strip() for cell in line.cells]
    full = [place for place, cell in enumerate(cells) if cell]
    if len(full) >= DATA_CELLS and all("\n" not in cells[place] and len(cells[place]) <= 80 for place in full):
        text = " — ".join(cells[place] for place in full)
        yield Unit(document, line.number, line.number, line.page, text, "cellule", lead, group)
        return
    if len(full) == 1 and "\n" not in cells[full[0]]:
        yield Unit(document, line.number, line.number, line.page, cells[full[0]], "phrase", "", group)
        return
    label = cells[0] if len(full) > 1 and "\n" not in cells[0] else ""
    for place in full:
        if place == 0 and label:
            continue
        for item in cells[place].split("\n"):
            mark = _BULLET.match(item)
            text = item[mark.end() if mark else 0 :].strip()
            yield Unit(document, line.number, line.number, line.page, text, "cellule", label or lead, group)


def units_of(document: str, lines: Sequence[Line], headings: Collection[int] = ()) -> list[Unit]:
    """The units of consecutive lines of a document, in order; ``headings`` are lines that join no paragraph."""
    found: list[Unit] = []
    lead, group = "", 0
    outer: tuple[str, str] | None = None
    for part in _paragraphs(lines, headings):
        if not isinstance(part, _Paragraph):
            group += 1
            units = list(_row_units(document, part, lead, group))
            found += units
            if len(units) == 1 and units[0].kind == "phrase":
                lead = units[0].text
            continue
        if part.bullet:
            if outer is not None and part.bullet == outer[0]:
                lead, outer = outer[1], None
            first, last = part.lines[0][1], part.lines[-1][1]
            found.append(Unit(document, first.number, last.number, first.page, part.text, "item", lead, group))
            if outer is None and part.text.rstrip().endswith(":"):
                outer, lead = (part.bullet, lead), part.text.strip()
            continue
        group, outer = group + 1, None
        found += _sentence_units(document, part, group)
        lead = part.text.strip() if _introduces(part.text) else ""
    return found


def _introduces(text: str) -> bool:
    """Whether a paragraph announces the list that follows: it ends with a colon, or is as short as a heading."""
    text = text.rstrip()
    return text.endswith(":") or (len(text) <= LONGEST_HEADING and not text.endswith((".", ";", "!", "?")))


def _sentence_units(document: str, part: _Paragraph, group: int) -> Iterator[Unit]:
    for start, end in sentences(part.text):
        first, last = part.line_at(start), part.line_at(end - 1)
        yield Unit(document, first.number, last.number, first.page, part.text[start:end], "phrase", "", group)
