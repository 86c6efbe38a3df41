"""OpenDocument texts: the body in order, with its lists, tables and text boxes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from corpus.reading import failures
from corpus.reading.archives import check_archive, encrypted_by_manifest
from corpus.reading.raw import RawDocument

_LEFT_OUT = frozenset(
    [
        "text:tracked-changes",
        "office:annotation",
        "office:annotation-end",
        "text:note-citation",
        "office:forms",
        "text:sequence-decls",
        "table:table-column",
        "svg:title",
        "svg:desc",
        "draw:image",
    ]
)
_BLOCKS = frozenset({"text:p", "text:h"})
_WORDS = {"text:tab": "\t", "text:line-break": "\n"}
_MOST_REPEATS = 64
_STEP = 500

Element = Any  # odfdo has no types


def _repeats(element: Element, name: str) -> int:
    text = element.get_attribute_string(name) or "1"
    return min(int(text), _MOST_REPEATS) if text.isdigit() else 1


def _spaces(element: Element) -> str:
    return " " * _repeats(element, "text:c")


def _boxes(element: Element) -> Iterator[Element]:
    """Text boxes anchored in a paragraph."""
    for part in element.children:
        if part.tag == "draw:text-box":
            yield part
        elif part.tag not in _LEFT_OUT:
            yield from _boxes(part)


def _words(element: Element) -> str:
    """The words of a paragraph, without those of its text boxes and notes."""
    text = element.text or ""
    for part in element.children:
        if part.tag in _WORDS:
            text += _WORDS[part.tag]
        elif part.tag == "text:s":
            text += _spaces(part)
        elif part.tag not in _LEFT_OUT and part.tag not in {"draw:text-box", "text:note"}:
            text += _words(part)
        text += part.tail or ""
    return text


def _note(element: Element) -> str:
    """The words of a note, its paragraphs joined."""
    words = []
    for part in element.children:
        if part.tag in _BLOCKS:
            words.append(_words(part))
        elif part.tag not in _LEFT_OUT:
            words.append(_note(part))
    return " ".join(word for word in words if word.strip())


class _Body:
    """Walks a body and writes lines; one instance reads one document."""

    def __init__(self, into: RawDocument) -> None:
        self._into = into
        self._seen = 0

    def walk(self, container: Element) -> None:
        """Write the blocks of a container in order."""
        for block in container.children:
            self._step()
            if block.tag in _BLOCKS:
                self._paragraph(block)
            elif block.tag == "text:list":
                self._list(block)
            elif block.tag == "table:table":
                self._table(block)
            elif block.tag not in _LEFT_OUT:
                self.walk(block)

    def _step(self) -> None:
        self._seen += 1
        if self._seen % _STEP == 0:
            self._into.progress()

    def _paragraph(self, block: Element) -> None:
        text = _words(block).strip()
        if text:
            if block.tag == "text:h":
                self._into.blank()
            self._into.tabbed(text)
        boxes = list(_boxes(block))
        if not text and not boxes:
            self._into.blank()
        for box in boxes:
            self.walk(box)

    def _list(self, block: Element) -> None:
        for text in _list_lines(block):
            self._into.paragraph(text)

    def _table(self, table: Element) -> None:
        self._into.blank()
        rows = list(_rows(table))
        if rows and all(len(_cells(row)) == 1 for row in rows):
            for row in rows:
                self.walk(_cells(row)[0])
        else:
            for row in rows:
                self._step()
                self._into.row(_row_texts(row))
        self._into.blank()


def _list_lines(block: Element) -> Iterator[str]:
    """The items of a list and of the lists inside; headings kept in a list have no mark."""
    for item in block.children:
        first = True
        for part in item.children:
            if part.tag == "text:list":
                yield from _list_lines(part)
            elif part.tag in _BLOCKS and (text := _words(part).strip()):
                yield f"- {text}" if first and part.tag == "text:p" else text
                first = False


def _rows(table: Element) -> Iterator[Element]:
    for part in table.children:
        if part.tag == "table:table-row":
            yield part
        elif part.tag in {"table:table-rows", "table:table-header-rows", "table:table-row-group"}:
            yield from _rows(part)


def _cells(row: Element) -> list[Element]:
    return [part for part in row.children if part.tag in {"table:table-cell", "table:covered-table-cell"}]


def _row_texts(row: Element) -> list[str]:
    texts: list[str] = []
    for cell in _cells(row):
        text = "" if cell.tag == "table:covered-table-cell" else "\n".join(_cell_lines(cell))
        texts += [text] * (1 if text else _repeats(cell, "table:number-columns-repeated"))
    return texts


def _cell_lines(container: Element) -> Iterator[str]:
    for block in container.children:
        if block.tag in _BLOCKS:
            if text := _words(block).strip():
                yield text.replace("\t", " ")
            for box in _boxes(block):
                yield from _cell_lines(box)
        elif block.tag == "text:list":
            yield from _list_lines(block)
        elif block.tag == "table:table":
            for row in _rows(block):
                held = [text.replace("\n", " ") for text in _row_texts(row) if text]
                yield (" : " if len(held) == 2 else " | ").join(held)
        elif block.tag not in _LEFT_OUT:
            yield from _cell_lines(block)


def read_odt(path: Path, into: RawDocument) -> None:
    """Read an OpenDocument text."""
    check_archive(path, into.name, into.limits)
    if encrypted_by_manifest(path):
        raise failures.encrypted(into.name)
    from odfdo import Document

    document = Document(str(path))
    into.progress()
    body = document.body
    if body.tag != "office:text":
        raise failures.broken(into.name, "ce n'est pas un texte OpenDocument")
    _Body(into).walk(body)
    into.notes([_note(note) for note in body.get_elements("descendant::text:note")])
