"""Going from one screen to another, and what concerns the program itself."""

from __future__ import annotations

from textual.widgets import TextArea

from tui import texts
from tui.deeds.base import Part


class Going(Part):
    """Screens, the palette, the terminal."""

    def _do_help(self, _: str) -> None:
        self._app.navigation.help()

    def _do_palette(self, _: str) -> None:
        self._app.navigation.palette()

    def _do_home(self, _: str) -> None:
        self._app.navigation.go("accueil")

    def _do_corpus(self, _: str) -> None:
        self._app.navigation.go("corpus")

    def _do_search(self, rest: str) -> None:
        self._app.navigation.go("recherche")
        if rest:
            self._app.call_after_refresh(lambda: getattr(self._app.screen, "look_for", str)(rest))

    def _do_settings(self, _: str) -> None:
        self._app.navigation.go("reglages")

    def _do_sample(self, _: str) -> None:
        self._app.navigation.go("exemple")

    def _do_workshop(self, _: str) -> None:
        self._app.navigation.go("atelier")

    def _do_export(self, _: str) -> None:
        if self._app.session.draft is None:
            self._app.say(texts.NO_DRAFT)
        else:
            self._app.navigation.go("export")

    def _do_draft(self, _: str) -> None:
        self._app.navigation.go("atelier")
        self._app.workshop_screen.front("draft")

    def _do_open_kept(self, _: str) -> None:
        self._app.navigation.go("accueil")

    def _do_erase(self, _: str) -> None:
        self._app.navigation.go("accueil")
        self._app.say(texts.ERASE_HOW)

    def _do_source(self, _: str) -> None:
        self._app.navigation.go("atelier")
        self._app.workshop_screen.action_sources()

    def _do_budget(self, _: str) -> None:
        if self._app.session.draft is None:
            self._app.say(texts.NO_DRAFT)
        else:
            self._app.navigation.go("budget")

    def _do_mouse(self, _: str) -> None:
        self._app.handoff.toggle_mouse()

    def _do_editor(self, _: str) -> None:
        area = self._app.focused
        if not isinstance(area, TextArea):
            self._app.navigation.go("atelier")
            self._app.workshop_screen.front("conversation")
            area = self._app.workshop_screen.composer
        self._app.handoff.edit(area)

    def _do_leave(self, _: str) -> None:
        self._app.leave()

    def _do_toggle_theme(self, _: str) -> None:
        self._app.theme = self._app.session.theme = "sombre" if self._app.theme == "clair" else "clair"
        self._app.saver.touch()
