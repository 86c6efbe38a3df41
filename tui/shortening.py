"""Long foreign text in one clean line."""

from __future__ import annotations

from rich.cells import cell_len, set_cell_size

from corpus.text.cleaning import clean_line

SHORT = 60


def shorten(text: str, longest: int = SHORT) -> str:
    """One line of at most ``longest`` characters."""
    line = " ".join(clean_line(text).split())
    return line if len(line) <= longest else f"{line[: longest - 1].rstrip()}…"


def elide(name: str, longest: int) -> str:
    """A name in one line of at most ``longest`` cells: its beginning and its end, where its kind is told."""
    line = " ".join(clean_line(name).split())
    if cell_len(line) <= longest:
        return line
    end = line[-max(min(12, longest // 3), 1) :]
    return f"{set_cell_size(line, max(longest - cell_len(end) - 1, 1)).rstrip()}…{end}"
