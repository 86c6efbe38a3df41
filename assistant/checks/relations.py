"""Who does what, how much for whom: things that all stand in the sources, but not together."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from assistant.checks.clauses import clauses
from corpus.text.french import stem

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from assistant.checks.clauses import Clause

LEAST_SHARED = 2
"""Words besides who is named that a clause must share with that of a source."""
_DAY = re.compile(
    r" (lundis?|mardis?|mercredis?|jeudis?|vendredis?|samedis?|dimanches?|janvier|fevrier|avril|mai|juin|juillet|"
    r"aout|septembre|octobre|novembre|decembre)(?= )"
)
_YEAR = re.compile(r"#(?:19|20)\d\d|#2\.0\d\dE\+3|#\dE\+3")


def somebody_else(claim: Clause, sources: Sequence[Clause]) -> bool:
    """Whether the sources say of somebody else what a clause says of the one it names, whom they know otherwise."""
    for rank, group in enumerate(claim.groups):
        if not any(group <= source.tokens for source in sources):
            continue
        rest = claim.tokens - group
        scored = [(len(rest & source.tokens), source) for source in sources]
        best = max(score for score, _ in scored)
        closest = [source for score, source in scored if score == best]
        backed = any(group & s.tokens for score, s in scored if score >= max(best - 1, 1))
        if best < LEAST_SHARED or 2 * best < len(rest) or backed:
            continue
        if all(_others(source, claim, first=rank == 0) for source in closest):
            return True
    return False


def _others(source: Clause, claim: Clause, *, first: bool) -> bool:
    """Whether a clause of a source names somebody a claim does not; shared names count against, but for its subject."""
    shared = any(group <= claim.tokens for group in source.groups)
    return any(not group & claim.tokens for group in source.groups) and (first or not shared)


def swapped_figure(claim: Clause, sources: Sequence[Clause]) -> bool:
    """Whether the words around a figure or a day of a clause are those of another one in the sources."""
    around = _anchors(claim)
    for figure in sorted(_values(claim)):
        near = {word for source in sources if figure in _values(source) for word in _anchors(source)}
        if not near or around & near:
            continue
        if any(_belongs(around, near, other, claim) for other in sources if figure not in _values(other)):
            return True
    return False


def _belongs(around: set[str], near: set[str], other: Clause, claim: Clause) -> bool:
    """Whether the words around a figure are those of another figure; a year alone tells only figures of years apart."""
    theirs, shared = _values(other), around & _anchors(other)
    if not theirs or theirs & _values(claim) or len(shared) < min(2, len(around)):
        return False
    return any(not word.startswith("#") for word in shared) or any(word.startswith("#") for word in near)


def _values(clause: Clause) -> set[str]:
    """The figures and days of a clause, years aside: a year tells which figure is meant."""
    figures = {token for token in clause.tokens if token.startswith("#") and not _YEAR.fullmatch(token)}
    return figures | {match[1].rstrip("s") for match in _DAY.finditer(clause.folded)}


def _anchors(clause: Clause) -> set[str]:
    days = {stem(match[1]) for match in _DAY.finditer(clause.folded)}
    return {t for t in clause.tokens if not t.startswith("#") or _YEAR.fullmatch(t)} - days


def compared(text: str, sources: Sequence[str]) -> Iterator[tuple[Clause, tuple[Clause, ...]]]:
    """The clauses of a text that are not copied from a source, each with all the clauses of the sources."""
    known = tuple(clause for source in sources for clause in clauses(source))
    folded = [f" {' '.join(c.folded.strip() for c in clauses(source))} " for source in sources]
    for clause in clauses(text):
        if not any(clause.folded in source for source in folded):
            yield clause, known
