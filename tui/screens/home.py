"""The first screen: drafts in progress, the corpus, one key for each thing to do."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Footer, OptionList, Static

from tui import texts
from tui.jobs import start
from tui.keys import key
from tui.screens.base import FichesScreen
from tui.screens.confirm import ConfirmScreen
from tui.screens.folder import FolderScreen
from tui.screens.home_lines import (
    CONVERSATION,
    DRAFT,
    action_options,
    conversation_options,
    corpus_line,
    draft_options,
)
from tui.shortening import shorten
from tui.widgets.choice import KeptList

if TYPE_CHECKING:
    from pathlib import Path

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from tui.jobs import JobDone, JobFailed
    from tui.records import ConversationRow, DraftRow, Snapshot


class HomeScreen(FichesScreen):
    """Where one starts, and comes back to."""

    BINDINGS: ClassVar[list[BindingType]] = [
        key("n", "new", texts.KEY_NEW_DRAFT),
        key("q", "ask", texts.KEY_ASK, show=False),
        key("c", "app.do('corpus')", texts.KEY_CORPUS, show=False),
        key("r", "app.do('search')", texts.KEY_SEARCH, show=False),
        key("ctrl+q", "app.do('leave')", texts.KEY_QUIT, priority=True),
        key("e", "samples", texts.KEY_SAMPLES, show=False),
        key("d", "folder", texts.KEY_FOLDER, show=False),
        key("g", "app.do('settings')", texts.KEY_SETTINGS, show=False),
        key("f", "app.do('sample')", texts.HOME_ACTION_SAMPLE, show=False),
        key("escape", "nothing", show=False),
    ]

    def __init__(self) -> None:
        super().__init__(name="accueil")
        self._drafts: list[DraftRow] = []
        self._conversations: list[ConversationRow] = []
        self.has_corpus = False

    def compose(self) -> ComposeResult:
        """A title, the corpus, and one list of everything that can be done."""
        with VerticalScroll(id="home", can_focus=False):
            yield Static(Content.assemble((texts.APP_TITLE, "bold $text-primary"), f"\n{texts.TAGLINE}"), id="title")
            yield Static(texts.HOME_OPENING, id="corpus-line", markup=False)
            yield Static("", id="indexing", markup=False)
            yield KeptList(id="todo", markup=False)
        yield Footer(show_command_palette=False)

    def show(self, snapshot: Snapshot) -> None:
        """Show what is kept and what can be done."""
        self._drafts, self._conversations = snapshot.drafts, snapshot.conversations
        self.has_corpus = snapshot.summary.documents > 0
        self.query_one("#corpus-line", Static).update(corpus_line(snapshot.summary))
        todo = self.query_one("#todo", OptionList)
        here = todo.highlighted_option
        kept = [*draft_options(snapshot.drafts), *conversation_options(snapshot.conversations)]
        first_run = not self.has_corpus and not snapshot.drafts and not snapshot.summary.echecs
        todo.set_options([*(() if first_run else kept), *action_options(first_run=first_run)])
        open_ones = [option for option in todo.options if not option.disabled]
        same = next((option for option in open_ones if here is not None and option.id == here.id), open_ones[0])
        todo.highlighted = todo.get_option_index(same.id or "")
        if self.is_current and not self.focused:
            todo.focus()

    def failed(self, message: str, next_step: str) -> None:
        """The data cannot be opened: say so and why."""
        text = Content.assemble((f"{message}\n→ {next_step}", "$text-error"))
        self.query_one("#corpus-line", Static).update(text)

    def show_indexing(self, line: str) -> None:
        """Show how far the indexing is."""
        indexing = self.query_one("#indexing", Static)
        indexing.update(line)
        indexing.display = bool(line)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Do what is chosen."""
        chosen = event.option_id or ""
        if chosen.startswith(DRAFT):
            self.open_draft(chosen.removeprefix(DRAFT))
        elif chosen.startswith(CONVERSATION):
            self.fiches.conversations.open(chosen.removeprefix(CONVERSATION))
        elif chosen in ("new", "ask", "samples", "folder"):
            getattr(self, f"action_{chosen}")()
        else:
            self.fiches.do(chosen)

    def action_nothing(self) -> None:
        """Escape does nothing here."""

    def action_new(self) -> None:
        """A new draft begins in the conversation."""
        if self.fiches.session.draft is not None:
            self.fiches.do("new")
        else:
            self.fiches.do("workshop")

    def action_ask(self) -> None:
        """Go to the conversation."""
        self.fiches.do("workshop")

    def action_samples(self) -> None:
        """Index the conventions that come with the project."""
        self.fiches.indexing.index(None)

    def action_folder(self) -> None:
        """Index a folder that is typed in."""
        self.app.push_screen(FolderScreen(), self._index)

    def action_delete(self) -> None:
        """Delete the highlighted draft or conversation, once confirmed."""
        kind, wanted, title = self._kept()
        form = texts.DRAFT_DELETE if kind == DRAFT else texts.CONVERSATION_DELETE
        keeping = self.fiches.keeping
        delete = keeping.delete_draft if kind == DRAFT else keeping.delete_conversation
        question = ConfirmScreen(form.format(title=shorten(title)))
        self.app.push_screen(question, lambda yes: delete(wanted) if yes else None)

    def action_restore(self) -> None:
        """Give back what was deleted last."""
        self.fiches.keeping.restore()

    def action_duplicate(self) -> None:
        """Copy the highlighted draft."""
        self.fiches.keeping.duplicate(self._kept()[1])

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """Offer to delete and to duplicate only what can be."""
        if action in ("delete", "duplicate"):
            kind = self._kept()[0]
            return kind == DRAFT or (action == "delete" and kind == CONVERSATION)
        return True

    def on_option_list_option_highlighted(self) -> None:
        """The footer follows."""
        self.refresh_bindings()

    def _kept(self) -> tuple[str, str, str]:
        """What is highlighted: the kind of thing kept, its identifier and its title; empty for an action."""
        found = self.query("#todo").results(OptionList)
        option = next((todo.highlighted_option for todo in found), None)
        here = (option.id or "") if option else ""
        for kind, rows in ((DRAFT, self._drafts), (CONVERSATION, self._conversations)):
            wanted = here.removeprefix(kind)
            row = next((one for one in rows if here.startswith(kind) and one.id == wanted), None)
            if row is not None:
                return kind, wanted, row.titre or texts.DRAFT_UNTITLED
        return "", "", ""

    def on_job_done(self, event: JobDone) -> None:
        """A draft was read: put it on the table."""
        self.fiches.session.open(event.result)
        self.fiches.workshop_screen.show_session()
        self.fiches.do("workshop")
        self.fiches.check()

    def on_job_failed(self, event: JobFailed) -> None:
        """A draft could not be read."""
        self.fiches.say(f"{event.message}\n→ {event.next_step}", error=True)

    def _index(self, path: Path | None) -> None:
        if path is not None:
            self.fiches.indexing.index([path])

    def open_draft(self, identifier: str) -> None:
        """Put a draft on the table."""
        draft, backend = self.fiches.session.draft, self.fiches.backend
        if draft is not None and draft.id == identifier:
            self.fiches.do("workshop")
        elif backend is not None:
            self.fiches.turns.leave()
            start(self, "load", lambda: backend.load_draft(identifier))
