"""Answers across territories: one entry for each that says something of the subject."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.answers.passages import cite_units, select

if TYPE_CHECKING:
    from collections.abc import Sequence

    from assistant.answers.builder import AnswerBuilder
    from assistant.answers.evidence import Source
    from assistant.answers.expected import Expected
    from corpus.indexing import Corpus
    from corpus.search.question import Question

ENOUGH = 0.55
"""How close to the best passage's score another territory's must come."""
SECOND = 0.8
"""How close to the first passage of a territory a second must come."""
AS_CLOSE = 0.5
"""How much of the subject a territory must say, beside the one that says the most."""
MOST_TERRITORIES = 6
TOTAL_WORDS = 150
LEAST_WORDS = 28


def _by_document(sources: Sequence[Source]) -> list[list[Source]]:
    found: dict[str, list[Source]] = {}
    for source in sources:
        found.setdefault(source.document, []).append(source)
    return list(found.values())


def _kept(group: Sequence[Source]) -> list[Source]:
    first = group[0]
    good = [s for s in group[1:3] if s.hit.score >= SECOND * first.hit.score and s.alone >= SECOND * first.alone]
    return [first, *good][:2]


def answer_by_territory(
    builder: AnswerBuilder, question: Question, sources: Sequence[Source], expected: Expected, corpus: Corpus
) -> None:
    """One entry or two for each territory whose passages come close enough to the best."""
    best = max(source.hit.score for source in sources)
    meant = set(question.documents)
    groups = [g for g in _by_document(sources) if g[0].hit.score >= ENOUGH * best or g[0].document in meant]
    closest = max(source.alone for source in sources)
    groups = [g for g in groups if g[0].alone >= AS_CLOSE * closest or g[0] is sources[0]][:MOST_TERRITORIES]
    budget = max(LEAST_WORDS, TOTAL_WORDS // max(1, sum(len(_kept(g)) for g in groups)))
    for group in groups:
        for source in _kept(group):
            _say(builder, source, question, expected, budget, corpus)


def _say(
    builder: AnswerBuilder, source: Source, question: Question, expected: Expected, budget: int, corpus: Corpus
) -> None:
    units = select(source, question, expected, corpus, budget)
    if not units:
        return
    name = source.hit.passage.territoire or source.document
    text = units[0].text if len(units) == 1 else " ".join(_ended(unit.text) for unit in units)
    builder.add(f"{name} : {text}", [cite_units(source, units, corpus)])


def _ended(text: str) -> str:
    """A unit among others on one line: it ends with a full stop, unless it announces the next."""
    text = text.rstrip(" ;,.")
    return text if text.endswith(":") else f"{text}."
