"""Which of the passages found answers best: retrieval's order, corrected by what their sentences say."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from assistant.answers.plans import asks_actions
from corpus.search.lexicon import GENERIC
from corpus.text.folding import fold, words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from assistant.answers.evidence import Source
    from assistant.answers.expected import Expected
    from corpus.search.question import Question

ALONE = 0.2
"""What a sentence that says the whole subject by itself adds to a passage's score, the best passage scoring 1."""
SAYS = 0.4
"""What it adds when it says it under its headings."""
HOLDS = 0.8
"""What holding the kind of fact expected adds."""
DEFINES = 0.3
"""What giving the number as what a territory has adds."""
HEADED = 0.25
"""What the heading of the clause asked for adds."""
OTHER_FIELD = 0.3
"""What being a field of names or dates takes away, when that field is not asked for."""
LESSER = 0.15
"""What being a measure of an action, or its context, takes away when actions are asked for."""
_LESSER = frozenset(("indicateurs", "effets_attendus", "besoins"))
_CONTEXT = re.compile(r"\b(?:contexte|constats?|portrait)\b")
_NAMES = frozenset(("partenaires", "porteurs", "groupe_projet", "lieu", "echeances", "personnes_en_charge"))
_NAME = re.compile(r"(?<=[a-zà-ÿ] )[A-ZÉÈÀÂÎÔÇ][a-zà-ÿ]{3,}(?:-[A-Za-zà-ÿ]+)*")
"""A capitalised word inside a sentence."""
LONGEST_HEADING = 60
ABOUT = 0.3
"""How much of the subject a sentence must say for its figure or its date to be the one asked for."""


def best_first(sources: Sequence[Source], question: Question, expected: Expected) -> list[Source]:
    """The passages by what they are worth as an answer; the order of retrieval settles ties."""
    best = max((source.hit.score for source in sources), default=1.0) or 1.0
    return sorted(sources, key=lambda source: -worth(source, question, expected, best))


def worth(source: Source, question: Question, expected: Expected, best: float) -> float:
    """What a passage is worth as an answer, the score of the best one found being ``best``."""
    total = source.hit.score / best + ALONE * source.alone + SAYS * source.says
    if expected.any and states(source, expected):
        total += HOLDS
    total += DEFINES if any(expected.defined_by(s.unit.text) for s in source.units) else 0.0
    total += HEADED if _is_clause(source, question) else 0.0
    total -= LESSER if asks_actions(question) and _tells_why(source) else 0.0
    return total - (OTHER_FIELD if _is_other_field(source, question) else 0.0)


def states(source: Source, expected: Expected) -> bool:
    """Whether a sentence of a passage holds the fact expected, of the subject asked about."""
    return any(s.alone >= ABOUT and expected.held_by(f"{s.unit.lead} {s.unit.text}") for s in source.units)


def _tells_why(source: Source) -> bool:
    """Whether a passage tells why one acts, or how it is measured, and not what is done."""
    heading = fold(source.hit.passage.section.rpartition(" › ")[2])
    passage = source.hit.passage
    return passage.champ in _LESSER or passage.kind == "tableau" or bool(_CONTEXT.search(heading))


def names_said(source: Source, question: Question) -> bool:
    """Whether a passage, its headings or its territory say the names a question gives, those of territories aside."""
    mentioned = {word for mention in question.mentions for word in words(mention)}
    asked = {w for name in _NAME.findall(question.text) for w in words(name)} - mentioned - GENERIC
    known = {fold(c.surface) for c in question.concepts if c.known}
    read = set(words(f"{source.hit.passage.contexte} {source.hit.passage.extrait}"))
    return all(name in read or name not in known for name in asked)


def _is_clause(source: Source, question: Question) -> bool:
    heading = fold(source.hit.passage.section.rpartition(" › ")[2])
    return len(heading) <= LONGEST_HEADING and any(clause.headed.search(heading) for clause in question.clauses)


def _is_other_field(source: Source, question: Question) -> bool:
    champ = source.hit.passage.champ
    return champ in _NAMES and champ not in question.champs
