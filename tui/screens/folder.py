"""Typing the path of a folder or a file, with completion."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual.containers import Vertical
from textual.suggester import Suggester
from textual.widgets import Footer, Input, Static

from tui import texts
from tui.keys import key
from tui.screens.base import FichesModal

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType


class PathSuggester(Suggester):
    """Suggests the first folder or file whose path begins as typed."""

    def __init__(self) -> None:
        super().__init__(use_cache=False, case_sensitive=True)

    async def get_suggestion(self, value: str) -> str | None:
        """The typed text completed, or nothing."""
        return complete(value)


def complete(value: str) -> str | None:
    """Complete a typed path with the first entry that fits."""
    folder, _, start = value.rpartition("/")
    if not value or not start:
        return None
    try:
        entries = sorted(p for p in Path(folder or "/").expanduser().iterdir() if p.name.startswith(start))
    except OSError:
        return None
    prefix = f"{folder}/" if "/" in value else ""
    return next((f"{prefix}{p.name}{'/' if p.is_dir() else ''}" for p in entries), None)


class FolderScreen(FichesModal[Path | None]):
    """Gives a path that exists, or nothing."""

    BINDINGS: ClassVar[list[BindingType]] = [
        key("enter", "submit", texts.KEY_INDEX, priority=True),
        key("escape", "close", texts.KEY_CANCEL),
        key("tab", "complete", show=False, priority=True),
    ]

    def compose(self) -> ComposeResult:
        """A line to type in, with its help and its error."""
        with Vertical(classes="dialog small"):
            yield Static(texts.FOLDER_TITLE, classes="dialog-title", markup=False)
            yield Static(texts.FOLDER_HELP, markup=False)
            yield Input(suggester=PathSuggester(), id="path")
            yield Static("", id="problem", markup=False)
        yield Footer(show_command_palette=False)

    def action_submit(self) -> None:
        """Accept a path that exists; keep the text of one that does not."""
        typed = self.query_one(Input).value.strip()
        path = Path(typed.strip("'\"")).expanduser()
        if typed and path.exists():
            self.dismiss(path)
        else:
            self.query_one("#problem", Static).update(texts.FOLDER_MISSING.format(path=typed))

    def action_complete(self) -> None:
        """Take the suggestion."""
        self.query_one(Input).action_cursor_right()

    def action_close(self) -> None:
        """Close without a path."""
        self.dismiss(None)
