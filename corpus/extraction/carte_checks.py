"""What a convention says twice and differently: kept, and said in a sentence."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from corpus.text.dates import moments
from corpus.text.folding import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from corpus.extraction.carte_dates import Dated, Period
    from corpus.models import ReadDocument, Section

_YEARS = re.compile(r"\b((?:19|20)\d\d)\s*[-–—/]\s*((?:19|20)\d\d)\b")


def contradictions(
    document: ReadDocument, sections: Sequence[Section], stated: Period, titled: Period, signed: Sequence[Dated]
) -> tuple[str, ...]:
    """Every contradiction between the dates of a convention, one French sentence each."""
    return (
        *_title_and_article(stated, titled),
        *_length(stated),
        *_plan_years(sections, stated if stated.end else titled),
        *_signatures(signed),
        *_deliberations(document, sections, signed),
    )


def _year(dated: Dated | None) -> int | None:
    found = dated.moment if dated else None
    return found.year if found else None


def _title_and_article(stated: Period, titled: Period) -> Iterator[str]:
    for name, one, other in (("le début", stated.start, titled.start), ("la fin", stated.end, titled.end)):
        first, second = _year(one), _year(other)
        if one and other and first and second and first != second:
            yield (
                f"L'article sur la durée donne pour {name} « {one.text} » (ligne {one.source.ligne_debut}), "
                f"le titre « {other.text} » (ligne {other.source.ligne_debut})."
            )


def _length(stated: Period) -> Iterator[str]:
    start = stated.start.moment if stated.start else None
    end = stated.end.moment if stated.end else None
    if not (stated.years and start and end and stated.start and stated.end):
        return
    months = (end.last.year - start.first.year) * 12 + end.last.month - start.first.month + (end.last.day > 27)
    if abs(months - 12 * stated.years) > 2:
        yield (
            f"La durée annoncée est de {stated.years} ans, mais le texte va de « {stated.start.text} » "
            f"à « {stated.end.text} » (ligne {stated.end.source.ligne_debut})."
        )


def _plan_years(sections: Sequence[Section], period: Period) -> Iterator[str]:
    first, last = _year(period.start), _year(period.end)
    for section in sections:
        match = _YEARS.search(section.title)
        if not (match and first and last and "plan" in fold(section.title) and section.kind in ("annexe", "plan")):
            continue
        if (int(match[1]), int(match[2])) != (first, last):
            yield (
                f"« {section.title} » (ligne {section.source.ligne_debut}) porte sur {match[1]}-{match[2]}, "
                f"la convention sur {first}-{last}."
            )


def _signatures(signed: Sequence[Dated]) -> Iterator[str]:
    days = {dated.moment.first: dated for dated in signed if dated.moment}
    if len(days) > 1:
        listed = ", ".join(f"« {d.text} » (ligne {d.source.ligne_debut})" for _, d in sorted(days.items()))
        yield f"Le texte porte plusieurs dates de signature : {listed}."


def _deliberations(document: ReadDocument, sections: Sequence[Section], signed: Sequence[Dated]) -> Iterator[str]:
    """A deliberation in the visas that is later than the signature."""
    visas = next((s for s in sections if s.kind == "visas"), None)
    day = signed[0].moment if signed else None
    if visas is None or day is None:
        return
    later = [
        (found.first, found.text, line.number)
        for line in document.lines[visas.source.ligne_debut - 1 : visas.source.ligne_fin]
        if "deliberation" in fold(line.text)
        for found in moments(line.text)
        if found.first == found.last and found.first > day.last
    ]
    if later:
        _, text, number = max(later)
        yield (
            f"La convention est dite faite le {signed[0].text} (ligne {signed[0].source.ligne_debut}), "
            f"avant la délibération du {text} qu'elle vise (ligne {number})."
        )
