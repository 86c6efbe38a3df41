"""The evidence of an answer: passages found, their lines, and the units in them with their scores."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from assistant.answers.scoring import Subject, stems_of
from assistant.answers.units import Unit, units_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from assistant.answers.expected import Expected
    from corpus.indexing import Corpus
    from corpus.models import Passage, SearchHit

RANK_DISCOUNT = 0.06
"""How much a place down the ranking costs a unit."""
EXPECTED_BONUS = 0.35
"""What a unit gains for holding the kind of fact the question expects."""
HEADING_MALUS = 0.5


@dataclass(frozen=True, slots=True)
class Scored:
    """A unit with how much of the subject it says, alone and in its place, and its score."""

    unit: Unit
    hit: SearchHit
    alone: float
    placed: float
    score: float
    place: int
    """Its place among the units of its passage."""

    @property
    def document(self) -> str:
        """The document it stands in."""
        return self.unit.document


def context_of(passage: Passage, unit: Unit) -> str:
    """What surrounds a unit: its lead-in and what the passage says of itself."""
    return f"{unit.lead} {passage.contexte} {passage.section}"


def _is_heading(unit: Unit, place: int, units: Sequence[Unit]) -> bool:
    short = unit.kind == "phrase" and len(unit.text) < 90 and not unit.text.rstrip().endswith((".", ";", "!", "?"))
    return short and place + 1 < len(units)


def read_units(hit: SearchHit, corpus: Corpus) -> list[Unit]:
    """The units of a passage, read from the lines of its document."""
    passage = hit.passage
    lines = corpus.catalogue.lines(passage.document, passage.ligne_debut, passage.ligne_fin)
    return units_of(passage.document, lines)


def score_units(hits: Sequence[SearchHit], subject: Subject, expected: Expected, corpus: Corpus) -> list[Scored]:
    """Every unit of the passages found, best first."""
    found: list[Scored] = []
    for rank, hit in enumerate(hits):
        units = read_units(hit, corpus)
        for place, unit in enumerate(units):
            alone = subject.coverage(unit.text)
            placed = subject.coverage(unit.text, context_of(hit.passage, unit))
            score = placed + 0.5 * alone - RANK_DISCOUNT * rank
            if expected.any and expected.held_by(unit.text):
                score += EXPECTED_BONUS
            if _is_heading(unit, place, units):
                score -= HEADING_MALUS
            found.append(Scored(unit, hit, alone, placed, score, place))
    return sorted(found, key=lambda s: -s.score)


def words_of(scored: Scored) -> frozenset[str]:
    """The stems a unit and its lead-in say."""
    return stems_of(f"{scored.unit.text} {scored.unit.lead}")
