"""Who gets the news of a job that runs behind every screen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

    from tui.app import FichesApp
    from tui.jobs import JobDone, JobFailed


class Routing:
    """Gives each result to the part that asked for it."""

    def __init__(self, app: FichesApp) -> None:
        self._app = app

    def done(self, event: JobDone) -> None:
        """A job ended well."""
        app = self._app
        takers: dict[str, Callable[[Any], object]] = {
            "open": app.opened,
            "turn": app.turns.done,
            "validation": self._validated,
            "index": app.indexing.done,
            "propose": app.deeds.proposed,
            "snapshot": app.navigation.home.show,
            "warm": lambda _: app.loaded(),
            "stop": lambda _: None,
            "rewrite": lambda _: app.saver.touch(draft=True),
            "copy": app.handoff.copied,
            "archive": lambda _: app.navigation.refresh_home(),
            "conversation": app.conversations.opened,
            "opened_draft": app.deeds.opened,
            "deleted": app.keeping.deleted,
            "restored": lambda _: app.keeping.restored(),
            "save": lambda _: app.workshop_screen.saved(),
        }
        takers[event.group](event.result)

    def failed(self, event: JobFailed) -> None:
        """A failed turn keeps its text, a failed indexing frees its place; a failed warming will be met again."""
        if event.group in ("warm", "stop"):
            return
        if event.group == "turn":
            self._app.turns.failed(event)
            return
        if event.group == "open":
            self._app.navigation.home.failed(event.message, event.next_step)
            return
        if event.group == "index":
            self._app.indexing.failed()
        self._app.say(f"{event.message}\n→ {event.next_step}", error=True)

    def _validated(self, validation: Any) -> None:  # noqa: ANN401
        self._app.session.validation = validation
        if self._app.workshop_screen.ready:
            self._app.workshop_screen.refresh_draft()
