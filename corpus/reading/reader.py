"""Reading one file, whatever its format: checks, the right reader, then the shared models."""

from __future__ import annotations

from pathlib import Path

from corpus.errors import UnreadableError
from corpus.models import Line, ReadDocument
from corpus.reading import failures
from corpus.reading.isolation import read_apart
from corpus.reading.limits import DEFAULT, Limits
from corpus.reading.raw import RawDocument
from corpus.reading.registry import BY_SUFFIX, READABLE, Format
from corpus.text.cleaning import clean_line


def _check(path: Path, name: str, limits: Limits) -> Format:
    if not path.is_file():
        raise failures.missing(name)
    fmt = BY_SUFFIX.get(path.suffix.lower())
    if fmt is None:
        raise failures.unknown_format(name, READABLE)
    size = path.stat().st_size
    if size == 0:
        raise failures.empty(name)
    if size > limits.file_size:
        raise failures.too_large(name, f"{size // 1_000_000} Mo")
    return fmt


def _as_document(raw: RawDocument, name: str, fmt: Format) -> ReadDocument:
    lines = tuple(
        Line.model_construct(number=number, text=line.text, page=line.page, cells=tuple(line.cells))
        for number, line in enumerate(raw.lines, 1)
    )
    return ReadDocument(name=name, format=fmt.name, lines=lines, pages=raw.pages, warnings=tuple(raw.warnings))


def read(path: Path, *, limits: Limits = DEFAULT, isolated: bool = True, ocr: bool = False) -> ReadDocument:
    """Read one file into numbered lines; raise ``UnreadableError`` with its reason otherwise.

    With ``ocr`` the pages of a PDF that are images are recognised, when the program for it is installed.
    ``isolated=False`` reads every format in this process, for tests and benchmarks only.
    """
    fmt = _check(path, clean_line(path.name), limits)
    if not ocr or fmt.name != "pdf":
        return _read(path, path.name, fmt, limits, isolated=isolated)
    return _read_or_recognise(path, fmt, limits, isolated=isolated)


def _read(path: Path, file_name: str, fmt: Format, limits: Limits, *, isolated: bool) -> ReadDocument:
    name = clean_line(file_name)
    raw = RawDocument(name, limits)
    try:
        if fmt.in_process or not isolated:
            fmt.load()(path, raw)
        else:
            read_apart(path, raw)
    except OSError as error:
        raise failures.forbidden(name) from error
    if not any(line.text.strip() for line in raw.lines):
        raise failures.empty(name)
    return _as_document(raw, file_name, fmt)


def _read_or_recognise(path: Path, fmt: Format, limits: Limits, *, isolated: bool) -> ReadDocument:
    """Read a PDF, and its images when it is a scan, wholly or in places; what can be read without is kept."""
    from corpus.reading import ocr

    plain: ReadDocument | None = None
    force = False
    try:
        plain = _read(path, path.name, fmt, limits, isolated=isolated)
    except UnreadableError as error:
        if error.reason not in ocr.REASONS:
            raise
        force = error.reason != "scan"
    if plain and not any(warning.startswith(failures.IMAGE_PAGES) for warning in plain.warnings):
        return plain
    try:
        with ocr.recognised(path, clean_line(path.name), limits, force=force) as copy:
            found = _read(copy, path.name, fmt, limits, isolated=isolated)
    except UnreadableError as error:
        if plain is None:
            raise
        return plain.model_copy(update={"warnings": (*plain.warnings, error.message)})
    warnings = [warning.removesuffix(failures.OCR_HINT) for warning in found.warnings]
    return found.model_copy(update={"warnings": (*warnings, ocr.NOTICE)})
