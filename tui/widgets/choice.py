"""Lists that say in the footer what Enter and a few letters do."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip
from textual.widgets import OptionList

from tui import texts
from tui.keys import key

if TYPE_CHECKING:
    from textual.app import App
    from textual.binding import BindingType


class FullList(OptionList):
    """A list that has a highlight as soon as it has the keys, and that shows it even without a shade to do so."""

    def on_focus(self) -> None:
        """Begin at the first thing that can be chosen: no key falls on nothing."""
        if self.highlighted is None:
            self.highlighted = next((n for n, option in enumerate(self.options) if not option.disabled), None)
        self.call_after_refresh(self.scroll_to_highlight)

    def render_line(self, y: int) -> Strip:
        """Render a line; where colours are few, the highlighted option is reversed, which Textual's styles cannot."""
        strip = super().render_line(y)
        line = self.scroll_offset.y + y
        shown = self.has_focus and self.highlighted is not None and line < len(self._lines)
        if shown and self._lines[line][0] == self.highlighted and _few_colours(self.app):
            return Strip([_reversed(segment) for segment in strip], strip.cell_length)
        return strip


def _few_colours(app: App[object]) -> bool:
    return app.no_color or app.has_class("-few-colours")


def _reversed(segment: Segment) -> Segment:
    style = segment.style or Style()
    return Segment(segment.text, Style(reverse=True, bold=style.bold, strike=style.strike, meta=style.meta))


class OpenList(FullList):
    """Enter opens."""

    BINDINGS: ClassVar[list[BindingType]] = [key("enter", "select", texts.KEY_OPEN)]


class KeptList(OpenList):
    """What the home screen lists: drafts and conversations may be deleted, drafts duplicated."""

    BINDINGS: ClassVar[list[BindingType]] = [
        key("x,delete", "screen.delete", texts.KEY_ERASE),
        key("m", "screen.duplicate", texts.KEY_DUPLICATE),
        key("ctrl+z", "screen.restore", texts.KEY_RESTORE, show=False),
    ]


class ReadList(FullList):
    """Enter reads in the document."""

    BINDINGS: ClassVar[list[BindingType]] = [key("enter", "select", texts.KEY_READ)]


class DocumentList(ReadList):
    """The documents of the corpus."""

    BINDINGS: ClassVar[list[BindingType]] = [
        key("f", "screen.filter", texts.KEY_FILTER),
        key("n", "screen.add", texts.KEY_INDEX),
        key("x,delete", "screen.remove", texts.KEY_REMOVE),
        key("l", "screen.reread", texts.KEY_REREAD, show=False),
    ]


class FicheList(ReadList):
    """What was read of a document: a fiche may be corrected, or taken as a model."""

    BINDINGS: ClassVar[list[BindingType]] = [
        key("m", "screen.model", texts.KEY_MODEL),
        key("c", "screen.correct", texts.KEY_CORRECT),
        key("f", "screen.filter", texts.KEY_FILTER),
    ]


class HitList(ReadList):
    """Enter reads or opens, U uses a passage in a field."""

    BINDINGS: ClassVar[list[BindingType]] = [key("u", "app.do('use')", texts.KEY_USE)]


class BudgetList(FullList):
    """The lines of one side of the budget."""

    BINDINGS: ClassVar[list[BindingType]] = [
        key("enter", "select", texts.KEY_CORRECT),
        key("f6", "screen.next_part", texts.KEY_COLUMN, show=False),
        key("a", "screen.decide('accept')", texts.KEY_ACCEPT),
        key("r", "screen.decide('refuse')", texts.KEY_REFUSE),
        key("x,delete", "screen.decide('remove')", texts.KEY_DELETE),
    ]


class ExportList(FullList):
    """Enter writes the file."""

    BINDINGS: ClassVar[list[BindingType]] = [key("enter", "select", texts.KEY_FINAL)]


class SettingList(FullList):
    """Enter changes or opens what can be."""

    BINDINGS: ClassVar[list[BindingType]] = [key("enter", "select", texts.KEY_CHOOSE)]
