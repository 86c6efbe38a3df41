"""Steps that hold dates or bodies of their own: « Étape 1 : … », « … : enquête en 2025, travaux en 2026 »."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from assistant.drafting.reading.dates import MOMENT
from assistant.drafting.reading.text import same_length_fold, tidy

if TYPE_CHECKING:
    from assistant.drafting.model import Reading
    from assistant.drafting.reading.text import Work

Step = tuple[int, int, str]

_NUMBERED = re.compile(
    r"(?:(?<=^)|(?<=[.;\n]))[ \t]*(?:[-•*]\s*)?(?:phase|etape|volet|temps) ?(?:n° ?)?(?:\d+|un|deux|trois"
    r"|quatre)\s*[:–-]\s*"
    r"(?P<s>[^.;\n]+)"
)
_LISTED = re.compile(r":\s+(?P<l>[^.;:\n]+)")
_DATED = re.compile(rf"[a-z][^,]{{2,60}}\s(?:en |a l'|au |a |des |d'ici |fin |debut |courant )?{MOMENT}\s*$")
LEAST = 2
"""Steps from which they are a list."""


def steps_of(text: str) -> list[Step]:
    """The steps of a text, before anything is taken out of it: where each stands and its words."""
    folded = same_length_fold(text)
    numbered = [(m.start(), m.end(), tidy(text[m.start("s") : m.end("s")])) for m in _NUMBERED.finditer(folded)]
    return numbered if len(numbered) >= LEAST else _dated(text, folded)


def _dated(text: str, folded: str) -> list[Step]:
    for listed in _LISTED.finditer(folded):
        found, start = [], listed.start("l")
        for part in re.split(r"(?<=,)\s", listed["l"]):
            end = start + len(part)
            found.append((start, end, part.rstrip(" ,")))
            start = end + 1
        if len(found) >= LEAST and all(_DATED.match(part) for _, _, part in found):
            return [(a, b, tidy(text[a:b])) for a, b, _ in found]
    return []


def read_steps(steps: list[Step], work: Work, reading: Reading) -> None:
    """State the steps in the words of the request, once its dates are read, and strike them out."""
    for start, end, words in steps:
        reading.state("description", words)
        work.strike(start, end)
