"""One message of the conversation: is it a question, a request for a fiche, or a change to the draft?"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from assistant.second_reading import SecondReading, asked_next
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
_NUMBERS_IT = re.compile(r"\W*(?:c'est|ce sera|ca sera|il s'agit de) la fiche (?:n\s?°\s*)?\d")
"""« C'est la fiche 2.3 » says the number of the draft."""
_FICHE_CITED = re.compile(r"\bfiches?(?: actions?)? (?:n\s?°\s*)?\d")


def is_question(message: str) -> bool:
    """Whether a message asks about the conventions rather than for a fiche."""
    text = fold(message)
    if text.endswith("?"):
        return True
    if _NUMBERS_IT.match(text):
        return False
    if _ASKING.search(text):
        return True
    return bool(_FICHE_CITED.search(text)) and not _DRAFTING.search(_FICHE_CITED.sub("", text))


def say(workshop: Workshop, draft: Draft | None, message: str, history: Sequence[str] = ()) -> Turn:
    """Do what a message asks.

    With a draft open, a message that is not a question changes it; one that changes nothing is answered as a
    question. Without a draft, a message that is not a question starts one. A language model, when there is one,
    reads again what was not understood.
    """
    if draft is not None:
        turn = _about_words(workshop, draft, message)
        if turn is not None:
            return turn
    if is_question(message):
        return _answer(workshop, message, history)
    if draft is None:
        return _start(workshop, message, history)
    return _amend(workshop, draft, message, history)


def _answer(workshop: Workshop, message: str, history: Sequence[str]) -> Turn:
    answer = workshop.ask(message, history)
    return answered(answer)


def answered(answer: Answer) -> Turn:
    """The turn of an answer."""
    from assistant.workshop import Turn

    return Turn(
        "refus" if answer.refus else "reponse",
        _said(answer),
        citations=tuple(answer.citations),
        inacheve=answer.inacheve,
    )


def told_too(turn: Turn, told: Sequence[str]) -> Turn:
    """A turn that also tells how its message was read."""
    return replace(turn, text="\n".join([turn.text, *told]))


def _said(answer: Answer) -> str:
    """The text of an answer and what the coordinator should know of how it was made."""
    return "\n".join([answer.reponse, *(f"Attention : {note}" for note in answer.avertissements)])


def _start(workshop: Workshop, message: str, history: Sequence[str]) -> Turn:
    from assistant.drafts.model import Draft
    from assistant.workshop import Turn

    drafting = workshop.start_draft(message)
    if drafting.draft is not None:
        return Turn("brouillon", drafting.message, draft=drafting.draft)
    again = SecondReading(workshop, Draft(id="nouveau"), message)
    if again.is_question():
        return told_too(_answer(workshop, message, history), again.told)
    return Turn("refus", "\n".join([drafting.message, *again.told]))


def _about_words(workshop: Workshop, draft: Draft, message: str) -> Turn | None:
    """The turn of a message that asks for other words, or settles those that were proposed."""
    from assistant.drafting.amendments import conclude
    from assistant.rewording import asked, decided, reworded
    from assistant.workshop import Turn

    last = next((m.texte for m in reversed(draft.messages) if m.de == "assistant"), "")
    settled = decided(draft, message, last)
    if settled is not None:
        amendment = conclude(draft, settled, message, workshop.corpus)
        workshop.drafts.save(amendment.draft)
        return Turn("modification", amendment.reply, draft=amendment.draft, changes=tuple(amendment.changes))
    wanted = asked(draft, message)
    return reworded(workshop, draft, wanted, message) if wanted is not None else None


def _amend(workshop: Workshop, draft: Draft, message: str, history: Sequence[str]) -> Turn:
    from assistant.drafting import amend
    from assistant.workshop import Turn

    amendment = amend(draft, message, workshop.corpus)
    if not amendment.changes and _LABELLED.match(message):
        return Turn("modification", amendment.reply, draft=draft)
    again = SecondReading(workshop, draft, message)
    amendment = again.of(amendment)
    if not amendment.changes:
        answer = workshop.ask(message, history)
        reply = "\n".join([amendment.reply, *again.told])
        return Turn("refus", reply) if answer.refus else told_too(answered(answer), again.told)
    amendment = asked_next(workshop, draft, amendment)
    workshop.drafts.save(amendment.draft)
    reply = "\n".join([amendment.reply, *(told for told in again.told if told not in amendment.reply)])
    return Turn("modification", reply, draft=amendment.draft, changes=tuple(amendment.changes))
