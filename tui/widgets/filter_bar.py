"""One line of filters over a list: a word, and three things to choose among; what changes is told at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.containers import Horizontal
from textual.message import Message
from textual.widgets import Input, Select
from textual.widgets._select import SelectCurrent, SelectOverlay

from tui import texts
from tui.filtering import FAILED, READ, WITHOUT, CorpusFilter
from tui.keys import key
from tui.shortening import shorten

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from tui.records import DocumentRow

STATES = ((texts.FILTER_READ, READ), (texts.FILTER_WITHOUT, WITHOUT), (texts.FILTER_FAILED, FAILED))


class Menu(SelectOverlay):
    """What can be chosen; Textual's own tells its keys in English."""

    BINDINGS: ClassVar[list[BindingType]] = [
        key("enter", "select", texts.KEY_CHOOSE),
        key("escape", "dismiss", texts.KEY_CANCEL),
    ]


class Choice(Select[str]):
    """A line that opens a menu."""

    BINDINGS: ClassVar[list[BindingType]] = [key("enter,down,space,up", "show_overlay", texts.KEY_CHOOSE)]

    def compose(self) -> ComposeResult:
        """The choice made, and the menu."""
        yield SelectCurrent(self.prompt)
        yield Menu().data_bind(compact=Choice.compact)


class FilterBar(Horizontal):
    """The filters of the corpus; Escape takes them off, Enter goes to the list."""

    BINDINGS: ClassVar[list[BindingType]] = [
        key("escape", "screen.unfilter", texts.KEY_NO_FILTER),
        key("f6", "screen.filtered", texts.KEY_LIST),
    ]

    class Changed(Message):
        """Something else is asked for."""

        def __init__(self, wanted: CorpusFilter) -> None:
            super().__init__()
            self.wanted = wanted

    def compose(self) -> ComposeResult:
        """The word, then what can be chosen."""
        yield Input(placeholder=texts.FILTER_TEXT, id="filter-text", compact=True)
        yield Choice((), prompt=texts.FILTER_TERRITORY, id="filter-territoire", compact=True)
        yield Choice((), prompt=texts.FILTER_THEME, id="filter-theme", compact=True)
        yield Choice(STATES, prompt=texts.FILTER_STATE, id="filter-etat", compact=True)

    @property
    def wanted(self) -> CorpusFilter:
        """What is asked for now."""
        chosen = {part: self._chosen(part) for part in ("territoire", "theme", "etat")}
        return CorpusFilter(text=self.query_one(Input).value.strip(), **chosen)

    def offer(self, documents: Sequence[DocumentRow], themes: Sequence[tuple[str, str]]) -> None:
        """Offer the territories of these documents, and these themes, keeping what is chosen."""
        territories = sorted({row.territoire for row in documents if row.territoire})
        self._offer("territoire", [(shorten(name, 40), name) for name in territories])
        self._offer("theme", [(name, kind) for kind, name in themes])

    def clear(self) -> None:
        """Ask for everything."""
        self.query_one(Input).value = ""
        for select in self.query(Select):
            select.clear()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Another word."""
        event.stop()
        self.post_message(self.Changed(self.wanted))

    def on_select_changed(self, event: Select.Changed) -> None:
        """Another choice."""
        event.stop()
        self.post_message(self.Changed(self.wanted))

    def _select(self, part: str) -> Select[str]:
        return self.query_one(f"#filter-{part}", Select)

    def _chosen(self, part: str) -> str:
        value = self._select(part).value
        return value if isinstance(value, str) else ""

    def _offer(self, part: str, options: list[tuple[str, str]]) -> None:
        before = self._chosen(part)
        select = self._select(part)
        with self.prevent(Select.Changed):
            select.set_options(options)
            if before in [value for _, value in options]:
                select.value = before
