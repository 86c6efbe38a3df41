"""Rules on dates: readable, real, in order, inside the convention and inside the action."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING

from assistant.drafts.contents import label
from assistant.validation.emptiness import PERMANENT, is_empty
from assistant.validation.rule import Finding, avertissement, erreur, rule
from assistant.validation.texts import items
from assistant.validation.typography import short
from corpus.fiche import Periode
from corpus.text.dates import moment, moments
from corpus.text.folding import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from assistant.validation.context import ValidationContext
    from corpus.fiche import FicheAction
    from corpus.text.dates import Moment

_MONTHS = (
    *("janvier", "fevrier", "mars", "avril", "mai", "juin", "juillet", "aout", "septembre", "octobre", "novembre"),
    "decembre",
)
_DAY = re.compile(r"\b(\d{1,2})[/.-](\d{1,2})[/.-]((?:19|20)\d\d)\b|\b((?:19|20)\d\d)-(\d{2})-(\d{2})\b")
_WRITTEN_DAY = re.compile(rf"\b(\d{{1,2}}) ({'|'.join(_MONTHS)}) ((?:19|20)\d\d)\b")
_PAST_REFERENCE = re.compile(
    r"(?:depuis|en vigueur|lois?|decrets?|circulaires?|arretes?|diagnostics?|bilans?|enquetes?|recensement|insee"
    r"|donnees|chiffres|projet social|schema|convention|ctg|cej|contrats?|signee?s?|ouverte?s?|creee?s?|lancee?s?"
    r"|mise? en place|existante?s?)\W+(?:\w+\W+){0,4}$"
)
_QUANTITY = re.compile(r"^\s*(?:m2|m²|h\b|heures|habitants|euros|€|places|enfants|jeunes|familles|personnes|foyers)")


def _periods(fiche: FicheAction) -> Iterator[tuple[str, Periode]]:
    yield "echeances", fiche.echeances
    if fiche.budget and fiche.budget.periode:
        yield "budget.periode", fiche.budget.periode


def _written_dates(fiche: FicheAction) -> Iterator[tuple[str, str]]:
    for champ, periode in _periods(fiche):
        for part in ("debut", "fin"):
            text = getattr(periode, part)
            if text and not is_empty(text):
                yield f"{champ}.{part}", text


def _bounds(debut: str | None, fin: str | None) -> tuple[dt.date | None, dt.date | None]:
    """The first and the last day a period may cover; ``None`` where it is open or unreadable."""
    first, last = moment(debut or ""), _last_moment(fin)
    return (first.first if first else None), (last.last if last else None)


def _last_moment(text: str | None) -> Moment | None:
    """The last date of a text: an end « 2025-2026 » is in 2026."""
    return next(reversed(moments(text or "")), None)


@rule("date_illisible", "produit.md (c) 14-15 ; gabarit.md : année, mois ou date")
def unreadable_date(fiche: FicheAction, _context: ValidationContext) -> Iterator[Finding]:
    """Une échéance ne se lit pas comme une année, un mois, une date ou une action permanente."""
    for champ, text in _written_dates(fiche):
        if not moment(text) and not PERMANENT.search(fold(text)):
            yield avertissement(
                champ,
                f"« {label(champ)} » ne se lit pas comme une date : « {short(text)} ».",
                "Écrivez une année (2025), un mois (septembre 2025), une date (01/09/2025) ou « permanent ».",
            )


@rule("date_inexistante", "produit.md (c) 14 : un jour du calendrier")
def impossible_day(fiche: FicheAction, _context: ValidationContext) -> Iterator[Finding]:
    """Une date donne un jour qui n'existe pas dans le calendrier."""
    for champ, text in _written_dates(fiche):
        for said, day, month, year in _days(text):
            try:
                dt.date(year, month, day)
            except ValueError:
                yield erreur(champ, f"La date « {said} » n'existe pas.", "Corrigez le jour ou le mois.")


