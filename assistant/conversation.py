"""One message of the conversation: is it a question, a request for a fiche, or a change to the draft?"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from corpus.text.folding import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from assistant.answers.model import Answer
    from assistant.drafts.model import Draft
    from assistant.workshop import Turn, Workshop

_ASKING = re.compile(
    r"^(?:et |mais |alors |donc )*(?:qui|que|quoi|quels?|quelles?|combien|comment|ou\b|quand|pourquoi|est-ce|"
    r"y a-t-il|existe|a-t-on|cite|citer|liste|compare|trouve|cherche|montre|dis-moi|donne-moi)\b"
)
_DRAFTING = re.compile(
    r"\b(?:fiches?[- ]actions?|une fiche|redige\w*|nouvelle (?:fiche|action)|brouillon|porteurs?\s*:|portee? par|"
    r"(?:je|nous|on) (?:veux|voudrais|voudrions|souhaite\w*|voulons|veut)\b.*\b(?:creer|monter|lancer|ouvrir|mettre))"
)
_LABELLED = re.compile(r"\s*[\w'’ ()-]{2,45}:\s*\S")
"""A message that names a field and gives its value is about the draft, even when it changes nothing."""
_FICHE_CITED = re.compile(r"\bfiches?(?: actions?)? (?:n\s?°\s*)?\d")


def is_question(message: str) -> bool:
    """Whether a message asks about the conventions rather than for a fiche."""
    text = fold(message)
    if text.endswith("?"):
        return True
    if _ASKING.search(text):
        return True
    return bool(_FICHE_CITED.search(text)) and not _DRAFTING.search(_FICHE_CITED.sub("", text))


def say(workshop: Workshop, draft: Draft | None, message: str, history: Sequence[str] = ()) -> Turn:
    """Do what a message asks.

    With a draft open, a message that is not a question changes it; one that changes nothing is answered as a
    question. Without a draft, a message that is not a question starts one.
    """
    if is_question(message):
        return _answer(workshop, message, history)
    if draft is None:
        return _start(workshop, message)
    return _amend(workshop, draft, message, history)


def _answer(workshop: Workshop, message: str, history: Sequence[str]) -> Turn:
    from assistant.workshop import Turn

    answer = workshop.ask(message, history)
    return Turn("refus" if answer.refus else "reponse", _said(answer), citations=tuple(answer.citations))


def _said(answer: Answer) -> str:
    """The text of an answer and what the coordinator should know of how it was made."""
    return "\n".join([answer.reponse, *(f"Attention : {note}" for note in answer.avertissements)])


def _start(workshop: Workshop, message: str) -> Turn:
    from assistant.workshop import Turn

    drafting = workshop.start_draft(message)
    return Turn("refus" if drafting.draft is None else "brouillon", drafting.message, draft=drafting.draft)


def _amend(workshop: Workshop, draft: Draft, message: str, history: Sequence[str]) -> Turn:
    from assistant.drafting import amend
    from assistant.workshop import Turn

    amendment = amend(draft, message, workshop.corpus)
    if not amendment.changes and _LABELLED.match(message):
        return Turn("modification", amendment.reply, draft=draft)
    if not amendment.changes:
        answer = workshop.ask(message, history)
        if not answer.refus:
            return Turn("reponse", _said(answer), citations=tuple(answer.citations))
        return Turn("refus", amendment.reply)
    workshop.drafts.save(amendment.draft)
    return Turn("modification", amendment.reply, draft=amendment.draft, changes=tuple(amendment.changes))
