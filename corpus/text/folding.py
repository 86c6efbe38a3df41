"""Comparing French text whatever its accents, case, apostrophes and spacing."""

from __future__ import annotations

import re
import unicodedata

_CHARACTERS = (*((mark, "'") for mark in "’‘`´ʼ"), ("œ", "oe"), ("Œ", "oe"), ("æ", "ae"))
_ACCENTS = re.compile("[\u0300-\u034e\u0350-\u036f]")
_EXOTIC = re.compile("[\u0483-\u1fff\u20d0-\u20ff\u2c00-\U0010ffff]")
"""Where other combining characters stand: beyond the letters and the punctuation of European languages."""
_WORD = re.compile(r"[a-z0-9]+")


def fold(text: str) -> str:
    """Lower case, no accents, plain apostrophes, single spaces: what comparisons are made on."""
    for written, plain in _CHARACTERS if not text.isascii() else (("`", "'"),):
        text = text.replace(written, plain)
    if not text.isascii():
        text = unicodedata.normalize("NFKD", text)
        text = _ACCENTS.sub("", text.lower())
        if _EXOTIC.search(text):
            text = "".join(c for c in text if not unicodedata.combining(c))
    else:
        text = text.lower()
    return " ".join(text.split())


def words(text: str) -> list[str]:
    """The folded words of a text, in order; punctuation separates."""
    return _WORD.findall(fold(text))


def slug(text: str, longest: int = 40) -> str:
    """A file-name-safe form of a title."""
    return "-".join(words(text))[:longest].strip("-") or "sans-titre"
