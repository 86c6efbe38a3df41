"""What an action, a fiche or one of its items is about, as themes of the sector, and how far two of them agree."""

from __future__ import annotations

import math
from collections import defaultdict
from functools import lru_cache
from typing import TYPE_CHECKING

from assistant.drafting.lexicon.verbs import COMMON, SHARED
from corpus.text.french import stems
from corpus.themes import themes

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

TRANSVERSAL = frozenset({"coordination"})
"""Themes any action may touch: to say them makes an item neither nearer nor farther."""
PUBLICS = frozenset({"petite-enfance", "enfance", "jeunesse", "parentalite"})
"""Themes that are also publics: beside another one in a title, they say for whom rather than what."""
WEAK = 0.25
"""Share of the strongest theme under which a theme is a passing word."""
PUBLIC_WORTH = 0.35
OTHER_MATTER = 0.4
"""What sharing a public is worth to an item on another matter (housing, for a request on the health of the young)."""
NO_MATTER = 0.35
"""The agreement of a source that tells nothing but what any action may touch."""
ANYWHERE = 0.55
"""The standing of an item that says nothing of any theme (« Nombre de rencontres »)."""


@lru_cache(maxsize=1)
def _expressions() -> dict[str, tuple[tuple[tuple[str, ...], str], ...]]:
    """The expressions of every theme by their first stem, the longest first.

    A word alone whose stem is that of a word of any action (« aidant », « aides ») tells no theme.
    """
    found: dict[str, list[tuple[tuple[str, ...], str]]] = defaultdict(list)
    for theme in themes().values():
        for expression in theme.expressions:
            if expression and not (len(expression) == 1 and expression[0] in COMMON):
                found[expression[0]].append((expression, theme.key))
    return {first: tuple(sorted(some, key=lambda pair: -len(pair[0]))) for first, some in found.items()}


@lru_cache(maxsize=16_384)
def themes_told(text: str) -> frozenset[str]:
    """The keys of the themes a text tells; « petite enfance » is not read again as « enfance »."""
    found, at, tokens = set(), 0, stems(text)
    while at < len(tokens):
        told = [pair for pair in _expressions().get(tokens[at], ()) if tuple(tokens[at : at + len(pair[0])]) == pair[0]]
        found |= {key for expression, key in told if len(expression) == len(told[0][0])}
        at += len(told[0][0]) if told else 1
    return frozenset(found)


def weigh_themes(parts: Iterable[tuple[str, float]]) -> dict[str, float]:
    """The themes of weighted texts, the strongest at 1, those said in passing left out.

    Those of :data:`TRANSVERSAL` count only where there is no other: the action is then about them.
    """
    given = list(parts)
    return _weighed(given, TRANSVERSAL) or _weighed(given, frozenset())


def _weighed(parts: Iterable[tuple[str, float]], apart: frozenset[str]) -> dict[str, float]:
    weights: dict[str, float] = defaultdict(float)
    for text, weight in parts:
        told = themes_told(text) - apart
        matters = told - PUBLICS
        for key in told:
            weights[key] += weight * (PUBLIC_WORTH if matters and key in PUBLICS else 1.0) / math.sqrt(len(told))
    most = max(weights.values(), default=0.0)
    return {key: weight / most for key, weight in weights.items() if weight >= WEAK * most}


def agreement(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    """How far two sets of weighted themes agree, from 0 to 1 (their cosine)."""
    shared = sum(weight * other.get(key, 0.0) for key, weight in one.items())
    lengths = math.sqrt(sum(w * w for w in one.values()) * sum(w * w for w in other.values()))
    return shared / lengths if lengths else 0.0


def _around(asked: Mapping[str, float], source: Mapping[str, float]) -> float:
    """How far the themes of a source agree with those of an action; one that tells no matter stands in between."""
    return agreement(asked, source) if set(source) - (TRANSVERSAL - set(asked)) else NO_MATTER


def standing(asked: Mapping[str, float], item: str, source: Mapping[str, float] | None) -> float:
    """How well an item stands beside an action, from 0 to 1: by the themes it tells, else by those of its source."""
    if not asked:
        return 1.0
    around = _around(asked, source) if source else 0.0
    told = themes_told(item) - (TRANSVERSAL - set(asked))
    if not told:
        return max(ANYWHERE if set(stems(item)) <= SHARED else 0.0, 0.3 + 0.65 * around)
    share = max(asked.get(key, 0.0) for key in told)
    if not share:
        return 0.15 + 0.3 * around
    matters = told - PUBLICS
    if matters and not matters & set(asked):
        share *= OTHER_MATTER
    return 0.45 + 0.5 * share + 0.05 * around - 0.25 * len(told - set(asked)) / len(told)
