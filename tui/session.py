"""What the coordinator has in hand: the open draft, the conversation, what is typed. No widget here."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from pydantic import TypeAdapter, ValidationError

from assistant.drafts.model import Draft, Message
from corpus.text.cleaning import clean
from tui.rows import place

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from assistant.validation.model import Validation
    from corpus.models import Citation
    from tui.records import Intention, Turn

_MESSAGES = TypeAdapter(list[Message])
_KEPT = 1_000
"""Messages kept of a conversation without a draft."""


@dataclass(frozen=True, slots=True)
class Outgoing:
    """A message on its way, and what the coordinator asked it to be."""

    text: str
    intention: Intention = "auto"


@dataclass(slots=True)
class Session:
    """The state behind the screens; every change goes through it and is saved by its owner."""

    draft: Draft | None = None
    loose: list[Message] = field(default_factory=list)
    """The conversation held while no draft is open."""
    loose_id: str = ""
    """The name of that conversation once it was set aside; empty before."""
    typed: str = ""
    loose_typed: str = ""
    """What was typed when a draft was opened over the loose conversation."""
    edits: dict[str, str] = field(default_factory=dict)
    """Texts typed in an editor that was closed without saving, by value or field."""
    waiting: deque[Outgoing] = field(default_factory=deque)
    busy: Outgoing | None = None
    asked: Outgoing | None = None
    """The last message sent, and what it was asked to be."""
    interrupted: bool = False
    """Whether the program ended before the last message had its answer."""
    partial: str = ""
    """What came so far of the answer to ``busy``, unchecked."""
    shown: Sequence[Citation] = ()
    """The citations of the message being looked at."""
    validation: Validation | None = None
    screen: str = "accueil"
    pane: str = "conversation"
    theme: str = "clair"

    @property
    def messages(self) -> list[Message]:
        """The conversation: the draft's, or the loose one."""
        return self.draft.messages if self.draft else self.loose

    def sent(self, outgoing: Outgoing) -> Message:
        """A message goes on its way."""
        self.busy, self.asked, self.partial, self.interrupted = outgoing, outgoing, "", False
        message = Message(de="vous", texte=outgoing.text)
        self.heard(message)
        return message

    def heard(self, message: Message) -> None:
        """Add a message to the conversation."""
        if self.draft:
            self.draft = self.draft.model_copy(update={"messages": [*self.draft.messages, message]})
        else:
            self.loose = [*self.loose, message][-_KEPT:]

    def unheard(self, text: str) -> None:
        """Take back the last message: it is being written again."""
        last = self.messages[-1] if self.messages else None
        if last is None or last.de != "vous" or last.texte != text:
            return
        self.loose = self.loose if self.draft else self.loose[:-1]
        if self.draft:
            self.draft = self.draft.model_copy(update={"messages": self.draft.messages[:-1]})

    def history(self) -> list[str]:
        """What the coordinator said so far, oldest first."""
        return [m.texte for m in self.messages if m.de == "vous"]

    def answered(self, turn: Turn) -> list[Message]:
        """Take in what a message led to; the conversation follows the draft that is born of it.

        What a model had begun comes before the answer that stands in its place.
        """
        self.busy, self.partial = None, ""
        if turn.draft is not None:
            carried = self.messages if self.draft is None or self.draft.id != turn.draft.id else self.draft.messages
            self.draft = turn.draft.model_copy(update={"messages": list(carried), "saisie": self.typed})
            self.loose, self.loose_id = [], ""
        begun = [] if turn.inacheve is None else [_incomplete(turn.inacheve)]
        reply = Message(de="assistant", texte=clean(turn.text), citations=list(turn.citations))
        for message in (*begun, reply):
            self.heard(message)
        self.shown = tuple(reply.citations)
        return [*begun, reply]

    def broken_off(self) -> Message | None:
        """The answer on its way will not come: what came of it is kept, as what it is."""
        partial, self.busy, self.partial = self.partial, None, ""
        if not partial:
            return None
        message = _incomplete(partial)
        self.heard(message)
        return message

    def hold_back(self) -> None:
        """The conversation is left: messages that wait in line go back to what is being written there."""
        self.typed = "\n\n".join(text for text in (*(w.text for w in self.waiting), self.typed) if text)
        self.waiting.clear()

    def change(self, operation: Callable[[Draft], Draft]) -> bool:
        """Apply an operation to the draft; whether it changed anything. Raises what the operation raises."""
        if self.draft is None:
            return False
        before, self.draft = self.draft, operation(self.draft)
        return self.draft is not before

    def open(self, draft: Draft | None) -> None:
        """Put a draft on the table, with what was typed beside it."""
        if self.draft is None:
            self.loose_typed = self.typed
        self.draft = draft
        self.typed = draft.saisie if draft else self.loose_typed
        self.validation, self.asked, self.interrupted = None, None, False
        last = next((m for m in reversed(self.messages) if m.citations), None)
        self.shown = tuple(last.citations) if last else ()

    def take_up(self, identifier: str, messages: Sequence[Message]) -> None:
        """Begin a conversation without a draft, or go on with one that was set aside."""
        self.open(None)
        self.loose, self.loose_id = list(messages), identifier
        self.shown = ()

    def values_at(self, citation: Citation) -> list[str]:
        """The identifiers of the values that rest on a passage, in order."""
        values = self.draft.valeurs if self.draft else []
        return [v.id for v in values if v.citation and v.etat != "refuse" and place(v.citation) == place(citation)]

    def state(self) -> dict[str, Any]:
        """What must be found again at the next start, as plain data."""
        return plain_state(self.frozen())

    def frozen(self) -> dict[str, Any]:
        """The same, in no time: :func:`plain_state` makes plain data of it, in any thread."""
        busy = self.busy
        return {
            "version": 1,
            "ecran": self.screen,
            "volet": self.pane,
            "theme": self.theme,
            "brouillon": self.draft.id if self.draft else None,
            "saisie": self.typed if self.draft is None else self.loose_typed,
            "editions": dict(self.edits),
            "conversation": self.loose_id,
            "messages": self.loose,
            "en_cours": {**_outgoing(busy), "reponse": self.partial} if busy else None,
            "attente": [_outgoing(waiting) for waiting in self.waiting],
        }

    def restore(self, state: dict[str, Any]) -> str | None:
        """Take back a saved state and return the draft to load; unknown or damaged parts are left out."""
        self.screen = _text(state, "ecran", "accueil")
        self.pane = _text(state, "volet", "conversation")
        self.theme = _text(state, "theme", "clair")
        self.typed = _text(state, "saisie", "")
        self.loose_id = _text(state, "conversation", "")
        self.waiting = deque(o for o in map(_sent, _list(state, "attente")) if o)
        edits = state.get("editions")
        self.edits = {str(k): str(v) for k, v in edits.items()} if isinstance(edits, dict) else {}
        try:
            self.loose = _MESSAGES.validate_python(state.get("messages", []))
        except ValidationError:
            self.loose = []
        draft = state.get("brouillon")
        return draft if isinstance(draft, str) else None

    def resume(self, state: dict[str, Any]) -> None:
        """Find the message whose answer was lost with the program, once its conversation is open again."""
        lost = state.get("en_cours")
        last = self.messages[-1] if self.messages else None
        sent = _sent(lost)
        if not isinstance(lost, dict) or sent is None or last is None or last.de != "vous" or last.texte != sent.text:
            return
        self.asked, self.interrupted = sent, True
        self.busy, self.partial = sent, _text(lost, "reponse", "")
        self.broken_off()


def plain_state(frozen: dict[str, Any]) -> dict[str, Any]:
    """A frozen state as plain data."""
    return {**frozen, "messages": _MESSAGES.dump_python(frozen["messages"], mode="json")}


def _incomplete(text: str) -> Message:
    return Message(de="assistant", texte=clean(text), incomplet=True)


def _outgoing(outgoing: Outgoing) -> dict[str, Any]:
    return {"texte": outgoing.text, "intention": outgoing.intention}


def _sent(saved: object) -> Outgoing | None:
    """A message of a saved state, ``None`` when it is not one."""
    if not isinstance(saved, dict) or not _text(saved, "texte", ""):
        return None
    intention = saved.get("intention")
    known: Intention = intention if intention in ("question", "demande") else "auto"
    return Outgoing(saved["texte"], known)


def _list(state: dict[str, Any], key: str) -> list[Any]:
    value = state.get(key)
    return value if isinstance(value, list) else []


def _text(state: dict[str, Any], key: str, default: str) -> str:
    value = state.get(key, default)
    return value if isinstance(value, str) else default
