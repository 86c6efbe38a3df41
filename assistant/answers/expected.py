"""What shape of fact a question expects, and whether a unit holds one: a number of something, a rate, a date."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from corpus.text.dates import moments
from corpus.text.folding import fold, words
from corpus.text.french import STOP_WORDS, stem

if TYPE_CHECKING:
    from collections.abc import Sequence

_NUMBER_WORDS = frozenset(
    "un une deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize vingt trente"
    " quarante cinquante soixante cent cents mille dizaine douzaine vingtaine centaine millier tiers quart moitie"
    " aucun aucune".split()
)
_COUNTED = re.compile(r"\bcombien (?:y a-t-il |compte-t-on |a-t-on )?(?:de |d')\s*((?:[\w'-]+\s*){1,5})")
_RATE = re.compile(r"\b(?:taux|pourcentage|part|proportion|quelle part)\b")
_MONEY = re.compile(r"\b(?:montant|cout|budget|prix|subvention|combien (?:coute|verse|finance|d'euros))")
_WHEN = re.compile(r"\b(?:quand|depui[st]?|quelles? dates?|dates?|quelle annee|jusqu'a quand)\b")
_DURATION = re.compile(r"\b(?:combien de temps|quelle (?:est la )?duree|quel (?:est le )?(?:delai|preavis))\b")
_MEASURE = re.compile(
    r"\b(?:\d+|deux|trois|quatre|cinq|six|douze)\s*(?:ans?|annees?|mois|jours?|semaines?)\b|\bpour la duree\b"
)
_REACH = 4


@dataclass(frozen=True, slots=True)
class Expected:
    """The fact expected; ``counted`` are stems of what is counted. Nothing expected accepts everything."""

    counted: tuple[str, ...] = ()
    rate: bool = False
    money: bool = False
    date: bool = False
    duration: bool = False

    @property
    def strict(self) -> bool:
        """Whether an answer without such a fact is no answer."""
        return bool(self.counted) or self.rate or self.money

    @property
    def any(self) -> bool:
        """Whether something is expected at all."""
        return self.strict or self.date or self.duration

    def held_by(self, text: str) -> bool:
        """Whether a text holds a fact of the expected shape."""
        folded = fold(text)
        if self.duration:
            return bool(_MEASURE.search(folded))
        if self.counted:
            return counts(text, self.counted)
        if self.rate:
            return bool(
                re.search(r"\d\s?%|\bpour cent\b|\btiers\b|\bquart\b|\bmoitie\b|\bsur (?:dix|cent|trois)\b", folded)
            )
        if self.money:
            return bool(re.search(r"\d\s?(?:€|euros?|k€)", folded))
        return bool(moments(text)) if self.date else True


def counts(text: str, counted: Sequence[str]) -> bool:
    """Whether a number stands shortly before or after one of the stems in a text."""
    tokens = words(text)
    places = [n for n, token in enumerate(tokens) if stem(token) in counted]
    numbers = [n for n, token in enumerate(tokens) if token.isdigit() or token in _NUMBER_WORDS]
    return any(-2 <= place - number <= _REACH and place != number for place in places for number in numbers)


def expected_of(question: str) -> Expected:
    """What a question expects."""
    folded = fold(question)
    if _DURATION.search(folded):
        return Expected(duration=True)
    counted = _COUNTED.search(folded)
    if counted:
        named = [stem(w) for w in words(counted[1]) if w not in STOP_WORDS and len(w) > 1]
        return Expected(counted=tuple(named[:2]))
    if _RATE.search(folded):
        return Expected(rate=True)
    if _MONEY.search(folded):
        return Expected(money=True)
    return Expected(date=bool(_WHEN.search(folded)))
