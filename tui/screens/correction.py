"""A second look at an extracted fiche: its fields and values, and the lines they were read on."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.containers import Horizontal, Vertical
from textual.widgets import Footer, OptionList, Static
from textual.widgets.option_list import Option

from tui import texts
from tui.correcting import Change, place_content
from tui.jobs import start
from tui.keys import key
from tui.rendering import line_content
from tui.rows import help_of
from tui.screens.base import FichesScreen
from tui.screens.edit import EditScreen
from tui.shortening import shorten
from tui.widgets.choice import FullList

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from tui.correcting import ReadFiche, ReadField
    from tui.jobs import JobDone, JobFailed

Place = tuple["ReadField", int]
"""A field and the rank of one of its values; -1 when it has none."""


class CorrectionScreen(FichesScreen):
    """Fields on one side, the lines of the document on the other; what is saved applies at once."""

    BINDINGS: ClassVar[list[BindingType]] = [
        key("e", "edit", texts.KEY_EDIT),
        key("n", "add", texts.KEY_ADD),
        key("x,delete", "drop", texts.KEY_DELETE),
        key("r", "cancel", texts.KEY_AS_READ),
        key("f6", "app.focus_next", texts.KEY_PANE, show=False),
    ]

    def __init__(self, document: str, line: int) -> None:
        super().__init__()
        self._document, self._line = document, line
        self._places: list[Place] = []
        self._fiche: ReadFiche | None = None
        self._busy = False
        self._done = texts.CORRECT_DONE
        self._added = ""
        """The list a value is being added to: the highlight goes to it."""
        self._typed = ""
        """Under what name the session keeps the text being saved."""

    def compose(self) -> ComposeResult:
        """The fiche, its two sides, what is going on."""
        yield Static(shorten(self._document, 90), id="reading-title", markup=False)
        with Horizontal(id="correction"):
            with Vertical(classes="pane"):
                yield Static(texts.CORRECT_FIELDS, classes="pane-title", markup=False)
                yield FullList(id="readings", markup=False)
            with Vertical(classes="pane"):
                yield Static(texts.CORRECT_LINES, classes="pane-title", markup=False)
                yield FullList(id="lines", markup=False)
        yield Static(texts.CORRECT_HELP, id="count", classes="hint", markup=False)
        yield Footer(show_command_palette=False)

    def on_mount(self) -> None:
        """Read the fiche in the background."""
        if backend := self.fiches.backend:
            start(self, "fiche", lambda: backend.read_fiche(self._document, self._line))

    def on_resize(self) -> None:
        """Keep the lines of the highlighted value in sight."""
        lines = self.query_one("#lines", OptionList)
        lines.call_after_refresh(lines.scroll_to_highlight, top=True)

    def on_job_done(self, event: JobDone) -> None:
        """Show the fiche; what was typed is now in it."""
        if event.group == "correction":
            self._busy = False
            if self.fiches.session.edits.pop(self._typed, None) is not None:
                self.fiches.saver.touch()
            self._hint(self._done)
        self._show(event.result)

    def on_job_failed(self, event: JobFailed) -> None:
        """Say what failed; what was typed waits for the next time."""
        self._busy = False
        self.fiches.say(f"{event.message}\n→ {event.next_step}", error=True)
        self._hint(texts.CORRECT_HELP)

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """The lines of the highlighted value."""
        if event.option_list.id == "readings" and event.option_index < len(self._places):
            self._show_lines(self._places[event.option_index])

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Enter edits too."""
        if event.option_list.id == "readings":
            self.action_edit()

    def action_edit(self) -> None:
        """Edit the highlighted value; an empty field takes its first one."""
        if place := self._here():
            self._ask(*place)

    def action_add(self) -> None:
        """Add a value to a list."""
        if place := self._here():
            field, rank = place
            if field.several or rank < 0:
                self._ask(field, -1)
            else:
                self.fiches.say(texts.CORRECT_ONE)

    def action_drop(self) -> None:
        """Take the highlighted value out of its field."""
        if (place := self._here()) and place[1] >= 0:
            field, rank = place
            self._change(field, tuple(v.text for n, v in enumerate(field.values) if n != rank))

    def action_cancel(self) -> None:
        """Go back to what was read in the document."""
        if place := self._here():
            if place[0].state == "corrige":
                self._start(Change(self._document, self._line, place[0].champ, cancel=True))
            else:
                self.fiches.say(texts.CORRECT_NOT_CORRECTED)

    def _here(self) -> Place | None:
        """What is highlighted, unless a correction is being saved."""
        index = self.query_one("#readings", OptionList).highlighted
        if self._busy:
            self.fiches.say(texts.CORRECT_BUSY)
        return None if self._busy or index is None or index >= len(self._places) else self._places[index]

    def _ask(self, field: ReadField, rank: int) -> None:
        before = field.values[rank].text if rank >= 0 else ""
        title = (texts.EDIT_TITLE if rank >= 0 else texts.ADD_TITLE).format(label=field.label)
        key = f"correction:{self._document}:{self._line}:{field.champ}:{rank}"
        kept = self.fiches.session.edits.get(key) or before
        help_ = help_of(field.champ)
        screen = EditScreen(title, help_, before=before, text=kept, resumed=kept != before, key=key)
        self.app.push_screen(screen, lambda text: self._take(field, rank, key, text))

    def _take(self, field: ReadField, rank: int, key: str, text: str | None) -> None:
        """Save what was written, still kept as typed until it is."""
        if text == "":
            self.fiches.say(texts.CORRECT_EMPTY)
        if not text or (rank >= 0 and text == field.values[rank].text):
            return
        self.fiches.session.edits[key] = text
        self.fiches.saver.touch()
        adding = rank < 0 and field.several
        values = (text,) if rank < 0 else tuple(text if n == rank else v.text for n, v in enumerate(field.values))
        self._change(field, values, adding=adding, key=key)

    def _change(self, field: ReadField, values: tuple[str, ...], *, adding: bool = False, key: str = "") -> None:
        self._start(Change(self._document, self._line, field.champ, values, adding=adding), key)

    def _start(self, change: Change, key: str = "") -> None:
        if backend := self.fiches.backend:
            self._busy, self._typed, self._added = True, key, change.champ if change.adding else ""
            self._done = texts.CORRECT_CANCELLED if change.cancel else texts.CORRECT_DONE
            self._hint(texts.CORRECT_SAVING)
            start(self, "correction", lambda: backend.correct(change))

    def _hint(self, text: str) -> None:
        self.query_one("#count", Static).update(text)

    def _show(self, fiche: ReadFiche) -> None:
        self._fiche = fiche
        title = texts.READING_TITLE.format(document=shorten(fiche.document, 50), place=shorten(fiche.titre, 120))
        self.query_one("#reading-title", Static).update(title)
        self._places = [(f, rank) for f in fiche.fields for rank in (range(len(f.values)) if f.values else (-1,))]
        fields = self.query_one("#readings", OptionList)
        here = fields.highlighted or 0
        if self._added:
            here = max(n for n, (field, _) in enumerate(self._places) if field.champ == self._added)
        fields.set_options([Option(place_content(*place)) for place in self._places])
        fields.highlighted = min(here, len(self._places) - 1)

    def _show_lines(self, place: Place) -> None:
        field, rank = place
        cited = field.values[rank].lines if rank >= 0 else frozenset()
        lines = self.query_one("#lines", OptionList)
        shown = self._fiche.lines if self._fiche else ()
        lines.set_options([Option(line_content(line, cited=line.number in cited)) for line in shown])
        if shown:
            lines.highlighted = next((n for n, line in enumerate(shown) if line.number in cited), 0)
            lines.call_after_refresh(lines.scroll_to_highlight, top=True)
