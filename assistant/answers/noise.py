"""What never makes a good bullet: the debris of a scan, a page number, the bare label of a field."""

from __future__ import annotations

import re
from functools import lru_cache

from corpus.fiche import CHAMPS
from corpus.text.folding import words
from corpus.text.french import stems

_READABLE = 0.6
"""Share of letters and digits among the visible characters of a text, under which it is debris."""
_WORD = re.compile(r"[^\W\d_]{3,}|\d+(?:[.,]\d+)?")
_LETTERS = re.compile(r"[^\W\d_]{2,}")
_VOWEL = re.compile(r"[aeiouyàâäéèêëîïôöùûüœæ]", re.IGNORECASE)
_MIXED = re.compile(r"(?:[a-zà-ÿ][A-ZÀ-Þ].*){2}")
_ODD = re.compile(r"[\\£~]|(?<!\^)\{|(?<=\s)‘(?=\s)")
_STREWN = 0.12
"""Marks that nobody writes, for each word, from which a text is debris."""
_FEW = 6
"""Words from which a text is long enough to be read for what it is."""
_SHORTEST_SIGLE, _LONGEST_SIGLE = 3, 6
_LABELS = (
    "constats et raisons justifiant cette action",
    "contexte, enjeux et sens de l'axe",
    "objectif de l'action",
    "objectifs partagés",
    "descriptif des actions et dates de mise en œuvre",
    "description de l'action",
    "condition et modalités de mise en œuvre",
    "actions à mettre en place",
    "premières étapes de mise en œuvre",
    "pilotes et acteurs associés",
    "principaux acteurs",
    "indicateurs",
    "indicateurs d'évaluation",
    "critères d'évaluation",
    "public visé",
    "échéancier",
    "mise en œuvre",
    "composition",
    "rôle",
    "objet",
    "action préalable",
)


@lru_cache(maxsize=1)
def _labels() -> frozenset[frozenset[str]]:
    named = [*(champ.libelle for champ in CHAMPS.values()), *_LABELS]
    return frozenset(frozenset(stems(name)) for name in named)


def is_noise(text: str) -> bool:
    """Whether a text is not worth reading: hardly a word in it, or more marks than letters."""
    visible = [c for c in text if not c.isspace()]
    if not visible or not _WORD.search(text):
        return True
    return sum(c.isalnum() for c in visible) < _READABLE * len(visible) or _letters_apart(text) or _garbled(text)


def _garbled(text: str) -> bool:
    """Whether a text is strewn with marks that nobody writes, or is short and hardly a word: « XcrpmMx<CcOD 2 »."""
    odd = len(_ODD.findall(text))
    if odd > 1 and odd >= _STREWN * len(words(text)):
        return True
    found = _LETTERS.findall(text)
    return 1 < len(found) <= _FEW and sum(map(_could_be_a_word, found)) < len(found) / 2


def _could_be_a_word(word: str) -> bool:
    if word.isupper() and _SHORTEST_SIGLE <= len(word) <= _LONGEST_SIGLE:
        return True
    return bool(_VOWEL.search(word)) and not _MIXED.search(word)


def _letters_apart(text: str) -> bool:
    """Whether most of the words are letters left alone by a scan."""
    found = words(text)
    return len(found) > 3 and sum(len(word) < 2 and not word.isdigit() for word in found) > len(found) / 2


def is_label(text: str) -> bool:
    """Whether a text is only the label of a field or the head of a column."""
    return len(words(text)) <= 14 and frozenset(stems(text)) in _labels()
