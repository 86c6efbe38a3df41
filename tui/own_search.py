"""Searching what the coordinator wrote and was told: drafts and conversations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.text.folding import fold
from tui.records import OwnHit
from tui.rows import label_of, plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from assistant.drafts.model import Draft, Message

AROUND = 90
"""Characters kept on each side of the first word found in a long message."""


def search_drafts(drafts: Iterable[Draft], question: str) -> Iterator[OwnHit]:
    """The values, then the messages, that hold every word of a question."""
    wanted = _words(question)
    for draft in drafts:
        for value in draft.valeurs:
            text = plain(value.valeur)
            if value.etat != "refuse" and _holds(text, wanted):
                yield OwnHit("brouillon", draft.id, draft.titre, label_of(value.champ), text, value.id)
        for hit in search_messages(draft.id, draft.titre, draft.messages, question):
            yield OwnHit("brouillon", draft.id, draft.titre, hit.champ, hit.texte)


def search_messages(identifier: str, title: str, messages: Sequence[Message], question: str) -> Iterator[OwnHit]:
    """The messages of a conversation that hold every word of a question."""
    wanted = _words(question)
    for message in messages:
        if _holds(message.texte, wanted):
            who = "vous" if message.de == "vous" else "assistant"
            yield OwnHit("conversation", identifier, title, who, _around(message.texte, wanted[0]))


def _words(question: str) -> list[str]:
    return [word for word in fold(question).split() if len(word) > 1]


def _holds(text: str, wanted: Sequence[str]) -> bool:
    folded = fold(text)
    return bool(wanted) and all(word in folded for word in wanted)


def _around(text: str, word: str) -> str:
    place = max(fold(text).find(word), 0)
    start = max(place - AROUND, 0)
    end = place + AROUND
    return f"{'…' if start else ''}{text[start:end]}{'…' if end < len(text) else ''}"
