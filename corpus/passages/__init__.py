"""Cutting a document into the passages that are searched and cited.

Passages follow the structure: a clause, a field of a fiche, a row of a plan, a few rows of a table, a block of a
slide. Every line that is not blank is in at least one of them.
"""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING

from corpus.models import Passage
from corpus.passages.context import context_of, convention_of, section_of
from corpus.passages.fiches import fiche_pieces
from corpus.passages.merging import cut_long, merge_small
from corpus.passages.plan import plan_piece
from corpus.passages.prose import prose_pieces
from corpus.passages.rows import is_row_fiche, row_pieces
from corpus.passages.sectioning import SectionMap
from corpus.passages.tables import table_pieces
from corpus.text.folding import words

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator

    from corpus.models import Extraction, Line, ReadDocument
    from corpus.passages.model import Piece

__all__ = ["cut_passages"]

_LIMIT = 2000
"""Characters of the longest extract the contract allows."""
_PLAN = -1
_TAG = re.compile(r"<[^<>]{1,80}>")


def cut_passages(document: ReadDocument, extraction: Extraction) -> list[Passage]:
    """The passages of a document in reading order."""
    sections = SectionMap(document, extraction.sections)
    pieces = merge_small(sorted(_pieces(document, extraction, sections), key=lambda p: (p.first, p.last)))
    return [_passage(part, document, extraction) for piece in pieces for part in cut_long(piece)]


def _pieces(document: ReadDocument, extraction: Extraction, sections: SectionMap) -> Iterator[Piece]:
    owner: dict[int, int] = {}
    for row in extraction.plan:
        yield plan_piece(row, document, sections)
        owner.update(dict.fromkeys(range(row.source.ligne_debut, row.source.ligne_fin + 1), _PLAN))
    for rank, fiche in enumerate(extraction.fiches):
        for number in range(fiche.source.ligne_debut, fiche.source.ligne_fin + 1):
            owner.setdefault(number, rank)
    written = [line for line in document.lines if line.text.strip()]
    for _, group in groupby(written, key=lambda line: _stretch(line, owner, sections)):
        lines = list(group)
        if owner.get(lines[0].number) != _PLAN:
            yield from _stretch_pieces(lines, owner, extraction, sections)


def _stretch(line: Line, owner: dict[int, int], sections: SectionMap) -> Hashable:
    """What keeps lines in one stretch: their fiche, or their section and whether they are rows of a table."""
    if line.number in owner:
        return owner[line.number]
    section = sections.at(line.number)
    return (id(section) if section else 0, bool(line.cells))


def _stretch_pieces(
    lines: list[Line], owner: dict[int, int], extraction: Extraction, sections: SectionMap
) -> list[Piece]:
    if lines[0].number in owner:
        fiche = extraction.fiches[owner[lines[0].number]]
        whole = is_row_fiche(lines)
        return row_pieces(fiche, lines[0], sections) if whole else fiche_pieces(fiche, lines, sections)
    return table_pieces(lines, sections) if lines[0].cells else prose_pieces(lines, sections)


def _passage(piece: Piece, document: ReadDocument, extraction: Extraction) -> Passage:
    carte = extraction.carte
    fiche = piece.fiche.fiche if piece.fiche else None
    return Passage(
        document=document.name,
        ligne_debut=piece.first,
        ligne_fin=piece.last,
        page=document.lines[piece.first - 1].page,
        section=section_of(piece),
        extrait=_shortened(_faithful(piece, document)),
        kind=piece.kind,
        convention=convention_of(carte),
        territoire=carte.territoire or "",
        fiche=fiche.numero if fiche else None,
        fiche_titre=fiche.titre if fiche else None,
        champ=piece.champs[0] if len(piece.champs) == 1 else None,
        contexte=context_of(piece, carte),
    )


def _faithful(piece: Piece, document: ReadDocument) -> str:
    """The readable text of a piece, or the raw text of its lines should a word differ."""
    raw = document.text(piece.first, piece.last)
    if _run(piece.text) in _run(raw):
        return piece.text
    return raw


def _shortened(text: str) -> str:
    if len(text) <= _LIMIT:
        return text
    return text[:_LIMIT].rsplit(maxsplit=1)[0]


def _run(text: str) -> str:
    return f" {' '.join(words(_TAG.sub(' ', text)))} "
