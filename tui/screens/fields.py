"""Choosing a field of the form."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.containers import Vertical
from textual.widgets import Footer, OptionList, Static
from textual.widgets.option_list import Option

from corpus.fiche import CHAMPS
from tui import texts
from tui.keys import key
from tui.screens.base import FichesModal
from tui.widgets.choice import OpenList

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType

FIELDS = tuple(cle for cle, champ in CHAMPS.items() if champ.nature not in ("echeances", "budget"))
"""The fields a text can go to."""


class FieldScreen(FichesModal[str | None]):
    """Gives the key of a field, or nothing."""

    BINDINGS: ClassVar[list[BindingType]] = [key("escape", "close", texts.KEY_CANCEL)]

    def __init__(self, here: str = "") -> None:
        super().__init__()
        self._here = here

    def compose(self) -> ComposeResult:
        """A title and the fields in the order of the form."""
        with Vertical(classes="dialog small"):
            yield Static(texts.USE_TITLE, classes="dialog-title", markup=False)
            yield OpenList(*(Option(CHAMPS[cle].libelle, id=cle) for cle in FIELDS), id="fields", markup=False)
        yield Footer(show_command_palette=False)

    def on_mount(self) -> None:
        """Begin at the field that was looked at in the draft."""
        self.query_one(OptionList).highlighted = FIELDS.index(self._here) if self._here in FIELDS else 0

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Enter chooses."""
        self.dismiss(event.option_id)

    def action_close(self) -> None:
        """Close without a field."""
        self.dismiss(None)
