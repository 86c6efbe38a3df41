"""Everything is on disk within a second: changes are gathered for a moment, then written by one worker in order."""

from __future__ import annotations

import threading
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

from tui.jobs import start
from tui.session import plain_state

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.timer import Timer

    from assistant.drafts.model import Draft
    from tui.app import FichesApp
    from tui.ports import Backend

T = TypeVar("T")
_STATE = ""
DELAY = 0.4
"""Seconds between a change and its writing."""


@dataclass(frozen=True, slots=True)
class Writing:
    """One thing to write: the frozen state, and the draft or only what is typed beside it."""

    rank: int
    state: dict[str, Any]
    draft: Draft | None
    typing: tuple[str, str] | None


class Saver:
    """Writes the session behind the screen's back; newer writings always win."""

    def __init__(self, app: FichesApp) -> None:
        self._app = app
        self._lock = threading.Lock()
        self._rank = 0
        self._written: dict[str, int] = {}
        self._timer: Timer | None = None
        self._draft_changed = self._dirty = False
        self.latest: dict[str, Draft] = {}
        """The drafts as they were last given to be written."""

    @property
    def pending(self) -> bool:
        """Whether something is not on disk yet."""
        return self._dirty or self._written.get(_STATE, 0) < self._rank

    def touch(self, *, draft: bool = False) -> None:
        """Something changed: write it soon."""
        self._dirty = True
        self._draft_changed |= draft
        if self._timer is None:
            self._timer = self._app.set_timer(DELAY, self._go)

    def now(self) -> None:
        """Write what is not written without waiting longer: another draft is about to be opened."""
        if self._timer is not None:
            self._timer.stop()
            self._go()

    def flush(self) -> None:
        """Write what is not written, now, on the calling thread: the program is leaving."""
        if self._dirty and self._app.backend is not None:
            self._job(self._app.backend, self._take())()

    def before_deleting(self, identifier: str, work: Callable[[], T]) -> Callable[[], T]:
        """``work`` run behind any writing under way; older writings of this draft are dropped from then on."""
        rank = self._rank + 1

        def run() -> T:
            with self._lock:
                self._written[identifier] = max(rank, self._written.get(identifier, 0))
                return work()

        return run

    def _go(self) -> None:
        self._timer = None
        if self._app.backend is not None:
            start(self._app, "save", self._job(self._app.backend, self._take()))

    def _take(self) -> Writing:
        session = self._app.session
        self._rank += 1
        draft, typing = session.draft, None
        if draft is not None:
            draft = draft.model_copy(update={"saisie": session.typed})
            typing = (draft.id, session.typed)
        whole = draft if self._draft_changed else None
        if whole is not None:
            self.latest[whole.id] = whole
        self._dirty = self._draft_changed = False
        return Writing(self._rank, session.frozen(), whole, typing)

    def _job(self, backend: Backend, writing: Writing) -> Callable[[], None]:
        def write() -> None:
            with self._lock:
                if writing.typing and self._is_news(writing.typing[0], writing.rank):
                    if writing.draft is not None:
                        backend.save_draft(writing.draft)
                    else:
                        backend.save_typing(*writing.typing)
                if self._is_news(_STATE, writing.rank):
                    backend.save_state(plain_state(writing.state))

        return write

    def _is_news(self, what: str, rank: int) -> bool:
        """Whether nothing newer was written of a draft or of the state."""
        if rank < self._written.get(what, 0):
            return False
        self._written[what] = rank
        return True
