"""Questions made of several about one topic: « RSA à … : combien de foyers, et quelle part ? »; each is asked alone."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from assistant.answers.builder import AnswerBuilder
from corpus.text.folding import words

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from assistant.answers.model import Answer, AnswerCitation
    from corpus.search import Question

_TOPIC = re.compile(r"^([^:?]{3,90}?) ?: +(.{8,})$")
_ASKING = (
    r"(?:(?:à partir|au bout) de |depuis |avec |par |sous |dans |pour |en |à |sur |de |d')?"
    r"(?:quand|où|combien|comment|qui|pourquoi|quoi|quel(?:le)?s?|qu'est-ce qu[ei'])\b"
)
_NEXT = re.compile(rf"(?:,|;|\?)? *(?:\b(?:et|puis) +)?(?={_ASKING})", re.IGNORECASE)
_BEGINS = re.compile(_ASKING, re.IGNORECASE)
_MARK = re.compile(r"\[(\d+)\]")
MOST = 3
"""Questions in one, beyond which it is read as a whole."""
WORDS = 70
"""Words said of each."""


def parts_of(question: Question, understand: Callable[[str], Question]) -> list[str]:
    """The questions of a compound one, each with the topic they share; none when one of them says nothing of its own.

    A part that only asks « et quand ? » leans on the others, and the question is better searched whole.
    """
    topic = _TOPIC.match(" ".join(question.text.split()))
    if topic is None:
        return []
    asked = [part.strip(" ,;?") for part in _NEXT.split(topic[2])]
    asked = [part for part in asked if part]
    if not 1 < len(asked) <= MOST or not all(_BEGINS.match(part) for part in asked):
        return []
    shared = {concept.stem for concept in understand(topic[1]).concepts}
    whole = [f"{topic[1].strip()} : {part} ?" for part in asked]
    return whole if all(_tells(understand(one), shared) for one in whole) else []


def _tells(part: Question, shared: set[str]) -> bool:
    """Whether a part asks about something that the topic does not already name."""
    return any(concept.known and concept.stem not in shared for concept in part.concepts)


def joined(question: Question, answers: Sequence[Answer], engine: str) -> Answer | None:
    """The answers to the parts as one, its citations numbered anew; none when no part is answered.

    A part that nothing answers is told as such.
    """
    builder = AnswerBuilder(question.text, engine)
    for answer in answers:
        if not answer.refus:
            _add(builder, answer)
    for answer in answers:
        if answer.refus:
            builder.remark(f"rien trouvé pour « {answer.question.rpartition(' : ')[2].rstrip(' ?')} »")
    return None if builder.empty else builder.answer()


def _add(builder: AnswerBuilder, answer: Answer) -> None:
    cited: dict[str, AnswerCitation] = {str(citation.rang): citation for citation in answer.citations}
    spent = 0
    for line in answer.reponse.splitlines():
        text = _MARK.sub("", line).removeprefix("- ").strip()
        marks = [cited[mark] for mark in _MARK.findall(line) if mark in cited]
        spent += len(words(text))
        if marks and (spent <= WORDS or not builder.said()):
            builder.add(text, [citation.model_copy(update={"rang": 0}) for citation in marks])


def again(question: Question, part: Question) -> Question:
    """A part with the filters under which the whole was asked."""
    return replace(part, filters=question.filters)