def _days(text: str) -> Iterator[tuple[str, int, int, int]]:
    """The days of a text as written, with their day, month and year."""
    for found in _DAY.finditer(text):
        day, month, year = found.group(1, 2, 3) if found.group(1) else found.group(6, 5, 4)
        yield found.group(), int(day), int(month), int(year)
    for found in _WRITTEN_DAY.finditer(fold(text)):
        yield found.group(), int(found.group(1)), _MONTHS.index(found.group(2)) + 1, int(found.group(3))


@rule("ordre_des_dates", "produit.md (c) 13")
def order(fiche: FicheAction, _context: ValidationContext) -> Iterator[Finding]:
    """La fin précède le début."""
    for champ, periode in _periods(fiche):
        first, last = _bounds(periode.debut, periode.fin)
        if first and last and last < first:
            yield erreur(
                f"{champ}.fin",
                f"La fin prévue ({periode.fin}) précède le démarrage ({periode.debut}).",
                "Corrigez l'une des deux dates.",
            )


def _outside(champ: str, periode: Periode, limits: tuple[dt.date | None, dt.date | None]) -> Iterator[tuple[str, str]]:
    """The parts of a period that certainly fall outside the limits, with their text."""
    first_day, last_day = limits
    for part in ("debut", "fin"):
        text = getattr(periode, part)
        found = _last_moment(text) if part == "fin" else moment(text or "")
        if found and ((first_day and found.last < first_day) or (last_day and found.first > last_day)):
            yield f"{champ}.{part}", text


@rule("hors_convention", "produit.md (c) 18")
def outside_convention(fiche: FicheAction, context: ValidationContext) -> Iterator[Finding]:
    """Une échéance tombe hors de la période de la convention."""
    limits = _bounds(context.periode_debut, context.periode_fin)
    period = f"{context.periode_debut or '?'}-{context.periode_fin or '?'}"
    for champ, text in _outside("echeances", fiche.echeances, limits):
        yield avertissement(
            champ,
            f"« {label(champ)} » ({short(text)}) est hors de la période de la convention ({period}).",
            "Vérifiez la date, ou prévoyez un avenant.",
        )


@rule("budget_hors_periode", "gabarit.md ; ticket 5 : le budget dans la période de l'action")
def budget_outside(fiche: FicheAction, _context: ValidationContext) -> Iterator[Finding]:
    """La période du budget sort de celle de l'action."""
    if not fiche.budget or not fiche.budget.periode:
        return
    limits = _bounds(fiche.echeances.debut, fiche.echeances.fin)
    for champ, text in _outside("budget.periode", fiche.budget.periode, limits):
        yield avertissement(
            champ,
            f"« {label(champ)} » ({short(text)}) sort de la période de l'action.",
            "Accordez la période du budget et les échéances de l'action.",
        )


@rule("etape_hors_periode", "gabarit.md : étapes datées ; ticket 5 : étapes dans l'action")
def step_outside(fiche: FicheAction, _context: ValidationContext) -> Iterator[Finding]:
    """Une étape de la description est datée hors de la période de l'action."""
    limits = _bounds(fiche.echeances.debut, fiche.echeances.fin)
    for step in items(fiche, "description"):
        for found in moments(step):
            if _is_reference(step, found):
                continue
            if (limits[0] and found.last < limits[0]) or (limits[1] and found.first > limits[1]):
                yield avertissement(
                    "description",
                    f"Une étape est datée hors de la période de l'action ({found.text}) : « {short(step)} ».",
                    "Corrigez la date de l'étape ou les échéances de l'action.",
                )


def _is_reference(step: str, found: Moment) -> bool:
    """Whether a date names a text, a survey or a start in the past, or is a quantity, and so is no step."""
    if _QUANTITY.match(fold(step[found.start + len(found.text) :])):
        return True
    return bool(_PAST_REFERENCE.search(fold(step[: found.start]) + " "))


RULES = (unreadable_date, impossible_day, order, outside_convention, budget_outside, step_outside)
