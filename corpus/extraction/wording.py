"""Reducing a label to the words that make it, so that its many spellings meet."""

from __future__ import annotations

import re
from functools import lru_cache

from corpus.text.folding import fold

_ENDINGS = re.compile(r"\((?:e|s|es|x|aux|al|ne|nes|se|ses|trice|trices|euse|euses|le|les)\)")
_INCLUSIVE = re.compile(r"(?<=[a-z])[·.](?:e|s|es|ne|nes|se|trice|rice|euse|le)(?:[·.]s)?\b")
_PARENTHESES = re.compile(r"\([^()]*\)?|\[[^\]]*\]?")
_LEADING = re.compile(r"^\s*(?:[ivx]{1,4}|[a-z]|\d{1,2}(?:\.\d{1,2})*)\s*[).:/\-–—]+\s+|^\s*\d{1,2}(?:\.\d{1,2})+\s+")
_TRAILING = re.compile(r"\s*(?:n°\s*)?\d{1,2}(?:[.\-]\d{1,2})*\s*$")
_WORD = re.compile(r"[a-z0-9]+")
_SMALL = frozenset(
    "a au aux avec ce ces cette dans de des du d en et l la le les leur leurs nos notre s sa ses son sur un une".split()
)
_KEPT_ALONE = frozenset({"avec"})
_PARTS = re.compile(r"\s*(?:[/,;&+|]|\bet\b|\bou\b|-\s)\s*")


def _singular(word: str) -> str:
    return word[:-1] if len(word) > 3 and word[-1] in "sx" and word not in {"jus", "lieux"} else word


def _words(folded: str) -> list[str]:
    found = _WORD.findall(folded)
    kept = [word for word in found if word not in _SMALL or (word in _KEPT_ALONE and len(found) <= 2)]
    return [_singular(word) for word in kept]


@lru_cache(maxsize=16_384)
def label_keys(text: str) -> tuple[str, ...]:
    """The forms under which a label may be known, the fullest first: with, then without its parentheses.

    Forms are informative words in the singular, joined by spaces; there is none when no word is left.
    """
    folded = _LEADING.sub("", _INCLUSIVE.sub("", _ENDINGS.sub("", fold(text))))
    bare = _PARENTHESES.sub(" ", folded)
    keys = []
    for form in (folded, bare, _TRAILING.sub("", bare)):
        key = " ".join(_words(form))
        if key and key not in keys:
            keys.append(key)
    return tuple(keys)


@lru_cache(maxsize=16_384)
def label_parts(text: str) -> tuple[str, ...]:
    """The parts of a label made of several, such as ``Pilote / Partenaires`` or ``Contexte et constats``."""
    bare = _PARENTHESES.sub(" ", _INCLUSIVE.sub("", _ENDINGS.sub("", fold(text))))
    return tuple(part for part in _PARTS.split(bare.strip(" :?.")) if part)


def distance(a: str, b: str, most: int) -> int:
    """The number of letters to change, add, drop or swap to go from ``a`` to ``b``; ``most + 1`` when more."""
    if abs(len(a) - len(b)) > most:
        return most + 1
    before: list[int] = []
    row = list(range(len(b) + 1))
    for i, left in enumerate(a, 1):
        following = [i] + [0] * len(b)
        for j, right in enumerate(b, 1):
            cost = min(row[j] + 1, following[j - 1] + 1, row[j - 1] + (left != right))
            if i > 1 and j > 1 and left == b[j - 2] and a[i - 2] == right:
                cost = min(cost, before[j - 2] + 1)
            following[j] = cost
        if min(following) > most:
            return most + 1
        before, row = row, following
    return row[-1]
