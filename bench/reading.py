"""Measure reading and extraction: pages a second for each format, and the slowest documents.

    python -m bench.reading DOSSIER… [--lent 5] [--json]

A page of a format without pages counts as 3,000 characters. Reading is done as in the product, in a child process
a document, whose start is counted. Prints a table, or one JSON object.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import time
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from corpus.errors import UnreadableError
from corpus.extraction import extract
from corpus.passages import cut_passages
from corpus.reading import find_documents, read

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from corpus.models import ReadDocument

PAGE = 3_000
"""Characters of a page, where a format has none."""


@dataclass(frozen=True, slots=True)
class Measure:
    """What one document cost, in seconds; ``motif`` when it could not be read."""

    document: str
    format: str
    pages: float = 0.0
    lecture: float = 0.0
    extraction: float = 0.0
    decoupage: float = 0.0
    fiches: int = 0
    motif: str = ""

    @property
    def total(self) -> float:
        """All of it."""
        return self.lecture + self.extraction + self.decoupage


def _pages(document: ReadDocument) -> float:
    return document.pages or max(sum(len(line.text) for line in document.lines) / PAGE, 0.1)


def measure(path: Path) -> Measure:
    """Read, extract and cut one document."""
    start = time.perf_counter()
    try:
        document = read(path)
    except UnreadableError as error:
        spent = time.perf_counter() - start
        return Measure(path.name, path.suffix[1:].lower(), lecture=spent, motif=error.reason)
    was_read = time.perf_counter()
    extraction = extract(document)
    was_extracted = time.perf_counter()
    cut_passages(document, extraction)
    done = time.perf_counter()
    return Measure(
        path.name,
        document.format,
        _pages(document),
        lecture=was_read - start,
        extraction=was_extracted - was_read,
        decoupage=done - was_extracted,
        fiches=len(extraction.fiches),
    )


def by_format(measures: Iterable[Measure]) -> list[dict[str, object]]:
    """One row a format and one for all: documents, pages, seconds of each step, pages a second."""
    groups: dict[str, list[Measure]] = {}
    for one in measures:
        groups.setdefault(one.format, []).append(one)
    rows = [_row(name, group) for name, group in sorted(groups.items())]
    return [*rows, _row("tout", [one for group in groups.values() for one in group])]


def _row(name: str, group: Sequence[Measure]) -> dict[str, object]:
    pages, total = sum(one.pages for one in group), sum(one.total for one in group)
    return {
        "format": name,
        "documents": len(group),
        "refus": sum(bool(one.motif) for one in group),
        "pages": round(pages, 1),
        "fiches": sum(one.fiches for one in group),
        "lecture": round(sum(one.lecture for one in group), 2),
        "extraction": round(sum(one.extraction for one in group), 2),
        "decoupage": round(sum(one.decoupage for one in group), 2),
        "pages_par_seconde": round(pages / total, 1) if total else 0.0,
    }


def table(rows: Sequence[dict[str, object]]) -> str:
    """Rows under their headings, in columns."""
    headings = list(rows[0])
    cells = [headings, *([str(row[name]) for name in headings] for row in rows)]
    widths = [max(len(line[column]) for line in cells) for column in range(len(headings))]
    return "\n".join("  ".join(cell.rjust(width) for cell, width in zip(line, widths, strict=True)) for line in cells)


def main() -> None:
    """Run the measure."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("chemins", nargs="+", type=Path)
    parser.add_argument("--lent", type=int, default=5, help="combien de documents lents nommer")
    parser.add_argument("--json", action="store_true")
    given = parser.parse_args()
    measures = [measure(path) for path in find_documents(given.chemins)]
    slowest = sorted(measures, key=lambda one: -one.total)[: given.lent]
    if given.json:
        found = {"charge": os.getloadavg()[0], "formats": by_format(measures), "lents": [asdict(m) for m in slowest]}
        sys.stdout.write(json.dumps(found, ensure_ascii=False, indent=1) + "\n")
        return
    lines = [table(by_format(measures)), "", *(f"{one.total:6.2f} s  {one.document}" for one in slowest)]
    sys.stdout.write("\n".join(lines) + f"\ncharge de la machine : {os.getloadavg()[0]:.1f}\n")


if __name__ == "__main__":
    main()
