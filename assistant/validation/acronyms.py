"""Abbreviations a fiche uses without saying what they mean."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from corpus.text.acronyms import acronyms as sector_acronyms
from corpus.text.folding import fold, words

if TYPE_CHECKING:
    from collections.abc import Iterable

ALLOWED = frozenset(
    {"CAF", "CTG", "MSA", "EPCI", "COPIL", "COTECH", "CNAF", "ETP", "TTC", "HT", "PDF", "SMS", "CV"}
    | {"NORD", "SUD", "EST", "OUEST"}
)
"""Known to every reader of a fiche CTG."""

_ACRONYM = re.compile(r"(?<![\w'’.-])[A-ZÀ-Ý][A-ZÀ-Ýa-z&]{0,2}[A-Z][A-Z0-9]*s?(?![\w-])")
_ROMAN = re.compile(r"[IVX]+")
_GLUED = re.compile(r"(?:La|Le|De|Du|Un|Et|En|Au)[A-Z]{2}")
"""A word the reading left stuck to the sigle that follows it."""
_LINKING = frozenset({"a", "au", "aux", "d", "de", "des", "du", "en", "et", "l", "la", "le", "les", "pour", "sur"})
_LOUD = 0.6


def acronyms(text: str) -> list[str]:
    """The abbreviations of a text in order, without repetition; a text in capitals has none that can be told."""
    letters = [c for c in text if c.isalpha()]
    if letters and sum(c.isupper() for c in letters) / len(letters) > _LOUD and len(letters) > 12:
        return []
    found = [match.group().removesuffix("s") for match in _ACRONYM.finditer(text)]
    return list(dict.fromkeys(a for a in found if len(a) > 1 and not _ROMAN.fullmatch(a) and not _GLUED.match(a)))


def meaning(acronym: str) -> str | None:
    """The first full form of a sigle of the sector, when it is a known one."""
    known = sector_acronyms().get(fold(acronym))
    return known.forms[0] if known and known.forms else None


def expands(text: str, acronym: str) -> bool:
    """Whether a text says what an abbreviation means, in brackets on either side of it."""
    sign = re.escape(acronym)
    if re.search(rf"\w{{3,}}\s*[(\[]\s*{sign}s?\s*[)\]]", text):
        return True
    after = re.search(rf"\b{sign}s?\s*(?:[(\[]|[:=–—]\s)\s*([^)\]]+)", text)
    return after is not None and _initials_match(after.group(1), acronym)


def _initials_match(words_after: str, acronym: str) -> bool:
    initials = "".join(word[0] for word in words(words_after) if word not in _LINKING)
    return len(words(words_after)) > 1 and initials.startswith(fold(acronym)[0])


def unexplained(texts: Iterable[str]) -> list[str]:
    """The abbreviations used before they are explained, or never explained, in reading order."""
    known: set[str] = set(ALLOWED)
    missing: dict[str, None] = {}
    for text in texts:
        for acronym in acronyms(text):
            upper = acronym.upper()
            if upper not in known:
                known.add(upper)
                if not expands(text, acronym):
                    missing[acronym] = None
    return list(missing)
