"""A whole Word document, read in the order of its body."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from corpus.reading import failures
from corpus.reading.archives import check_archive
from corpus.reading.docx.names import Element, child, w
from corpus.reading.docx.numbering import Numbering, read_styles
from corpus.reading.docx.tables import cells_of, is_frame, read_rows, rows_of
from corpus.reading.docx.text import Paragraphs, boxes
from corpus.reading.raw import RawDocument
from corpus.text.folding import fold

_TRANSPARENT = frozenset(
    w(name) for name in ("sdt", "sdtContent", "customXml", "smartTag", "ins", "moveTo", "body", "txbxContent", "tc")
)
_STEP = 500


class _Body:
    """Walks the body and writes lines; one instance reads one document."""

    def __init__(self, into: RawDocument, paragraphs: Paragraphs) -> None:
        self._into = into
        self._paragraphs = paragraphs
        self._seen = 0

    def walk(self, container: Element) -> None:
        """Write the blocks of a container in order."""
        for block in container:
            self._step()
            if block.tag == w("p"):
                self._paragraph(block)
            elif block.tag == w("tbl"):
                self._table(block)
            elif block.tag in _TRANSPARENT:
                self.walk(block)

    def _step(self) -> None:
        self._seen += 1
        if self._seen % _STEP == 0:
            self._into.progress()

    def _paragraph(self, paragraph: Element) -> None:
        text = self._paragraphs.text(paragraph)
        inner = boxes(paragraph)
        if not text and not inner:
            self._into.blank()
        if text:
            if self._paragraphs.style(paragraph).heading:
                self._into.blank()
            self._into.tabbed(text)
        for box in inner:
            self.walk(box)

    def _table(self, table: Element) -> None:
        self._into.blank()
        if is_frame(table):
            for row in rows_of(table):
                for cell in cells_of(row):
                    self.walk(cell)
        else:
            for texts in read_rows(table, self.cell):
                self._step()
                self._into.row(texts)
        self._into.blank()

    def cell(self, cell: Element) -> str:
        """The text of a cell; rows of inner tables come as ``label : value``."""
        return "\n".join(line for line in self._inner(cell) if line)

    def _inner(self, container: Element) -> Iterator[str]:
        for block in container:
            if block.tag == w("p"):
                yield self._paragraphs.text(block).replace("\t", " ")
                for box in boxes(block):
                    yield from self._inner(box)
            elif block.tag == w("tbl"):
                yield from map(_flat, read_rows(block, self.cell))
            elif block.tag in _TRANSPARENT:
                yield from self._inner(block)


def _flat(texts: list[str]) -> str:
    """A row of an inner table as one line."""
    held = [text.replace("\n", " ") for text in texts if text]
    return (" : " if len(held) == 2 else " | ").join(held)


def _part_root(document: Any, kind: str) -> Element:  # noqa: ANN401 - python-docx part internals
    """The XML of a related part, by the end of its relationship type."""
    from docx.oxml import parse_xml

    for relation in document.part.rels.values():
        if relation.reltype.endswith(f"/{kind}") and not relation.is_external:
            return parse_xml(relation.target_part.blob)
    return None


def _headers(document: Any, body_text: str) -> list[str]:  # noqa: ANN401 - python-docx
    """What headers of pages hold that the body does not say, each once."""
    found: dict[str, str] = {}
    for section in document.sections:
        for header in (section.first_page_header, section.header):
            for paragraph in header.paragraphs:
                text = paragraph.text.strip()
                if text and fold(text) not in body_text and sum(map(str.isalpha, text)) > 3:
                    found.setdefault(fold(text), text)
    return list(found.values())


def _notes(document: Any, paragraphs: Paragraphs) -> list[str]:  # noqa: ANN401 - python-docx
    root = _part_root(document, "footnotes")
    if root is None:
        return []
    notes = [note for note in root.iter(w("footnote")) if note.get(w("type")) is None]
    return [text for note in notes if (text := " ".join(paragraphs.text(p) for p in note.iter(w("p"))).strip())]


def _open(path: Path, name: str) -> Any:  # noqa: ANN401 - python-docx
    import docx
    from docx.opc.exceptions import PackageNotFoundError

    try:
        return docx.Document(str(path))
    except (PackageNotFoundError, KeyError, ValueError) as error:
        raise failures.broken(name) from error


def read_docx(path: Path, into: RawDocument) -> None:
    """Read a Word document: headers first when they say more than the body, then the body, then its notes."""
    check_archive(path, into.name, into.limits)
    document = _open(path, into.name)
    numbering = Numbering.of(_part_root(document, "numbering"))
    paragraphs = Paragraphs(numbering, read_styles(_part_root(document, "styles")))
    into.progress()
    body = child(document.element, "body")
    if body is None:
        raise failures.broken(into.name)
    _Body(into, paragraphs).walk(body)
    said = fold(" ".join(line.text for line in into.lines))
    if headers := _headers(document, said):
        ahead = RawDocument(into.name, into.limits)
        for text in headers:
            ahead.paragraph(text)
        into.lines[:0] = ahead.lines
    into.notes(_notes(document, paragraphs))
