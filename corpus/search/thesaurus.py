"""Words a coordinator says for words a convention writes, from the table kept in ``thesaurus.tsv``."""

from __future__ import annotations

from functools import lru_cache
from importlib import resources

from corpus.text.french import stems

Stems = tuple[str, ...]


def _phrases(cell: str) -> list[Stems]:
    found = [tuple(stems(value)) for value in cell.split("|")]
    return [phrase for phrase in found if phrase]


@lru_cache(maxsize=1)
def thesaurus() -> dict[Stems, tuple[Stems, ...]]:
    """What each known word or expression (as stems) also looks for, nearest first in the order of the table."""
    table = resources.files("corpus.search").joinpath("thesaurus.tsv").read_text(encoding="utf-8")
    found: dict[Stems, dict[Stems, None]] = {}
    for line in table.splitlines():
        if not line.strip() or line.startswith("#"):
            continue
        said, _, written = line.partition(">")
        for phrase in _phrases(said):
            also = found.setdefault(phrase, {})
            also.update(dict.fromkeys(other for other in _phrases(written or said) if other != phrase))
    return {phrase: tuple(also) for phrase, also in found.items()}


@lru_cache(maxsize=1)
def longest_phrase() -> int:
    """How many stems the longest expression of the table has."""
    return max(len(phrase) for phrase in thesaurus())
