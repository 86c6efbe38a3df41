"""E-mail addresses, telephone numbers, addresses of sites and days of a text, in one form for comparison."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from corpus.text.dates import MONTHS, moments
from corpus.text.folding import fold

ContactKind = Literal["courriel", "telephone", "adresse", "date"]

MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+", re.IGNORECASE)
PHONE = re.compile(r"(?<![\d/.-])(?:(?:\+|00)\s?33\s?(?:\(0\)\s?)?|0)[1-9](?:[ .\u00a0\u202f-]?\d{2}){4}(?![\d])")
_SITE = re.compile(r"\b(?:https?://|www\.)[^\s<>«»\"')\]]+", re.IGNORECASE)
_DAY = re.compile(rf"\b(\d{{1,2}})(?:er)?\s+({'|'.join(MONTHS)})\b(?!\s+(?:19|20)\d\d)")
_MONTH_ALONE = re.compile(
    rf"\b(?:en|fin|debut|mi|depuis|de|au mois de|mois de)[ -]+({'|'.join(MONTHS)})\b(?!\s+(?:19|20)\d\d)"
)


@dataclass(frozen=True, slots=True)
class Contact:
    """Something that stands in a source exactly or not at all."""

    kind: ContactKind
    value: str
    text: str
    start: int
    end: int


def phone(text: str) -> str:
    """A telephone number as its ten digits."""
    digits = re.sub(r"\D", "", text.replace("(0)", ""))
    return f"0{digits[-9:]}"


def _days(text: str) -> list[Contact]:
    """Dates with at least a month; a year alone is a number like another."""
    found = [
        Contact("date", f"{m.first.isoformat()}/{m.last.isoformat()}", m.text, m.start, m.end)
        for m in moments(text)
        if not m.text.strip().isdigit()
    ]
    lowered = fold(text)
    if len(lowered) == len(text):
        found += [Contact("date", f"{int(m[1])} {m[2]}", m[0], m.start(), m.end()) for m in _DAY.finditer(lowered)]
        found += [Contact("date", m[1], m[1], m.start(1), m.end(1)) for m in _MONTH_ALONE.finditer(lowered)]
    return found


def contacts(text: str) -> list[Contact]:
    """The contacts and dates of a text."""
    found = [Contact("courriel", m[0].lower(), m[0], m.start(), m.end()) for m in MAIL.finditer(text)]
    found += [Contact("telephone", phone(m[0]), m[0], m.start(), m.end()) for m in PHONE.finditer(text)]
    found += [Contact("adresse", m[0].lower().rstrip("/.,;"), m[0], m.start(), m.end()) for m in _SITE.finditer(text)]
    taken = [(c.start, c.end) for c in found]
    found += [d for d in _days(text) if not any(d.start < end and start < d.end for start, end in taken)]
    return found
