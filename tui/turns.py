"""The conversation at work: one message at a time, the others wait in line, none is ever lost."""

from __future__ import annotations

import threading
from dataclasses import replace
from typing import TYPE_CHECKING

from corpus.text.cleaning import clean
from tui import texts
from tui.commands import find, split
from tui.jobs import JobDone, JobFailed, JobProgress, start
from tui.live import StoppedError
from tui.merging import merge
from tui.session import Outgoing
from tui.watching import Watching

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.worker import Worker

    from assistant.drafts.model import Draft
    from tui.app import FichesApp
    from tui.ports import Backend
    from tui.records import Live, Turn

INSISTING = 0.2
"""Seconds between two attempts to stop an engine that has not stopped yet."""


class _Flight:
    """One message on its way: whether it was stopped, whether its thread has ended."""

    def __init__(self, outgoing: Outgoing, draft: Draft | None) -> None:
        self.outgoing = outgoing
        self.draft = draft
        self.stopped = threading.Event()
        self.ended = threading.Event()


class Turns:
    """Sends messages to the workshop and takes in what comes back."""

    def __init__(self, app: FichesApp) -> None:
        self._app = app
        self._watching = Watching(app)
        self._worker: Worker[None] | None = None
        self._flight: _Flight | None = None
        self._first = True

    def submit(self, text: str) -> None:
        """What Enter does with a text: a command, or a message. It leaves the composer only once it is taken."""
        command = split(text)
        if command is None:
            if self.send(Outgoing(clean(text))):
                self._written()
            return
        name, rest = command
        known = find(name)
        if known is None:
            self._app.say(texts.UNKNOWN_COMMAND.format(name=f"/{name}"), error=True)
        elif known.takes and not rest:
            self._app.say(texts.COMMAND_NEEDS_TEXT.format(example=known.takes))
        elif self._app.backend is None:
            self._app.say(texts.NOT_READY)
        else:
            self._written()  # first: a command may open another conversation, with its own unsent text
            self._app.do(known.action, rest)

    def send(self, outgoing: Outgoing) -> bool:
        """Send a message, or put it in line; false when the data are not open yet and the text must stay."""
        if self._app.backend is None:
            self._app.say(texts.NOT_READY)
            return False
        if self._app.session.busy:
            self._app.session.waiting.append(outgoing)
            self._app.workshop_screen.conversation.add_waiting(outgoing.text)
            self._watching.show_work()
            self._app.saver.touch()
        else:
            self._begin(outgoing, self._app.backend)
        return True

    def stop(self) -> bool:
        """Stop the answer under way and keep what came of it; whether there was one. The next in line goes."""
        if not self._call_off():
            return False
        self._app.workshop_screen.conversation.note(texts.STOPPED)
        self._next()
        return True

    def leave(self) -> None:
        """The conversation is left for another: nothing comes to it any more, nothing written in it is lost."""
        session, screen = self._app.session, self._app.workshop_screen
        self._call_off()
        if screen.ready:
            session.typed = screen.composer.text
        if session.waiting:
            session.hold_back()
            screen.conversation.drop_waiting()
            if screen.ready:
                screen.composer.put(session.typed)
            self._app.saver.touch()
        self._app.saver.now()

    def quit(self) -> None:
        """The program is left: no engine goes on writing for nobody."""
        flight, backend = self._flight, self._app.backend
        if flight is not None and backend is not None and self._app.session.busy is not None:
            flight.stopped.set()
            threading.Thread(target=self._insisting(flight, backend), daemon=True).start()

    def progress(self, news: tuple[threading.Event, Live]) -> None:
        """Show how far the answer is, unless it was stopped meanwhile."""
        stopped, live = news
        flight, session = self._flight, self._app.session
        if flight is None or stopped is not flight.stopped or stopped.is_set() or session.busy is None:
            return
        self._watching.news(live)
        if live.text != session.partial:
            session.partial = live.text
            self._app.saver.touch()

    def retry(self) -> bool:
        """Ask again the last thing that was asked; whether there was one."""
        session = self._app.session
        last = next((m for m in reversed(session.messages) if m.de == "vous"), None)
        if last is None:
            return False
        if session.busy is not None:
            self._app.say(texts.RETRY_BUSY)
            return True
        asked = session.asked
        return self.send(asked if asked is not None and asked.text == last.texte else Outgoing(last.texte))

    def done(self, turn: Turn) -> None:
        """Take in an answer, a draft or a change."""
        session, flight = self._app.session, self._flight
        sent = flight.draft if flight else None
        if turn.draft and sent and session.draft and turn.draft.id == sent.id == session.draft.id:
            turn = replace(turn, draft=merge(sent, session.draft, turn.draft))
        replies = session.answered(turn)
        self._end()
        for reply in replies:
            self._app.workshop_screen.conversation.add(reply)
        self._app.changed(draft=True, attention=turn.kind)
        if self._first:  # an engine loads its libraries at its first answer
            self._first = False
            self._app.loaded()
        self._next()

    def failed(self, failure: JobFailed) -> None:
        """Say what went wrong; the message goes back to the composer when it is free and nothing had come."""
        session, screen = self._app.session, self._app.workshop_screen
        text = session.busy.text if session.busy else ""
        kept = session.broken_off()
        self._end()
        if kept:
            screen.conversation.add(kept)
        elif not screen.composer.text:
            screen.composer.put(text)
            session.unheard(text)
            screen.conversation.take_back()
        self._app.changed(draft=session.draft is not None)
        screen.conversation.note(f"{failure.message}\n→ {failure.next_step}", error=True)
        self._next()

    def _begin(self, outgoing: Outgoing, backend: Backend) -> None:
        session = self._app.session
        history = session.history()
        self._flight = flight = _Flight(outgoing, session.draft)
        self._app.workshop_screen.conversation.add(session.sent(outgoing))
        self._app.changed(draft=session.draft is not None)
        self._watching.begin(texts.WORKING[outgoing.intention])
        self._worker = start(self._app, "turn", lambda: self._work(flight, history, backend))

    def _work(self, flight: _Flight, history: list[str], backend: Backend) -> Turn:
        """One turn, in its thread."""

        def hear(live: Live) -> None:
            if flight.stopped.is_set():
                raise StoppedError(texts.STOPPED)
            self._app.post_message(JobProgress("turn", (flight.stopped, live)))

        try:
            turn = backend.say(flight.draft, flight.outgoing.text, history, flight.outgoing.intention, hear)
            if flight.stopped.is_set():
                self._undo(turn, flight.draft, backend)
            return turn
        finally:
            flight.ended.set()

    def _undo(self, turn: Turn, sent: Draft | None, backend: Backend) -> None:
        """Take off the disk what a stopped turn put there; runs in the thread of the turn."""
        if turn.draft is None:
            return
        if sent is None or sent.id != turn.draft.id:
            backend.delete_draft(turn.draft.id)
        else:
            backend.save_draft(self._app.saver.latest.get(sent.id, sent))
            self._app.post_message(JobDone("rewrite", None))

    def _written(self) -> None:
        self._app.session.typed = ""
        self._app.saver.touch()  # now: the words may be on disk already, and the change is heard after the deed
        self._app.workshop_screen.composer.emptied()

    def _call_off(self) -> bool:
        """Stop the answer under way and keep what came of it; whether there was one."""
        session, flight, backend = self._app.session, self._flight, self._app.backend
        if session.busy is None or flight is None or backend is None:
            return False
        flight.stopped.set()
        if self._worker:
            self._worker.cancel()
        start(self._app, "stop", self._insisting(flight, backend))
        kept = session.broken_off()
        self._end()
        if kept:
            self._app.workshop_screen.conversation.add(kept)
        self._app.changed(draft=session.draft is not None)
        return True

    def _insisting(self, flight: _Flight, backend: Backend) -> Callable[[], None]:
        """Stop the engine until the turn has ended: it may not have opened its connection yet."""

        def insist() -> None:
            backend.stop()
            while not flight.ended.wait(INSISTING) and self._flight is flight:
                backend.stop()

        return insist

    def _end(self) -> None:
        self._watching.end(stopped=self._flight is not None and self._flight.stopped.is_set())

    def _next(self) -> None:
        session = self._app.session
        if session.waiting and self._app.backend:
            self._app.workshop_screen.conversation.take_waiting()
            self._begin(session.waiting.popleft(), self._app.backend)
