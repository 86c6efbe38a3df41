"""The answer on its way, as it is seen: what is being done, for how long, the text as it comes."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from tui import texts

if TYPE_CHECKING:
    from textual.timer import Timer

    from tui.app import FichesApp
    from tui.records import Live

PACE = 0.1
"""Seconds between two showings of a text that grows: the last piece is always shown."""


class Watching:
    """Shows one turn at a time."""

    def __init__(self, app: FichesApp) -> None:
        self._app = app
        self._clock: Timer | None = None
        self._pace: Timer | None = None
        self._since = 0.0
        self._live: Live | None = None
        self._behind = False

    def begin(self, what: str) -> None:
        """A message was sent."""
        self._since = time.monotonic()
        self._clock = self._app.set_interval(1, self.show_work)
        self._app.handoff.title(texts.TITLE_WORKING.format(what=what))
        self.show_work()

    def news(self, live: Live) -> None:
        """How far it is: shown at once, then ten times a second."""
        self._live = live
        self._behind = True
        if self._pace is None:
            self._show()

    def end(self, *, stopped: bool) -> None:
        """The answer is settled, or will not come."""
        for timer in (self._clock, self._pace):
            if timer is not None:
                timer.stop()
        self._clock = self._pace = self._live = None
        self._app.workshop_screen.conversation.settle()
        self._app.workshop_screen.status.show_work("")
        self._app.handoff.long_work_done(0 if stopped else time.monotonic() - self._since)

    def show_work(self) -> None:
        """Name the work, its seconds, and what waits."""
        session = self._app.session
        if session.busy is None:
            return
        seconds = int(time.monotonic() - self._since)
        what = texts.STEPS[self._live.step] if self._live else texts.WORKING[session.busy.intention]
        waiting = texts.counted(len(session.waiting), "message", "messages")
        queued = texts.QUEUED.format(messages=waiting) if session.waiting else ""
        text = texts.WORKING_STATUS.format(what=what, seconds=seconds, queued=queued)
        self._app.workshop_screen.status.show_work(text)

    def _show(self) -> None:
        self._pace = None
        if self._live is None or not self._behind:
            return
        self._behind = False
        self._pace = self._app.set_timer(PACE, self._show)
        self.show_work()
        if self._live.text:
            self._app.workshop_screen.conversation.live(self._live.text)
