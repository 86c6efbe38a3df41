"""Figures of a text: amounts, percentages and numbers, in digits or in words, with what they count."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from corpus.text.folding import fold
from corpus.text.french import STOP_WORDS, stem

FigureKind = Literal["montant", "pourcentage", "nombre"]

_DIGITS = r"\d{1,3}(?:[ \u00a0\u202f.]\d{3})+(?:,\d+)?(?!\d)|\d+(?:[.,]\d+)*"
_FIGURE = re.compile(
    rf"(?<![\w@])(?P<sign>[-−](?=\d))?(?P<digits>{_DIGITS})(?P<ordinal>er|ère|e|è|ème|nde?)?(?![\d@])"
    r"(?P<unit>\s*(?:%|pour\s?cents?\b|(?:k|M)\s?€|(?:milliers?|millions?|milliards?)\s+d['’]euros|"
    r"mille\s+euros|€|euros?\b|EUR\b))?"
)
_WORD_NUMBERS = {
    "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "six": 6, "sept": 7, "huit": 8, "neuf": 9, "dix": 10, "onze": 11,
    "douze": 12, "treize": 13, "quatorze": 14, "quinze": 15, "seize": 16, "vingt": 20, "trente": 30, "quarante": 40,
    "cinquante": 50, "soixante": 60, "cent": 100, "mille": 1000, "douzaine": 12, "quinzaine": 15, "vingtaine": 20,
    "trentaine": 30, "quarantaine": 40, "cinquantaine": 50, "centaine": 100,
}  # fmt: skip
_SCALES = {"k": 1_000, "m": 1_000_000, "mill": 1_000, "milli": 1_000_000, "milliard": 1_000_000_000}
_NOT_COUNTING = re.compile(r"\b(?:les|des|aux|ces|ses|leurs|nos|vos|toutes?|tous) $")
_ORDINAL_LIST = re.compile(r"^[ \t]*(?:[-•*][ \t]*)?\d{1,2}[.)](?=[ \t])", re.MULTILINE)
_NEXT = re.compile(r"[ \u00a0]+(?:d['’]|de |des )?([a-zà-ÿœ]{3,})", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure, its value, and the stem of the word it counts (« 12 places »), empty when there is none."""

    kind: FigureKind
    value: Decimal
    text: str
    counted: str
    start: int
    end: int


def _value(digits: str) -> Decimal:
    if re.fullmatch(r"\d{1,3}(?:[ \u00a0\u202f.]\d{3})+(?:,\d+)?", digits):
        digits = re.sub(r"[ \u00a0\u202f.]", "", digits)
    if digits.count(".") + digits.count(",") > 1:
        # A version or a place in a numbering, such as 1.2.3: no quantity, but it must be found as it stands.
        return Decimal(re.sub(r"\D", "", digits)).scaleb(-6)
    return Decimal(digits.replace(",", "."))


def _scale(unit: str) -> Decimal:
    folded = fold(unit).replace(" ", "")
    if folded.startswith("milliard"):
        return Decimal(_SCALES["milliard"])
    if folded.startswith("million"):
        return Decimal(_SCALES["milli"])
    if folded.startswith("mill"):
        return Decimal(_SCALES["mill"])
    return Decimal(_SCALES.get(folded[:1], 1)) if folded.endswith("€") and folded != "€" else Decimal(1)


def _kind(unit: str) -> FigureKind:
    if not unit:
        return "nombre"
    return "pourcentage" if "%" in unit or "cent" in fold(unit) else "montant"


def _counted(text: str, end: int) -> str:
    after = _NEXT.match(text, end)
    word = fold(after[1]) if after else ""
    return "" if not word or word in STOP_WORDS else stem(word)


def _in_words(text: str) -> list[Figure]:
    found = []
    for match in re.finditer(r"\b[a-zà-ÿ]+\b", text, re.IGNORECASE):
        value = _WORD_NUMBERS.get(fold(match[0]))
        if value is None or _NOT_COUNTING.search(fold(text[: match.start()]) + " "):
            continue
        found.append(
            Figure("nombre", Decimal(value), match[0], _counted(text, match.end()), match.start(), match.end())
        )
    return found


def figures(text: str) -> list[Figure]:
    """The figures of a text in order; the numbers of a list (« 1. ») are none."""
    text = _ORDINAL_LIST.sub(lambda m: " " * len(m[0]), text)
    found: list[Figure] = []
    for match in _FIGURE.finditer(text):
        unit = (match["unit"] or "").strip()
        value = _value(match["digits"]) * _scale(unit)
        counted = "" if unit else _counted(text, match.end())
        found.append(Figure(_kind(unit), value, match[0].strip(), counted, match.start(), match.end()))
    spelled = [w for w in _in_words(text) if not any(f.start <= w.start < f.end for f in found)]
    return sorted([*found, *spelled], key=lambda f: f.start)
