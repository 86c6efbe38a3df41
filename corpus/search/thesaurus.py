"""Words a coordinator says for words a convention writes, from the table kept in ``thesaurus.tsv``."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from typing import TYPE_CHECKING

from corpus.search.lexicon import SPOKEN
from corpus.text.folding import words
from corpus.text.french import informative, stem, stems

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

Stems = tuple[str, ...]

NEAR = 0.55
"""What a near word is worth."""
SAME = 0.8
"""What the same thing said otherwise is worth: a clipped word, the noun of a verb, the name that conventions give."""

_SAME_MARK = "="
_ENDING = 4
"""Letters by which two forms of one word may differ in length."""
_SHORT = 4
_AGREEMENTS = (("erent", "er"), ("ent", "e"), ("ee", "e"))
"""Endings that Snowball leaves to folded words, and what stands in their place."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A word or an expression of the table: its folded words, and what it also looks for, as stems."""

    words: tuple[str, ...]
    also: tuple[Stems, ...]
    weight: float = NEAR

    def is_said(self, said: Sequence[str]) -> bool:
        """Whether folded words of the same stems are this entry: ``communes`` is not ``communication``."""
        return len(said) > 1 or abs(len(said[0]) - len(self.words[0])) <= _ENDING


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the table: what is said, what it looks for, what that is worth."""

    said: tuple[str, ...]
    sought: tuple[str, ...]
    weight: float


def read_lines(table: str) -> Iterator[Line]:
    """The lines of a table, without its comments."""
    for row in table.splitlines():
        if not row.strip() or row.startswith("#"):
            continue
        left, _, right = row.removeprefix(_SAME_MARK).partition(">")
        weight = SAME if row.startswith(_SAME_MARK) else NEAR
        yield Line(_values(left), _values(right or left), weight)


def _values(cell: str) -> tuple[str, ...]:
    return tuple(value.strip() for value in cell.split("|"))


def heard(phrase: str) -> tuple[str, ...]:
    """The folded words of an expression that a question keeps: neither stop words nor words of speech."""
    return tuple(word for word in informative(words(phrase)) if word not in SPOKEN and len(word) > 1)


def table_text() -> str:
    """The table as it is kept."""
    return resources.files("corpus.search").joinpath("thesaurus.tsv").read_text(encoding="utf-8")


@lru_cache(maxsize=1)
def thesaurus() -> dict[Stems, tuple[Entry, ...]]:
    """The entries of each known word or expression, given by its stems."""
    found: dict[Stems, list[Entry]] = {}
    for line in read_lines(table_text()):
        sought = [phrase for phrase in map(_stems, line.sought) if phrase]
        for said in map(heard, line.said):
            phrase = _stems(" ".join(said))
            also = tuple(dict.fromkeys(other for other in sought if other != phrase))
            if phrase:
                found.setdefault(phrase, []).append(Entry(said, also, line.weight))
    return {phrase: tuple(entries) for phrase, entries in found.items()}


def _stems(phrase: str) -> Stems:
    return tuple(stems(phrase))


@lru_cache(maxsize=1)
def by_form() -> dict[Stems, tuple[Entry, ...]]:
    """The same entries, given by the :func:`base` of their words."""
    found: dict[Stems, list[Entry]] = {}
    for entry in (entry for entries in thesaurus().values() for entry in entries):
        found.setdefault(tuple(map(base, entry.words)), []).append(entry)
    return {phrase: tuple(entries) for phrase, entries in found.items()}


def base(word: str) -> str:
    """The stem of a folded word once its plural, or its agreement, is taken off: Snowball leaves « bossent » whole."""
    word = word[:-1] if len(word) > _SHORT and word[-1] in "sx" else word
    for ending, kept in _AGREEMENTS:
        if len(word) > _SHORT + len(ending) - len(kept) and word.endswith(ending):
            return stem(word[: -len(ending)] + kept)
    return stem(word)


@lru_cache(maxsize=1)
def parts() -> frozenset[str]:
    """The folded words of the expressions of several words."""
    return frozenset(word for entries in thesaurus().values() for e in entries if len(e.words) > 1 for word in e.words)


@lru_cache(maxsize=1)
def longest_phrase() -> int:
    """How many stems the longest expression of the table has."""
    return max(len(phrase) for phrase in thesaurus())
