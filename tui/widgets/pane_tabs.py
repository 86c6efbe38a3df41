"""The names of the panes, with the one in front: what a narrow terminal shows of the others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from tui import texts

if TYPE_CHECKING:
    from textual import events

PANES: dict[str, str] = {
    "conversation": texts.PANE_CONVERSATION,
    "draft": texts.PANE_DRAFT,
    "sources": texts.PANE_SOURCES,
}
"""The panes in the order F6 walks them."""


class PaneTabs(Static):
    """A line of tabs in one node; a click chooses."""

    class Chosen(Message):
        """A pane was clicked."""

        def __init__(self, pane: str) -> None:
            super().__init__()
            self.pane = pane

    def __init__(self) -> None:
        super().__init__("", id="tabs", markup=False)

    def show(self, current: str, notes: dict[str, str]) -> None:
        """Show which pane is in front; ``notes`` add a short count to a name."""
        parts: list[str | tuple[str, str]] = []
        for key, name in PANES.items():
            text = f" {name}{notes.get(key, '')} "
            parts.append((text, "bold reverse") if key == current else (text, "$sourdine"))
            parts.append(" ")
        self.update(Content.assemble(*parts))

    def on_click(self, event: events.Click) -> None:
        """Choose the pane under the mouse."""
        start = 0
        plain = str(self.content)
        for key, name in PANES.items():
            place = plain.index(name, start)
            if event.x <= place + len(name):
                self.post_message(self.Chosen(key))
                return
            start = place
