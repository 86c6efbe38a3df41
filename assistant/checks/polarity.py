"""Whether a clause says the contrary of its source: a negation more or less, an antonym, a doubt or a part left out."""

from __future__ import annotations

import re
from functools import lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING

from corpus.text.folding import words
from corpus.text.french import stem, stems

if TYPE_CHECKING:
    from collections.abc import Sequence

    from assistant.checks.clauses import Clause

_NEGATED = re.compile(
    r" (?:ne|n) (?:(?:pas|jamais|plus) )?(?P<after>(?:\w+ ){1,4})"
    r"|(?: aucune?| sans| ni| nul(?:le)?) (?P<noun>(?:\w+ ){1,3})"
)
_DENIES = re.compile(
    r" (?:ne|n) (?:\w+ ){0,4}?(?:pas|plus|jamais|aucune?|rien|ni|guere)\b| (?:aucune?|sans|ni|nulle?) "
)
_ONLY = re.compile(r" (?:ne|n) (?:\w+ ){1,3}que?\b")
_DOUBT = re.compile(r" (?:pourra\w+|pourrai\w+|envisag\w+|a l etude|sous reserve|eventuel\w*|serai\w+)")
_GOAL = re.compile(r" (?:objectifs? (?:est|sont) d|d ici (?:20|la|fin|a)|viser? a|a terme) ?")
_PAST = re.compile(r" (?:ont|a) (?:ete )?\w+(?:e|es|ees|s|u|us|is|it) ")
_HEDGE = re.compile(
    rf"{_DOUBT.pattern}| (?:prev\w+|projet\w*|possible\w*|peut|peuvent|si|selon|souhait\w+|propos\w+|"
    r"\w+rai(?:t|ent)|visent?|objectif\w*|devra\w*)"
)
_AUXILIARIES = frozenset(
    stem(word) for word in "est sont était étaient sera seront a ont eu être avoir été peut peuvent doit".split()
)
DENIED = 2
"""Informative words after « ne » that are denied: a verb and what completes it."""
SHARED = 0.5
"""Share of the words of a clause that the clause of a source, or its line, must hold before they are compared."""


def negated(folded: str) -> frozenset[str]:
    """The stems a clause denies: the verb after « ne », the noun after « aucun » or « sans »."""
    if not _DENIES.search(folded) or (_ONLY.search(folded) and " pas " not in folded):
        return frozenset()
    found: set[str] = set()
    for match in _NEGATED.finditer(folded):
        said = stems(match["after"] or match["noun"] or "")
        found.update([word for word in said if word not in _AUXILIARIES][:DENIED])
    return frozenset(found)


def denies(folded: str) -> bool:
    """Whether a clause holds a negation."""
    return bool(_DENIES.search(folded)) and not (_ONLY.search(folded) and " pas " not in folded)


@lru_cache(maxsize=1)
def _contraries() -> tuple[tuple[re.Pattern[str], re.Pattern[str], bool], ...]:
    table = files("assistant.checks").joinpath("contraires.tsv").read_text(encoding="utf-8")
    rows = [line.split("\t") for line in table.splitlines() if line and not line.startswith("#")]
    return tuple((_pattern(row[0]), _pattern(row[1]), row[2:] == ["suite"]) for row in rows)


def _pattern(listed: str) -> re.Pattern[str]:
    parts = [re.escape(word[:-1]) if word.endswith("=") else rf"{re.escape(word)}\w*" for word in listed.split()]
    return re.compile(rf" (?:{'|'.join(parts)})(?= )")


def _turned(claim: Clause, source: Clause) -> bool | None:
    """Whether a pair of contraries turns the meaning round; ``None`` when none is at play."""
    verdict: bool | None = None
    for one, other, before in _contraries():
        said, known = _side(claim.folded, one, other), _side(source.folded, one, other)
        if said * known < 0 and (not before or _same_object(claim.folded, source.folded, one, other)):
            turned = denies(claim.folded) == denies(source.folded)
            verdict = turned if verdict is None else verdict and turned
    return verdict


def _same_object(claim: str, source: str, one: re.Pattern[str], other: re.Pattern[str]) -> bool:
    """Whether two contrary words stand before the same ones."""
    objects = []
    for folded in (claim, source):
        found = one.search(folded) or other.search(folded)
        objects.append(set(stems(" ".join(folded[found.end() :].split()[:4]))) if found else set())
    return bool(objects[0] & objects[1])


def _side(folded: str, one: re.Pattern[str], other: re.Pattern[str]) -> int:
    """1 or -1 when a clause holds one side only, else 0."""
    has, opposes = bool(one.search(folded)), bool(other.search(folded))
    return 0 if has == opposes else (1 if has else -1)


def contrary(claim: Clause, sources: Sequence[Clause]) -> str:
    """« negation », « contraire » or « portee » when every clause that could support this one says otherwise."""
    close = _closest(claim, sources)
    found = [_against(claim, source) for source in close]
    if found and all(found):
        return found[0]
    return next((kind for source in sources if (kind := _denied_alone(claim, source, sources))), "")


def _denied_alone(claim: Clause, source: Clause, sources: Sequence[Clause]) -> str:
    """What a clause that a sentence takes up whole says against it, when no other clause says the same words."""
    shared = claim.tokens & source.tokens
    around = len(claim.tokens & (source.tokens | source.line))
    if not shared or around < SHARED * len(claim.tokens):
        return ""
    kind = _against(claim, source)
    whole = len(shared) >= (0.5 if kind == "contraire" else 0.8) * len(source.tokens)
    backed = any(shared <= other.tokens and not _against(claim, other) for other in sources if other is not source)
    return kind if whole and not backed and kind != "portee" else ""


def turned_round(text: str, sources: Sequence[Clause]) -> bool:
    """Whether the negation of a text is a contrary word of its sources (« ne suffit pas », « insuffisant »)."""
    folded = f" {' '.join(words(text))} "
    return any(
        _side(folded, one, other) * _side(source.folded, one, other) < 0
        for one, other, _ in _contraries()
        for source in sources
    )


def _closest(claim: Clause, sources: Sequence[Clause]) -> list[Clause]:
    """The clauses that share most words with one, when they share enough."""
    scored = []
    for source in sources:
        here = len(claim.tokens & source.tokens)
        around = len(claim.tokens & (source.tokens | source.line))
        if here and around >= SHARED * len(claim.tokens):
            scored.append((here + 0.1 * around, source))
    best = max((score for score, _ in scored), default=0.0)
    return [source for score, source in scored if score >= best - 0.5]


def _against(claim: Clause, source: Clause) -> str:
    turned = _turned(claim, source)
    if turned:
        return "contraire"
    if turned is None:
        said, known = negated(claim.folded), negated(source.folded)
        if said and not denies(source.folded) and said & source.tokens:
            return "negation"
        if known and not denies(claim.folded) and known & claim.tokens:
            return "negation"
    if _DOUBT.search(source.folded) and not _HEDGE.search(claim.folded):
        return "portee"
    if _GOAL.search(source.folded) and _PAST.search(claim.folded) and not _GOAL.search(claim.folded):
        return "portee"
    return ""
