"""Messages that change a draft: the right field changes, the old value stays in the history, the reply says it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.drafting.amendments import orders, places, words
from assistant.drafting.amendments.answers import bare_answer, free_answer
from assistant.drafting.amendments.lifting import lift_computed, lifted
from assistant.drafting.amendments.phrasing import plain_order
from assistant.drafting.amendments.standing import refresh
from assistant.drafting.amendments.statements import state
from assistant.drafting.amendments.telling import changes_between
from assistant.drafting.knowledge import knowledge_of
from assistant.drafting.model import Amendment, Reading
from assistant.drafting.reading.mind import change_of_mind
from assistant.drafting.reading.privacy import strike_private
from assistant.drafting.reading.text import WALL, Work, same_length_fold
from assistant.drafts import operations as op
from assistant.drafts.model import Message
from assistant.drafts.register import with_register
from corpus.errors import UsageError
from corpus.text.cleaning import clean

if TYPE_CHECKING:
    from collections.abc import Sequence

    from assistant.drafting.knowledge import Knowledge
    from assistant.drafts.model import Draft
    from corpus.indexing import Corpus

LONGEST_MESSAGE = 4_000
"""Characters of a message that are read."""

_ORDERS = (
    orders.leave_open,
    places.move_beside,
    places.swap,
    places.keep_only,
    places.move,
    orders.remove,
    orders.add,
    orders.replace,
    orders.accept,
)


def amend(draft: Draft, message: str, corpus: Corpus) -> Amendment:
    """Apply a message to a draft; a message not understood changes nothing and is answered with what can be said.

    Everything one message does is one entry of the history: one undo takes it back.
    """
    knowledge = knowledge_of(corpus)
    text = " ".join(clean(message).split())[:LONGEST_MESSAGE]
    undone = orders.undo(draft, text)
    if undone is not None:
        return _told(draft, undone, text, knowledge, [])
    settled = lifted(draft, text)
    if settled is not None:
        return _settled(draft, *settled, text)
    confirmed = orders.confirm(draft, text)
    if confirmed is not None:
        confirmed = lift_computed(confirmed)
        after = op.as_one(draft, confirmed, f"confirmé : {text[:60]}")
        return _told(draft, after, text, knowledge, [])
    after, unread = draft, []
    public, told = without_private(text)
    answered = bare_answer(draft, public)
    if answered is not None:
        return _told(draft, op.as_one(draft, answered, text[:80]), text, knowledge, told)
    public = plain_order(change_of_mind(public)[0])
    for clause in _clauses(public):
        obeyed, more = _obey(after, clause, knowledge)
        if obeyed is after and not more:
            unread.append(clause.strip(" .,;!?"))
        after, told = obeyed, told + more
    if after is draft and not told:
        after = free_answer(draft, public) or draft
        unread = unread if after is draft else []
    if after is not draft:
        after = op.as_one(draft, after, text[:80])
    return _told(draft, after, text, knowledge, told).model_copy(update={"incompris": unread})


def conclude(before: Draft, after: Draft, text: str, corpus: Corpus, told: Sequence[str] = ()) -> Amendment:
    """What a message led to, as one change of the history; ``told`` is said after the changes."""
    fresh = after.model_copy(update={"messages": before.messages})
    return _told(before, op.as_one(before, fresh, text[:80]), text, knowledge_of(corpus), list(told))


def _settled(before: Draft, after: Draft, reply: str, text: str) -> Amendment:
    """A register entry closed: what it wrote is one change, and the conversation keeps the reply."""
    changes = changes_between(before, after)
    if after.valeurs != before.valeurs:
        after = op.as_one(before, after, text[:80])
    if after.registre != before.registre:
        said = [Message(de="vous", texte=text), Message(de="assistant", texte=reply)]
        after = after.model_copy(update={"messages": [*after.messages, *said]})
    return Amendment(draft=after, changes=changes, reply="\n".join([reply, *changes]))


def without_private(text: str) -> tuple[str, list[str]]:
    """The message without what tells of private persons, and what to say of it."""
    work, reading = Work(text), Reading()
    strike_private(work, reading)
    return " ".join(work.text.replace(WALL, " ").split()), reading.alertes


def _clauses(text: str) -> list[str]:
    """The orders of a message, one by one."""
    folded = same_length_fold(text)
    parts, start = [], 0
    for match in words.CLAUSE.finditer(folded):
        parts.append(text[start : match.start()])
        start = match.end()
    return [part for part in [*parts, text[start:]] if part.strip(" .,;!?")]


def _obey(draft: Draft, clause: str, knowledge: Knowledge) -> tuple[Draft, list[str]]:
    """Apply one clause: an order if it gives one, else what it states."""
    from assistant.drafting.reading.spelling import spell

    spelled = plain_order(spell(clause, knowledge.names).text)
    try:
        for order in _ORDERS:
            done = order(draft, spelled)
            if done is not None:
                return done, []
        return state(draft, spelled, knowledge.names)
    except UsageError as error:
        return draft, [error.message]


def _told(before: Draft, after: Draft, text: str, knowledge: Knowledge, told: list[str]) -> Amendment:
    """The amended draft with its alerts, questions and conversation brought up to date."""
    changes = changes_between(before, after)
    if not changes:
        reply = " ".join([*told, _HELP.format(text[:60])]) if not told else " ".join(told)
        return Amendment(draft=before, reply=reply)
    after = with_register(refresh(after, knowledge))
    reply = "\n".join([*changes, *told, *_news(before, after)])
    after = after.model_copy(
        update={"messages": [*after.messages, Message(de="vous", texte=text), Message(de="assistant", texte=reply)]}
    )
    return Amendment(draft=after, changes=changes, reply=reply)


def _news(before: Draft, after: Draft) -> list[str]:
    alerts = [f"Attention : {alert}" for alert in after.alertes if alert not in before.alertes]
    return [*alerts, *after.questions[:1]]


_HELP = (
    "Je n'ai rien changé : je n'ai pas compris « {} ». Vous pouvez dire par exemple « ajoute le RPE aux"
    " partenaires », "
    "« enlève le deuxième indicateur », « fin en 2027 », « accepte les indicateurs » ou « annule »."
)
