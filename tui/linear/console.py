"""Reading and writing lines: what is written is clean and leaves at once, so that a reader or a log follows."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, TextIO

from corpus.text.cleaning import clean
from tui import texts_linear

if TYPE_CHECKING:
    from collections.abc import Iterable

    from corpus.errors import FichesError

CONTINUED = "\\"
"""At the end of a line: the message goes on with the next one."""


class Console:
    """One line in, some lines out."""

    def __init__(self, source: TextIO | None = None, target: TextIO | None = None) -> None:
        self._source = source or _utf8(sys.stdin)
        self._target = target or _utf8(sys.stdout)
        self._person = self._source.isatty()

    def say(self, text: str) -> None:
        """Write a text at once."""
        self._target.write(clean(text) + "\n")
        self._target.flush()

    def lines(self, lines: Iterable[str]) -> None:
        """Write lines."""
        for line in lines:
            self.say(line)

    def error(self, error: FichesError) -> None:
        """Say what is wrong, then what to do."""
        self.say(texts_linear.ERROR.format(message=error.message))
        if error.next_step:
            self.say(texts_linear.NEXT.format(step=error.next_step))

    def ask(self) -> str | None:
        """The next message, or ``None`` at the end; without a person typing, the message is written back."""
        parts: list[str] = []
        while True:
            if self._person:
                self._target.write(f"{texts_linear.YOU if not parts else texts_linear.YOU_MORE} ")
                self._target.flush()
            line = self._source.readline()
            if not line and not parts:
                return None
            text = clean(line.rstrip("\r\n"))
            parts.append(text.removesuffix(CONTINUED))
            if not line or not text.endswith(CONTINUED):
                break
        message = "\n".join(parts).strip()
        if message and not self._person:
            self.say(f"{texts_linear.YOU} {message}")
        return message


def _utf8(stream: TextIO) -> TextIO:
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(encoding="utf-8", errors="replace")
    return stream
