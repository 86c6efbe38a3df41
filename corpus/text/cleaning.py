"""Foreign text is cleaned once, at the door.

What a document holds must never move a cursor, reverse a line or hide a letter: control, bidirectional and
zero-width characters go, and text is put in composed form (NFC) so that an accented letter is one character.
"""

from __future__ import annotations

import re
import unicodedata

_LIGATURES = {"ﬁ": "fi", "ﬂ": "fl", "ﬀ": "ff", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
_SYMBOL_FONT = {"\uf0b7": "•", "\uf0a7": "▪", "\uf0d8": "➢", "\uf0fc": "✓", "\uf0e0": "→", "\uf0a8": "□", "\uf06f": "□"}
_REPLACED = str.maketrans(_LIGATURES | _SYMBOL_FONT)
_INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f"
    "\ufeff\uffa0\ufff0-\ufffb\ufffe\uffff\ud800-\udfff\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff]"
)
_BLANKED = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ue000-\uf8ff\U000f0000-\U0010ffff]")


def clean(text: str) -> str:
    """Return ``text`` without anything a terminal could obey or hide; tabs and newlines are kept."""
    if text.isascii() and text.isprintable():
        return text
    text = text.replace("\r\n", "\n").replace("\r", "\n").translate(_REPLACED)
    text = _BLANKED.sub(" ", _INVISIBLE.sub("", text))
    return unicodedata.normalize("NFC", text)


def clean_line(text: str) -> str:
    """Return one line of text, clean: as :func:`clean`, with newlines turned into spaces."""
    return clean(text).replace("\n", " ")
