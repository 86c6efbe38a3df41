"""For terminals that cannot show everything: other signs, and highlights that do not rest on a shade."""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING

from rich.cells import cell_len
from rich.segment import Segment
from textual.filter import LineFilter

if TYPE_CHECKING:
    from textual.color import Color

_SIGNS = {
    **dict.fromkeys("─━═┄┈╌⎯▁▔▂▃▄▀", "-"),
    **dict.fromkeys("│┃║▌▐▎▏▊▕▍▋▉┆┊", "|"),
    **dict.fromkeys("╭╮╰╯┌┐└┘├┤┬┴┼╔╗╚╝", "+"),
    **dict.fromkeys("█▓▒░▅▆▇", "#"),
    **dict.fromkeys("\u00a0\u202f\u2009", " "),
    **dict.fromkeys("’‘ʼ", "'"),
    **dict.fromkeys("“”«»", '"'),
    **dict.fromkeys("–—−‑", "-"),
    **dict.fromkeys("•·◦▪", "."),
    "…": ".", "→": ">", "←": "<", "↑": "^", "↓": "v", "×": "x", "›": ">", "‹": "<", "✗": "x", "€": "E", "œ": "o",
    "Œ": "O", "°": "o", "▶": ">", "▼": "v", "●": "*", "○": "o", "◇": "?", "◆": "*", "▲": "!",
}  # fmt: skip


@lru_cache(4096)
def plain(text: str, code: str) -> str:
    """The same cells in characters this encoding has."""
    return text if _can(text, code) else "".join(_sign(char, code) for char in text)


def _sign(char: str, code: str) -> str:
    if _can(char, code):
        return char
    known = _SIGNS.get(char) or unicodedata.normalize("NFKD", char)[0]
    return known if _can(known, code) and cell_len(known) == cell_len(char) else "?" * cell_len(char)


def _can(text: str, code: str) -> bool:
    try:
        text.encode(code)
    except (UnicodeEncodeError, LookupError):
        return False
    return True


class PlainSigns(LineFilter):
    """Gives a terminal only what its encoding holds: frames, signs and typography included."""

    def __init__(self, code: str) -> None:
        super().__init__(enabled=code.lower().replace("-", "") not in ("utf8", "utf16", "cp65001"))
        self._code = code

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:  # noqa: ARG002
        """Transform the segments of a line, cell for cell."""
        return [Segment(plain(text, self._code), style, control) for text, style, control in segments]
