"""Putting a conversation aside and taking it up again: none is ever lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.archive import new_identifier
from tui.jobs import start

if TYPE_CHECKING:
    from assistant.drafts.model import Message
    from tui.app import FichesApp


class Conversations:
    """The conversations held without a draft."""

    def __init__(self, app: FichesApp) -> None:
        self._app = app

    def put_aside(self) -> None:
        """Keep the conversation held without a draft, and begin another."""
        session, backend = self._app.session, self._app.backend
        if session.draft is not None:
            session.open(None)
        if session.loose and backend is not None:
            identifier, messages = session.loose_id or new_identifier(), list(session.loose)
            start(self._app, "archive", lambda: backend.save_conversation(identifier, messages))
        session.take_up("", [])

    def keep(self) -> None:
        """Keep the conversation held without a draft as it is now: the home screen lists it."""
        session, backend = self._app.session, self._app.backend
        if session.draft is None and session.loose and backend is not None:
            session.loose_id = session.loose_id or new_identifier()
            identifier, messages = session.loose_id, list(session.loose)
            start(self._app, "archive", lambda: backend.save_conversation(identifier, messages))
            self._app.saver.touch()

    def open(self, identifier: str) -> None:
        """Take up a conversation that was set aside; the one held before it is kept."""
        backend = self._app.backend
        if backend is not None and identifier != self._app.session.loose_id:
            self._app.saver.now()
            start(self._app, "conversation", lambda: (identifier, backend.load_conversation(identifier)))
        else:
            self._app.session.open(None)
            self._show()

    def opened(self, loaded: tuple[str, list[Message]]) -> None:
        """A conversation was read: put it on the table."""
        self._app.turns.leave()
        self.put_aside()
        self._app.session.take_up(*loaded)
        self._show()

    def _show(self) -> None:
        self._app.navigation.go("atelier")
        self._app.workshop_screen.show_session()
        self._app.workshop_screen.front("conversation")
        self._app.changed()
