"""A whole PDF, page by page, within the limits of its reading."""

from __future__ import annotations

import re
import struct
import time
from collections.abc import Iterator, Sequence
from contextlib import suppress
from itertools import islice
from pathlib import Path
from typing import Any

from corpus.errors import UnreadableError
from corpus.reading import failures
from corpus.reading.pdf.fonts import mend_fonts
from corpus.reading.pdf.notes import Footnotes
from corpus.reading.pdf.page import PageText, read_page
from corpus.reading.pdf.running import without_running
from corpus.reading.raw import RawDocument

_FEWEST_LETTERS = 40
"""A page with fewer letters and a large image is a scan."""
_LARGE_IMAGE = 0.5
_LEADERS = re.compile(r"\s*(?:\.\s?){6,}\s*")
_GLUED_BULLET = re.compile(r"^([•▪●◦‣⁃])(?=\w)", re.MULTILINE)
_TIME_SHARE = 0.85
"""Share of the processor time after which the pages left are given up rather than the whole document."""


def _check_start(path: Path, name: str) -> None:
    with path.open("rb") as file:
        if b"%PDF" not in file.read(1024):
            raise failures.broken(name, "ce n'est pas un PDF")


def _open(path: Path, name: str) -> Any:  # noqa: ANN401 - pdfplumber has no types
    import pdfplumber
    from pdfminer.pdfdocument import PDFEncryptionError, PDFPasswordIncorrect
    from pdfplumber.utils.exceptions import PdfminerException

    try:
        return pdfplumber.open(path)
    except PdfminerException as error:
        cause = error.args[0] if error.args else None
        if isinstance(cause, PDFPasswordIncorrect | PDFEncryptionError):
            raise failures.encrypted(name) from error
        raise failures.broken(name) from error


def _mend(pdf: Any, into: RawDocument) -> None:  # noqa: ANN401 - pdfplumber has no types
    """Mend the fonts that can be; the others are read as they are."""
    from pdfminer.pdfpage import PDFPage
    from pdfminer.psexceptions import PSException

    into.progress()
    with suppress(PSException, LookupError, ValueError, TypeError, AttributeError, AssertionError, struct.error):
        mend_fonts(islice(PDFPage.create_pages(pdf.doc), into.limits.pages), pdf.rsrcmgr)


def _pages(pdf: Any, into: RawDocument, notes: Footnotes) -> Iterator[PageText]:  # noqa: ANN401 - pdfplumber has no types
    from pdfminer.pdfpage import PDFPage
    from pdfplumber.page import Page

    _mend(pdf, into)
    enough = _TIME_SHARE * into.limits.processor_seconds + time.process_time()
    top = 0
    for number, source in enumerate(PDFPage.create_pages(pdf.doc), 1):
        into.progress()
        if number > into.limits.pages or time.process_time() > enough:
            into.warnings.append(f"Lecture arrêtée à la page {number - 1} : le document est trop long.")
            return
        page = Page(pdf, source, page_number=number, initial_doctop=top)
        yield _read_or_skip(page, into, notes)
        top += page.height
        page.close()


def _read_or_skip(page: Any, into: RawDocument, notes: Footnotes) -> PageText:  # noqa: ANN401 - pdfplumber has no types
    """Read a page; one that cannot be parsed is said and left, so that the others are kept."""
    try:
        return read_page(page, notes)
    except (MemoryError, RecursionError, UnreadableError):
        raise
    except Exception:  # noqa: BLE001 - boundary: pdfminer fails in any way on a damaged page
        into.warnings.append(f"La page {page.page_number} est abîmée et n'a pas été lue.")
        return PageText(page.page_number, [], 0, 0, 0.0, float(page.height))


def _check_text(pages: Sequence[PageText], into: RawDocument) -> None:
    if pages and sum("abîmée" in warning for warning in into.warnings) == len(pages):
        raise failures.broken(into.name)
    if sum(page.unknown for page in pages) > sum(page.letters for page in pages):
        raise failures.undecodable(into.name)
    scanned = [page.number for page in pages if page.letters < _FEWEST_LETTERS and page.image_share > _LARGE_IMAGE]
    if not any(page.letters >= _FEWEST_LETTERS for page in pages) and any(page.image_share > 0 for page in pages):
        raise failures.scan(into.name)
    if scanned:
        listed = ", ".join(map(str, scanned[:12])) + ("…" if len(scanned) > 12 else "")
        into.warnings.append(f"{failures.IMAGE_PAGES} : {listed}.{failures.OCR_HINT}")


def read_pdf(path: Path, into: RawDocument) -> None:
    """Read every page; rows of tables and of forms come as rows, a blank line between pages."""
    _check_start(path, into.name)
    notes = Footnotes()
    with _open(path, into.name) as pdf:
        pages = list(_pages(pdf, into, notes))
    into.pages = len(pages)
    _check_text(pages, into)
    for page, blocks in zip(pages, without_running(pages), strict=True):
        into.blank(page.number)
        for block in blocks:
            if block.cells:
                into.row([_apart(cell) for cell in block.cells], page.number)
            else:
                into.paragraph(_LEADERS.sub(" ..... ", _apart(block.text)).strip(), page.number)
    into.notes([text for _, text in notes.texts], [page for page, _ in notes.texts])


def _apart(text: str) -> str:
    """A text whose bullets, drawn close to what they open, are set apart by a space."""
    return _GLUED_BULLET.sub(r"\1 ", text)
