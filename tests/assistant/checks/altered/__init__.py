"""Three sets of invented passages with faithful and altered answers, written before the rules they measure.

``orvelle`` was looked at while the rules were made, ``brume`` after a first measure (11 of 24 seen, 2 of 23 flagged
for nothing); of ``mirande`` only the figures were.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from assistant.checks import Source
from tests.assistant.checks.cases import Altered

_HERE = Path(__file__).parent
_OPENS = re.compile(r"\[(\d+)\] (.*)")


@dataclass(frozen=True, slots=True)
class AnswerSet:
    """Passages, answers that hold to them, and answers in which one thing was changed."""

    sources: tuple[Source, ...]
    faithful: tuple[str, ...]
    altered: tuple[Altered, ...]


def load(name: str) -> AnswerSet:
    """The set of this name."""
    rows = _lines(f"{name}_alteres.tsv")
    return AnswerSet(
        tuple(_sources(_lines(f"{name}.txt"))),
        tuple(_lines(f"{name}_fideles.txt")),
        tuple(Altered(*row.split("\t")) for row in rows),
    )


def _lines(file: str) -> list[str]:
    return [line for line in (_HERE / file).read_text(encoding="utf-8").splitlines() if not line.startswith("#")]


def _sources(lines: list[str]) -> list[Source]:
    found: list[Source] = []
    for line in lines:
        opens = _OPENS.match(line)
        if opens:
            found.append(Source(int(opens[1]), "", opens[2]))
        else:
            last = found[-1]
            found[-1] = Source(last.numero, f"{last.texte}\n{line}".strip(), last.contexte)
    return found
