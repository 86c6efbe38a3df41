"""Choosing, among what neighbours offer, what this draft should be shown."""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from assistant.drafting.proposals.candidates import LISTS, is_sound
from assistant.drafting.proposals.concepts import standing
from corpus.text.folding import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from assistant.drafting.proposals.candidates import Candidate
    from assistant.drafting.proposals.units import Rarity

SAME = 0.6
"""Share of common stems from which two items say the same."""

ROOM = {
    "besoins": 3,
    "objectifs_strategiques": 1,
    "objectifs_operationnels": 3,
    "description": 4,
    "effets_attendus": 3,
    "indicateurs": 4,
    "moyens": 2,
    "points_de_vigilance": 2,
    "partenaires": 4,
    "axe": 2,
    "groupe_projet": 1,
    "public_cible": 2,
    "personnes_en_charge": 1,
}
"""How many proposals a field is shown at once."""

FRAMING = frozenset({"axe", "groupe_projet", "personnes_en_charge"})
"""Fields that depend on the convention rather than on the action."""

_GAP_COST = 0.75
_ODD_COST = 0.85
_LEAST = 0.12
_MUST_SHARE = frozenset(LISTS) - {"objectifs_strategiques", "points_de_vigilance"}
FAR = 0.5
"""Standing beside the themes of an action under which an item belongs to another one."""
_CLOSE = 0.5
"""Closeness under which an item must share a word with the action to be proposed."""


def alike(a: frozenset[str], b: frozenset[str]) -> float:
    """How much two sets of stems share, from 0 to 1."""
    return len(a & b) / len(a | b) if a | b else 0.0


@dataclass(frozen=True, slots=True)
class Home:
    """What the ranking knows beside the candidates: the convention of the action, how often each word is written.

    ``themes`` are those of the action, weighted; with ``strict``, what stands too far from them is left out.
    """

    document: str | None
    counts: Mapping[str, int]
    themes: Mapping[str, float] = field(default_factory=dict)
    strict: bool = True


def choose(
    champ: str,
    candidates: Sequence[Candidate],
    query: Mapping[str, float],
    taken: Iterable[frozenset[str]],
    rarity: Rarity,
    room: int,
    home: Home,
) -> list[tuple[Candidate, list[Candidate]]]:
    """The best candidates of a field, each with those of other documents that agree with it."""
    pool = [c for c in candidates if c.champ == champ and is_sound(c)]
    agreeing = {id(c): [o for o in pool if o.document != c.document and alike(c.stems, o.stems) >= SAME] for c in pool}
    most = max((_relevance(c, query, rarity) for c in pool), default=0.0) or 1.0
    scores = {
        id(c): _score(c, _relevance(c, query, rarity) / most, len({o.document for o in agreeing[id(c)]}), home)
        for c in pool
    }
    scores = {id(c): scores[id(c)] * _ODD_COST ** min(3, _odd(c, home.counts)) for c in pool}
    stands = {id(c): standing(home.themes, c.source, c.unit.themes if c.unit else None) for c in pool}
    scores = {id(c): scores[id(c)] * stands[id(c)] for c in pool}
    if home.strict:
        pool = [c for c in pool if stands[id(c)] >= FAR]
    chosen: list[Candidate] = []
    known = list(taken)
    per_unit: Counter[int] = Counter()
    for candidate in sorted(pool, key=lambda c: -scores[id(c)]):
        if len(chosen) >= room or (home.strict and scores[id(candidate)] < _LEAST):
            break
        if (
            home.strict
            and champ in _MUST_SHARE
            and candidate.closeness < _CLOSE
            and not _relevance(candidate, query, rarity)
        ):
            continue
        if any(alike(candidate.stems, other) >= SAME for other in known) or per_unit[id(candidate.unit)] >= max(
            2, (room + 1) // 2
        ):
            continue
        chosen.append(candidate)
        known.append(candidate.stems)
        per_unit[id(candidate.unit)] += 1
    return [(c, agreeing[id(c)]) for c in chosen]


def _relevance(candidate: Candidate, query: Mapping[str, float], rarity: Rarity) -> float:
    shared = sum(query.get(stem, 0.0) * rarity(stem) for stem in candidate.stems)
    return shared / math.sqrt(4 + len(candidate.stems))


def _odd(candidate: Candidate, counts: Mapping[str, int]) -> int:
    """How many long words of a candidate the corpus writes once only: often the trace of a bad scan."""
    return sum(1 for word in words(candidate.words.text) if len(word) > 3 and counts.get(word, 0) == 1)


def _score(candidate: Candidate, relevance: float, agreement: int, home: Home) -> float:
    """Closeness of the source first, then of the words, then what other territories say too."""
    score = (
        candidate.closeness * (0.55 + 0.45 * relevance)
        + 0.25 * relevance * candidate.closeness
        + 0.06 * min(agreement, 3)
    )
    if candidate.champ in FRAMING and candidate.document == home.document:
        score += 0.5
    if candidate.champ == "partenaires":
        score += 0.1
    return score * float(_GAP_COST**candidate.words.gaps)
