"""A document at the cited lines: a window of it, moved by Page up and Page down, with a search inside."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.widgets import Footer, Input, OptionList, Static
from textual.widgets.option_list import Option

from corpus.text.folding import fold
from tui import texts
from tui.jobs import start
from tui.keys import key
from tui.rendering import line_content, span
from tui.screens.base import FichesScreen
from tui.shortening import shorten
from tui.widgets.choice import FullList

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from corpus.models import Citation, Line
    from tui.jobs import JobDone, JobFailed

AROUND = 80
"""Lines shown before and after the place one reads."""
_ALL = 1_000_000


class ReadingScreen(FichesScreen):
    """The lines of a document around a place."""

    BINDINGS: ClassVar[list[BindingType]] = [
        key("f,slash", "find", texts.KEY_FIND),
        key("n", "next", texts.KEY_NEXT),
        key("u", "app.do('use')", texts.KEY_USE),
        key("pageup", "page(-1)", show=False, priority=True),
        key("pagedown", "page(1)", show=False, priority=True),
    ]

    def __init__(self, citation: Citation) -> None:
        super().__init__()
        self._citation = citation
        self._lines: list[Line] = []
        self._first = 0
        self._wanted = ""

    def compose(self) -> ComposeResult:
        """The place, the lines, the line to search with."""
        title = texts.READING_TITLE.format(document=shorten(self._citation.document, 90), place=span(self._citation))
        yield Static(title, id="reading-title", markup=False)
        yield Static(shorten(self._citation.section, 200), classes="hint", markup=False)
        yield FullList(id="lines", markup=False)
        yield Static("", id="count", classes="hint", markup=False)
        yield Input(placeholder=texts.READING_FIND, id="find")
        yield Footer(show_command_palette=False)

    @property
    def passage(self) -> tuple[str, Citation] | None:
        """The words and the place of the highlighted line; the cited lines together while the highlight is on them."""
        index = self.query_one("#lines", OptionList).highlighted
        if index is None or not self._lines:
            return None
        number = self._first + index + 1
        first, last = self._citation.ligne_debut, self._citation.ligne_fin
        lines = self._lines[first - 1 : last] if first <= number <= last else [self._lines[number - 1]]
        text = "\n".join("\n".join(cell for cell in line.cells[1:]) or line.text for line in lines).strip()
        update = {"ligne_debut": lines[0].number, "ligne_fin": lines[-1].number, "page": lines[0].page}
        return text, self._citation.model_copy(update={**update, "extrait": "\n".join(line.text for line in lines)})

    def on_mount(self) -> None:
        """Read the document in the background."""
        self.query_one("#find").display = False
        backend, document = self.fiches.backend, self._citation.document
        if backend is not None:
            start(self, "lines", lambda: backend.lines(document, 1, _ALL))

    def on_job_done(self, event: JobDone) -> None:
        """Show the lines around the citation."""
        self._lines = event.result
        self._show(self._citation.ligne_debut)

    def on_job_failed(self, event: JobFailed) -> None:
        """Say why the document cannot be read."""
        self.query_one("#count", Static).update(f"{event.message} → {event.next_step}")

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Go to the next line that holds the text."""
        self._wanted = event.value.strip()
        event.input.display = False
        self.query_one("#lines").focus()
        self.action_next()

    def action_find(self) -> None:
        """Open the line to search with."""
        find = self.query_one("#find", Input)
        find.display = True
        find.focus()

    def action_next(self) -> None:
        """The next line that holds the text looked for, going round."""
        if not self._wanted:
            self.action_find()
            return
        here = self._first + (self.query_one("#lines", OptionList).highlighted or 0)
        order = [*range(here + 1, len(self._lines)), *range(min(here + 1, len(self._lines)))]
        wanted = fold(self._wanted)
        found = next((i for i in order if wanted in fold(self._lines[i].text)), None)
        if found is None:
            self.fiches.say(texts.READING_NOT_FOUND.format(text=self._wanted))
        else:
            self._show(found + 1)

    def action_page(self, step: int) -> None:
        """A page up or down; the window moves when its edge is reached."""
        lines = self.query_one("#lines", OptionList)
        edge = 0 if step < 0 else lines.option_count - 1
        if lines.highlighted == edge:
            self._show(self._first + edge + 1)
        else:
            self.call_later(lines.run_action, "page_up" if step < 0 else "page_down")

    def action_back(self) -> None:
        """Close the search line first, then the screen."""
        find = self.query_one("#find", Input)
        if find.has_focus:
            find.display = False
            self.query_one("#lines").focus()
        else:
            super().action_back()

    def _show(self, number: int) -> None:
        """Show the lines around line ``number`` (from 1) and put the highlight there."""
        self._first = max(number - 1 - AROUND, 0)
        window = self._lines[self._first : number + AROUND]
        cited = range(self._citation.ligne_debut, self._citation.ligne_fin + 1)
        lines = self.query_one("#lines", OptionList)
        lines.set_options(
            [Option(line_content(line, cited=line.number in cited, find=self._wanted)) for line in window]
        )
        if window:
            lines.highlighted = number - 1 - self._first
            lines.call_after_refresh(lines.scroll_to_highlight, top=True)
            lines.focus()
            count = texts.READING_COUNT.format(first=window[0].number, last=window[-1].number)
            self.query_one("#count", Static).update(count)
