"""From what a model wrote to a checked answer: what does not hold is taken out and said, the rest is renumbered."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from assistant.answers.model import Answer, AnswerCitation
from assistant.checks.checker import check
from assistant.checks.marks import MARK, marks_of
from assistant.checks.text import removed, repaired
from assistant.engines.langue.passages import TAG
from corpus.text.cleaning import clean

if TYPE_CHECKING:
    from collections.abc import Sequence

    from assistant.engines.langue.passages import Numbered

_ABSENT = re.compile(r"\W*absent\W*", re.IGNORECASE)
_MARKDOWN = re.compile(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1")
_HEADING = re.compile(r"^\s*#{1,6}\s+", re.MULTILINE)
MOST_SAID = 6
"""Things taken out that are told one by one."""


def says_absent(text: str) -> bool:
    """Whether a model says that the passages do not answer."""
    return bool(_ABSENT.fullmatch(text.strip()))


def plain(text: str) -> str:
    """A text without Markdown decoration nor our own delimiters, clean for a terminal."""
    return _HEADING.sub("", _MARKDOWN.sub(r"\2", TAG.sub(" ", clean(text)))).strip()


def checked_answer(
    text: str, passages: Sequence[Numbered], question: str, moteur: str
) -> tuple[Answer | None, list[str]]:
    """The answer made of the sentences that hold, ``None`` when none does, and what was taken out, in French."""
    report = check(plain(text), [p.source for p in passages], question)
    told = removed(report)
    notes = told[:MOST_SAID]
    if len(told) > MOST_SAID:
        notes.append(f"et {len(told) - MOST_SAID} autre(s) affirmation(s) retirée(s)")
    kept = repaired(report)
    if not marks_of(kept):
        return None, notes
    order = {number: rank for rank, number in enumerate(marks_of(kept), 1)}
    by_number = {p.numero: p for p in passages}
    citations = [
        AnswerCitation(**by_number[n].citation.model_dump(exclude={"rang"}), rang=rank) for n, rank in order.items()
    ]
    answer = Answer(
        question=question,
        reponse=MARK.sub(lambda m: f"[{order[int(m[1])]}]", kept),
        citations=citations,
        moteur=moteur,
        avertissements=[f"Retiré : {note}." for note in notes],
    )
    return answer, notes
