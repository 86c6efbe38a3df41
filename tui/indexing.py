"""Indexing behind the screens: one at a time, counted, stopped when the program leaves."""

from __future__ import annotations

import time
from pathlib import Path
from typing import TYPE_CHECKING

from tui import texts
from tui.jobs import JobProgress, start

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from tui.app import FichesApp
    from tui.ports import Backend
    from tui.records import DocumentRow, Step


SCAN = "scan"
"""The reason given of a document that holds only pictures of its pages."""
REFRESH = 3.0
"""Seconds between two readings of the corpus while it grows."""


class Indexing:
    """Runs the indexing and tells every screen that wants to know."""

    def __init__(self, app: FichesApp) -> None:
        self._app = app
        self._refreshed = self._since = 0.0
        self.line = ""
        """What is being done, or an empty text."""

    def index(self, paths: Sequence[Path] | None) -> None:
        """Index these paths, or the sample conventions when there is none given."""
        if (backend := self._free()) is not None:
            self._start(lambda told, stop: backend.index(list(paths or [backend.sample_conventions()]), told, stop))

    def reread(self, document: DocumentRow) -> None:
        """Read a document again where it was; a scan goes through character recognition."""
        if (backend := self._free()) is not None:
            paths, ocr = [Path(document.chemin)], not document.lu and document.motif == SCAN
            self._start(lambda told, stop: backend.index(paths, told, stop, ocr=ocr))

    def _free(self) -> Backend | None:
        """The backend, when it is open and no indexing is going on; else it is said."""
        backend = self._app.backend
        if backend is None:
            self._app.say(texts.NOT_READY)
        elif self.line:
            self._app.say(texts.INDEXING_BUSY)
        return None if self.line else backend

    def _start(self, work: Callable[[Callable[[Step], None], Callable[[], bool]], list[str]]) -> None:
        self._since = time.monotonic()
        self._tell(texts.INDEXING_START)
        app, stopping = self._app, self._app.stopping
        start(app, "index", lambda: work(lambda step: _post(app, step), stopping.is_set))

    def progress(self, step: Step) -> None:
        """Show how far the work is."""
        if self.line:
            form = texts.INDEXING_VECTORS if step.stage == "vecteurs" else texts.INDEXING_READ
            self._tell(form.format(done=step.done, total=step.total, document=step.document))
        if time.monotonic() - self._refreshed > REFRESH:
            self._refreshed = time.monotonic()
            self._app.navigation.refresh_home()

    def done(self, lines: list[str]) -> None:
        """Say what was read."""
        self._tell("")
        self._app.handoff.long_work_done(time.monotonic() - self._since)
        self._app.say(texts.INDEXING_DONE.format(summary=" ; ".join(lines) or texts.INDEXING_NOTHING))
        self._app.navigation.refresh_home()
        self._refresh_corpus()

    def failed(self) -> None:
        """Free the place for another indexing."""
        self._tell("")
        self._refresh_corpus()

    def _refresh_corpus(self) -> None:
        for screen in self._app.screen_stack:
            refresh = getattr(screen, "refresh_documents", None)
            if refresh:
                refresh()

    def _tell(self, line: str) -> None:
        self.line = line
        for screen in self._app.screen_stack:
            show = getattr(screen, "show_indexing", None)
            if show:
                show(line)


def _post(app: FichesApp, step: Step) -> None:
    app.post_message(JobProgress("index", step))
