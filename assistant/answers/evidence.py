"""The evidence of an answer: passages found, and the units in them with what they say of the subject."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from assistant.answers.lists import section_starts
from assistant.answers.noise import is_label, is_noise
from assistant.answers.units import Unit, units_of
from corpus.text.folding import fold, words

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from assistant.answers.expected import Expected
    from assistant.answers.scoring import Subject
    from corpus.indexing import Corpus
    from corpus.models import SearchHit

UNDER = 0.7
"""What a heading above counts, beside the same words in the sentence."""
LONGEST_HEADING = 90
_DATE = re.compile(
    r"\b\d{1,2}(?:er)? (?:janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre) \d{4}"
)
_TURNS = frozenset(("sans", "hors", "avec", "avant", "apres", "jamais", "aucun", "aucune"))
"""Small words that turn the sense of a sentence."""
TURN = 0.12
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
    if unit.kind == "item" and unit.first in starts and following and following[0].kind != "item":
        return len(text) < LONGEST_HEADING
    if _DATE.search(fold(text)):
        return False
    if not following or unit.kind != "phrase" or len(text) >= LONGEST_HEADING or text.endswith((";", "!", "?", ":")):
        return False
    return not text.endswith(".") or (unit.first in starts and len(words(text)) <= 3)


def _is_table_head(unit: Unit) -> bool:
    """Whether a row of a table only names its columns."""
    return unit.kind == "cellule" and unit.text.isupper() and not any(c.isdigit() for c in unit.text)


def read_source(hit: SearchHit, question: str, subject: Subject, expected: Expected, corpus: Corpus) -> Source:
    """A passage with its units scored."""
    passage = hit.passage
    starts = section_starts(passage.document, corpus)
    lines = corpus.catalogue.lines(passage.document, passage.ligne_debut, passage.ligne_fin)
    units = units_of(passage.document, lines, starts)
    small = frozenset(words(question)) & _TURNS
    scored = []
    units = [unit for unit in units if not is_noise(unit.text)] or units
    for place, unit in enumerate(units):
        alone = subject.coverage(unit.text, unit.lead)
        turns = sum(word in small for word in words(unit.text) if word in _TURNS)
        turns += 4 * expected.defined_by(unit.text)
        bonus = TURN * min(turns, 4) + (EXPECTED_BONUS if expected.any and expected.held_by(unit.text) else 0.0)
        heading = _is_heading(unit, units[place + 1 :], starts) or is_label(unit.text) or _is_table_head(unit)
        scored.append(Scored(unit, alone, alone + bonus, len(words(unit.text)), heading))
    says = max((subject.coverage(u.text, f"{u.lead} {passage.contexte}", discount=UNDER) for u in units), default=0.0)
    return Source(hit, tuple(scored), says)
