"""The palette: every command by its name, found by any of its words, accents aside."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Footer, Input
from textual.widgets.option_list import Option

from corpus.text.folding import fold
from tui import texts
from tui.commands import COMMANDS, Command
from tui.hanging import Hanging, Ledger, row
from tui.keys import key
from tui.screens.base import FichesModal
from tui.widgets.choice import FullList

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType
    from textual.widgets import OptionList


class PaletteScreen(FichesModal[Command | None]):
    """Gives a command, or nothing."""

    BINDINGS: ClassVar[list[BindingType]] = [
        key("enter", "choose", texts.KEY_CHOOSE, priority=True),
        key("up", "move(-1)", texts.KEY_PREVIOUS, priority=True),
        key("down", "move(1)", texts.KEY_NEXT, priority=True),
        key("escape,ctrl+p", "close", texts.KEY_CANCEL),
    ]

    def compose(self) -> ComposeResult:
        """The line to type in, and the commands."""
        with Vertical(id="palette", classes="dialog"):
            yield Input(placeholder=texts.PALETTE_HINT, id="wanted", compact=True)
            yield FullList(id="commands", markup=False)
        yield Footer(show_command_palette=False)

    def on_mount(self) -> None:
        """Offer everything."""
        self._show("")

    def on_input_changed(self, event: Input.Changed) -> None:
        """Offer what the words find."""
        self._show(event.value)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """So does a click."""
        self.dismiss(next((c for c in COMMANDS if c.name == event.option_id), None))

    def action_choose(self) -> None:
        """Take the highlighted command."""
        option = self.query_one(FullList).highlighted_option
        command = next((c for c in COMMANDS if option is not None and c.name == option.id), None)
        if command is not None:
            self.dismiss(command)

    def action_move(self, step: int) -> None:
        """Up and down in the commands, from the line."""
        commands = self.query_one(FullList)
        (commands.action_cursor_up if step < 0 else commands.action_cursor_down)()

    def action_close(self) -> None:
        """Close without a command."""
        self.dismiss(None)

    def _show(self, wanted: str) -> None:
        commands = self.query_one(FullList)
        options = [Option(_line(command), id=command.name) for command in found(wanted)]
        none = Option(Content.styled(texts.PALETTE_NONE, "$sourdine"), disabled=True)
        commands.set_options(options or [none])
        commands.highlighted = 0 if options else None


def found(wanted: str) -> list[Command]:
    """The commands that hold every word; those whose name or title holds them first."""
    words = fold(wanted).split()
    named = [c for c in COMMANDS if _holds(f"{c.title} {c.name} {' '.join(c.aliases)}", words)]
    return [*named, *(c for c in COMMANDS if c not in named and _holds(f"{c.title} {c.name} {c.summary}", words))]


def _holds(text: str, words: list[str]) -> bool:
    folded = fold(text)
    return all(word in folded for word in words)


def _line(command: Command) -> Hanging:
    title = Ledger(Content.styled(command.title, "bold"), Content.styled(command.key, "$sourdine"))
    return Hanging([row("", title), row("  ", Content.styled(command.summary, "$sourdine"))])
