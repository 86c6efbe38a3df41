"""Words a coordinator says for words a convention writes, from the table kept in ``thesaurus.tsv``."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from typing import TYPE_CHECKING

from corpus.text.folding import words
from corpus.text.french import informative, stems

if TYPE_CHECKING:
    from collections.abc import Sequence

Stems = tuple[str, ...]

_ENDING = 4
"""Letters by which two forms of one word may differ in length."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A word or an expression of the table: its folded words, and what it also looks for, as stems."""

    words: tuple[str, ...]
    also: tuple[Stems, ...]

    def is_said(self, said: Sequence[str]) -> bool:
        """Whether folded words of the same stems are this entry: ``communes`` is not ``communication``."""
        return len(said) > 1 or abs(len(said[0]) - len(self.words[0])) <= _ENDING


def _phrases(cell: str) -> list[tuple[Stems, tuple[str, ...]]]:
    found = [(tuple(stems(value)), tuple(informative(words(value)))) for value in cell.split("|")]
    return [(phrase, said) for phrase, said in found if phrase]


@lru_cache(maxsize=1)
def thesaurus() -> dict[Stems, tuple[Entry, ...]]:
    """The entries of each known word or expression, given by its stems."""
    table = resources.files("corpus.search").joinpath("thesaurus.tsv").read_text(encoding="utf-8")
    found: dict[Stems, list[Entry]] = {}
    for line in table.splitlines():
        if not line.strip() or line.startswith("#"):
            continue
        left, _, right = line.partition(">")
        sought = [phrase for phrase, _ in _phrases(right or left)]
        for phrase, said in _phrases(left):
            also = tuple(dict.fromkeys(other for other in sought if other != phrase))
            found.setdefault(phrase, []).append(Entry(said, also))
    return {phrase: tuple(entries) for phrase, entries in found.items()}


@lru_cache(maxsize=1)
def longest_phrase() -> int:
    """How many stems the longest expression of the table has."""
    return max(len(phrase) for phrase in thesaurus())
