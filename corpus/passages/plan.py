"""Rows of a plan d'actions: one passage each, with the axis and the orientation they stand under."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.passages.model import Piece, shown_text

if TYPE_CHECKING:
    from corpus.models import PlanRow, ReadDocument
    from corpus.passages.sectioning import SectionMap

_COLUMNS = (("chef_de_file", "Chef de file"), ("coporteur", "Coporteur"), ("echeance", "Échéance"))


def plan_piece(row: PlanRow, document: ReadDocument, sections: SectionMap) -> Piece:
    """The passage of one row; what each cell means is told by the header."""
    first, last = row.source.ligne_debut, row.source.ligne_fin
    lines = document.lines[first - 1 : last]
    return Piece(
        first,
        last,
        "\n".join(shown_text(line) for line in lines if line.text.strip()),
        kind="plan",
        path=sections.path(first),
        header=_header(row),
    )


def _header(row: PlanRow) -> str:
    told = " · ".join(f"{label} : {getattr(row, key) or '–'}" for key, label in _COLUMNS)
    return "\n".join(part for part in (row.axe, row.orientation, f"Plan d'actions · {told}") if part)
