"""Settings: the theme, the engine and what leaves the machine with it, where the data are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content
from textual.widgets import Footer, OptionList, Static
from textual.widgets.option_list import Option

from tui import texts
from tui.jobs import start
from tui.screens.base import FichesScreen
from tui.screens.confirm import ConfirmScreen
from tui.screens.folder import FolderScreen
from tui.widgets.choice import SettingList

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from tui.jobs import JobDone, JobFailed
    from tui.records import EngineRow

ENGINE = "moteur:"


class SettingsScreen(FichesScreen):
    """What is in use, and what can be changed here."""

    def __init__(self, name: str | None = None) -> None:
        super().__init__(name=name)
        self._engines: list[EngineRow] = []

    def compose(self) -> ComposeResult:
        """A title and one list."""
        yield Static(texts.SETTINGS_TITLE, classes="pane-title", markup=False)
        yield SettingList(id="settings", markup=False)
        yield Footer(show_command_palette=False)

    def on_mount(self) -> None:
        """Show the settings, then the engines once they are read."""
        self._show()
        self.query_one(OptionList).highlighted = 0
        if backend := self.fiches.backend:
            start(self, "engines", backend.engines)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Enter on the theme or the mouse changes it, on an engine chooses it, on the keys tells them."""
        chosen = event.option_id or ""
        if chosen in ("toggle_theme", "mouse", "help"):
            self.fiches.do(chosen)
            self._show()
        elif chosen == "folder":
            self.app.push_screen(FolderScreen(), lambda path: self.fiches.indexing.index([path]) if path else None)
        row = next((e for e in self._engines if f"{ENGINE}{e.name}" == chosen), None)
        if row is not None and row.remote and not row.agreed:
            question = f"{row.notice}\n\n{texts.ENGINE_AGREE}"
            self.app.push_screen(ConfirmScreen(question), lambda yes: self._choose(row.name) if yes else None)
        elif row is not None:
            self._choose(row.name)

    def on_job_done(self, event: JobDone) -> None:
        """The engines were read, or one was chosen."""
        if event.group == "engines":
            self._engines = event.result
        elif backend := self.fiches.backend:
            self.fiches.say(texts.ENGINE_CHOSEN.format(name=texts.ENGINE_NAMES.get(event.result, event.result)))
            start(self, "engines", backend.engines)
        self._show()

    def on_job_failed(self, event: JobFailed) -> None:
        """Say what failed."""
        self.fiches.say(f"{event.message}\n→ {event.next_step}", error=True)

    def _choose(self, name: str) -> None:
        if backend := self.fiches.backend:
            start(self, "engine", lambda: backend.choose_engine(name))

    def _show(self) -> None:
        settings = self.query_one(OptionList)
        here = settings.highlighted_option
        theme = texts.SETTINGS_THEME.format(name=self.app.theme)
        options = [Option(_entry(theme, texts.SETTINGS_THEME_HELP), id="toggle_theme")]
        options += [*self._engine_options(), *self._other_options()]
        settings.set_options(options)
        settings.highlighted = settings.get_option_index(here.id) if here and here.id else 0

    def _engine_options(self) -> list[Option]:
        backend = self.fiches.backend
        used = backend.engine_name if backend else ""
        remote = any(engine.remote for engine in self._engines if engine.name == used)
        privacy = texts.SETTINGS_PRIVACY_HELP[remote]
        if backend and backend.share:
            privacy = f"{backend.share}\n{texts.SETTINGS_PRIVACY_HELP[True]}" if remote else backend.share
        return [
            *(Option(_engine(engine, used), id=f"{ENGINE}{engine.name}") for engine in self._engines),
            Option(Content.styled(f"{texts.SETTINGS_MORE}\n", "$sourdine"), disabled=True),
            Option(_entry(texts.SETTINGS_PRIVACY, privacy), id="privacy"),
        ]

    def _other_options(self) -> list[Option]:
        backend = self.fiches.backend
        mouse = texts.SETTINGS_MOUSE.format(state=texts.SETTINGS_MOUSE_STATES[self.fiches.handoff.mouse])
        data = texts.SETTINGS_DATA.format(path=backend.data if backend else "…")
        told = (
            ("data", data, texts.SETTINGS_DATA_HELP),
            ("folder", texts.SETTINGS_FOLDER, texts.SETTINGS_FOLDER_HELP),
            ("mouse", mouse, texts.SETTINGS_MOUSE_HELP),
            ("help", texts.SETTINGS_KEYS, texts.SETTINGS_KEYS_HELP),
        )
        return [Option(_entry(name, hint), id=kind) for kind, name, hint in told]


def _engine(row: EngineRow, used: str) -> Content:
    state = texts.ENGINE_USED if row.name == used else texts.ENGINE_CHOOSE
    name = texts.ENGINE_NAMES.get(row.name, row.name)
    return _entry(texts.SETTINGS_ENGINE.format(name=name, state=state), row.notice)


def _entry(name: str, hint: str) -> Content:
    return Content.assemble((name, "bold"), (f"\n{hint}\n", "$sourdine"))
