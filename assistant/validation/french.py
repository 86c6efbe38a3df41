"""Small faults of French typography, each told in a few words: doubled words, spaces, quotes, capitals, ligatures."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_DOUBLED = re.compile(r"(?<![\w'’-])([^\W\d_]{2,}|[aày])\s+\1\b", re.IGNORECASE)
_MAY_DOUBLE = frozenset({"nous", "vous", "tout", "pas"})
_SPACES = re.compile(r"\S[ \u00a0]{2,}(?=\S)")
_STRAIGHT = re.compile(r'"[^"]+"')
_TIGHT = re.compile(r"[^\W\d_][!?;:»](?=\s|$)|\d[€%](?!\w)")
_LOOSE = re.compile(r"\w [.,](?=\s|$)|\( \w|\w \)")
_DOTS = re.compile(r"\betc ?(?:\.{2,}|…)|(?<!\.)\.\.(?!\.)")
_LIGATURE = re.compile(r"\b\w*(?:[cms]oeur|moeurs|oeuvr|noeud|voeu|boeuf|\boeil|\boeuf)\w*", re.IGNORECASE)
_E_ACUTE = (
    "tats?|coles?|coliers?|duc\\w+|valu\\w+|tud\\w+|quip\\w+|tabl\\w+|labor\\w+|larg\\w+|chang\\w+|volu\\w+|lue?s?"
    "|vit\\w+|cout\\w+|veil\\w*|gal\\w+|conom\\w+|colog\\w+|nergi\\w+|chelles?|crans?|lections?|merg\\w+|panou\\w+"
    "|picerie\\w*|preuv\\w*|tapes?|quilib\\w+|tendre|tendue?s?|chéanc\\w+|cheanc\\w+|cri\\w+|v[ée]n\\w+|l[èe]ves?|t[ée]s?"
    "|largi\\w*|loign\\w+|ditions?|tat-civil"
)
_CAPITAL = re.compile(rf"\b(?:E(?:{_E_ACUTE})|Etres?|Iles?|Agees?)\b")
_OPENING_A = re.compile(
    r"(?:^|[.:;•–] )A(?= (?:l['’]|(?:la|partir|compter|destination|travers|domicile|ce|cette|ces|chaque|terme|tous"
    r"|toutes|court|moyen|long)\b))"
)


def _doubled(text: str) -> str | None:
    for found in _DOUBLED.finditer(text):
        if found.group(1).lower() not in _MAY_DOUBLE:
            return f"le mot « {found.group(1)} » est doublé"
    return None


def _spaces(text: str) -> str | None:
    return "deux espaces se suivent" if _SPACES.search(text) else None


def _straight(text: str) -> str | None:
    found = _STRAIGHT.search(text)
    return f"les guillemets de {found.group()} sont droits" if found else None


def _tight(text: str) -> str | None:
    found = _TIGHT.search(text)
    return f"il manque une espace avant « {found.group()[-1]} »" if found else None


def _loose(text: str) -> str | None:
    found = _LOOSE.search(text)
    return f"il y a une espace de trop dans « {found.group()} »" if found else None


def _dots(text: str) -> str | None:
    found = _DOTS.search(text)
    return f"« {found.group()} » s'écrit « {'etc.' if found.group()[0] == 'e' else '…'} »" if found else None


def _ligature(text: str) -> str | None:
    found = _LIGATURE.search(text)
    if found is None:
        return None
    right = found.group().replace("oe", "œ").replace("Oe", "Œ").replace("OE", "Œ")
    return f"« {found.group()} » s'écrit « {right} »"


def _capitals(text: str) -> str | None:
    found = _CAPITAL.search(text)
    if found is None:
        return "« A » s'écrit « À » en début de phrase" if _OPENING_A.search(text) else None
    return f"« {found.group()} » s'écrit « {_accented(found.group())} »"


def _accented(word: str) -> str:
    first = {"I": "Î", "A": "Â"}.get(word[0]) or ("Ê" if word.startswith("Etre") else "É")
    return f"{first}{word[1:]}"


def corrected(text: str) -> str:
    """The text with its capitals accented and its dots mended: what a reader would correct without a thought."""
    text = _CAPITAL.sub(lambda found: _accented(found.group()), text)
    text = _OPENING_A.sub(lambda found: f"{found.group()[:-1]}À", text)
    return re.sub(r"\.{3,}", "…", re.sub(r"\betc ?(?:\.{2,}|…)", "etc.", text))


CHECKS: tuple[Callable[[str], str | None], ...] = (
    _doubled,
    _spaces,
    _straight,
    _tight,
    _loose,
    _dots,
    _ligature,
    _capitals,
)


def faults(text: str) -> Iterator[str]:
    """What a reader would see first, at most once a kind."""
    for check in CHECKS:
        if fault := check(text):
            yield fault
