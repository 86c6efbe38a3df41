"""What can be done to what is kept: deleting a draft or a conversation, giving it back, duplicating a draft."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui import texts
from tui.jobs import start

if TYPE_CHECKING:
    from collections.abc import Callable

    from tui.app import FichesApp


class Keeping:
    """Deletes, gives back the last thing deleted, duplicates."""

    def __init__(self, app: FichesApp) -> None:
        self._app = app
        self._restore: Callable[[], None] | None = None
        """Writes again what was deleted last."""

    def delete_draft(self, identifier: str) -> None:
        """Delete a draft; the one on the table leaves it."""
        session, backend = self._app.session, self._app.backend
        if backend is None:
            return
        if session.draft is not None and session.draft.id == identifier:
            self._app.turns.stop()
            self._app.saver.now()
            self._leave_the_table()

        def work() -> Callable[[], None]:
            draft = backend.load_draft(identifier)
            backend.delete_draft(identifier)
            return lambda: backend.save_draft(draft)

        start(self._app, "deleted", self._app.saver.before_deleting(identifier, work))

    def delete_conversation(self, identifier: str) -> None:
        """Delete a conversation; the one being held begins anew."""
        session, backend = self._app.session, self._app.backend
        if backend is None:
            return
        if session.loose_id == identifier:
            self._app.turns.stop()
            session.loose, session.loose_id = [], ""
            self._show_the_table()

        def work() -> Callable[[], None]:
            messages = backend.load_conversation(identifier)
            backend.delete_conversation(identifier)
            return lambda: backend.save_conversation(identifier, messages)

        start(self._app, "deleted", work)

    def deleted(self, restore: Callable[[], None]) -> None:
        """It is gone; it can be given back until the next deletion."""
        self._restore = restore
        self._app.say(texts.DELETED)
        self._app.navigation.refresh_home()

    def restore(self) -> None:
        """Give back what was deleted last."""
        if self._restore is None:
            self._app.say(texts.RESTORE_NONE)
            return
        restore, self._restore = self._restore, None
        start(self._app, "restored", restore)

    def restored(self) -> None:
        """It is back."""
        self._app.say(texts.RESTORED)
        self._app.navigation.refresh_home()

    def duplicate(self, identifier: str) -> None:
        """Copy a draft and open the copy."""
        backend, open_one = self._app.backend, self._app.session.draft
        if backend is None:
            return
        here = open_one if open_one is not None and open_one.id == identifier else None
        self._app.saver.now()
        start(self._app, "opened_draft", lambda: backend.duplicate_draft(here or backend.load_draft(identifier)))

    def _leave_the_table(self) -> None:
        self._app.session.open(None)
        self._show_the_table()

    def _show_the_table(self) -> None:
        self._app.workshop_screen.show_session()
        self._app.saver.touch()
