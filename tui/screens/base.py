"""What every screen shares: one application type, and Escape that goes back without losing anything."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, TypeVar, cast

from textual.screen import ModalScreen, Screen

from tui import texts
from tui.keys import key

if TYPE_CHECKING:
    from textual.binding import BindingType

    from tui.app import FichesApp

Result = TypeVar("Result")
MEDIUM, WIDE = 100, 150
BREAKPOINTS: list[tuple[int, str]] | None = [(0, "-narrow"), (MEDIUM, "-medium"), (WIDE, "-wide")]
"""Widths in columns from which a screen shows one, two or three panes."""


class FichesScreen(Screen[None]):
    """A screen of the application; its width decides how many panes it shows."""

    HORIZONTAL_BREAKPOINTS = BREAKPOINTS

    BINDINGS: ClassVar[list[BindingType]] = [
        key("escape", "back", texts.KEY_BACK),
    ]

    @property
    def fiches(self) -> FichesApp:
        """The application, by its own type."""
        return cast("FichesApp", self.app)

    def action_back(self) -> None:
        """Go back to the screen under this one."""
        self.fiches.navigation.back()


class FichesModal(ModalScreen[Result]):
    """A question over a screen."""

    @property
    def fiches(self) -> FichesApp:
        """The application, by its own type."""
        return cast("FichesApp", self.app)
