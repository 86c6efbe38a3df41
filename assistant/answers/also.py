"""What is said beside the passage chosen: what search put first, and what comes next when the choice is not sure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.answers.asks import asks_of
from assistant.answers.confidence import confidence
from assistant.answers.evidence import read_source
from assistant.answers.passages import say_units, select
from corpus.text.folding import words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from assistant.answers.evidence import Source
    from assistant.answers.work import Work

ROOM = 110
"""Words of an answer beyond which nothing is added."""
MOST = 60
"""Words that are added at most."""
SURE = 0.8
"""Likelihood that a passage answers from which nothing stands beside it."""
LEAST = 15
"""Words under which there is no room for another passage."""
SECOND = 70
"""Words of the passage that comes next."""


def say_first_found(work: Work) -> None:
    """Add what the first passage found says, unless the answer cites it already or is long."""
    room = _room(work, ROOM)
    for hit in work.hits[:1] if room >= MOST // 2 else ():
        source = read_source(hit, work.question.text, work.subject, work.expected, work.corpus)
        _say(work, source, min(room, MOST))


def say_next(work: Work, sources: Sequence[Source]) -> None:
    """Add what the next passage says, when the one chosen may well not be the one asked for.

    A reader is better served by two candidates, each with its citation, than by the wrong one. Nothing is added to an
    answer that holds the very fact expected.
    """
    if len(work.builder.citations) != 1 or confidence(sources) >= SURE or _holds_the_fact(work):
        return
    room = _room(work, ROOM + LEAST)
    following = next((source for source in sources[1:] if not _cited(work, source)), None)
    if following is not None and room >= LEAST:
        _say(work, following, min(room, SECOND))


def _holds_the_fact(work: Work) -> bool:
    expected = work.expected
    held = expected.any and any(expected.held_by(text) for text in work.builder.said())
    return held and not asks_of(work.question, expected)


def _room(work: Work, most: int) -> int:
    return most - sum(len(words(line)) for line in work.builder.said())


def _say(work: Work, source: Source, budget: int) -> None:
    if not _cited(work, source):
        units = select(source, work.question, work.expected, work.corpus, budget)
        say_units(work.builder, source, units, work.corpus)


def _cited(work: Work, source: Source) -> bool:
    passage = source.hit.passage
    return any(
        passage.document == citation.document
        and passage.ligne_debut <= citation.ligne_fin
        and citation.ligne_debut <= passage.ligne_fin
        for citation in work.builder.citations
    )
