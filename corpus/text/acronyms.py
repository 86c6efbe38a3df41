"""The sigles of the sector, both ways: from a sigle to its full forms, from a full form to its sigle."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

from corpus.text.folding import fold, words

_TABLE = "acronyms.tsv"


@dataclass(frozen=True, slots=True)
class Acronym:
    """One line of the table."""

    sigle: str
    forms: tuple[str, ...]
    """The full forms, as written."""
    near: tuple[str, ...] = ()
    """Other names of the same thing, its predecessor or its successor: sigles or words."""


def _values(cell: str) -> tuple[str, ...]:
    return tuple(value.strip() for value in cell.split("|") if value.strip())


@lru_cache(maxsize=1)
def acronyms() -> dict[str, Acronym]:
    """Every known sigle, by its folded form."""
    table = resources.files("corpus.text").joinpath(_TABLE).read_text(encoding="utf-8")
    found: dict[str, Acronym] = {}
    for line in table.splitlines():
        if line and not line.startswith("#"):
            sigle, forms, near = [*line.split("\t"), "", ""][:3]
            found[fold(sigle)] = Acronym(sigle.strip(), _values(forms), _values(near))
    return found


def acronym(word: str) -> Acronym | None:
    """The entry of a sigle whatever its case, or ``None``; a plural such as ``RPEs`` is understood."""
    folded = fold(word).replace(".", "")
    return acronyms().get(folded) or (acronyms().get(folded[:-1]) if folded.endswith("s") else None)


@lru_cache(maxsize=1)
def full_forms() -> dict[tuple[str, ...], tuple[str, ...]]:
    """The sigles of each full form, which is given by its folded words."""
    found: dict[tuple[str, ...], list[str]] = {}
    for entry in acronyms().values():
        for form in entry.forms:
            found.setdefault(tuple(words(form)), []).append(entry.sigle)
    return {form: tuple(sigles) for form, sigles in found.items()}
