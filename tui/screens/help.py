"""Help: the keys of each part and every command, made from the registries themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Footer, Static

from tui import texts
from tui.commands import COMMANDS
from tui.screens.base import FichesScreen
from tui.widgets.composer import Composer
from tui.widgets.conversation import Conversation
from tui.widgets.draft_pane import DraftPane
from tui.widgets.sources_pane import SourcesPane

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult
    from textual.binding import BindingType

_PARTS: tuple[tuple[str, Sequence[BindingType]], ...] = (
    (f"{texts.PANE_CONVERSATION} (saisie)", Composer.BINDINGS),
    (f"{texts.PANE_CONVERSATION} (relecture)", Conversation.BINDINGS),
    (texts.PANE_DRAFT, DraftPane.BINDINGS),
    (texts.PANE_SOURCES, SourcesPane.BINDINGS),
)


class HelpScreen(FichesScreen):
    """One page, scrolled with the arrows."""

    def compose(self) -> ComposeResult:
        """The page."""
        with VerticalScroll(id="help"):
            yield Static(help_content(), markup=False)
        yield Footer(show_command_palette=False)


def help_content() -> Content:
    """The keys part by part, then the commands."""
    lines = [Content.styled(texts.HELP_TITLE, "bold $text-primary"), Content(texts.WELCOME), Content("")]
    for name, bindings in _PARTS:
        lines.append(Content.styled(name, "bold $text-primary"))
        lines += [_key(b) for b in bindings if isinstance(b, Binding) and b.description]
        lines.append(Content(""))
    lines.append(Content.styled(texts.KEY_COMMANDS, "bold $text-primary"))
    for command in COMMANDS:
        name = f"/{command.name}"
        lines.append(Content.assemble((f"  {name:<16}", "bold"), f"{command.key:<8}", command.summary))
    return Content("\n").join(lines)


def _key(binding: Binding) -> Content:
    shown = binding.key_display or " ".join(key.capitalize() for key in binding.key.split(",")[:1])
    return Content.assemble((f"  {shown:<16}", "bold"), binding.description)
