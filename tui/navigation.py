"""Where one is: a stack of screens over the home screen, each at most once."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

from tui.jobs import start
from tui.opening import snapshot
from tui.screens.home import HomeScreen

if TYPE_CHECKING:
    from textual.screen import Screen

    from corpus.models import Citation
    from tui.app import FichesApp
    from tui.commands import Command
    from tui.screens.atelier import AtelierScreen


class Navigation:
    """Opens screens by name; home and workshop are kept, the others are made when asked for."""

    def __init__(self, app: FichesApp) -> None:
        self._app = app
        self.home = HomeScreen()
        self._warmed = False

    def start(self) -> None:
        """Put the home screen under everything."""
        self._app.install_screen(self.home, "accueil")
        self._app.push_screen(self.home)

    @cached_property
    def atelier(self) -> AtelierScreen:
        """The workshop, made when first asked for and kept."""
        from tui.screens.atelier import AtelierScreen

        screen = AtelierScreen()
        self._app.install_screen(screen, "atelier")
        return screen

    def go(self, name: str) -> None:
        """Go to a screen: back to it when it is under this one, else on top."""
        for depth, screen in enumerate(reversed(self._app.screen_stack)):
            if screen.name == name or screen is self._kept(name):
                for _ in range(depth):
                    self._app.pop_screen()
                break
        else:
            self._app.push_screen(self._kept(name) or _make(name))
        if name in ("accueil", "atelier"):
            self._app.session.screen = name
            self._app.saver.touch()
        if name == "accueil":
            self._app.conversations.keep()
            self.refresh_home()
        if name in ("atelier", "recherche"):
            self._warm()

    def back(self) -> None:
        """Leave the screen in front; home stays."""
        if self._app.screen is self.home:
            return
        self._app.pop_screen()
        if self._app.screen is self.home:
            self.go("accueil")

    def read(self, citation: Citation) -> None:
        """Open a document at the lines of a citation."""
        from tui.screens.reading import ReadingScreen

        self._app.push_screen(ReadingScreen(citation))

    def help(self) -> None:
        """Open the help at the part one is in."""
        from tui.helping import part_of
        from tui.screens.help import HelpScreen

        here = self._app.focused or self._app.screen
        self._app.push_screen(HelpScreen(part_of(list(here.ancestors_with_self))))

    def _warm(self) -> None:
        """Load the search behind the screen the first time it will be needed."""
        backend = self._app.backend
        if not self._warmed and backend is not None and self.home.has_corpus:
            self._warmed = True
            start(self._app, "warm", backend.warm)

    def refresh_home(self) -> None:
        """Read again what the home screen lists."""
        if backend := self._app.backend:
            start(self._app, "snapshot", lambda: snapshot(backend))

    def palette(self) -> None:
        """Open the palette of commands."""
        from tui.screens.palette import PaletteScreen

        self._app.push_screen(PaletteScreen(), self.from_palette)

    def from_palette(self, command: Command | None) -> None:
        """Do a command chosen in the palette; one that needs a text is begun in the composer."""
        if command is None:
            return
        if command.takes:
            self.go("atelier")
            self.atelier.begin(f"/{command.name} ")
        else:
            self._app.do(command.action)

    def _kept(self, name: str) -> Screen[Any] | None:
        if name == "accueil":
            return self.home
        return self.atelier if name == "atelier" else None


def _make(name: str) -> Screen[Any]:
    """The screens that are built when they are asked for."""
    from tui.screens.budget import BudgetScreen
    from tui.screens.corpus import CorpusScreen
    from tui.screens.export import ExportScreen
    from tui.screens.sample import SampleScreen
    from tui.screens.search import SearchScreen
    from tui.screens.settings import SettingsScreen

    makers: dict[str, type[Screen[Any]]] = {
        "budget": BudgetScreen,
        "corpus": CorpusScreen,
        "exemple": SampleScreen,
        "export": ExportScreen,
        "recherche": SearchScreen,
        "reglages": SettingsScreen,
    }
    return makers[name](name=name)
