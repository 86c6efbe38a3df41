"""Search while typing, everywhere: passages of the conventions, then the coordinator's drafts and conversations."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.content import Content
from textual.widgets import Footer, Input, OptionList, Static
from textual.widgets.option_list import Option

from corpus.text.folding import words
from tui import texts
from tui.jobs import start
from tui.keys import key
from tui.rows import citation_of
from tui.screens.base import FichesScreen
from tui.screens.search_lines import hit_content, own_content
from tui.widgets.choice import HitList

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType
    from textual.timer import Timer

    from corpus.models import Citation, SearchHit
    from tui.jobs import JobDone, JobFailed
    from tui.records import OwnHit

DELAY = 0.15
"""Seconds without a key before the words are looked for."""
PAUSE = 0.4
"""Seconds more before the meaning is."""
MOST_OWN = 20
"""Places of drafts and conversations shown."""


class SearchScreen(FichesScreen):
    """One line to type in, and what is found."""

    BINDINGS: ClassVar[list[BindingType]] = [
        key("down", "results", texts.KEY_DOWN, show=False),
        key("f6", "toggle_focus", texts.KEY_PANE),
    ]

    def __init__(self, name: str | None = None) -> None:
        super().__init__(name=name)
        self._hits: list[SearchHit] = []
        self._own: list[OwnHit] = []
        self._timer: Timer | None = None
        self._words: list[str] = []
        self._note = ""
        self._eager = False
        """Whether Enter was pressed before anything was found."""

    def compose(self) -> ComposeResult:
        """The line, the count, what is found."""
        yield Input(placeholder=texts.SEARCH_HINT, id="question")
        yield Static(texts.SEARCH_TYPE, id="count", markup=False)
        yield HitList(id="hits", markup=False)
        yield Footer(show_command_palette=False)

    def look_for(self, text: str) -> None:
        """Search a text given by a command."""
        self.query_one(Input).value = text

    @property
    def passage(self) -> tuple[str, Citation] | None:
        """The words and the place of the passage under the highlight."""
        index = self.query_one(OptionList).highlighted
        if index is None or index >= len(self._hits):
            return None
        found = self._hits[index].passage
        return found.extrait, citation_of(found)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Search once the hand rests."""
        self._eager = False
        if self._timer:
            self._timer.stop()
        if len(event.value.strip()) >= 3:
            self._timer = self.set_timer(DELAY, self._search_words)

    def on_input_submitted(self) -> None:
        """Enter goes to what is found, at once or as soon as there is something."""
        self._eager = not (self._hits or self._own)
        self.action_results()

    def on_job_done(self, event: JobDone) -> None:
        """Show what the words found at once, then what the meaning adds, unless the list is being walked."""
        walked = self.query_one(OptionList).has_focus and bool(self._hits or self._own)
        if event.group == "own":
            self._own = event.result[:MOST_OWN]
        elif event.group == "words":
            self._timer = self.set_timer(PAUSE, self._search)
            self._hits, self._note = event.result, texts.SEARCH_WORKING
        else:
            self._hits, self._note = (self._hits if walked else event.result), ""
        self._show(keep=walked)
        if self._eager and (self._hits or self._own):
            self._eager = False
            self.action_results()

    def on_job_failed(self, event: JobFailed) -> None:
        """Say why the search failed."""
        self.query_one("#count", Static).update(f"{event.message} → {event.next_step}")

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Read a passage in its document; open a draft or a conversation at its words."""
        chosen = event.option_id or ""
        rank = int(chosen[1:])
        if chosen.startswith("p"):
            self.fiches.navigation.read(citation_of(self._hits[rank].passage))
            return
        mine = self._own[rank]
        if mine.sorte == "conversation":
            self.fiches.conversations.open(mine.id)
        else:
            self.fiches.navigation.home.open_draft(mine.id)

    def action_results(self) -> None:
        """From the line to what is found."""
        if self._hits or self._own:
            self.query_one(OptionList).focus()

    def action_toggle_focus(self) -> None:
        """Between the line and what is found."""
        line = self.query_one(Input)
        (self.query_one(OptionList) if line.has_focus else line).focus()

    def _show(self, *, keep: bool) -> None:
        counts = []
        if self._hits:
            counts.append(texts.counted(len(self._hits), "passage", "passages"))
        if self._own:
            counts.append(texts.SEARCH_OWN.format(count=texts.counted(len(self._own), "endroit", "endroits")))
        found = texts.SEARCH_COUNT.format(count=", ".join(counts)) if counts else texts.SEARCH_NONE
        self.query_one("#count", Static).update(f"{found}{self._note}")
        hits = self.query_one(OptionList)
        here = hits.highlighted if keep else 0
        options = [Option(hit_content(hit, self._words), id=f"p{n}") for n, hit in enumerate(self._hits)]
        if self._own:
            options.append(Option(Content.styled(f"\n{texts.SEARCH_OWN_TITLE}", "bold $text-primary"), disabled=True))
        options += [Option(own_content(mine, self._words), id=f"o{n}") for n, mine in enumerate(self._own)]
        hits.set_options(options)
        first = next((n for n, option in enumerate(options) if not option.disabled), None)
        hits.highlighted = first if not here or here >= len(options) else here

    def _search(self) -> None:
        """By the meaning as well, once nothing more is typed."""
        question, backend = self.query_one(Input).value.strip(), self.fiches.backend
        if backend is not None:
            start(self, "search", lambda: backend.search(question))

    def _search_words(self) -> None:
        """By the words, at once, everywhere."""
        question, backend = self.query_one(Input).value.strip(), self.fiches.backend
        if backend is None:
            self.fiches.say(texts.NOT_READY)
            return
        self._words = [w for w in question.split() if len(words(w)) and len(w) > 2]
        start(self, "words", lambda: backend.search_words(question))
        start(self, "own", lambda: backend.search_own(question))
