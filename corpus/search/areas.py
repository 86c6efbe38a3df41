"""Parts of a territory that a question names, and that one convention alone speaks of: « le bassin sud »."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from corpus.search.names import Mention

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from corpus.search.question import Token

_PARTS = frozenset(("bassin", "secteur", "vallee", "canton", "plateau", "val", "rive", "littoral"))
_SIDES = frozenset(("nord", "sud", "est", "ouest", "centre"))
_OFTEN = 3
"""Passages that must name a part of a territory for it to be the convention's own."""
_ALONE = 0.9
"""Share of the passages that name it which must be of one document."""


def named_areas(tokens: Sequence[Token], holders: Callable[[Sequence[str]], Mapping[str, int]]) -> list[Mention]:
    """The parts of territories named; ``holders`` counts the passages of each document that hold stems side by side."""
    found: list[Mention] = []
    for place, (part, name) in enumerate(pairwise(tokens)):
        if part.folded not in _PARTS or not (name.folded in _SIDES or name.is_proper):
            continue
        told = holders((part.stem, name.stem))
        document = max(told, key=lambda one: told[one], default=None)
        if document is not None and told[document] >= max(_OFTEN, _ALONE * sum(told.values())):
            found.append(Mention(frozenset({place, place + 1}), frozenset({document}), 1.0, keeps=True))
    return found
