"""Clauses of a text and the words of each: what is compared when a sentence says who does what, how much and when."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from assistant.checks.names import names
from assistant.checks.numbers import figures
from corpus.text.folding import fold, words
from corpus.text.french import stems

_ACTORS = (
    r"communautes? de communes|communautes? d'agglomeration|conseil departemental|conseil regional|departement|region|"
    r"etat|syndicat|association|mairie|communes?|caf|msa|parents|elus?|habitants|familles|jeunes|centre social|"
    r"mission locale|gendarmerie|college|lycee|prefecture|metropole|agglomeration|intercommunalite"
)
_ACTOR = re.compile(rf"\b(?:{_ACTORS})\b")
_DETERMINER = r"(?:l['’]|(?:le|la|les|un|une|des|du|leur|leurs|son|sa|ses|elle|il|elles|ils|celle|celui|ceux)\s)"
_CUT = re.compile(
    rf"\n|\t|[;:!?]\s|[.…]\s+(?=[A-ZÀ-Ý0-9«-])|,\s+(?=(?:et|mais|puis|tandis|alors|avec|dont|contre|sauf|de\s\d)\b)"
    rf"|,\s+(?={_DETERMINER})|,\s+(?=[A-ZÀ-Ý])"
    rf"|\s+(?=(?:mais|tandis que|alors que|contre|dont)\s)"
    rf"|\s+(?=et\s+(?:{_DETERMINER}|(?:à|au|aux|en)\s|[A-ZÀ-Ý]|ne\s|n['’]))|\s+(?=à\s\d)"
)


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause: its words folded, its informative stems and figures, and who it names."""

    folded: str
    tokens: frozenset[str]
    groups: tuple[frozenset[str], ...]
    """The stems of each person, place or body it names, in order."""
    line: frozenset[str]
    """The tokens of its whole line: the subject may stand earlier."""

    @property
    def actors(self) -> frozenset[str]:
        """The stems of all it names."""
        return frozenset().union(*self.groups)


def tokens_of(text: str) -> frozenset[str]:
    """The informative stems of a text, and its figures by value."""
    numbers = {f"#{figure.value.normalize()}" for figure in figures(text)}
    return frozenset({stem for stem in stems(text) if not stem.isdigit()} | numbers)


def actors_of(text: str) -> tuple[frozenset[str], ...]:
    """The stems of the people, places and bodies a text names, a set for each, in order."""
    found = [(name.start, " ".join(name.words)) for name in names(text)]
    found += [(match.start(), match[0]) for match in _ACTOR.finditer(fold(text))]
    groups = [frozenset(stems(said)) for _, said in sorted(found)]
    return tuple(group for group in dict.fromkeys(groups) if group)


@lru_cache(maxsize=512)
def clauses(text: str) -> tuple[Clause, ...]:
    """The clauses of a text, in order.

    A piece that only names someone belongs to the next one, an almost empty one to the last.
    """
    return tuple(
        Clause(f" {' '.join(words(piece))} ", tokens_of(piece), actors_of(piece), tokens_of(line))
        for line in text.splitlines()
        for piece in _pieces(line)
    )


def _pieces(line: str) -> list[str]:
    pieces: list[str] = []
    held = ""
    for piece in (part for part in _CUT.split(line) if part and part.strip()):
        joined = f"{held}, {piece}" if held else piece
        tokens = tokens_of(joined)
        if tokens and tokens <= frozenset().union(*actors_of(joined)):
            held = joined
            continue
        if len(tokens) < 2 and pieces:
            pieces[-1], held = f"{pieces[-1]}, {joined}", ""
            continue
        pieces.append(joined)
        held = ""
    if held:
        pieces[-1:] = [f"{pieces[-1]}, {held}"] if pieces else [held]
    return pieces
