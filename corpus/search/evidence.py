"""What a passage holds of a question: which words, said how, where, how close to one another."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
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


def occurrences(alternative: Alternative, view: PassageView) -> int:
    """How many times a passage says an alternative; the stems of an expression must stand together."""
    first, *others = alternative.stems
    places = view.body.get(first, ())
    if not others or not places:
        return len(places)
    width = len(alternative.stems) + _GAP
    return sum(1 for place in places if all(_near(view.body.get(other, ()), place, width) for other in others))


def _near(places: Sequence[int], place: int, width: int) -> bool:
    at = bisect_left(places, place - width)
    return at < len(places) and places[at] <= place + width


def _share(alternative: Alternative, concept: Concept) -> float:
    """What an alternative is worth for its concept: a common word cannot stand fully for a rare one."""
    if alternative.origin == "question" or not concept.weight:
        return alternative.weight
    return alternative.weight * min(1.0, alternative.idf / concept.weight)


def _said(concept: Concept, view: PassageView) -> tuple[float, float]:
    """(strength, frequency) of a concept in a passage: the best way it is said, and how often, both weighted."""
    strength, frequency = 0.0, 0.0
    for alternative in concept.alternatives:
        worth = _share(alternative, concept)
        times = occurrences(alternative, view)
        if times:
            strength = max(strength, worth)
            frequency = max(frequency, worth * times)
        elif all(part in view.context or part in view.body for part in alternative.stems):
            strength = max(strength, worth * _CONTEXT)
            frequency = max(frequency, worth * _CONTEXT)
    return strength, frequency


def evidence(concepts: Sequence[Concept], view: PassageView) -> Evidence:
    """Weigh what a passage holds of a question's concepts."""
    total = sum(concept.weight for concept in concepts)
    if not total:
        return Evidence(0.0, 0.0, 0.0)
    norm = _SATURATION * (1 - _LENGTH + _LENGTH * view.length / _USUAL)
    said = [_said(concept, view) for concept in concepts]
    coverage = sum(c.weight * strength for c, (strength, _) in zip(concepts, said, strict=True)) / total
    lexical = sum(c.weight * often / (often + norm) for c, (_, often) in zip(concepts, said, strict=True)) / total
    title = sum(concept.weight * _titled(concept, view) for concept in concepts) / total
    return Evidence(coverage, lexical, _proximity(concepts, view), title)


def _titled(concept: Concept, view: PassageView) -> float:
    said = [_share(a, concept) for a in concept.alternatives if view.title.issuperset(a.stems)]
    return max(said, default=0.0)


def _proximity(concepts: Sequence[Concept], view: PassageView) -> float:
    places = [_places(concept, view) for concept in concepts]
    pairs = list(zip(concepts, concepts[1:], places, places[1:], strict=False))
    total = sum(min(a.weight, b.weight) for a, b, _, _ in pairs)
    if not total:
        return 0.0
    close = sum(min(a.weight, b.weight) for a, b, one, two in pairs if any(_near(two, p, _NEIGHBOURS) for p in one))
    return close / total


def _places(concept: Concept, view: PassageView) -> tuple[int, ...]:
    found = [view.body[a.stems[0]] for a in concept.alternatives if a.stems[0] in view.body and occurrences(a, view)]
    return tuple(sorted(place for places in found for place in places))
