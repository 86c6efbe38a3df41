"""The marks that Word computes before paragraphs: bullets, ``1)``, ``Article 3``."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field

from corpus.reading.docx.names import Element, child, number, value, w

_ROMAN = ((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"),
          (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))  # fmt: skip
_PLACE = re.compile(r"%(\d)")


@dataclass(frozen=True, slots=True)
class _Level:
    style: str = "decimal"
    text: str = ""
    start: int = 1


def _roman(count: int) -> str:
    text = ""
    for worth, letters in _ROMAN:
        text += letters * (count // worth)
        count %= worth
    return text


def _written(count: int, style: str) -> str:
    match style:
        case "lowerLetter" | "upperLetter":
            letter = chr(ord("a") + (count - 1) % 26)
            return letter.upper() if style == "upperLetter" else letter
        case "lowerRoman" | "upperRoman":
            roman = _roman(min(count, 3999))
            return roman if style == "upperRoman" else roman.lower()
        case "decimalZero":
            return f"{count:02d}"
        case _:
            return str(count)


def _level(element: Element) -> _Level:
    start = number(element, "start")
    return _Level(value(element, "numFmt") or "decimal", value(element, "lvlText") or "", 1 if start is None else start)


@dataclass(slots=True)
class Numbering:
    """The lists of a document and where each of them is."""

    levels: dict[str, dict[int, _Level]] = field(default_factory=dict)
    """Levels of each list by its number."""
    lists: dict[str, str] = field(default_factory=dict)
    """The abstract list that each list counts with."""
    counts: dict[str, dict[int, int]] = field(default_factory=lambda: defaultdict(dict))

    @classmethod
    def of(cls, root: Element) -> Numbering:
        """Read ``numbering.xml``."""
        if root is None:
            return cls()
        abstract = {
            e.get(w("abstractNumId"), ""): {int(lvl.get(w("ilvl"), "0")): _level(lvl) for lvl in e.iter(w("lvl"))}
            for e in root.iter(w("abstractNum"))
        }
        lists = {e.get(w("numId"), ""): value(e, "abstractNumId") or "" for e in root.iter(w("num"))}
        return cls({key: abstract.get(name, {}) for key, name in lists.items()}, lists)

    def mark(self, list_number: str, depth: int) -> str:
        """The mark of the next paragraph of a list at a depth; it counts on."""
        level = self.levels.get(list_number, {}).get(depth)
        if level is None or level.style == "none":
            return ""
        if level.style == "bullet":
            return "- "
        counts = self.counts[self.lists[list_number]]
        counts[depth] = counts.get(depth, level.start - 1) + 1
        for deeper in [d for d in counts if d > depth]:
            del counts[deeper]
        text = _PLACE.sub(lambda m: self._place(list_number, int(m[1]) - 1, counts), level.text)
        return f"{text} " if text else ""

    def _place(self, list_number: str, depth: int, counts: dict[int, int]) -> str:
        level = self.levels[list_number].get(depth, _Level())
        return _written(counts.get(depth, level.start), level.style)


@dataclass(frozen=True, slots=True)
class StyleList:
    """What a paragraph style says of numbering and heading."""

    list_number: str | None = None
    depth: int = 0
    heading: bool = False


def _style(element: Element) -> StyleList:
    name = (value(element, "name") or "").lower()
    heading = name.startswith(("heading", "titre", "title")) or child(element, "pPr", "outlineLvl") is not None
    return StyleList(value(element, "pPr", "numPr", "numId"), number(element, "pPr", "numPr", "ilvl") or 0, heading)


def read_styles(root: Element) -> dict[str, StyleList]:
    """Paragraph styles by identifier; a style without a list takes its parent's."""
    if root is None:
        return {}
    elements = {e.get(w("styleId"), ""): e for e in root.iter(w("style"))}
    styles = {key: _style(element) for key, element in elements.items()}
    for key, element in elements.items():
        parent = styles.get(value(element, "basedOn") or "")
        if parent and styles[key].list_number is None and parent.list_number:
            styles[key] = StyleList(parent.list_number, parent.depth, styles[key].heading)
    return styles
