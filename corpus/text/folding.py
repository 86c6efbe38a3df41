"""Comparing French text whatever its accents, case, apostrophes and spacing."""

from __future__ import annotations

import re
import unicodedata

_APOSTROPHES = str.maketrans({"’": "'", "‘": "'", "`": "'", "´": "'", "ʼ": "'"})
_WORD = re.compile(r"[a-z0-9]+")


def fold(text: str) -> str:
    """Lower case, no accents, plain apostrophes, single spaces: what comparisons are made on."""
    text = text.translate(_APOSTROPHES).replace("œ", "oe").replace("Œ", "oe").replace("æ", "ae")
    decomposed = unicodedata.normalize("NFKD", text).lower()
    return " ".join("".join(c for c in decomposed if not unicodedata.combining(c)).split())


def words(text: str) -> list[str]:
    """The folded words of a text, in order; punctuation separates."""
    return _WORD.findall(fold(text))


def slug(text: str, longest: int = 40) -> str:
    """A file-name-safe form of a title."""
    return "-".join(words(text))[:longest].strip("-") or "sans-titre"
