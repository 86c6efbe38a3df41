"""Answering from passages: the sentences and lists that say what is asked, and no more of them than needed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from assistant.answers.builder import citation_of
from assistant.answers.evidence import score_units, words_of
from assistant.answers.lists import items_of
from corpus.text.folding import fold, words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from assistant.answers.builder import AnswerBuilder
    from assistant.answers.evidence import Scored
    from assistant.answers.expected import Expected
    from assistant.answers.scoring import Subject
    from assistant.answers.units import Unit
    from corpus.indexing import Corpus
    from corpus.models import SearchHit
    from corpus.search.question import Question

_PLURAL = re.compile(
    r"\b(?:quels|quelles|lesquels|lesquelles|qui sont|liste[rsz]?|citer?|enumer\w+|sur quels|sur quelles)\b"
)
_TWO_QUESTIONS = re.compile(
    r"\b(?:et|puis) (?:quand|ou|combien|comment|qui|pourquoi|par qui|avec qui|quels?|quelles?)\b"
)
MOST_SENTENCES = 3
LIST_WORDS = 110
WORTH_ADDING = 0.25
"""Share of the subject a further sentence must add."""


def wants_list(question: Question) -> bool:
    """Whether several things are asked for."""
    return question.nature == "liste" or bool(_PLURAL.search(fold(question.text)))


def _says_list(builder: AnswerBuilder, items: Sequence[Unit], section: str) -> None:
    spent = 0
    for item in items:
        spent += len(words(item.text))
        if spent > LIST_WORDS and item is not items[0]:
            break
        builder.add(item.text, [citation_of(item, section)])


def say(builder: AnswerBuilder, scored: Scored, question: Question, corpus: Corpus) -> None:
    """Say a unit: the whole list when a list is asked or announced, otherwise the unit alone."""
    unit, section = scored.unit, scored.hit.passage.section
    announces = unit.kind == "phrase" and unit.text.rstrip().endswith(":")
    if announces or (unit.kind != "phrase" and wants_list(question)) or (wants_list(question) and len(unit.text) < 90):
        items = items_of(scored, corpus)
        if items:
            _says_list(builder, items, section)
            return
    lead = unit.lead.rstrip(" :") if unit.kind == "item" and unit.lead.rstrip().endswith(":") else ""
    short_lead = lead if len(words(lead)) <= 12 else ""
    builder.add(f"{short_lead} : {unit.text}" if short_lead else unit.text, [citation_of(unit, section)], bullet=False)


def choose(scored: Sequence[Scored], subject: Subject, expected: Expected, question: Question) -> list[Scored]:
    """The best unit, then those that add something to it, in the order of the document."""
    if not scored:
        return []
    first = _first(scored, expected)
    chosen = [first]
    left = subject.without(words_of(first))
    for candidate in scored:
        if len(chosen) >= MOST_SENTENCES or not left.concepts:
            break
        if candidate is first or candidate.document != first.document or candidate.hit.rang > first.hit.rang + 4:
            continue
        gain = left.coverage(candidate.unit.text) * left.weight / subject.weight
        if gain >= WORTH_ADDING and candidate.score > first.score * 0.5:
            chosen.append(candidate)
            left = left.without(words_of(candidate))
    chosen += _second_part(scored, chosen, question)
    return sorted(chosen, key=lambda s: (s is not first, s.unit.first))


def _first(scored: Sequence[Scored], expected: Expected) -> Scored:
    if expected.strict or expected.date:
        best = scored[0]
        holding = [s for s in scored[:25] if expected.held_by(s.unit.text) and s.placed >= 0.6 * best.placed]
        return holding[0] if holding else best
    return scored[0]


def _second_part(scored: Sequence[Scored], chosen: Sequence[Scored], question: Question) -> list[Scored]:
    """What answers « … et quand ? »: the nearest good unit that holds the fact the second part expects."""
    from assistant.answers.expected import expected_of

    asked = _TWO_QUESTIONS.search(fold(question.text))
    if not asked:
        return []
    expected = expected_of(fold(question.text)[asked.start() + 3 :])
    if not expected.any or any(expected.held_by(s.unit.text) for s in chosen):
        return []
    first = chosen[0]
    near = [s for s in scored if s.document == first.document and expected.held_by(s.unit.text)]
    near.sort(key=lambda s: abs(s.unit.first - first.unit.first) / 40 - s.score)
    return near[:1]


def answer_from_passages(
    builder: AnswerBuilder,
    question: Question,
    hits: Sequence[SearchHit],
    subject: Subject,
    expected: Expected,
    corpus: Corpus,
) -> list[Scored]:
    """Say what the passages say of the subject; returns what was chosen."""
    scored = score_units(hits, subject, expected, corpus)
    chosen = choose(scored, subject, expected, question)
    for one in chosen:
        say(builder, one, question, corpus)
    return chosen
