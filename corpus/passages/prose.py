"""Clauses, lists and slides: the lines that belong to no table and to no field of a fiche."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from corpus.passages.model import TARGET, Piece, shown_text

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from corpus.models import Line, PassageKind
    from corpus.passages.sectioning import SectionMap

_SIGNATURE = re.compile(
    r"^\W*(?:fait (?:à|a|en|le)\b|pour (?:la |le |l['’]|les )?(?:caf|caisse|commune|communaut|syndicat|ville|mairie"
    r"|d[ée]partement|pr[ée]fet|conseil|msa|mutualit)|le maire|la maire|l[ea] pr[ée]sident|l[ea] direct|m\. |mme |"
    r"madame |monsieur |repr[ée]sent[ée]+ par|en \w+ exemplaires|signature)",
    re.IGNORECASE,
)
_CLAUSES = frozenset({"article", "preambule"})


@dataclass(frozen=True, slots=True)
class _Block:
    """Consecutive lines without a blank one between them."""

    lines: tuple[Line, ...]
    text: str

    @property
    def is_lead_in(self) -> bool:
        """Whether it announces what follows."""
        return self.text.rstrip(" *\xa0").endswith(":")


def _blocks(lines: Sequence[Line]) -> Iterator[_Block]:
    run: list[Line] = []
    size = 0
    for line in lines:
        text = shown_text(line)
        apart = bool(run) and line.number > run[-1].number + 1
        if run and (apart or size + len(text) > TARGET or _lead(run[-1])):
            yield _block(run)
            run, size = [], 0
        run.append(line)
        size += len(text) + 1
    if run:
        yield _block(run)


def _lead(line: Line) -> bool:
    return line.text.rstrip(" *\xa0").endswith(":")


def _block(run: list[Line]) -> _Block:
    return _Block(tuple(run), "\n".join(shown_text(line) for line in run))


def prose_pieces(lines: Sequence[Line], sections: SectionMap) -> list[Piece]:
    """Cut the lines of one stretch of prose (non-blank, in order, one section) into passages.

    A lead-in stays with what it announces; a list cut in two repeats its lead-in as a header.
    """
    pieces: list[Piece] = []
    current: list[_Block] = []
    lead, header = "", ""
    blocks = list(_blocks(lines))
    for rank, block in enumerate(blocks):
        size = sum(len(b.text) for b in current)
        following = len(blocks[rank + 1].text) if block.is_lead_in and rank + 1 < len(blocks) else 0
        if current and not current[-1].is_lead_in and size + len(block.text) + following > TARGET:
            pieces.append(_piece(current, sections, header))
            current, header = [], lead if _is_item(block) else ""
        if block.is_lead_in:
            lead = block.text.splitlines()[-1]
        elif not _is_item(block):
            lead = ""
        current.append(block)
    if current:
        pieces.append(_piece(current, sections, header))
    return pieces


def _is_item(block: _Block) -> bool:
    return bool(re.match(r"\s*(?:[-–•▪▶►➢✓→○●◦*¢v]|o\s|e\s|\d+[.)°]|[a-z]\))", block.text))


def _piece(blocks: list[_Block], sections: SectionMap, header: str) -> Piece:
    lines = [line for block in blocks for line in block.lines]
    first = lines[0].number
    return Piece(
        first,
        lines[-1].number,
        "\n".join(block.text for block in blocks),
        kind=_kind(lines, sections.kind(first)),
        path=sections.path(lines[-1].number),
        header=header,
    )


def _kind(lines: Sequence[Line], section_kind: str) -> PassageKind:
    if section_kind == "sommaire":
        return "sommaire"
    signed = sum(1 for line in lines if len(line.text) < 160 and _SIGNATURE.match(shown_text(line)))
    if signed >= 2 and signed >= 0.4 * len(lines):
        return "signature"
    return "clause" if section_kind in _CLAUSES else "texte"
