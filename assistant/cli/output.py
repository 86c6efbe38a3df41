"""The one place that writes to the terminal: data on standard output, narration on standard error."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING, TextIO

from corpus.text.cleaning import clean

if TYPE_CHECKING:
    from corpus.errors import FichesError


class Output:
    """Writes clean text only: no control character of a document reaches the terminal."""

    def __init__(self, data: TextIO | None = None, narration: TextIO | None = None) -> None:
        self._data = data or _utf8(sys.stdout)
        self._narration = narration or _utf8(sys.stderr)

    def text(self, text: str = "") -> None:
        """One or more lines of data for a reader."""
        self._data.write(clean(text) + "\n")

    def json(self, value: object) -> None:
        """One line of data for a program."""
        self._data.write(json.dumps(value, ensure_ascii=False) + "\n")
        self._data.flush()

    def raw(self, payload: bytes) -> None:
        """Bytes of a file, as they are."""
        self._data.flush()
        buffer = getattr(self._data, "buffer", None)
        if buffer is None:
            self._data.write(payload.decode("utf-8", "replace"))
            return
        buffer.write(payload)
        buffer.flush()

    def say(self, text: str) -> None:
        """Narration: what is being done, for the person watching."""
        self._narration.write(clean(text) + "\n")
        self._narration.flush()

    def progress(self, text: str) -> None:
        """Narration that replaces itself on a terminal, and is silent elsewhere."""
        if self._narration.isatty():
            self._narration.write("\r\x1b[2K" + clean(text)[:78])
            self._narration.flush()

    def end_progress(self) -> None:
        """Leave the line of progress."""
        if self._narration.isatty():
            self._narration.write("\r\x1b[2K")
            self._narration.flush()

    def error(self, error: FichesError) -> None:
        """An error with its next step."""
        self.say(str(error))


def _utf8(stream: TextIO) -> TextIO:
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(encoding="utf-8", errors="replace")
    return stream
