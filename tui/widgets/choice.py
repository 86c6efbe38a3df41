"""Lists that say in the footer what Enter does."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.widgets import OptionList

from tui import texts


class OpenList(OptionList):
    """Enter opens."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "select", texts.KEY_OPEN, key_display="Entrée")]


class ReadList(OptionList):
    """Enter reads in the document."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "select", texts.KEY_READ, key_display="Entrée")]


class FicheList(ReadList):
    """C corrects the highlighted fiche; the samples stay on E, unsaid, so that the footer holds."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("c", "screen.correct", texts.KEY_CORRECT, key_display="C"),
        Binding("e", "screen.samples", texts.KEY_SAMPLES, show=False),
    ]


class HitList(ReadList):
    """Enter reads or opens, U uses a passage in a field."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("u", "app.do('use')", texts.KEY_USE, key_display="U")]


class BudgetList(OptionList):
    """The lines of one side of the budget."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "select", texts.KEY_EDIT, key_display="Entrée"),
        Binding("a", "screen.decide('accept')", texts.KEY_ACCEPT, key_display="A"),
        Binding("r", "screen.decide('refuse')", texts.KEY_REFUSE, key_display="R"),
        Binding("x,delete", "screen.decide('remove')", texts.KEY_DELETE, key_display="X"),
    ]


class ExportList(OptionList):
    """Enter writes the file."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "select", texts.KEY_FINAL, key_display="Entrée")]
