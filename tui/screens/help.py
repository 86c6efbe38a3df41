"""Help: the part one is in, what holds everywhere, the other parts, the commands; all from the registries."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Footer, Static

from tui import texts, texts_help
from tui.commands import COMMANDS
from tui.hanging import Hanging, Row, row
from tui.helping import EVERYWHERE, PARTS, HelpPart
from tui.keys import key, spoken
from tui.screens.base import FichesScreen

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.app import ComposeResult
    from textual.binding import Binding, BindingType

MARGIN, COMMAND_MARGIN = 20, 28


class HelpScreen(FichesScreen):
    """One page, scrolled with the arrows; the key that opens it closes it."""

    BINDINGS: ClassVar[list[BindingType]] = [key("f1,ctrl+g", "back", texts.KEY_BACK, show=False)]

    def __init__(self, part: HelpPart) -> None:
        super().__init__(name="aide")
        self._part = part

    def compose(self) -> ComposeResult:
        """The page."""
        with VerticalScroll(id="help"):
            yield Static(Hanging(list(_rows(self._part))), markup=False)
        yield Footer(show_command_palette=False)


def _rows(here: HelpPart) -> Iterator[Row]:
    yield _title(texts_help.TITLE.format(part=here.name))
    yield from _part(here)
    yield _title(texts_help.EVERYWHERE)
    yield row("", texts_help.GENERAL)
    yield from (_key(binding) for binding in EVERYWHERE)
    yield row("", " ")
    for part in PARTS:
        if part is not here:
            yield _title(part.name)
            yield from _part(part)
    yield _title(texts_help.COMMANDS)
    yield row("", texts_help.COMMANDS_HOW)
    for command in COMMANDS:
        margin = f"  {'/' + command.name:<16}{command.key:<10}"
        yield row(f"{margin:<{COMMAND_MARGIN}}", command.summary, "bold")


def _part(part: HelpPart) -> Iterator[Row]:
    yield row("", part.text)
    yield from (_key(binding) for binding in part.bindings)
    yield row("", " ")


def _title(text: str) -> Row:
    return row("", Content.styled(text, "bold $text-primary"))


def _key(binding: Binding) -> Row:
    return row(f"  {spoken(binding):<{MARGIN - 2}}", meaning(binding), "bold")


def meaning(binding: Binding) -> str:
    """What a key does, in full: the title of its command, or what the catalogue says of its action."""
    action = binding.action.removeprefix("app.").removeprefix("screen.")
    if action in texts_help.KEYS:
        return texts_help.KEYS[action]
    if action.startswith("do("):
        wanted = action.removeprefix("do('").removesuffix("')")
        return next((c.title for c in COMMANDS if c.action == wanted), binding.description)
    return binding.description
