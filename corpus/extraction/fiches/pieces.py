"""Values put back together: wrapped lines joined, items kept apart."""

from __future__ import annotations

import re
from dataclasses import dataclass

from corpus.extraction.fiches.marks import unmark
from corpus.text.folding import fold

NEVER_FULL = 10**6
"""The width of a place whose lines are never wrapped."""
_OPEN_ENDINGS = frozenset(
    "a au aux avec ce ces cette chez d dans de des du en entre et l la le les leur leurs ou par pour qu que qui s sa "
    "sans se ses si son sous sur un une vers dont où l' d' dite dit via cf".split()
)
_LOWER_START = re.compile(r"^(?:[a-zà-ÿœæ]|['’\[(|]{1,2}\s?[a-zà-ÿ]|[lLdDsSnNI]['’|][a-zà-ÿ]|[,;)\]»])")
_DATE_LEAD = re.compile(
    r"^(?:(?:a partir (?:de|du)|des|en|fin|debut|courant|annee|ete|automne|printemps|hiver|rentree|de|du|d')\s*)?"
    r"(?:\S+\s+){0,3}(?:19|20)\d\d(?:\s*[-/a]\s*(?:19|20)\d\d)?\s*:$"
)
_LAST_WORD = re.compile(r"([\w']+)\W*$")


@dataclass(slots=True)
class Piece:
    """One item of a value, or one paragraph of it, and the lines it stands on."""

    text: str
    first: int
    last: int
    bullet: bool = False
    number: int | None = None


def calls_for_more(text: str) -> bool:
    """Whether a line cannot be the end of a sentence or item."""
    stripped = text.rstrip()
    if stripped.endswith((",", "(", "«", "“", "+", "/", "’", "'")) or stripped.count("(") > stripped.count(")"):
        return True
    found = _LAST_WORD.search(fold(stripped))
    return bool(found) and stripped[-1:].isalnum() and found[1] in _OPEN_ENDINGS if found else False


def starts_lower(text: str) -> bool:
    """Whether a line starts as the middle of a sentence does."""
    return bool(_LOWER_START.match(text))


def would_have_fit(before: str, text: str, width: int) -> bool:
    """Whether the first word of a line had room at the end of the line before: then the break was meant."""
    word = text.split(maxsplit=1)[0] if text.split() else ""
    return len(before.rstrip()) + 1 + len(word) <= width


def continues(before: str, text: str, *, gap: bool, width: int) -> bool:
    """Whether an unmarked line goes on with the line before; ``gap`` tells of a blank line between them.

    ``width`` is the length of a full line there, in characters.
    """
    ended = before.rstrip().endswith((".", "!", "?", ":", ";", "…"))
    if starts_lower(text):
        return not ended or (not gap and not before.rstrip().endswith(";"))
    if (text[0] in "([" or text.count(")") > text.count("(")) and not ended:
        return True
    if gap:
        return False
    if calls_for_more(before):
        return True
    return not would_have_fit(before, text, width) and not before.rstrip().endswith(":")


def join(before: str, text: str) -> str:
    """Two lines of one sentence on one line; a word cut by a hyphen keeps it."""
    if before.endswith("-") and before[-2:-1].isalpha() and text[:1].islower():
        return before + text
    return f"{before} {text}"


class Composer:
    """Builds the pieces of a value line by line."""

    def __init__(self) -> None:
        self.pieces: list[Piece] = []
        self._line = ""

    def add(self, text: str, number: int, *, gap: bool, width: int, fresh: bool = False) -> None:
        """Take one line of the value; ``fresh`` says that it starts an item whatever it looks like."""
        mark = unmark(text)
        if not mark.text:
            return
        last = self.pieces[-1] if self.pieces else None
        unmarked = not mark.bullet and not fresh
        if last and unmarked and (continues(self._line, mark.text, gap=gap, width=width) or self._dates(last)):
            last.text, last.last = join(last.text, mark.text), number
        else:
            self.pieces.append(Piece(mark.text, number, number, mark.bullet, mark.number))
        self._line = text.rstrip()

    def _dates(self, last: Piece) -> bool:
        """Whether the last piece is a date that announces what follows."""
        return len(last.text) < 40 and bool(_DATE_LEAD.match(fold(last.text)))

    @property
    def open_line(self) -> str:
        """The last line taken, as it was."""
        return self._line
