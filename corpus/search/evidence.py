"""What a passage holds of a question: which words, said how, where, how close to one another."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from itertools import chain, pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corpus.search.question import Alternative, Concept
    from corpus.search.views import PassageView

_SATURATION = 1.2
_LENGTH = 0.35
_USUAL = 55
"""Informative words of a usual passage."""
_CONTEXT = 0.5
"""What a word found in the context only is worth."""
_GAP = 1
"""Words that may stand between those of an expression."""
_NEIGHBOURS = 4
"""Words between two neighbouring words of the question that still makes them close."""

_COUNTED = 3
"""Words between a number and what it counts."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """What one passage brings; every figure is between 0 and 1."""

    coverage: float
    """Share of the informative words, weighted by rarity, that the passage or its context holds."""
    lexical: float
    """The same, in the manner of BM25: repeated words count more, long passages less."""
    proximity: float
    """Share of the neighbouring words of the question that stand close together in the passage."""
    title: float = 0.0
    """Share of the informative words that its heading, its fiche or its field says."""
    counted: bool = False
    """Whether a number stands beside one of these words."""


def occurrences(alternative: Alternative, view: PassageView) -> int:
    """How many times a passage says an alternative; the stems of an expression must stand together."""
    places = view.places(alternative.stems[0])
    others = alternative.stems[1:]
    if not others or not places:
        return len(places)
    width = len(alternative.stems) + _GAP
    following = [view.places(other) for other in others]
    return sum(1 for place in places if all(_near(there, place, width) for there in following))


def _near(places: Sequence[int], place: int, width: int) -> bool:
    at = bisect_left(places, place - width)
    return at < len(places) and places[at] <= place + width


def _share(alternative: Alternative, concept: Concept) -> float:
    """What an alternative is worth for its concept: a common word cannot stand fully for a rare one."""
    if alternative.origin == "question" or not concept.weight:
        return alternative.weight
    return alternative.weight * min(1.0, alternative.idf / concept.weight)


@dataclass(frozen=True, slots=True)
class _Said:
    """How a passage says a concept: the best way, how often (both weighted), and where."""

    strength: float = 0.0
    frequency: float = 0.0
    places: Sequence[int] = ()


_UNSAID = _Said()
_NOTHING = Evidence(0.0, 0.0, 0.0)


def _said(concept: Concept, view: PassageView) -> _Said:
    strength, frequency = 0.0, 0.0
    places: list[Sequence[int]] = []
    body, context = view.body, view.context
    for alternative in concept.alternatives:
        first = alternative.stems[0]
        if first not in body and first not in context:
            continue
        times = occurrences(alternative, view)
        worth = _share(alternative, concept)
        if times:
            strength, frequency = max(strength, worth), max(frequency, worth * times)
            places.append(view.places(first))
        elif all(part in context or part in body for part in alternative.stems):
            strength, frequency = max(strength, worth * _CONTEXT), max(frequency, worth * _CONTEXT)
    if not strength:
        return _UNSAID
    return _Said(strength, frequency, places[0] if len(places) == 1 else sorted(chain.from_iterable(places)))


def evidence(concepts: Sequence[Concept], view: PassageView, *, counting: bool = True) -> Evidence:
    """Weigh what a passage holds of a question's concepts; ``counting`` looks for a number beside them as well."""
    total = sum([concept.weight for concept in concepts])
    found = [(concept, _said(concept, view)) for concept in concepts] if total else []
    told = [(concept, said) for concept, said in found if said.strength]
    if not told:
        return _NOTHING
    norm = _SATURATION * (1 - _LENGTH + _LENGTH * view.length / _USUAL)
    coverage = sum([c.weight * said.strength for c, said in told]) / total
    lexical = sum([c.weight * said.frequency / (said.frequency + norm) for c, said in told]) / total
    title = sum([c.weight * _titled(c, view) for c, _ in told]) / total
    counted = counting and any(_near(view.numbers, place, _COUNTED) for _, said in told for place in said.places)
    return Evidence(coverage, lexical, _proximity(found), title, counted)


def _titled(concept: Concept, view: PassageView) -> float:
    said = [_share(a, concept) for a in concept.alternatives if view.title.issuperset(a.stems)]
    return max(said, default=0.0)


def _proximity(found: Sequence[tuple[Concept, _Said]]) -> float:
    """Neighbouring words of the question that stand close together, among all the neighbours, weighted."""
    total, close = 0.0, 0.0
    for (one, here), (other, there) in pairwise(found):
        weight = min(one.weight, other.weight)
        total += weight
        if here.places and there.places and any(_near(there.places, place, _NEIGHBOURS) for place in here.places):
            close += weight
    return close / total if total else 0.0
