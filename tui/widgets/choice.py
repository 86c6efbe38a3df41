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


class ExportList(OptionList):
    """Enter writes the file."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "select", texts.KEY_FINAL, key_display="Entrée")]
