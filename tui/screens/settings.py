"""Settings: the engine, where the data are, the theme."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content
from textual.widgets import Footer, OptionList, Static
from textual.widgets.option_list import Option

from tui import texts
from tui.screens.base import FichesScreen

if TYPE_CHECKING:
    from textual.app import ComposeResult


class SettingsScreen(FichesScreen):
    """What is in use, and what can be changed here."""

    def compose(self) -> ComposeResult:
        """A title and one list."""
        yield Static(texts.SETTINGS_TITLE, classes="pane-title", markup=False)
        yield OptionList(id="settings", markup=False)
        yield Footer(show_command_palette=False)

    def on_mount(self) -> None:
        """Show the settings."""
        self._show()
        self.query_one(OptionList).highlighted = 0

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Enter on the theme changes it."""
        if event.option_id == "theme":
            self.fiches.do("toggle_theme")
            self._show()

    def _show(self) -> None:
        backend = self.fiches.backend
        engine = texts.SETTINGS_ENGINE.format(name=backend.engine_name if backend else "…")
        data = texts.SETTINGS_DATA.format(path=backend.data if backend else "…")
        theme = texts.SETTINGS_THEME.format(name=self.app.theme)
        settings = self.query_one(OptionList)
        here = settings.highlighted
        settings.set_options(
            [
                Option(_entry(theme, texts.SETTINGS_THEME_HELP), id="theme"),
                Option(_entry(engine, texts.SETTINGS_ENGINE_HELP), id="engine"),
                Option(_entry(data, texts.SETTINGS_DATA_HELP), id="data"),
            ]
        )
        settings.highlighted = here


def _entry(name: str, hint: str) -> Content:
    return Content.assemble((name, "bold"), (f"\n{hint}\n", "$sourdine"))
