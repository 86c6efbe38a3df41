"""Choosing, among what neighbours offer, what this draft should be shown."""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from assistant.drafting.proposals.candidates import LISTS, is_sound
from assistant.drafting.proposals.concepts import ANYWHERE, standing
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
    "partenaires": 5,
    "axe": 2,
    "groupe_projet": 1,
    "public_cible": 2,
    "personnes_en_charge": 1,
}
"""How many proposals a field is shown at once."""

FRAMING = frozenset({"axe", "groupe_projet", "personnes_en_charge"})
"""Fields that depend on the convention rather than on the action."""
CUSTOMARY = frozenset({"groupe_projet", "personnes_en_charge"})
"""Fields that one action fills as another does."""
FEW = 1
"""How many items of its matter a field is shown when none is close."""
FAR = 0.5
"""Standing beside the themes of an action under which an item belongs to another one."""
OWN = 0.85
"""Standing from which an item tells a theme of the action itself."""

_SOURCE_POWER = 0.8
_GAP_COST = 0.75
_ODD_COST = 0.85
_LEAST, _LEAST_UNSAID = 0.1, 0.18
"""Least score of an item that tells a theme of the action itself, and of one that only comes from a near source."""
_MUST_SHARE = frozenset(LISTS) - {"objectifs_strategiques", "points_de_vigilance"}
_CLOSE = 0.5
"""Closeness under which an item must share a word with the action to be proposed."""


def alike(a: frozenset[str], b: frozenset[str]) -> float:
    """How much two sets of stems share, from 0 to 1."""
    return len(a & b) / len(a | b) if a | b else 0.0


@dataclass(frozen=True, slots=True)
class Asked:
    """What candidates are ranked against.

    ``query`` and ``themes`` are the weighted stems and themes of the draft, ``home`` the document of its convention,
    ``counts`` how often the corpus writes each word; with ``strict``, what stands too far is left out.
    """

    query: Mapping[str, float]
    themes: Mapping[str, float]
    rarity: Rarity
    home: str | None
    counts: Mapping[str, int]
    strict: bool = True


@dataclass(frozen=True, slots=True)
class _Ranked:
    candidate: Candidate
    agreeing: list[Candidate]
    relevance: float
    standing: float
    score: float


def choose(
    champ: str,
    candidates: Sequence[Candidate],
    asked: Asked,
    taken: Iterable[frozenset[str]],
    room: int,
) -> list[tuple[Candidate, list[Candidate]]]:
    """The best candidates of a field, each with those of other documents that agree with it."""
    ranked = _rank([c for c in candidates if c.champ == champ and is_sound(c)], asked)
    if asked.strict and champ not in CUSTOMARY:
        themed = [one for one in ranked if one.standing >= FAR and (champ != "axe" or one.standing > ANYWHERE)]
        telling = [one for one in themed if one.standing > ANYWHERE or champ == "indicateurs"]
        ranked = [one for one in themed if _belongs(one, champ)] or telling[:FEW]
    chosen: list[_Ranked] = []
    known = list(taken)
    per_unit: Counter[int] = Counter()
    for one in ranked:
        unit = id(one.candidate.unit)
        if len(chosen) >= room:
            break
        if per_unit[unit] >= max(2, (room + 1) // 2) or any(alike(one.candidate.stems, k) >= SAME for k in known):
            continue
        chosen.append(one)
        known.append(one.candidate.stems)
        per_unit[unit] += 1
    return [(one.candidate, one.agreeing) for one in chosen]


def _rank(pool: list[Candidate], asked: Asked) -> list[_Ranked]:
    relevance = [_relevance(c, asked) for c in pool]
    most = max(relevance, default=0.0) or 1.0
    ranked = []
    for candidate, shared in zip(pool, relevance, strict=True):
        agreeing = [o for o in pool if o.document != candidate.document and alike(candidate.stems, o.stems) >= SAME]
        stands = standing(asked.themes, candidate.source, candidate.unit.themes if candidate.unit else None)
        score = stands * _score(candidate, shared / most, len({o.document for o in agreeing}), asked)
        ranked.append(_Ranked(candidate, agreeing, shared, stands, score))
    return sorted(ranked, key=lambda one: -one.score)


def _belongs(one: _Ranked, champ: str) -> bool:
    """Whether a candidate is close enough to the action to be more than the nearest thing there is."""
    shares = one.relevance > 0 or one.candidate.closeness >= _CLOSE or champ not in _MUST_SHARE
    least = _LEAST if one.standing >= OWN else _LEAST_UNSAID
    return one.score >= least and shares


def _relevance(candidate: Candidate, asked: Asked) -> float:
    shared = sum(asked.query.get(stem, 0.0) * asked.rarity(stem) for stem in candidate.stems)
    return shared / math.sqrt(4 + len(candidate.stems))


def _odd(candidate: Candidate, counts: Mapping[str, int]) -> int:
    """How many long words of a candidate the corpus writes once only: often the trace of a bad scan."""
    return sum(1 for word in words(candidate.words.text) if len(word) > 3 and counts.get(word, 0) == 1)


def _score(candidate: Candidate, relevance: float, agreement: int, asked: Asked) -> float:
    """What the words share with the action, as far as the source is close, then what other territories say too."""
    score = candidate.closeness**_SOURCE_POWER * (0.3 + relevance) + 0.06 * min(agreement, 3)
    if candidate.champ in FRAMING and candidate.document == asked.home:
        score += 0.5
    odd = _ODD_COST ** min(3, _odd(candidate, asked.counts))
    return float(score * odd * _GAP_COST**candidate.words.gaps)
