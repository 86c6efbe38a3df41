"""Which words of a question are worth looking up: the cost of a lexical search grows with the passages they are in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from corpus.search.question import Question

_ROWS = 1500
"""Passages that the terms of one search may match, repetitions counted."""
_CEILING = 5000
"""The same for the first terms, which are looked up whatever they match below it."""
AT_LEAST = 3
"""Terms looked up below the ceiling."""
_AT_MOST = 16


@dataclass(frozen=True, slots=True)
class Sought:
    """What to look up: the passages that hold any of ``terms``, and those that hold all of ``together``."""

    terms: tuple[str, ...] = ()
    together: tuple[str, ...] = ()
    """The two most telling of the words that are too common to be looked up alone."""


def search_terms(question: Question, frequency: Callable[[str], int], at_least: int = AT_LEAST) -> Sought:
    """The stems to look up, the most telling first, until they match too many passages; the first one whatever.

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


def _within_budget(stems: Iterable[str], frequency: Callable[[str], int], at_least: int) -> Sought:
    kept: list[str] = []
    common: list[str] = []
    rows = 0
    for stem in stems:
        held = frequency(stem)
        first = len(kept) + len(common) < at_least
        if kept and first and rows + held > _CEILING:
            common.append(stem)
            continue
        if len(kept) >= _AT_MOST or (not first and rows + held > _ROWS):
            break
        rows += held
        kept.append(stem)
    return Sought(tuple(kept), tuple(common[:2]) if len(common) > 1 else ())
