"""CSV: one record is one line, whatever the lines its quoted cells hold."""

from __future__ import annotations

import csv
import io
from collections import Counter
from itertools import islice
from pathlib import Path

from corpus.reading.raw import RawDocument
from corpus.reading.txt import decode

_DELIMITERS = ";,\t|"
_LONGEST_CELL = 4_000_000


def _regularity(text: str, delimiter: str) -> tuple[float, int]:
    """How regular the first records are with a delimiter: the share of the usual width, then that width."""
    widths = Counter(len(record) for record in islice(csv.reader(io.StringIO(text), delimiter=delimiter), 60) if record)
    if not widths:
        return 0.0, 0
    width, often = widths.most_common(1)[0]
    return (often / widths.total(), width) if width > 1 else (0.0, 1)


def delimiter_of(text: str) -> str:
    """The delimiter that cuts the records most regularly; a semicolon when none does."""
    return max(_DELIMITERS, key=lambda delimiter: _regularity(text, delimiter))


def read_csv(path: Path, into: RawDocument) -> None:
    """Read every record as a row; records of one cell are plain lines."""
    text, warning = decode(path.read_bytes())
    if warning:
        into.warnings.append(warning)
    csv.field_size_limit(_LONGEST_CELL)
    for number, record in enumerate(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter_of(text))):
        if number % 1000 == 0:
            into.progress()
        if len(record) > 1:
            into.row(record)
        elif record:
            into.paragraph(record[0])
