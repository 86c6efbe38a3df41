"""Fields of a fiche: one passage each, the short ones that identify the fiche together."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from corpus.passages.model import TARGET, Piece, shown_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corpus.models import ExtractedFiche, Line
    from corpus.passages.sectioning import SectionMap

_IDENTITY = frozenset({"numero", "axe", "titre", "porteurs", "groupe_projet", "echeances", "personnes_en_charge"})
_LABEL = 140
"""Characters of the longest line that may be the label of what follows."""


def fiche_pieces(fiche: ExtractedFiche, lines: Sequence[Line], sections: SectionMap) -> list[Piece]:
    """Cut the given non-blank lines of a fiche, in order, at the borders of its fields."""
    claims = _claims(fiche)
    pieces: list[Piece] = []
    for line, champs in _with_labels(lines, claims):
        piece = Piece(
            line.number,
            line.number,
            shown_text(line),
            "champ" if champs else "fiche",
            sections.path(line.number),
            champs,
            fiche,
        )
        if pieces and _together(pieces[-1], piece):
            pieces[-1] = pieces[-1].joined(piece)
        else:
            pieces.append(piece)
    return [replace(piece, kind="fiche") if len(piece.champs) > 1 else piece for piece in pieces]


def _claims(fiche: ExtractedFiche) -> dict[int, tuple[str, ...]]:
    """The fields of each claimed line, in the order of the text."""
    found: dict[int, dict[str, None]] = defaultdict(dict)
    for source in fiche.sources:
        top = source.champ.split(".")[0]
        for number in range(source.source.ligne_debut, source.source.ligne_fin + 1):
            found[number][top] = None
    return {number: tuple(champs) for number, champs in found.items()}


def _with_labels(lines: Sequence[Line], claims: dict[int, tuple[str, ...]]) -> list[tuple[Line, tuple[str, ...]]]:
    """Each line with its fields; an unclaimed short line takes the fields of the claimed line it announces."""
    given: list[tuple[Line, tuple[str, ...]]] = []
    ahead: tuple[str, ...] = ()
    reach = 0
    for line in reversed(lines):
        champs = claims.get(line.number, ())
        if champs:
            ahead, reach = champs, 2
        elif ahead and reach and len(line.text) <= _LABEL:
            champs, reach = ahead, reach - 1
        else:
            ahead, reach = (), 0
        given.append((line, champs))
    return given[::-1]


def _together(before: Piece, piece: Piece) -> bool:
    if len(before.text) + len(piece.text) > TARGET:
        return False
    identity = set(before.champs) <= _IDENTITY and set(piece.champs) <= _IDENTITY
    return before.champs == piece.champs or (identity and bool(before.champs or piece.champs))
