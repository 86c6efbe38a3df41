"""Lists that say in the footer what Enter and a few letters do."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.widgets import OptionList

from tui import texts
from tui.keys import key

if TYPE_CHECKING:
    from textual.binding import BindingType


class FullList(OptionList):
    """A list that has a highlight as soon as it has the keys: no key of its own falls on nothing."""

    def on_focus(self) -> None:
        """Begin at the first thing that can be chosen."""
        if self.highlighted is None:
            self.highlighted = next((n for n, option in enumerate(self.options) if not option.disabled), None)


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
