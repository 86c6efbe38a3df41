"""A fiche that is one row of a spreadsheet: its cells are its fields."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.passages.model import TARGET, Piece
from corpus.text.folding import words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from corpus.models import ExtractedFiche, Line
    from corpus.passages.sectioning import SectionMap

_CELLS = 4
"""Full cells from which a line is a whole fiche and not a field of one."""


def is_row_fiche(lines: list[Line]) -> bool:
    """Whether a fiche stands on one line of a table."""
    return len(lines) == 1 and sum(1 for cell in lines[0].cells if cell.strip()) >= _CELLS


def row_pieces(fiche: ExtractedFiche, line: Line, sections: SectionMap) -> list[Piece]:
    """Cut the row between its cells: those of one field, and the short ones, stay together."""
    values = dict(_values(fiche))
    pieces: list[Piece] = []
    for cell in (cell.strip() for cell in line.cells):
        if not cell:
            continue
        champ = _champ_of(cell, values)
        piece = Piece(
            line.number, line.number, cell, "champ", sections.path(line.number), (champ,) if champ else (), fiche
        )
        if pieces and len(pieces[-1].text) + len(cell) <= TARGET and (len(cell) < TARGET // 3 or not champ):
            pieces[-1] = pieces[-1].joined(piece)
        else:
            pieces.append(piece)
    return pieces


def _values(fiche: ExtractedFiche) -> Iterator[tuple[str, str]]:
    """The words of each field of a fiche, in a row."""
    for champ, value in fiche.fiche.model_dump(mode="json").items():
        if value and champ not in {"numero", "budget"}:
            told = value if isinstance(value, str) else " ".join(_flat(value))
            yield champ, _run(told)


def _flat(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for part in value.values():
            yield from _flat(part)
    elif isinstance(value, list):
        for part in value:
            yield from _flat(part)


def _champ_of(cell: str, values: dict[str, str]) -> str | None:
    """The field whose words a cell gives, or gives a part of."""
    run = _run(cell)
    return next((champ for champ, value in values.items() if run in value or value in run), None)


def _run(text: str) -> str:
    return f" {' '.join(words(text))} "
