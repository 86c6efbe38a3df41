"""What goes through the terminal: copying, the mouse given back to it, a text opened in the coordinator's editor."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from textual.app import SuspendNotSupported

from corpus.text.cleaning import clean, clean_line
from tui import texts
from tui.clipboard import copy_with_a_tool
from tui.jobs import start

if TYPE_CHECKING:
    from textual.widgets import TextArea

    from tui.app import FichesApp

EDITORS = ("nano", "vim", "vi", "notepad")
"""Looked for when neither VISUAL nor EDITOR says which."""


def editor_command() -> list[str]:
    """The editor the coordinator uses, else one this machine has; empty when there is none."""
    chosen = os.environ.get("VISUAL") or os.environ.get("EDITOR")
    if chosen:
        return shlex.split(chosen)
    return next(([name] for name in EDITORS if shutil.which(name)), [])


LONG = 6.0
"""Seconds of work after which the end is announced."""


class Handoff:
    """The doors between the interface and the terminal it runs in."""

    def __init__(self, app: FichesApp) -> None:
        self._app = app
        self._copied = 0
        self.mouse = True

    def title(self, text: str) -> None:
        """Name the window of the terminal, as far as it lets itself be named."""
        driver = self._app._driver  # noqa: SLF001 - Textual has no public door to the terminal
        if driver is not None:
            driver.write(f"\x1b]0;{clean_line(text)}\x07")

    def long_work_done(self, seconds: float) -> None:
        """Ring and say so in the title, when it took long enough to look elsewhere."""
        self.title(texts.TITLE_READY if seconds >= LONG else texts.APP_TITLE)
        if seconds >= LONG:
            self._app.bell()

    def copy(self, text: str) -> None:
        """Copy by the terminal and by a tool of the system; :meth:`copied` says which held it."""
        self._copied = len(text)
        self._app.copy_to_clipboard(text)
        start(self._app, "copy", lambda: copy_with_a_tool(text))

    def copied(self, outcome: tuple[str, bool]) -> None:
        """Say how the copy was made, and whether it was read back."""
        tool, verified = outcome
        form = texts.COPIED_VERIFIED if verified else texts.COPIED_BY if tool else texts.COPIED
        count = texts.counted(self._copied, "caractère", "caractères")
        self._app.say(form.format(count=count, tool=tool))

    def toggle_mouse(self) -> None:
        """Give the mouse to the terminal so that it selects as elsewhere, or take it back."""
        driver = self._app._driver  # noqa: SLF001 - Textual has no public switch for it
        switch = getattr(driver, "_disable_mouse_support" if self.mouse else "_enable_mouse_support", None)
        if switch is None:
            self._app.say(texts.MOUSE_KEPT)
            return
        switch()
        self.mouse = not self.mouse
        self._app.say(texts.MOUSE_TAKEN if self.mouse else texts.MOUSE_RELEASED)

    def edit(self, area: TextArea) -> None:
        """Open the text of a text area in an editor, and take back what is saved there."""
        command = editor_command()
        if not command:
            self._app.say(texts.EDITOR_NONE)
            return
        try:
            with self._app.suspend():
                text = edited(area.text, command)
        except SuspendNotSupported:
            self._app.say(texts.EDITOR_NOT_HERE)
            return
        if text is None:
            self._app.say(texts.EDITOR_FAILED.format(name=command[0]), error=True)
        elif text != area.text:
            area.load_text(text)
            area.move_cursor(area.document.end)


def edited(text: str, command: list[str]) -> str | None:
    """What an editor leaves of a text; ``None`` when it fails. Its file is deleted."""
    with tempfile.TemporaryDirectory(prefix="fiches-") as folder:
        path = Path(folder) / "texte.txt"
        path.write_text(text, encoding="utf-8")
        try:
            done = subprocess.run([*command, str(path)], check=False)  # noqa: S603
        except OSError:
            return None
        return clean(path.read_text(encoding="utf-8", errors="replace")).rstrip("\n") if done.returncode == 0 else None
