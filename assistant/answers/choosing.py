"""Which of the passages found answers best: retrieval's order, corrected by what their sentences say."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from assistant.answers.fiches import SUMMARY
from assistant.answers.plans import asks_actions
from assistant.answers.scoring import said, stems_of
from corpus.search.departements import meant_in
from corpus.search.lexicon import GENERIC
from corpus.text.folding import fold, words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from assistant.answers.evidence import Source
    from assistant.answers.expected import Expected
    from corpus.search.question import Concept, Question

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
UNDERTAKES = 0.5
"""What being an action that is planned adds, when actions are asked for."""
_LESSER = frozenset(("indicateurs", "effets_attendus", "besoins"))
_CONTEXT = re.compile(r"\b(?:contexte|constats?|portrait)\b")
_NAMES = frozenset(("partenaires", "porteurs", "groupe_projet", "lieu", "echeances", "personnes_en_charge"))
_NAME = re.compile(r"(?<=[a-zà-ÿ] )[A-ZÉÈÀÂÎÔÇ][a-zà-ÿ]{3,}(?:-[A-Za-zà-ÿ]+)*")
"""A capitalised word inside a sentence."""
LONGEST_HEADING = 60
ABOUT = 0.3
"""How much of the subject a sentence must say for its figure or its date to be the one asked for."""
UNDER_HEADINGS = 0.6
"""How much of it a passage must say, its headings included, for a few words of it to be enough in the sentence."""
RARE = 0.4
"""What saying one of the rarest words of a question adds, when the first passage found says none."""
RAREST = 0.85
SAID = 0.9
LONG = 5
"""Words of a question from which its rarest tell what is asked from what is around it."""
BESIDE = 0.25
"""How much of the subject the sentence that says a rare word must say."""


def best_first(sources: Sequence[Source], question: Question, expected: Expected) -> list[Source]:
    """The passages by what they are worth as an answer; the order of retrieval settles ties."""
    best = max((source.hit.score for source in sources), default=1.0) or 1.0
    rare = _rare(sources, question) if sources and not expected.any else ()
    return sorted(
        sources,
        key=lambda source: -worth(source, question, expected, best) - (RARE if _says_rare(source, rare) else 0.0),
    )


def _rare(sources: Sequence[Source], question: Question) -> tuple[Concept, ...]:
    """The rarest words of a long question that the corpus says, when no unit of the first passage says one of them."""
    known = [concept for concept in question.concepts if concept.known]
    most = max((concept.weight for concept in known), default=0.0)
    rare = tuple(concept for concept in known if concept.weight >= RAREST * most)
    return () if len(known) < LONG or _says_rare(sources[0], rare) else rare


def _says_rare(source: Source, rare: Sequence[Concept]) -> bool:
    """Whether one sentence of a passage says one of these words, with another heavy one."""
    return any(
        said(concept, stems_of(scored.unit.text)) >= SAID and scored.alone >= BESIDE
        for concept in rare
        for scored in source.units
    )


def worth(source: Source, question: Question, expected: Expected, best: float) -> float:
    """What a passage is worth as an answer, the score of the best one found being ``best``."""
    total = source.hit.score / best + ALONE * source.alone + SAYS * source.says
    if expected.any and states(source, expected):
        total += HOLDS
    total += DEFINES if any(expected.defined_by(s.unit.text) for s in source.units) else 0.0
    total += HEADED if is_clause(source, question) else 0.0
    if asks_actions(question):
        total += UNDERTAKES if _undertakes(source) else -LESSER if _tells_why(source) else 0.0
    return total - (OTHER_FIELD if _is_other_field(source, question) else 0.0)


def states(source: Source, expected: Expected) -> bool:
    """Whether a sentence of a passage holds the fact expected, of the subject asked about."""
    enough = 0.0 if source.says >= UNDER_HEADINGS else ABOUT
    return any(s.alone > enough and expected.held_by(f"{s.unit.lead} {s.unit.text}") for s in source.units)


def _undertakes(source: Source) -> bool:
    """Whether a passage is an action that a territory plans: a row of its plan, what a fiche says it will do."""
    passage = source.hit.passage
    return passage.kind == "plan" or passage.champ in SUMMARY


def _tells_why(source: Source) -> bool:
    """Whether a passage tells why one acts, or how it is measured, and not what is done."""
    heading = fold(source.hit.passage.section.rpartition(" › ")[2])
    passage = source.hit.passage
    return passage.champ in _LESSER or passage.kind == "tableau" or bool(_CONTEXT.search(heading))


def names_said(source: Source, question: Question) -> bool:
    """Whether a passage, its headings or its territory say the names a question gives, those of territories aside."""
    mentioned = {word for mention in question.mentions for word in words(mention)}
    mentioned |= {word for departement in meant_in(question.text) for word in words(departement.name)}
    asked = {w for name in _NAME.findall(question.text) for w in words(name)} - mentioned - GENERIC
    known = {fold(c.surface) for c in question.concepts if c.known}
    read = set(words(f"{source.hit.passage.contexte} {source.hit.passage.extrait}"))
    return all(name in read or name not in known for name in asked)


def is_clause(source: Source, question: Question) -> bool:
    """Whether a passage stands under the heading of a clause that is asked for."""
    heading = fold(source.hit.passage.section.rpartition(" › ")[2])
    return len(heading) <= LONGEST_HEADING and any(clause.headed.search(heading) for clause in question.clauses)


def _is_other_field(source: Source, question: Question) -> bool:
    champ = source.hit.passage.champ
    return champ in _NAMES and champ not in question.champs
