"""The application: what is open, where one is, and the jobs that run behind the screens."""

from __future__ import annotations

import gc
import threading
from functools import cached_property
from typing import TYPE_CHECKING, ClassVar

from textual.app import App

from tui import texts
from tui.glyphs import encoding
from tui.indexing import Indexing
from tui.jobs import JobDone, JobFailed, JobProgress, start
from tui.keys import key
from tui.navigation import Navigation
from tui.opening import Opened, open_everything
from tui.plainness import PlainSigns
from tui.routing import Routing
from tui.telling import EVERY_SECONDS, Told
from tui.themes import DEFAULT, THEMES
from tui.wrapping import keep_together

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual.binding import BindingType
    from textual.filter import LineFilter

    from assistant.workshop import Workshop
    from tui.conversations import Conversations
    from tui.deeds import Deeds
    from tui.handoff import Handoff
    from tui.keeping import Keeping
    from tui.ports import Backend
    from tui.saving import Saver
    from tui.screens.atelier import AtelierScreen
    from tui.session import Session
    from tui.turns import Turns


class FichesApp(App[None]):
    """The terminal interface of the assistant."""

    TITLE = texts.APP_TITLE
    CSS_PATH = "styles/app.tcss"
    ENABLE_COMMAND_PALETTE = False  # ours is in French, and finds words without their accents
    BINDINGS: ClassVar[list[BindingType]] = [
        key("f1,ctrl+g", "do('help')", texts.KEY_HELP),
        key("f2", "do('home')", texts.KEY_HOME, show=False),
        key("f3", "do('search')", texts.KEY_SEARCH, show=False),
        key("f4", "do('corpus')", texts.KEY_CORPUS, show=False),
        key("f9", "do('mouse')", texts.KEY_MOUSE, show=False),
        key("ctrl+o", "do('editor')", texts.KEY_EDITOR, show=False),
        key("ctrl+p", "do('palette')", texts.KEY_COMMANDS, show=False),
        key("f5", "do('retry')", texts.KEY_RETRY, show=False),
        key("f7", "do('budget')", texts.BUDGET, show=False),
        key("f8", "do('export')", texts.KEY_EXPORT, show=False),
        key("ctrl+q", "do('leave')", texts.KEY_QUIT, show=False, priority=True),
    ]

    def __init__(self, build: Callable[[], Backend], loaded: Callable[[], object] = lambda: None) -> None:
        """``loaded`` is called when something large has been loaded for good."""
        super().__init__()
        keep_together()
        self._build = build
        self.loaded = loaded
        self.backend: Backend | None = None
        self.stopping = threading.Event()
        self.indexing = Indexing(self)
        self.navigation = Navigation(self)
        self.routing = Routing(self)
        self._signs = PlainSigns(encoding())
        self._told = Told()
        for theme in THEMES.values():
            self.register_theme(theme)
        self.theme = DEFAULT

    # The parts that know drafts are imported behind the first frame: they need pydantic

    @cached_property
    def session(self) -> Session:
        """What the coordinator has in hand."""
        from tui.session import Session

        return Session()

    @cached_property
    def saver(self) -> Saver:
        """What writes the session to disk."""
        from tui.saving import Saver

        return Saver(self)

    @cached_property
    def turns(self) -> Turns:
        """The conversation at work."""
        from tui.turns import Turns

        return Turns(self)

    @cached_property
    def conversations(self) -> Conversations:
        """The conversations set aside."""
        from tui.conversations import Conversations

        return Conversations(self)

    @cached_property
    def keeping(self) -> Keeping:
        """What can be done to what is kept."""
        from tui.keeping import Keeping

        return Keeping(self)

    @cached_property
    def handoff(self) -> Handoff:
        """The doors to the terminal."""
        from tui.handoff import Handoff

        return Handoff(self)

    @cached_property
    def deeds(self) -> Deeds:
        """What each command does."""
        from tui.deeds import Deeds

        return Deeds(self)

    # Life

    def on_mount(self) -> None:
        """Show the first screen, then open the data behind it."""
        few = self.console.color_system in (None, "standard", "windows")
        self.set_class(few and not self.is_headless, "-few-colours")
        self.navigation.start()
        self.call_after_refresh(start, self, "open", lambda: open_everything(self._build))

    def opened(self, opened: Opened) -> None:
        """The data are open: go back to where the coordinator was."""
        self.backend = opened.backend
        self.set_interval(EVERY_SECONDS, self.tell_notices)
        self.session.restore(opened.state)
        if opened.draft:
            self.session.open(opened.draft)
        self.session.resume(opened.state)
        if self.session.interrupted:
            self.changed(draft=opened.draft is not None)
        self.theme = self.session.theme if self.session.theme in THEMES else DEFAULT
        self.navigation.home.show(opened.snapshot)
        if opened.problem:
            self.say(opened.problem, error=True)
        if self.session.screen == "atelier":
            self.navigation.go("atelier")
        self.check()
        self.loaded()

    def get_line_filters(self) -> Sequence[LineFilter]:
        """What every line goes through: last, the signs this terminal can show."""
        return [*super().get_line_filters(), *([self._signs] if self._signs.enabled else [])]

    def action_help_quit(self) -> None:
        """Ctrl+C never kills: it says how to leave."""
        self.say(texts.QUIT_HINT)

    def leave(self) -> None:
        """Write what is left and go; nothing is asked because nothing can be lost."""
        self.stopping.set()
        if self.backend is not None:
            self.turns.quit()
        self.saver.flush()
        self.exit()

    # Changes

    @property
    def workshop_screen(self) -> AtelierScreen:
        """The screen of the conversation and the draft."""
        return self.navigation.atelier

    def changed(self, *, draft: bool = False, attention: str = "") -> None:
        """The session changed: show it, check it, and write it soon."""
        self.saver.touch(draft=draft)
        if self.workshop_screen.ready:
            self.workshop_screen.refresh_session(attention)
        if draft:
            if self.screen is not self.workshop_screen:
                getattr(self.screen, "refresh_draft", lambda: None)()
            self.check()

    def check(self) -> None:
        """Validate the open draft in the background."""
        draft, backend = self.session.draft, self.backend
        if draft is not None and backend is not None:
            start(self, "validation", lambda: backend.validate(draft))

    def say(self, message: str, *, error: bool = False) -> None:
        """Tell the coordinator something; never parsed as markup."""
        self.notify(message, severity="error" if error else "information", markup=False, timeout=8 if error else 4)

    def tell_notices(self) -> None:
        """Tell what has just been found out about the corpus."""
        for notice in self._told.fresh(self.backend) if self.backend else ():
            self.notify(notice, severity="warning", markup=False, timeout=12)

    def do(self, action: str, rest: str = "") -> None:
        """Do one of the commands of the registry."""
        self.deeds.do(action, rest)

    def action_do(self, action: str) -> None:
        """The same, from a key."""
        self.do(action)

    # Jobs

    def on_job_done(self, event: JobDone) -> None:
        """Give a result to the part that asked for it; one that comes while the screens close has nowhere to go."""
        if self.is_running:
            self.routing.done(event)

    def on_job_failed(self, event: JobFailed) -> None:
        """Say what failed."""
        if self.is_running:
            self.routing.failed(event)

    def on_job_progress(self, event: JobProgress) -> None:
        """News of the indexing, or of the answer on its way."""
        if not self.is_running:
            return
        (self.turns if event.group == "turn" else self.indexing).progress(event.step)


def run(workshop: Workshop) -> None:
    """Open the interface on a workshop; its corpus and its drafts are opened behind the first screen."""

    def build() -> Backend:
        from tui.backend import WorkshopBackend

        return WorkshopBackend(workshop)

    FichesApp(build, gc.freeze).run()  # a full collection of what is there for good would hold keys for 100 ms
