"""Which words of a question are worth looking up: the cost of a lexical search grows with the passages they are in."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from corpus.search.question import Question

_ROWS = 1500
"""Passages that the terms of one search may match, repetitions counted."""
AT_LEAST = 3
"""Terms looked up whatever they match."""
_AT_MOST = 16


def search_terms(question: Question, frequency: Callable[[str], int], at_least: int = AT_LEAST) -> list[str]:
    """The stems to look up, the most telling first, until they match too many passages; the first ones whatever.

    An expression is looked up by its rarest stem: ranking sees whether the others are there.
    """
    return _within_budget(_telling(question, frequency), frequency, at_least)


def _telling(question: Question, frequency: Callable[[str], int]) -> Iterable[str]:
    weights: dict[str, float] = {}
    for concept in question.concepts:
        for alternative in concept.alternatives:
            known = [stem for stem in alternative.stems if frequency(stem)]
            if len(known) == len(alternative.stems):
                stem = min(known, key=frequency)
                weights[stem] = max(weights.get(stem, 0.0), concept.weight * alternative.weight)
    return sorted(weights, key=lambda stem: (-weights[stem], stem))


def _within_budget(stems: Iterable[str], frequency: Callable[[str], int], at_least: int) -> list[str]:
    kept: list[str] = []
    rows = 0
    for stem in stems:
        rows += frequency(stem)
        if len(kept) >= _AT_MOST or (len(kept) >= at_least and rows > _ROWS):
            break
        kept.append(stem)
    return kept
