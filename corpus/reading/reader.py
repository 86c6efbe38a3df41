"""Reading one file, whatever its format: checks, the right reader, then the shared models."""

from __future__ import annotations

from pathlib import Path

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


def read(path: Path, *, limits: Limits = DEFAULT, isolated: bool = True) -> ReadDocument:
    """Read one file into numbered lines; raise ``UnreadableError`` with its reason otherwise.

    ``isolated=False`` reads every format in this process, for tests and benchmarks only.
    """
    name = clean_line(path.name)
    fmt = _check(path, name, limits)
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
    return _as_document(raw, path.name, fmt)
