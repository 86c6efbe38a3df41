"""The real program in a real terminal, and a terminal emulator that says what its screen shows."""

from __future__ import annotations

import codecs
import os
import re
import sys
import time
from typing import TYPE_CHECKING, Any, Self

import pytest

pexpect: Any = pytest.importorskip("pexpect")
pyte: Any = pytest.importorskip("pyte")

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

PROGRAM = "import sys; from assistant.cli.main import main; sys.argv[0] = 'fiches'; sys.exit(main())"
PATIENCE = 60
"""Seconds after which what is awaited will not come: only a failure waits so long."""
CTRL_Q, ENTER, ESCAPE, CTRL_J, UP = "\x11", "\r", "\x1b", "\n", "\x1b[A"
F2, F3, F4, F5, F6, F8 = "\x1bOQ", "\x1bOR", "\x1bOS", "\x1b[15~", "\x1b[17~", "\x1b[19~"
_UNKNOWN_TO_PYTE = re.compile(r"\x1b\[[<>=][0-9;]*[a-zA-Z]|\x1b\[\?[0-9;]*\$[a-z]")
_UNFINISHED = re.compile(r"\x1b(?:\[[^a-zA-Z~@]*)?\Z")


class Terminal:
    """One run of the program; every wait is for something on the screen."""

    def __init__(self, data: Path, *arguments: str, size: tuple[int, int] = (80, 24), program: str = PROGRAM) -> None:
        columns, rows = size
        environment = {**os.environ, "FICHES_DONNEES": str(data), "TERM": "xterm-256color", "HOME": str(data)}
        environment.pop("NO_COLOR", None)
        self.process = pexpect.spawn(
            sys.executable, ["-c", program, *arguments], env=environment, dimensions=(rows, columns), timeout=PATIENCE
        )
        self.process.delaybeforesend = None
        self.raw = b""
        """Every byte the program wrote."""
        self._screen = pyte.Screen(columns, rows)
        self._stream = pyte.Stream(self._screen)
        self._decoder = codecs.getincrementaldecoder("utf-8")("replace")
        self._rest = ""

    # What it shows

    @property
    def screen(self) -> str:
        """The lines of the screen."""
        return "\n".join(line.rstrip() for line in self._screen.display)

    @property
    def words(self) -> str:
        """The words of the screen, whatever the width they are wrapped at; one pane must be in sight."""
        return " ".join(re.sub(r"[▁▂▃▄▅▆▇█▎│╭╮╰╯─▌▊▔]", " ", self.screen).split())

    @property
    def title(self) -> str:
        """The title of the window."""
        return str(self._screen.title)

    def until(self, condition: Callable[[], object], seconds: float = PATIENCE) -> None:
        """Read what the program writes until the condition holds."""
        end = time.monotonic() + seconds
        while not condition():
            assert time.monotonic() < end, f"ce qui était attendu n'est pas arrivé :\n{self.screen}"
            assert self._read(0.1), f"le programme s'est arrêté :\n{self.screen}"

    def shows(self, *texts: str) -> None:
        """Wait until the screen shows these words, in any order."""
        self.until(lambda: all(" ".join(text.split()) in self.words for text in texts))

    def shows_no_more(self, text: str) -> None:
        """Wait until the screen no longer shows these words."""
        self.until(lambda: " ".join(text.split()) not in self.words)

    def _read(self, seconds: float) -> bool:
        try:
            piece = self.process.read_nonblocking(65536, timeout=seconds)
        except pexpect.TIMEOUT:
            return True
        except pexpect.EOF:
            return False
        self.raw += piece
        text = self._rest + self._decoder.decode(piece)
        cut = _UNFINISHED.search(text)
        self._rest = text[cut.start() :] if cut else ""
        self._stream.feed(_UNKNOWN_TO_PYTE.sub("", text[: cut.start()] if cut else text))
        return True

    # What one does

    def type(self, text: str) -> None:
        """Send keys as a keyboard does, in UTF-8."""
        self.process.send(text.encode("utf-8"))

    def paste(self, text: str) -> None:
        """Send a bracketed paste."""
        self.type(f"\x1b[200~{text}\x1b[201~")

    def resize(self, columns: int, rows: int) -> None:
        """Change the size of the window."""
        self._screen.resize(rows, columns)
        self.process.setwinsize(rows, columns)

    def kill(self) -> None:
        """End the program without warning."""
        self.process.kill(9)
        self.ended()

    def quit(self) -> int:
        """Leave the program, and say with which status it ended."""
        self.type(CTRL_Q)
        return self.ended()

    def ended(self) -> int:
        """Wait for the end of the program."""
        end = time.monotonic() + PATIENCE
        while self._read(0.1):
            assert time.monotonic() < end, f"le programme ne s'arrête pas :\n{self.screen}"
        self.process.close()
        status = self.process.exitstatus
        return -int(self.process.signalstatus or 0) if status is None else int(status)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.process.close(force=True)
