"""The passages behind the answer and the draft, bound both ways to the fields that use them."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.widgets.option_list import Option

from tui import texts
from tui.keys import key
from tui.rendering import note_content, source_content
from tui.rows import SourceRow, place, source_rows
from tui.widgets.choice import FullList

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.binding import BindingType

    from assistant.drafts.model import Draft
    from corpus.models import Citation


class SourcesPane(FullList):
    """A list of passages; Enter reads one in its document."""

    BINDINGS: ClassVar[list[BindingType]] = [
        key("enter", "select", texts.KEY_READ),
        key("c", "screen.field_of_source", texts.KEY_FIELD),
        key("u", "app.do('use')", texts.KEY_USE),
        key("f6", "screen.next_pane", texts.KEY_PANE),
        key("ctrl+p", "app.do('palette')", texts.KEY_COMMANDS),
        key("f1,ctrl+g", "app.do('help')", texts.KEY_HELP),
    ]

    def __init__(self) -> None:
        super().__init__(id="sources", markup=False)
        self._rows: list[SourceRow] = []

    def show(self, draft: Draft | None, answer: Sequence[Citation]) -> None:
        """Show the passages of the turn being looked at, then those of the draft."""
        here = self.row
        self._rows = source_rows(draft, answer)
        if not self._rows:
            self.set_options([Option(note_content(texts.SOURCES_EMPTY), disabled=True)])
            return
        self.set_options([Option(source_content(row)) for row in self._rows])
        self.highlighted = 0
        if here is not None:
            self.go_to(here.citation)

    @property
    def row(self) -> SourceRow | None:
        """The highlighted passage."""
        index = self.highlighted
        return self._rows[index] if index is not None and index < len(self._rows) else None

    def go_to(self, citation: Citation) -> None:
        """Highlight a passage, if it is shown."""
        wanted = place(citation)
        for index, row in enumerate(self._rows):
            if place(row.citation) == wanted:
                self.highlighted = index
                self.call_after_refresh(self.scroll_to_highlight, top=True)
                return
