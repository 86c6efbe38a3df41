"""The light markup the sample conventions are written in: headings, paragraphs, items and tables."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Iterator

Kind = Literal["titre", "partie", "texte", "item", "tableau"]


@dataclass(frozen=True, slots=True)
class Block:
    """A block of a source: its text, or the rows of a table whose cells hold paragraphs."""

    kind: Kind
    text: str = ""
    rows: tuple[tuple[str, ...], ...] = ()


def _row(line: str) -> tuple[str, ...]:
    cells = line.strip().strip("|").split("|") if not line.rstrip().endswith("||") else [line.strip().strip("|"), ""]
    return tuple(cell.strip().replace("<br>", "\n") for cell in cells)


def _plain(line: str) -> Block:
    for mark, kind in (("## ", "partie"), ("# ", "titre"), ("- ", "item")):
        if line.startswith(mark):
            return Block(kind, line.removeprefix(mark).strip())  # type: ignore[arg-type]
    return Block("texte", line.strip())


def blocks(source: str) -> Iterator[Block]:
    """The blocks of a source, in order; consecutive table lines make one table."""
    table: list[tuple[str, ...]] = []
    for line in [*source.splitlines(), ""]:
        if line.startswith("|"):
            table.append(_row(line))
            continue
        if table:
            yield Block("tableau", rows=tuple(table))
            table = []
        if line.strip():
            yield _plain(line)
