"""The three panes of the workshop: which is in front, and how one goes from one to the next."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.containers import Horizontal, Vertical
from textual.widgets import Footer, Static

from tui import texts
from tui.keys import key
from tui.screens.base import MEDIUM, WIDE, FichesScreen
from tui.widgets.composer import Composer
from tui.widgets.conversation import Conversation
from tui.widgets.draft_pane import DraftPane
from tui.widgets.pane_tabs import PANES, PaneTabs
from tui.widgets.sources_pane import SourcesPane
from tui.widgets.status import StatusLine

if TYPE_CHECKING:
    from textual import events
    from textual.app import ComposeResult
    from textual.binding import BindingType


class PanesScreen(FichesScreen):
    """Conversation, draft and sources side by side when there is room, one at a time when not."""

    BINDINGS: ClassVar[list[BindingType]] = [
        key("f6", "next_pane", texts.KEY_PANE, show=False),
        key("shift+f6", "next_pane(-1)", texts.KEY_PREVIOUS, show=False),
        key("ctrl+z", "app.do('undo')", texts.KEY_UNDO, show=False),
        key("escape", "stop_or_back", texts.KEY_BACK, show=False),
    ]

    def __init__(self) -> None:
        super().__init__(name="atelier")
        self.conversation = Conversation("turns")
        self.composer = Composer()
        self.draft_pane = DraftPane()
        self.sources = SourcesPane()
        self.status = StatusLine()
        self.ready = False

    def compose(self) -> ComposeResult:
        """Tabs, the three panes, the status."""
        yield PaneTabs()
        with Horizontal(id="panes"):
            with Vertical(id="pane-conversation", classes="pane"):
                yield self.conversation
                yield Static("", id="completion", markup=False)
                yield self.composer
            with Vertical(id="pane-draft", classes="pane"):
                yield Static("", id="draft-title", markup=False)
                yield self.draft_pane
            with Vertical(id="pane-sources", classes="pane"):
                yield Static(texts.PANE_SOURCES, id="sources-title", markup=False)
                yield self.sources
        yield self.status
        yield Footer(show_command_palette=False)

    def front(self, pane: str) -> None:
        """Bring a pane to the front and give it the keys."""
        self.fiches.session.pane = pane = pane if pane in PANES else "conversation"
        if not self.ready:
            return
        self._arrange_panes()
        {"conversation": self.composer, "draft": self.draft_pane, "sources": self.sources}[pane].focus()

    def action_next_pane(self, step: int = 1) -> None:
        """Go round the panes."""
        names = list(PANES)
        self.front(names[(names.index(self.fiches.session.pane) + step) % len(names)])
        self.fiches.saver.touch()

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """A click or Tab in a pane brings it to the front."""
        pane = "conversation"
        if event.widget in (self.draft_pane, self.sources):
            pane = "draft" if event.widget is self.draft_pane else "sources"
        if pane != self.fiches.session.pane:
            self.fiches.session.pane = pane
            self._arrange_panes()

    def on_resize(self) -> None:
        """Show as many panes as the width allows."""
        self._arrange_panes()

    def _arrange_panes(self) -> None:
        """Show the panes by hand: a class on the screen would restyle every turn of the conversation."""
        front, width = self.fiches.session.pane, self.app.size.width
        shown = panes_for(width, front)
        for pane in PANES:
            self.query_one(f"#pane-{pane}").display = pane in shown
        for pane in ("draft", "sources"):
            self.query_one(f"#{pane}-title").set_class(pane == front, "front")
        self.show_tabs()

    def on_pane_tabs_chosen(self, event: PaneTabs.Chosen) -> None:
        """A tab was clicked."""
        self.front(event.pane)

    def show_tabs(self) -> None:
        """Name the panes, with the count of proposals to decide on."""
        draft = self.fiches.session.draft
        waiting = sum(1 for v in draft.valeurs if v.etat == "propose") if draft else 0
        notes = {"draft": f" ({waiting})" if waiting else ""}
        self.query_one(PaneTabs).show(self.fiches.session.pane, notes)


def panes_for(width: int, front: str) -> set[str]:
    """The panes a width has room for: all of them, two with the draft among them, or the one in front."""
    if width >= WIDE:
        return set(PANES)
    if width >= MEDIUM:
        return {"draft", "sources" if front == "sources" else "conversation"}
    return {front}
