"""A question answered by yes or no, for what cannot be undone."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.containers import Vertical
from textual.widgets import Footer, Static

from tui import texts
from tui.keys import key
from tui.screens.base import FichesModal

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType


class ConfirmScreen(FichesModal[bool]):
    """Gives true only on O; any way out is a no."""

    BINDINGS: ClassVar[list[BindingType]] = [
        key("o", "answer(True)", texts.KEY_YES),
        key("n,escape", "answer(False)", texts.KEY_NO),
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
