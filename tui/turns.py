"""The conversation at work: one message at a time, the others wait in line, none is ever lost."""

from __future__ import annotations

import threading
import time
from dataclasses import replace
from typing import TYPE_CHECKING

from assistant.drafts.model import Message
from corpus.text.cleaning import clean
from tui import texts
from tui.commands import find, split
from tui.jobs import JobDone, JobFailed, JobProgress, start
from tui.merging import merge
from tui.session import Outgoing

if TYPE_CHECKING:
    from textual.timer import Timer
    from textual.worker import Worker

    from assistant.drafts.model import Draft
    from tui.app import FichesApp
    from tui.ports import Backend
    from tui.records import Live, Turn


class Turns:
    """Sends messages to the workshop and takes in what comes back."""

    def __init__(self, app: FichesApp) -> None:
        self._app = app
        self._worker: Worker[None] | None = None
        self._timer: Timer | None = None
        self._since = 0.0
        self._sent: Draft | None = None
        self._stopped = threading.Event()
        self._live: Live | None = None

    def submit(self, text: str) -> bool:
        """What Enter does with a text: a command, or a message. Whether the text was taken."""
        command = split(text)
        if command is None:
            return self.send(Outgoing(text))
        name, rest = command
        known = find(name)
        if known is None:
            self._app.say(texts.UNKNOWN_COMMAND.format(name=f"/{name}"), error=True)
            return False
        if known.takes and not rest:
            self._app.say(texts.COMMAND_NEEDS_TEXT.format(example=known.takes))
            return False
        self._app.do(known.action, rest)
        return True

    def send(self, outgoing: Outgoing) -> bool:
        """Send a message, or put it in line; false when the data are not open yet and the text must stay."""
        if self._app.backend is None:
            self._app.say(texts.NOT_READY)
            return False
        if self._app.session.busy:
            self._app.session.waiting.append(outgoing)
            self._app.workshop_screen.conversation.add_waiting(outgoing.text)
            self._show_work()
        else:
            self._begin(outgoing, self._app.backend)
        return True

    def stop(self) -> bool:
        """Stop waiting for the answer under way; whether there was one."""
        session = self._app.session
        if session.busy is None:
            return False
        self._stopped.set()
        if self._worker:
            self._worker.cancel()
        if self._app.backend:
            start(self._app, "stop", self._app.backend.stop)
        partial = self._live.text if self._live else ""
        self._end()
        if partial:
            kept = Message(de="assistant", texte=texts.INCOMPLETE.format(text=clean(partial)))
            session.heard(kept)
            self._app.workshop_screen.conversation.add(kept)
            self._app.changed(draft=session.draft is not None)
        self._app.workshop_screen.conversation.note(texts.STOPPED)
        self._next()
        return True

    def progress(self, news: tuple[threading.Event, Live]) -> None:
        """Show how far the answer is, unless it was stopped meanwhile."""
        stopped, live = news
        if stopped.is_set() or stopped is not self._stopped or self._app.session.busy is None:
            return
        self._live = live
        self._show_work()
        if live.text:
            self._app.workshop_screen.conversation.live(live.text)

    def retry(self) -> bool:
        """Ask again the last thing that was asked; whether there was one."""
        last = next((m for m in reversed(self._app.session.messages) if m.de == "vous"), None)
        return self.send(Outgoing(last.texte)) if last is not None else False

    def done(self, turn: Turn) -> None:
        """Take in an answer, a draft or a change."""
        session = self._app.session
        if turn.draft and self._sent and session.draft and turn.draft.id == self._sent.id == session.draft.id:
            turn = _with_draft(turn, merge(self._sent, session.draft, turn.draft))
        self._end()
        reply = session.answered(turn)
        self._app.workshop_screen.conversation.add(reply)
        self._app.changed(draft=True, attention=turn.kind)
        self._next()

    def failed(self, failure: JobFailed) -> None:
        """Say what went wrong; the message goes back to the composer when it is free."""
        session = self._app.session
        text = session.busy.text if session.busy else ""
        self._end()
        screen = self._app.workshop_screen
        if not screen.composer.text:
            screen.composer.put(text)
            session.unheard(text)
            screen.conversation.take_back()
            self._app.changed(draft=session.draft is not None)
        screen.conversation.note(f"{failure.message}\n→ {failure.next_step}", error=True)
        self._next()

    def _begin(self, outgoing: Outgoing, backend: Backend) -> None:
        session = self._app.session
        message = Message(de="vous", texte=outgoing.text)
        history, draft = session.history(), session.draft
        session.busy, self._sent, self._since = outgoing, draft, time.monotonic()
        session.heard(message)
        self._app.workshop_screen.conversation.add(message)
        self._app.changed(draft=draft is not None)
        self._timer = self._app.set_interval(1, self._show_work)
        self._app.handoff.title(texts.TITLE_WORKING.format(what=texts.WORKING[outgoing.intention]))
        self._show_work()
        self._stopped = stopped = threading.Event()

        app = self._app

        def hear(live: Live) -> None:
            if not stopped.is_set():
                app.post_message(JobProgress("turn", (stopped, live)))

        def work() -> Turn:
            turn = backend.say(draft, outgoing.text, history, outgoing.intention, hear)
            if stopped.is_set():
                self._undo(turn, draft, backend)
            return turn

        self._worker = start(self._app, "turn", work)

    def _undo(self, turn: Turn, sent: Draft | None, backend: Backend) -> None:
        """Take off the disk what a stopped turn put there; runs in the thread of the turn."""
        if turn.draft is None:
            return
        if sent is None or sent.id != turn.draft.id:
            backend.delete_draft(turn.draft.id)
        else:
            backend.save_draft(self._app.saver.latest.get(sent.id, sent))
            self._app.post_message(JobDone("rewrite", None))

    def _end(self) -> None:
        self._app.session.busy = None
        self._live = None
        self._app.workshop_screen.conversation.settle()
        if self._timer:
            self._timer.stop()
        self._app.handoff.long_work_done(0 if self._stopped.is_set() else time.monotonic() - self._since)
        self._app.workshop_screen.status.show_work("")

    def _next(self) -> None:
        session = self._app.session
        if session.waiting and self._app.backend:
            self._app.workshop_screen.conversation.take_waiting()
            self._begin(session.waiting.popleft(), self._app.backend)

    def _show_work(self) -> None:
        busy = self._app.session.busy
        if busy is None:
            return
        seconds = int(time.monotonic() - self._since)
        what = texts.STEPS[self._live.step] if self._live else texts.WORKING[busy.intention]
        text = texts.WORKING_STATUS.format(what=what, seconds=seconds)
        if waiting := len(self._app.session.waiting):
            text = f"{text}  {texts.QUEUED.format(messages=texts.counted(waiting, 'message', 'messages'))}"
        self._app.workshop_screen.status.show_work(text)


def _with_draft(turn: Turn, draft: Draft) -> Turn:
    return replace(turn, draft=draft)
