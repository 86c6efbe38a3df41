"""Footnotes in a Word file, which python-docx does not write by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.paragraph import Paragraph

_NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
_SEPARATORS = (
    '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
    '<w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>'
)
_NOTE = (
    '<w:footnote w:id="{id}"><w:p><w:pPr><w:spacing w:after="0" w:line="240" w:lineRule="auto"/></w:pPr>'
    '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteRef/></w:r>'
    '<w:r><w:rPr><w:sz w:val="18"/></w:rPr><w:t xml:space="preserve"> {text}</w:t></w:r>'
    "</w:p></w:footnote>"
)


class Footnotes:
    """The notes of one document: :meth:`add` marks a paragraph, :meth:`attach` writes them all."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._texts: list[str] = []

    def add(self, paragraph: Paragraph, text: str) -> None:
        """Put the mark of a new note at the end of a paragraph."""
        from docx.oxml import OxmlElement
        from docx.oxml.ns import qn

        self._texts.append(text)
        run = paragraph.add_run()
        run.font.superscript = True
        reference = OxmlElement("w:footnoteReference")
        reference.set(qn("w:id"), str(len(self._texts)))
        run._r.append(reference)  # noqa: SLF001 - the only door python-docx leaves to this element

    def attach(self) -> None:
        """Add the part that holds the notes; nothing when there is none."""
        if not self._texts:
            return
        from docx.opc.constants import RELATIONSHIP_TYPE
        from docx.opc.packuri import PackURI
        from docx.opc.part import Part

        owner = self._document.part
        part = Part(PackURI("/word/footnotes.xml"), _TYPE, self._xml(), owner.package)
        owner.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)

    def _xml(self) -> bytes:
        from xml.sax.saxutils import escape

        notes = [_NOTE.format(id=rank, text=escape(text)) for rank, text in enumerate(self._texts, start=1)]
        return f'{_HEAD}<w:footnotes xmlns:w="{_NAMESPACE}">{_SEPARATORS}{"".join(notes)}</w:footnotes>'.encode()
