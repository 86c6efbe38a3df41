"""What search put next is said too when the passage chosen is not sure: a reader sees both and loses nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.answers.asks import asks_of
from assistant.answers.confidence import confidence
from assistant.answers.passages import say_units, select, wants_list
from corpus.text.folding import words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from assistant.answers.evidence import Source
    from assistant.answers.work import Work

ROOM = 150
"""Words of an answer beyond which nothing is added."""
SURE = 0.8
"""Likelihood that a passage answers from which nothing stands beside it."""
LEAST = 15
"""Words under which there is no room for another passage."""
TITLE = 14
"""Words under which an answer to a question that wants a list is only the heading of it."""
SECOND = 90
"""Words of the passage that comes next."""


def say_next(work: Work, sources: Sequence[Source]) -> None:
    """Add what the next passage says, when the one chosen may well not be the one asked for.

    A reader is better served by two candidates, each with its citation, than by the wrong one. Nothing is added to an
    answer that holds the very fact expected.
    """
    if len(work.builder.citations) != 1 or _holds_the_fact(work):
        return
    if confidence(sources) >= SURE and not _is_a_title(work):
        return
    room = ROOM - sum(len(words(line)) for line in work.builder.said())
    others = sorted((source for source in sources if not _cited(work, source)), key=lambda source: source.hit.rang)
    if others and room >= LEAST:
        units = select(others[0], work.question, work.expected, work.corpus, min(room, SECOND))
        say_units(work.builder, others[0], units, work.corpus)


def _is_a_title(work: Work) -> bool:
    """Whether all that was said of several things wanted is a few words, as a heading is."""
    return wants_list(work.question) and sum(len(words(line)) for line in work.builder.said()) <= TITLE


def _holds_the_fact(work: Work) -> bool:
    expected = work.expected
    held = expected.any and any(expected.held_by(text) for text in work.builder.said())
    return held and not asks_of(work.question, expected)


def _cited(work: Work, source: Source) -> bool:
    passage = source.hit.passage
    return any(
        passage.document == citation.document
        and passage.ligne_debut <= citation.ligne_fin
        and citation.ligne_debut <= passage.ligne_fin
        for citation in work.builder.citations
    )
