"""Spelling corrected against the words of the corpus, only for words the corpus does not know."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from corpus.text.folding import fold

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

_ELIDED = re.compile(r"(?:qu|[dlnsmjtc])(?=[aeiouyh])")
"""A small word that a hurried hand writes without its apostrophe: « douverture »."""
_SOUNDS = ("qu", "c", "que")
"""What a texted « k » may stand for."""


def distance(one: str, other: str, limit: int) -> int:
    """The number of insertions, deletions, changes and swaps between two words; ``limit + 1`` when more."""
    if abs(len(one) - len(other)) > limit:
        return limit + 1
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        older, before, row = before, row, [i]
        for j, b in enumerate(other, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (a != b))
            if i > 1 and j > 1 and a == other[j - 2] and one[i - 2] == b:
                cost = min(cost, older[j - 2] + 1)
            row.append(cost)
        if min(row) > limit:
            return limit + 1
    return row[-1]


def unglued(word: str, known: Collection[str]) -> str | None:
    """The word after an apostrophe left out (« dagglo » is « agglo »), when it is one of the known ones."""
    found = _ELIDED.match(word)
    rest = word[found.end() :] if found else ""
    return rest if len(rest) >= 4 and rest in known else None


def untexted(word: str, known: Collection[str]) -> str | None:
    """A word written as it sounds (« numerik », « kels »), in the spelling of one of the known ones."""
    if "k" not in word:
        return None
    ways = (word.replace("k", sound) for sound in _SOUNDS)
    return next((written for written in ways if written in known), None)


def as_meant(text: str, corrections: Mapping[str, str]) -> str:
    """A text with its words corrected, the apostrophe back where it was left out."""

    def right(match: re.Match[str]) -> str:
        typed = fold(match[0])
        meant = corrections.get(typed)
        if meant is None:
            return match[0]
        return f"{typed.removesuffix(meant)}'{meant}" if unglued(typed, (meant,)) else meant

    return re.sub(r"[^\W_]+", right, text) if corrections else text


class Speller:
    """The nearest known word of an unknown one."""

    def __init__(self, vocabulary: Mapping[str, int]) -> None:
        self._vocabulary = vocabulary
        self._by_length: dict[int, list[str]] = defaultdict(list)
        for word in vocabulary:
            if word.isalpha():
                self._by_length[len(word)].append(word)

    def knows(self, word: str) -> bool:
        """Whether the corpus holds the folded word."""
        return word in self._vocabulary

    def nearest(self, word: str, among: Iterable[str] | None = None) -> str | None:
        """The best correction of a folded word: one change, or two for eight letters or more; ``None`` when none.

        A word of less than four letters, or with a digit, is left alone; its first letter is trusted. Frequent words
        win among the equally near; words that one passage only holds come last, and only for words of six letters:
        too often they are misspelt themselves.
        """
        if len(word) < 4 or not word.isalpha():
            return None
        limit = 2 if len(word) >= 8 else 1
        lengths = range(len(word) - limit, len(word) + limit + 1)
        pool = among if among is not None else (w for n in lengths for w in self._by_length.get(n, ()))
        alike = (w for w in pool if w[0] == word[0])
        found = [(d, -self._vocabulary.get(w, 0), w) for w in alike if (d := distance(word, w, limit)) <= limit]
        trusted = [row for row in found if row[1] < -1 or among is not None] or (found if len(word) >= 6 else [])
        return min(trusted)[2] if trusted else None
