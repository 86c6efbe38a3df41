"""French typography of the messages: the spaces that must not break a line."""

from __future__ import annotations

import re

NO_BREAK = "\u00a0"
_BEFORE = re.compile(r" (?=[:;?!»€%])")
_AFTER = re.compile(r"(?<=«) ")
_THOUSANDS = re.compile(r"(?<=\d) (?=\d{3}(?!\d))")


def unbreakable(text: str) -> str:
    """The text with no-break spaces inside guillemets, before : ; ? ! € and %, and between thousands."""
    for pattern in (_BEFORE, _AFTER, _THOUSANDS):
        text = pattern.sub(NO_BREAK, text)
    return text


def plural(count: int, one: str, many: str | None = None) -> str:
    """A count and its noun: ``1 ligne``, ``3 lignes``; 0 and 1 are singular in French."""
    return f"{count} {one if count < 2 else many or one + 's'}"


def short(text: str, longest: int = 70) -> str:
    """A text in one line, cut at a word when it is long, for quoting it in a message."""
    flat = " ".join(text.split())
    if len(flat) <= longest:
        return flat
    return flat[:longest].rsplit(" ", 1)[0].rstrip(" ,;:.") + "…"
