"""The evidence of an answer: passages found, and the units in them with what they say of the subject."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from assistant.answers.lists import section_starts
from assistant.answers.noise import is_label, is_noise
from assistant.answers.units import Unit, units_of
from corpus.text.folding import words

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from assistant.answers.expected import Expected
    from assistant.answers.scoring import Subject
    from corpus.indexing import Corpus
    from corpus.models import SearchHit

UNDER = 0.7
"""What a heading above counts, beside the same words in the sentence."""
LONGEST_HEADING = 150
EXPECTED_BONUS = 0.5
"""What a unit gains for holding the kind of fact the question expects."""


@dataclass(frozen=True, slots=True)
class Scored:
    """A unit of a passage with how much of the subject it says, and its score among the others."""

    unit: Unit
    alone: float
    score: float
    length: int
    """Its number of words."""
    heading: bool


@dataclass(frozen=True, slots=True)
class Source:
    """A passage found with its units, in the order of the document."""

    hit: SearchHit
    units: tuple[Scored, ...]
    says: float = 0.0
    """How much of the subject its best unit says, read under its headings."""

    @property
    def document(self) -> str:
        """The document it stands in."""
        return self.hit.passage.document

    @property
    def body(self) -> list[Scored]:
        """Its units without its headings, labels and noise; the headings when there is nothing else."""
        return [s for s in self.units if not s.heading] or list(self.units)

    @property
    def length(self) -> int:
        """Its number of words, headings included."""
        return sum(s.length for s in self.units)

    @property
    def alone(self) -> float:
        """How much of the subject its best unit says."""
        return max((s.alone for s in self.units), default=0.0)


def _is_heading(unit: Unit, following: Sequence[Unit], starts: Collection[int]) -> bool:
    text = unit.text.rstrip()
    if unit.first in starts and len(text) < LONGEST_HEADING and following:
        return True
    short = unit.kind == "phrase" and len(text) < 90 and not text.endswith((".", ";", "!", "?", ":"))
    return short and bool(following)


def read_source(hit: SearchHit, subject: Subject, expected: Expected, corpus: Corpus) -> Source:
    """A passage with its units scored."""
    passage = hit.passage
    units = units_of(passage.document, corpus.catalogue.lines(passage.document, passage.ligne_debut, passage.ligne_fin))
    starts = section_starts(passage.document, corpus)
    scored = []
    units = [unit for unit in units if not is_noise(unit.text)] or units
    for place, unit in enumerate(units):
        alone = subject.coverage(unit.text, unit.lead)
        bonus = EXPECTED_BONUS if expected.any and expected.held_by(unit.text) else 0.0
        heading = _is_heading(unit, units[place + 1 :], starts) or is_label(unit.text)
        scored.append(Scored(unit, alone, alone + bonus, len(words(unit.text)), heading))
    says = max((subject.coverage(u.text, f"{u.lead} {passage.contexte}", discount=UNDER) for u in units), default=0.0)
    return Source(hit, tuple(scored), says)
