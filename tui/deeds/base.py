"""What every deed needs: the application, and the change of its draft."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.errors import FichesError
from tui.editing import Editing
from tui.using import Using

if TYPE_CHECKING:
    from collections.abc import Callable

    from assistant.drafts.model import Draft
    from tui.app import FichesApp


class Part:
    """One family of deeds."""

    def __init__(self, app: FichesApp) -> None:
        self._app = app
        self._editing = Editing(app)
        self._using = Using(app)
        self._proposed_from: Draft | None = None
        self._said = ""
        """What to say once the draft being made is open."""

    def _change(self, operation: Callable[[Draft], Draft]) -> bool:
        """Change the open draft; whether it did. What cannot be done is said."""
        try:
            done = self._app.session.change(operation)
        except FichesError as error:
            self._app.say(str(error), error=True)
            return False
        if done:
            self._app.changed(draft=True)
        return done
