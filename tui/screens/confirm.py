"""A question answered by yes or no, for what cannot be undone."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Footer, Static

from tui import texts
from tui.screens.base import FichesModal

if TYPE_CHECKING:
    from textual.app import ComposeResult


class ConfirmScreen(FichesModal[bool]):
    """Gives true only on O; any way out is a no."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("o", "answer(True)", texts.KEY_YES, key_display="O"),
        Binding("n,escape", "answer(False)", texts.KEY_NO, key_display="N"),
    ]

    def __init__(self, question: str) -> None:
        super().__init__()
        self._question = question

    def compose(self) -> ComposeResult:
        """The question, in a frame."""
        with Vertical(classes="dialog small"):
            yield Static(self._question, markup=False)
        yield Footer(show_command_palette=False)

    def action_answer(self, yes: bool) -> None:
        """Close with the answer."""
        self.dismiss(yes)
