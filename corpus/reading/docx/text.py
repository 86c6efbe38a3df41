"""The words of a paragraph: runs, breaks, fields and insertions; deletions and hidden copies left out."""

from __future__ import annotations

from collections.abc import Iterator

from corpus.reading.docx.names import FALLBACK, Element, number, value, w
from corpus.reading.docx.numbering import Numbering, StyleList

_LEFT_OUT = frozenset({w("del"), w("moveFrom"), w("delText"), w("instrText"), w("pPr"), w("rPr"), FALLBACK})
_BOX = w("txbxContent")
_WORDS = {w("tab"): "\t", w("br"): "\n", w("cr"): "\n", w("noBreakHyphen"): "-"}


def _pieces(element: Element) -> Iterator[str]:
    for part in element:
        if part.tag in _LEFT_OUT or part.tag == _BOX:
            continue
        if part.tag == w("t"):
            yield part.text or ""
        elif part.tag == w("br") and part.get(w("type")) in {"page", "column"}:
            yield "\n"
        elif part.tag in _WORDS:
            yield _WORDS[part.tag]
        elif part.tag == w("sym"):
            yield "• " if (part.get(w("char")) or "").upper().startswith("F0") else ""
        else:
            yield from _pieces(part)


def boxes(paragraph: Element) -> list[Element]:
    """The text boxes anchored in a paragraph, outermost ones, their compatibility copies left out."""
    found: list[Element] = []

    def walk(element: Element) -> None:
        for part in element:
            if part.tag == _BOX:
                found.append(part)
            elif part.tag not in _LEFT_OUT:
                walk(part)

    walk(paragraph)
    return found


class Paragraphs:
    """Turns paragraphs into text, counting the lists of the document as it goes."""

    def __init__(self, numbering: Numbering, styles: dict[str, StyleList]) -> None:
        self._numbering = numbering
        self._styles = styles

    def style(self, paragraph: Element) -> StyleList:
        """What the style of a paragraph says."""
        return self._styles.get(value(paragraph, "pPr", "pStyle") or "", StyleList())

    def text(self, paragraph: Element) -> str:
        """The mark of the list, if any, and the words."""
        words = "".join(_pieces(paragraph)).strip()
        if not words:
            return ""
        return self._mark(paragraph) + words

    def _mark(self, paragraph: Element) -> str:
        style = self.style(paragraph)
        own = value(paragraph, "pPr", "numPr", "numId")
        list_number = own if own is not None else style.list_number
        if not list_number or list_number == "0":
            return ""
        depth = number(paragraph, "pPr", "numPr", "ilvl")
        return self._numbering.mark(list_number, style.depth if depth is None else depth)
