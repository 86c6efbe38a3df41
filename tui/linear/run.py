"""The linear mode: a conversation on standard input and output, each turn on disk before the next is asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.drafts.model import Message
from corpus.errors import FichesError, UsageError
from tui import texts, texts_linear
from tui.archive import new_identifier
from tui.commands import find, split
from tui.linear.console import Console
from tui.linear.deeds import LinearDeeds
from tui.linear.lines import corpus_lines, message_lines, status_line
from tui.session import Session
from tui.telling import Told

if TYPE_CHECKING:
    from assistant.drafts.model import Draft
    from assistant.workshop import Workshop
    from tui.ports import Backend
    from tui.records import Intention


class Linear:
    """One coordinator, one session, line by line."""

    def __init__(self, backend: Backend, console: Console) -> None:
        self.backend = backend
        self.console = console
        self.session = Session()
        self.going_on = True
        self._deeds = LinearDeeds(self)
        self._told = Told()
        self._told_how_to_leave = False

    def run(self) -> None:
        """Go on until the end of the input, ``/quitter`` or Ctrl+C twice."""
        self._begin()
        while self.going_on:
            try:
                text = self.console.ask()
                if text is None:
                    break
                if text:
                    self.take(text)
                    self._tell_notices()
                self._told_how_to_leave = False
            except FichesError as error:
                self.console.error(error)
            except KeyboardInterrupt:
                self._interrupted()
            except Exception as error:  # noqa: BLE001 - one turn that fails never ends the conversation
                self._unexpected(error)
        self.save()
        self.console.say(texts_linear.BYE)

    def take(self, text: str) -> None:
        """A command, or a message; raises ``FichesError``."""
        command = split(text)
        if command is None:
            self.message(text, "auto")
            return
        name, rest = command
        known = find(name)
        if known is None:
            raise UsageError(texts.UNKNOWN_COMMAND.format(name=f"/{name}"))
        if known.takes and not rest:
            raise UsageError(texts.COMMAND_NEEDS_TEXT.format(example=known.takes))
        self._deeds.do(known.action, rest)

    def message(self, text: str, intention: Intention) -> None:
        """Send a message and say what it led to; it is on disk before the answer is looked for."""
        session = self.session
        history = session.history()
        session.heard(Message(de="vous", texte=text))
        self.save()
        self.console.say(texts_linear.WORK.format(what=texts.WORKING[intention]))
        turn = self.backend.say(session.draft, text, history, intention)
        replies = session.answered(turn)
        self.save()
        for reply in replies:
            self.console.lines(message_lines(reply))
        if turn.draft is not None and session.draft is not None:
            self.console.say(status_line(session.draft, self.backend.validate(session.draft)))
            self.console.say(texts_linear.SEE_DRAFT)

    def open(self, draft: Draft | None) -> None:
        """Put a draft on the table."""
        self.session.open(draft)
        self.save()

    def open_conversation(self, identifier: str) -> None:
        """Take up a conversation set aside."""
        self.put_aside()
        self.session.take_up(identifier, self.backend.load_conversation(identifier))
        self.save()
        for message in self.session.messages:
            self.console.lines(message_lines(message))

    def put_aside(self) -> None:
        """Close the draft, or keep the conversation held without one and begin another."""
        session = self.session
        if session.draft is not None:
            session.open(None)
        elif session.loose:
            self.backend.save_conversation(session.loose_id or new_identifier(), session.loose)
            session.take_up("", [])
        self.save()

    def changed(self) -> None:
        """The draft changed: keep it, and say where it stands."""
        self.save()
        if self.session.draft is not None:
            self.console.say(status_line(self.session.draft, self.backend.validate(self.session.draft)))

    def save(self) -> None:
        """Write everything now."""
        if self.session.draft is not None:
            self.backend.save_draft(self.session.draft.model_copy(update={"saisie": self.session.typed}))
        self.backend.save_state(self.session.state())

    def _begin(self) -> None:
        state = self.backend.load_state()
        wanted = self.session.restore(state)
        self.console.say(f"{texts.APP_TITLE}. {texts_linear.WELCOME}")
        if wanted:
            try:
                self.session.open(self.backend.load_draft(wanted))
            except FichesError as error:
                self.console.error(error)
        self.session.resume(state)
        self.session.hold_back()
        summary = self.backend.summary()
        self.console.lines(corpus_lines(summary, []))
        self._tell_notices()
        if not summary.documents:
            self.console.say(texts_linear.EMPTY_CORPUS)
        if self.session.draft is not None:
            self.console.say(texts_linear.DRAFT.format(title=self.session.draft.titre or texts.DRAFT_UNTITLED))
        if self.session.typed:
            self.console.say(texts_linear.UNSENT.format(text=self.session.typed))

    def _tell_notices(self) -> None:
        """Say what has just been found out about the corpus."""
        for notice in self._told.fresh(self.backend):
            self.console.say(notice)

    def _interrupted(self) -> None:
        """Ctrl+C stops what is going on; a second one in a row leaves."""
        if self._told_how_to_leave:
            self.going_on = False
            return
        self.backend.stop()
        self._told_how_to_leave = True
        self.console.say(texts_linear.STOPPED)

    def _unexpected(self, error: Exception) -> None:
        from assistant.cli.report import keep_report

        message = texts.UNEXPECTED.format(kind=type(error).__name__)
        self.console.error(UsageError(message, texts.UNEXPECTED_NEXT.format(report=keep_report(error))))


def run_linear(workshop: Workshop, console: Console | None = None) -> None:
    """Hold the conversation on a workshop."""
    from tui.backend import WorkshopBackend

    Linear(WorkshopBackend(workshop), console or Console()).run()
