"""Search while typing: passages below, Enter reads one in its document."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Footer, Input, OptionList, Static
from textual.widgets.option_list import Option

from corpus.models import Citation
from corpus.text.folding import words
from tui import texts
from tui.hanging import Hanging, row
from tui.jobs import start
from tui.rendering import where
from tui.screens.base import FichesScreen
from tui.shortening import shorten
from tui.widgets.choice import ReadList

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.timer import Timer

    from corpus.models import SearchHit
    from tui.jobs import JobDone, JobFailed

DELAY = 0.15
"""Seconds without a key before the words are looked for."""
PAUSE = 0.4
"""Seconds more before the meaning is."""


class SearchScreen(FichesScreen):
    """One line to type in, and the passages found."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "results", texts.KEY_DOWN, show=False),
        Binding("f6", "toggle_focus", texts.KEY_PANE, key_display="F6"),
    ]

    def __init__(self, name: str | None = None) -> None:
        super().__init__(name=name)
        self._hits: list[SearchHit] = []
        self._timer: Timer | None = None
        self._words: list[str] = []

    def compose(self) -> ComposeResult:
        """The line, the count, the passages."""
        yield Input(placeholder=texts.SEARCH_HINT, id="question")
        yield Static(texts.SEARCH_TYPE, id="count", markup=False)
        yield ReadList(id="hits", markup=False)
        yield Footer(show_command_palette=False)

    def look_for(self, text: str) -> None:
        """Search a text given by a command."""
        self.query_one(Input).value = text

    def on_input_changed(self, event: Input.Changed) -> None:
        """Search once the hand rests."""
        if self._timer:
            self._timer.stop()
        if len(event.value.strip()) >= 3:
            self._timer = self.set_timer(DELAY, self._search_words)

    def on_input_submitted(self) -> None:
        """Enter goes to the passages, and reads the first when there is one already."""
        if self._hits:
            self.query_one(OptionList).focus()

    def on_job_done(self, event: JobDone) -> None:
        """Show what the words found at once, then what the meaning adds, unless the list is being walked."""
        words_only = event.group == "words"
        if words_only:
            self._timer = self.set_timer(PAUSE, self._search)
        elif self.query_one(OptionList).has_focus and self._hits:
            return
        self._show(event.result, texts.SEARCH_WORKING if words_only else "")

    def _show(self, found: list[SearchHit], note: str) -> None:
        self._hits = found
        counted = texts.counted(len(found), "passage", "passages")
        count = texts.SEARCH_COUNT.format(count=counted) if found else texts.SEARCH_NONE
        self.query_one("#count", Static).update(f"{count}{note}")
        hits = self.query_one(OptionList)
        hits.set_options([Option(hit_content(hit, self._words)) for hit in found])
        hits.highlighted = 0 if found else None

    def on_job_failed(self, event: JobFailed) -> None:
        """Say why the search failed."""
        self.query_one("#count", Static).update(f"{event.message} → {event.next_step}")

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Read a passage in its document."""
        passage = self._hits[event.option_index].passage
        self.fiches.navigation.read(
            Citation(
                document=passage.document,
                ligne_debut=passage.ligne_debut,
                ligne_fin=passage.ligne_fin,
                page=passage.page,
                section=passage.section,
                extrait=passage.extrait,
            )
        )

    def action_results(self) -> None:
        """From the line to the passages."""
        if self._hits:
            self.query_one(OptionList).focus()

    def action_toggle_focus(self) -> None:
        """Between the line and the passages."""
        line = self.query_one(Input)
        (self.query_one(OptionList) if line.has_focus else line).focus()

    def _search(self) -> None:
        """By the meaning as well, once nothing more is typed."""
        question, backend = self.query_one(Input).value.strip(), self.fiches.backend
        if backend is not None:
            start(self, "search", lambda: backend.search(question))

    def _search_words(self) -> None:
        """By the words, at once."""
        question, backend = self.query_one(Input).value.strip(), self.fiches.backend
        if backend is None:
            self.fiches.say(texts.NOT_READY)
            return
        self._words = [w for w in question.split() if len(words(w)) and len(w) > 2]
        start(self, "words", lambda: backend.search_words(question))


def hit_content(hit: SearchHit, found: list[str]) -> Hanging:
    """A passage: where it is, its heading, its words with those looked for standing out."""
    passage = hit.passage
    citation = Citation(
        document=passage.document,
        ligne_debut=passage.ligne_debut,
        ligne_fin=passage.ligne_fin,
        page=passage.page,
        extrait="",
    )
    body = Content(shorten(passage.extrait, 400))
    if found:
        pattern = "|".join(re.escape(word) for word in found)
        body = body.highlight_regex(re.compile(pattern, re.IGNORECASE), style="bold $text-accent")
    head = " · ".join(part for part in (passage.territoire, shorten(passage.section, 100)) if part)
    return Hanging(
        [
            row(f"{hit.rang:>2}. ", Content.styled(where(citation), "bold"), "$sourdine"),
            row("    ", Content.styled(shorten(head, 160), "$sourdine")),
            row("    ", body),
        ]
    )
