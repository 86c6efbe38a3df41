"""Long foreign text in one clean line."""

from __future__ import annotations

from corpus.text.cleaning import clean_line

SHORT = 60


def shorten(text: str, longest: int = SHORT) -> str:
    """One line of at most ``longest`` characters."""
    line = " ".join(clean_line(text).split())
    return line if len(line) <= longest else f"{line[: longest - 1].rstrip()}…"
