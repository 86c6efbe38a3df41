"""The period of a convention and the day it was signed, in the words of the text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from corpus.text.dates import Moment, moment
from corpus.text.folding import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from corpus.models import ReadDocument, Section, Span

_MONTH = r"(?:janvier|f[ée]vrier|mars|avril|mai|juin|juillet|ao[ûu]t|ao\(it|septembre|octobre|novembre|d[ée]cembre)"
_YEAR = r"(?:19|20)\d\d"
_DAY = r"\d{1,2}\s*(?:\^?\{?(?:er|e)\}?|°)?\s+"
DATE = rf"(?:(?:{_DAY})?{_MONTH}\s+{_YEAR}|\d{{1,2}}[/.]\d{{1,2}}[/.](?:19|20)\d\d)"
_LOOSE = rf"(?:{DATE}|(?:19|20)\d\d)"
_SPAN = re.compile(
    rf"\b(?:du|de|depuis|d[èe]s)(?: le)?\s+(?P<start>{_LOOSE})"
    rf"\s*,?\s*(?:jusqu['’]|et )?\s*(?:au|[àa])\s+(?P<end>{_LOOSE})",
    re.IGNORECASE,
)
_FROM = re.compile(
    rf"(?:[àa] compter|[àa] partir|d[ée]but\w*|prend(?:ra)? effet)\s+(?:du|au|le|de|en)\s+(?P<start>{_LOOSE})",
    re.IGNORECASE,
)
_UNTIL = re.compile(
    rf"(?:jusqu['’]\s?(?:au|en|[àa])|expire(?:ra)? le|s['’]ach[èe]ve(?:ra)? le|se termine(?:ra)? le|"
    rf"prend(?:ra)? fin (?:le|au)|"
    rf"[ée]ch[ée]ance (?:est fix[ée]e )?au|terme le)\s+(?P<end>{_LOOSE})",
    re.IGNORECASE,
)
_YEARS = re.compile(r"\b((?:19|20)\d\d)\s*(?:[-–—/]|[àa]|au)\s*((?:19|20)\d\d)\b")
_LASTS = re.compile(
    r"\bdur[ée]e de\s+(?:(?P<n>\d{1,2})|(?P<word>un|deux|trois|quatre|cinq|six))"
    r"\s*(?:\(\d\)\s*)?(?P<unit>ans?|ann[ée]es?)\b",
    re.IGNORECASE,
)
_WORDS = {"un": 1, "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "six": 6}
_DONE = re.compile(r"^(?:\*\*)?fait\s+(?:[àa]|en|le)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Dated:
    """Words of the text that give a date, and where they stand."""

    text: str
    source: Span

    @property
    def moment(self) -> Moment | None:
        """The date meant."""
        return moment(self.text)


@dataclass(frozen=True, slots=True)
class Period:
    """The start and end of a convention, each as printed, and the length in years it states."""

    start: Dated | None = None
    end: Dated | None = None
    years: int | None = None


def _paragraphs(document: ReadDocument, first: int, last: int) -> Iterator[tuple[str, Span]]:
    lines = document.lines[first - 1 : last]
    gathered: list[str] = []
    start = first
    for line in lines:
        if line.text.strip():
            start = line.number if not gathered else start
            gathered.append(" ".join(line.text.split()))
        elif gathered:
            yield " ".join(gathered), document.span(start, start + len(gathered) - 1)
            gathered = []
    if gathered:
        yield " ".join(gathered), document.span(start, start + len(gathered) - 1)


def _stated(text: str, source: Span) -> Period:
    """The period that a paragraph states."""
    both = _SPAN.search(text)
    if both:
        return Period(Dated(both["start"], source), Dated(both["end"], source), _length(text))
    start, end = _FROM.search(text), _UNTIL.search(text)
    return Period(
        Dated(start["start"], source) if start else None, Dated(end["end"], source) if end else None, _length(text)
    )


def _length(text: str) -> int | None:
    match = _LASTS.search(text)
    return (int(match["n"]) if match["n"] else _WORDS[match["word"].lower()]) if match else None


def stated_period(document: ReadDocument, sections: Sequence[Section]) -> Period:
    """The period of the article on the duration, empty when no article states one."""
    articles = [s for s in sections if s.kind in ("article", "chapitre", "rubrique") and "duree" in fold(s.title)]
    for section in [s for s in articles if s.level == 1] or articles[:1]:
        found = Period()
        for text, source in _paragraphs(document, section.source.ligne_debut + 1, section.source.ligne_fin):
            stated = _stated(text, source)
            found = Period(found.start or stated.start, found.end or stated.end, found.years or stated.years)
        if found.start or found.end:
            return found
    return Period()


def title_period(title: str | None, source: Span | None) -> Period:
    """The years that a title bears."""
    match = _YEARS.search(title or "")
    if not match or source is None:
        return Period()
    return Period(Dated(match[1], source), Dated(match[2], source))


def signature_dates(document: ReadDocument, sections: Sequence[Section]) -> list[Dated]:
    """Every full date that follows « Fait à », in order; a year alone is a blank left to be filled in."""
    section = next((s for s in sections if s.kind == "signatures"), None)
    if section is None:
        return []
    lines = document.lines[section.source.ligne_debut - 1 : section.source.ligne_fin]
    found: list[Dated] = []
    for position, line in enumerate(lines):
        if not _DONE.match(line.text.strip()):
            continue
        near = [other for other in lines[position : position + 4] if other.text.strip()][:2]
        for other in near:
            match = re.search(rf"\b\d[^\n]*?(?<=\d)?{DATE}|{DATE}", other.text, re.IGNORECASE)
            date = re.search(DATE, match.group(0), re.IGNORECASE) if match else None
            if date and re.match(r"\d", date.group(0)):
                found.append(Dated(" ".join(date.group(0).split()), document.span(other.number, other.number)))
                break
    return found
