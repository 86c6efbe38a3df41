"""Editing one text: Enter saves, Escape closes and keeps what was typed for the next time."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.containers import Vertical
from textual.widgets import Footer, Static, TextArea

from corpus.text.cleaning import clean
from tui import texts
from tui.keys import key
from tui.screens.base import FichesModal
from tui.widgets.composer import CleanArea

if TYPE_CHECKING:
    from textual import events
    from textual.app import ComposeResult
    from textual.binding import BindingType


class _Editor(CleanArea):
    """A text area where Enter saves."""

    async def _on_key(self, event: events.Key) -> None:
        if event.key == "enter":
            event.stop()
            event.prevent_default()
            await self.screen.run_action("save")


class EditScreen(FichesModal[str | None]):
    """Gives the text written, or nothing when closed; the session keeps what was not saved, under ``key``."""

    BINDINGS: ClassVar[list[BindingType]] = [
        key("ctrl+s", "save", texts.KEY_SAVE),
        key("ctrl+j", "nothing", texts.KEY_NEW_LINE),
        key("escape", "close", texts.KEY_CANCEL),
    ]

    def __init__(self, title: str, hint: str, *, before: str, text: str, resumed: bool, key: str) -> None:
        super().__init__()
        self._title, self._hint, self._before, self._text = title, hint, before, text
        self._resumed, self._key = resumed, key

    def compose(self) -> ComposeResult:
        """The label, its help, what stood there, the text."""
        with Vertical(classes="dialog"):
            yield Static(self._title, classes="dialog-title", markup=False)
            yield Static(self._hint, classes="hint", markup=False)
            if self._resumed:
                yield Static(texts.EDIT_RESUMED, classes="hint", markup=False)
                yield Static(texts.EDIT_BEFORE.format(text=clean(self._before)), classes="before", markup=False)
            yield _Editor(clean(self._text), show_line_numbers=False, soft_wrap=True, id="editor")
            yield Static(texts.EDIT_KEYS, classes="hint", markup=False)
        yield Footer(show_command_palette=False)

    def on_mount(self) -> None:
        """Begin at the end of the text."""
        editor = self.query_one(_Editor)
        editor.tab_behavior = "focus"
        editor.move_cursor(editor.document.end)
        editor.focus()

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        """Keep what is typed, should the program stop here."""
        if event.text_area.text != self._before:
            self.fiches.session.edits[self._key] = event.text_area.text
            self.fiches.saver.touch()

    def action_nothing(self) -> None:
        """The editor itself takes this key."""

    def action_save(self) -> None:
        """Give the text back."""
        text = self.query_one(_Editor).text.strip()
        if text:
            self.fiches.session.edits.pop(self._key, None)
            self.fiches.saver.touch()
        self.dismiss(text)

    def action_close(self) -> None:
        """Close without saving; the text typed stays for the next time."""
        if self.query_one(_Editor).text == self._before:
            self.fiches.session.edits.pop(self._key, None)
        self.dismiss(None)
