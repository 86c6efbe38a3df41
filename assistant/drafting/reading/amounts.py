"""Amounts as they are written: in figures, in thousands (« 12 k€ ») or in words (« quinze mille euros »)."""

from __future__ import annotations

import re

from assistant.drafting.reading.text import same_length_fold

_UNITS = {
    "un": 1, "une": 1, "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "six": 6, "sept": 7, "huit": 8, "neuf": 9,
    "dix": 10, "onze": 11, "douze": 12, "treize": 13, "quatorze": 14, "quinze": 15, "seize": 16,
    "vingt": 20, "vingts": 20, "trente": 30, "quarante": 40, "cinquante": 50, "soixante": 60,
}  # fmt: skip
_SCALES = {"cent": 100, "cents": 100, "mille": 1000}
_WORD = "|".join(sorted((*_UNITS, *_SCALES, "et"), key=len, reverse=True))
IN_WORDS = re.compile(
    rf"(?<![a-z-])(?P<n>(?!et\b)(?:{_WORD})(?:[ -](?:{_WORD}))*|\d{{1,3}} mille)\s+(?P<u>euros?)(?![a-z])"
)
"""An amount written in words, in a folded text; ``20 mille euros`` too."""


def amount_in_words(words: str) -> int:
    """The number some folded words write: « deux mille cinq cents » is 2500."""
    total, group = 0, 0
    for word in re.findall(r"[a-z]+|\d+", words):
        if word == "mille":
            total, group = total + 1000 * max(1, group), 0
        elif word in _SCALES:
            group = 100 * max(1, group)
        elif word in ("vingt", "vingts") and group % 100 == 4:
            group += 76
        elif word.isdigit():
            group += int(word)
        else:
            group += _UNITS.get(word, 0)
    return total + group


def in_figures(text: str) -> tuple[str, dict[str, str]]:
    """The text with amounts in words put in figures, and the words each stood for, by its figures."""
    written: dict[str, str] = {}
    for match in reversed(list(IN_WORDS.finditer(same_length_fold(text)))):
        figures = str(amount_in_words(match["n"]))
        written[figures] = text[match.start() : match.end()]
        text = f"{text[: match.start()]}{figures} €{text[match.end() :]}"
    return text, written
