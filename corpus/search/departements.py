"""The départements of France, by number, by name and by the name of their inhabitants."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

from corpus.text.folding import fold, words

_CAF_NUMBER = re.compile(r"\b(?:caf|cd|dept|departement|msa|sdjes|le)\s*(?:du |de l'|de la |d')?\s*(\d{2,3}|2[ab])\b")


@dataclass(frozen=True, slots=True)
class Departement:
    """One département: its number as text (``04``, ``2A``), its name and the words that name its people."""

    number: str
    name: str
    people: frozenset[str]
    is_one_word: bool = True


@lru_cache(maxsize=1)
def departements() -> tuple[Departement, ...]:
    """All of them, in the order of their numbers."""
    table = resources.files("corpus.search").joinpath("departements.tsv").read_text(encoding="utf-8")
    rows = [line.split("\t") for line in table.splitlines() if line and not line.startswith("#")]
    return tuple(Departement(number, name, _people(people), len(words(name)) == 1) for number, name, people in rows)


def _people(cell: str) -> frozenset[str]:
    names = [found[0] for name in cell.split("|") if len(found := words(name)) == 1]
    return frozenset(name + ending for name in names for ending in ("", "s", "e", "es", "ne", "nes"))


@lru_cache(maxsize=1)
def by_folded_name() -> dict[str, Departement]:
    """All of them by their folded name."""
    return {fold(d.name): d for d in departements()}


@lru_cache(maxsize=1)
def by_letters() -> tuple[tuple[str, Departement], ...]:
    """All of them with the letters of their name, joined."""
    return tuple(("".join(words(d.name)), d) for d in departements())


@lru_cache(maxsize=1)
def _by_first_word() -> dict[str, list[tuple[tuple[str, ...], Departement]]]:
    """All of them with the words of their name, the longest names first, by the first word."""
    found: dict[str, list[tuple[tuple[str, ...], Departement]]] = {}
    for parts, d in sorted(((tuple(words(d.name)), d) for d in departements()), key=lambda pair: -len(pair[0])):
        found.setdefault(parts[0], []).append((parts, d))
    return found


def named_in(text: str) -> list[Departement]:
    """The départements a text names in full (the longest name wins at each place), in the order of the text."""
    tokens = words(text)
    found: list[Departement] = []
    position = 0
    while position < len(tokens):
        opened = _by_first_word().get(tokens[position], ())
        match = next((pair for pair in opened if tuple(tokens[position : position + len(pair[0])]) == pair[0]), None)
        if match:
            found.append(match[1])
        position += len(match[0]) if match else 1
    return found


def meant_in(question: str) -> list[Departement]:
    """The départements a question means: a compound name, ``Caf 49``, or the name of its people.

    A name of one word (``Loire``, ``Nord``) is too often something else: it counts after ``Caf`` or ``département``.
    """
    folded = fold(question)
    numbers = {match[1].upper() for match in _CAF_NUMBER.finditer(folded)}
    numbers |= {d.number for d in named_in(question) if not d.is_one_word}
    spoken = set(words(question))
    said = {d.number for name, d in _of_one_word() if name in folded and _is_said_so(d, question)}
    return [d for d in departements() if d.number in numbers or d.people & spoken or d.number in said]


@lru_cache(maxsize=1)
def _of_one_word() -> tuple[tuple[str, Departement], ...]:
    return tuple((name, d) for name, d in by_folded_name().items() if name.isalpha())


def _is_said_so(departement: Departement, question: str) -> bool:
    """Whether a one-word name follows ``Caf`` or ``département`` and does not open a longer name."""
    plain = "".join(unicodedata.normalize("NFD", c)[0] for c in question)
    article = r"(?:(?:de la|du|de l['’]|de|des|d['’]|l['’]) ?)?"
    pattern = rf"\b(?i:caf|departement|dpt)\s+(?i:{article}{fold(departement.name)})\b(?!-)(?!\s+[A-Z])"
    return bool(re.search(pattern, plain))
