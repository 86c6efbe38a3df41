"""Foreign text is cleaned once, at the door.

What a document holds must never move a cursor, reverse a line or hide a letter: control, bidirectional and
zero-width characters go, and text is put in composed form (NFC) so that an accented letter is one character.
"""

from __future__ import annotations

import re
import unicodedata

_LIGATURES = str.maketrans({"ﬁ": "fi", "ﬂ": "fl", "ﬀ": "ff", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"})
_INVISIBLE = re.compile(
    "[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff]"
)
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029]")


def clean(text: str) -> str:
    """Return ``text`` without anything a terminal could obey; tabs and newlines are kept."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    text = _CONTROL.sub(" ", _INVISIBLE.sub("", text))
    return unicodedata.normalize("NFC", text.translate(_LIGATURES))


def clean_line(text: str) -> str:
    """Return one line of text, clean: as :func:`clean`, with newlines turned into spaces."""
    return clean(text).replace("\n", " ")
