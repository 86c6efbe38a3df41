"""Dates as French documents write them: a year, a month or a day, read without losing their precision."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from dataclasses import dataclass

from corpus.text.folding import fold

MONTHS = (
    "janvier", "fevrier", "mars", "avril", "mai", "juin",
    "juillet", "aout", "septembre", "octobre", "novembre", "decembre",
)  # fmt: skip
_MONTH = "|".join(MONTHS)
_SEASONS = {"rentree": (9, 9), "printemps": (3, 6), "ete": (6, 9), "automne": (9, 12), "hiver": (12, 12)}

_PATTERNS = (
    re.compile(rf"\b(?P<d>\d{{1,2}})(?:\s*\^?\{{?er?\}}?)?\s+(?P<mn>{_MONTH})\s+(?P<y>(?:19|20)\d\d)\b"),
    re.compile(r"\b(?P<d>\d{1,2})[/.-](?P<m>\d{1,2})[/.-](?P<y>(?:19|20)\d\d)\b"),
    re.compile(r"\b(?P<y>(?:19|20)\d\d)-(?P<m>\d{2})(?:-(?P<d>\d{2}))?\b"),
    re.compile(rf"\b(?P<mn>{_MONTH})\s+(?P<y>(?:19|20)\d\d)\b"),
    re.compile(r"\b(?P<m>\d{1,2})/(?P<y>(?:19|20)\d\d)\b"),
    re.compile(rf"\b(?P<season>{'|'.join(_SEASONS)})\s+(?:scolaire\s+)?(?P<y>(?:19|20)\d\d)\b"),
    re.compile(r"\b(?P<y>(?:19|20)\d\d)\b"),
)


@dataclass(frozen=True, slots=True)
class Moment:
    """A date with its precision: the first and the last day it may mean, and the words read."""

    first: dt.date
    last: dt.date
    text: str
    start: int
    end: int

    @property
    def year(self) -> int:
        """The year it starts in."""
        return self.first.year


def _moment(match: re.Match[str], original: str) -> Moment | None:
    part = match.groupdict()
    year = int(part["y"])
    first_month, last_month = 1, 12
    if part.get("mn"):
        first_month = last_month = MONTHS.index(part["mn"]) + 1
    elif part.get("m"):
        first_month = last_month = int(part["m"])
    elif part.get("season"):
        first_month, last_month = _SEASONS[part["season"]]
    try:
        last_day = calendar.monthrange(year, last_month)[1]
        day = int(part["d"]) if part.get("d") else None
        first = dt.date(year, first_month, day or 1)
        last = dt.date(year, last_month, day or last_day)
    except (ValueError, calendar.IllegalMonthError):
        return None
    return Moment(first, last, original[match.start() : match.end()], match.start(), match.end())


def _same_length_fold(text: str) -> str:
    """A folded form in which every character keeps its place, so that offsets hold in the original."""
    return "".join((fold(c) or " ")[0] if not c.isspace() else " " for c in text)


def moments(text: str) -> list[Moment]:
    """Every date of a text in reading order; the most precise reading of each place wins."""
    folded = _same_length_fold(text)
    found: list[Moment] = []
    for pattern in _PATTERNS:
        for match in pattern.finditer(folded):
            if any(match.start() < other.end and other.start < match.end() for other in found):
                continue
            moment = _moment(match, text)
            if moment:
                found.append(moment)
    return sorted(found, key=lambda m: m.start)


def moment(text: str) -> Moment | None:
    """The first date of a text, or ``None``."""
    return next(iter(moments(text)), None)
