"""Which reader reads which file: the one table a new format is added to."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import cast

from corpus.reading.raw import RawDocument

Reader = Callable[[Path, RawDocument], None]
"""Fills a raw document from a file; raises ``UnreadableError`` for what it knows to say."""


@dataclass(frozen=True, slots=True)
class Format:
    """A format: its name, its suffixes, where its reader is, and how its files begin."""

    name: str
    suffixes: tuple[str, ...]
    reader: str
    """``module:function``; imported only when a file of this format is read."""
    in_process: bool = False

    def load(self) -> Reader:
        """Import the reader."""
        module, function = self.reader.split(":")
        return cast("Reader", getattr(import_module(f"corpus.reading.{module}"), function))


FORMATS = (
    Format("txt", (".txt", ".text", ".md"), "txt:read_txt", in_process=True),
    Format("pdf", (".pdf",), "pdf.document:read_pdf"),
    Format("docx", (".docx", ".docm"), "docx.document:read_docx"),
    Format("odt", (".odt",), "odt:read_odt"),
    Format("xlsx", (".xlsx", ".xlsm"), "xlsx:read_xlsx"),
    Format("csv", (".csv", ".tsv"), "csv:read_csv"),
    Format("html", (".html", ".htm"), "html:read_html"),
    Format("pptx", (".pptx",), "pptx:read_pptx"),
    Format("rtf", (".rtf",), "rtf:read_rtf"),
)

BY_SUFFIX = {suffix: fmt for fmt in FORMATS for suffix in fmt.suffixes}
SUFFIXES: frozenset[str] = frozenset(BY_SUFFIX)
READABLE = ", ".join(fmt.suffixes[0] for fmt in FORMATS)
"""The formats as a sentence lists them."""
