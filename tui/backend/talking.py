"""The conversation behind the interface: who answers, what is said, what is kept of it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tui.backend.base import Part
from tui.records import ConversationRow, EngineRow, Intention, Live, OwnHit, Turn

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from assistant.drafts.model import Draft, Message
    from assistant.workshop import Turn as WorkshopTurn


class Talking(Part):
    """Messages, engines, conversations set aside."""

    @property
    def engine_name(self) -> str:
        """The engine in use."""
        return self._workshop.engine_name

    def engines(self) -> list[EngineRow]:
        """The engines that can be chosen."""
        from tui.engines import engine_rows

        return engine_rows(self._workshop)

    def choose_engine(self, name: str) -> str:
        """Use an engine from now on; its name comes back."""
        from tui.engines import choose_engine

        return choose_engine(self._workshop, name)

    def say(
        self,
        draft: Draft | None,
        message: str,
        history: Sequence[str],
        intention: Intention,
        on_live: Callable[[Live], None] | None = None,
    ) -> Turn:
        """Answer a message, or draft or amend from it; ``on_live`` hears how far it is."""
        from tui.live import LiveEngine, listening, tell

        if not isinstance(self._workshop.engine, LiveEngine):
            self._workshop.__dict__["engine"] = LiveEngine(self._workshop.engine)
        with listening(on_live):
            tell("recherche")
            turn = self._say(draft, message, history, intention)
        spent = self._workshop.spent
        return replace(turn, text=f"{turn.text}\n{spent}") if spent else turn

    def _say(self, draft: Draft | None, message: str, history: Sequence[str], intention: Intention) -> Turn:
        from assistant.conversation import answered

        if intention == "question":
            return _as_turn(answered(self._workshop.ask(message, history)))
        if intention == "demande":
            drafting = self._workshop.start_draft(message)
            return Turn("refus" if drafting.draft is None else "brouillon", drafting.message, (), drafting.draft)
        return _as_turn(self._workshop.say(draft, message, history))

    def conversations(self) -> list[ConversationRow]:
        """The conversations set aside, latest first."""
        return self._archive.rows()

    def load_conversation(self, identifier: str) -> list[Message]:
        """The messages of a conversation set aside."""
        return self._archive.load(identifier)

    def save_conversation(self, identifier: str, messages: Sequence[Message]) -> None:
        """Set a conversation aside."""
        self._archive.save(identifier, messages)

    def delete_conversation(self, identifier: str) -> None:
        """Delete a conversation set aside."""
        self._archive.delete(identifier)

    def search_own(self, question: str) -> list[OwnHit]:
        """What drafts and conversations hold of these words."""
        from tui.own_search import search_drafts, search_messages

        store = self._workshop.drafts
        drafts = (store.load(kept.id) for kept in store.list() if not kept.probleme)
        found = list(search_drafts(drafts, question))
        for row in self.conversations():
            found += search_messages(row.id, row.titre, self.load_conversation(row.id), question)
        return found

    def stop(self) -> None:
        """Stop the engine at once, when it can be."""
        engine = self._workshop.__dict__.get("engine")
        cancel = getattr(engine, "cancel", None)
        if cancel is not None:
            cancel()


def _as_turn(turn: WorkshopTurn) -> Turn:
    return Turn(turn.kind, turn.text, tuple(turn.citations), turn.draft, tuple(turn.changes), turn.inacheve)
