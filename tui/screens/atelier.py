"""The workshop: conversation, live draft and sources, side by side when there is room, one at a time when not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content
from textual.widgets import OptionList, Static

from tui import texts
from tui.commands import completions
from tui.screens.panes import PanesScreen
from tui.shortening import shorten
from tui.widgets.composer import Composer
from tui.widgets.conversation import Conversation

if TYPE_CHECKING:
    from textual.widgets import TextArea

    from corpus.models import Citation


class AtelierScreen(PanesScreen):
    """Three panes over one session."""

    def on_mount(self) -> None:
        """Show the session as it was left."""
        self.ready = True
        self.show_session()
        self.front(self.fiches.session.pane)

    # Showing

    def show_session(self) -> None:
        """Show another draft or conversation, with its unsent text."""
        if not self.ready:
            return
        session = self.fiches.session
        self.composer.past = session.history()
        self.composer.put(session.typed)
        self.conversation.show(session.messages, [w.text for w in session.waiting])
        if session.interrupted:
            self.conversation.note(texts.INTERRUPTED_LINE if session.waiting else texts.INTERRUPTED)
        self.refresh_session()

    def refresh_session(self, attention: str = "") -> None:
        """Show what changed; a new draft brings its pane to the front."""
        session = self.fiches.session
        self.composer.past = session.history()
        self.refresh_draft()
        self.sources.show(session.draft, session.shown)
        self.status.show_saved(texts.STATUS_SAVING if self.fiches.saver.pending else texts.STATUS_SAVED)
        if attention == "brouillon" and not self.composer.text:
            self.front("draft")

    def refresh_draft(self) -> None:
        """Show the draft and its findings."""
        session = self.fiches.session
        title = session.draft.titre if session.draft and session.draft.titre else texts.PANE_DRAFT
        self.query_one("#draft-title", Static).update(Content(shorten(title, 120)))
        self.draft_pane.show(session.draft, session.validation)
        self.status.show_draft(session.draft, session.validation)
        self.show_tabs()

    def saved(self) -> None:
        """All is on disk, or will be in a moment."""
        if self.ready:
            self.status.show_saved(texts.STATUS_SAVING if self.fiches.saver.pending else texts.STATUS_SAVED)

    def begin(self, text: str) -> None:
        """Put the beginning of a command in the composer, unless something is typed there."""
        self.front("conversation")
        if self.ready and not self.composer.text:
            self.composer.put(text)
        elif not self.ready:  # shown once mounted, as any unsent text
            self.fiches.session.typed = self.fiches.session.typed or text

    # Between a value and its passage

    def action_sources(self) -> None:
        """From the highlighted value to its passage, or to the sources of the turn."""
        value = self.draft_pane.value if self.focused is self.draft_pane else None
        if value is not None and value.citation is None:
            self.fiches.say(texts.NO_SOURCE)
            return
        if value is not None and value.citation is not None:
            self.sources.go_to(value.citation)
        self.front("sources")

    def action_field_of_source(self) -> None:
        """From the highlighted passage to the next value that rests on it."""
        row = self.sources.row
        uses = self.fiches.session.values_at(row.citation) if row else []
        if not uses:
            self.fiches.say(texts.NO_USE)
            return
        here = self.draft_pane.value
        index = uses.index(here.id) + 1 if here and here.id in uses else 0
        self.draft_pane.go_to(uses[index % len(uses)])
        self.front("draft")

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """The passage of the highlighted value comes up beside it."""
        if event.option_list is self.draft_pane:
            value = self.draft_pane.value
            if value is not None and value.citation is not None:
                self.sources.go_to(value.citation)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Enter: edit a value or fill an empty field; read a passage."""
        if event.option_list is self.draft_pane:
            self.fiches.do("edit" if self.draft_pane.value else "add")
        elif self.sources.row is not None:
            self.fiches.navigation.read(self.sources.row.citation)

    @property
    def passage(self) -> tuple[str, Citation] | None:
        """The words and the place of the passage under the highlight."""
        row = self.sources.row
        return (row.citation.extrait, row.citation) if row else None

    # Conversation

    def on_composer_sent(self, event: Composer.Sent) -> None:
        """Do what the text asks."""
        self.fiches.turns.submit(event.text)

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        """Keep what is typed, and list the commands it may become."""
        self.fiches.session.typed = event.text_area.text
        self.fiches.saver.touch()
        self._show_completions(event.text_area.text)

    def _show_completions(self, typed: str) -> None:
        panel = self.query_one("#completion", Static)
        found = completions(typed)[:6]
        if not found and not panel.display:
            return
        lines = [Content.assemble((f"/{c.name}", "bold"), (f"  {c.summary}", "$sourdine")) for c in found]
        panel.update(Content("\n").join(lines))
        panel.display = bool(found)

    def on_conversation_shown(self, event: Conversation.Shown) -> None:
        """The sources of the turn being looked at."""
        self.fiches.session.shown = tuple(event.turn.citations)
        self.sources.show(self.fiches.session.draft, self.fiches.session.shown)

    def action_stop_or_back(self) -> None:
        """Escape stops the work under way, else goes back to writing, else home; it never erases."""
        if self.fiches.turns.stop():
            return
        if self.focused is not self.composer:
            self.front("conversation")
        else:
            self.fiches.navigation.go("accueil")
