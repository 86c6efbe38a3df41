"""Reciprocal rank fusion of several rankings of the same things."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Sequence

    T = TypeVar("T", bound=Hashable)


def reciprocal_ranks(rankings: Iterable[tuple[Sequence[T], float]], k: int = 60) -> dict[T, float]:
    """The fused score of each thing: the sum of ``weight / (k + rank)`` over the (ranking, weight) that hold it."""
    scores: dict[T, float] = defaultdict(float)
    for ranking, weight in rankings:
        for rank, item in enumerate(ranking, 1):
            scores[item] += weight / (k + rank)
    return dict(scores)
