"""A request as it is being read: what one reader has understood is taken out of the sight of the next."""

from __future__ import annotations

import re

from corpus.text.folding import fold

WALL = "¶"
"""Stands for text already understood; no reading crosses it."""

_BOUNDARY = re.compile(r"¶+|(?<!\b[A-Z][.])(?<=[.!?])(?=\s|$|¶)|\n+")
_ABBREVIATION = re.compile(r"(?:\b(?:mm?|mme|mlle|dr|st|ste|n|no|art|tel|env|av|bd|ex))\.$", re.IGNORECASE)
_LETTER = re.compile(r"[^\W_]")


def same_length_fold(text: str) -> str:
    """A folded form in which every character keeps its place, so that offsets hold in the original."""
    return "".join(" " if c.isspace() and c != "\n" else c if c == "\n" else (fold(c) or c)[0] for c in text)


class Work:
    """A text and its folded form, from which understood parts are struck out."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.folded = same_length_fold(text)

    def strike(self, start: int, end: int) -> None:
        """Take characters ``start`` to ``end`` (excluded) out of sight."""
        wall = WALL * (end - start)
        self.text = self.text[:start] + wall + self.text[end:]
        self.folded = self.folded[:start] + wall + self.folded[end:]

    def blank(self, start: int, end: int) -> None:
        """Take characters out of sight without a wall: what stands before and after still reads together."""
        self.text = self.text[:start] + " " * (end - start) + self.text[end:]
        self.folded = self.folded[:start] + " " * (end - start) + self.folded[end:]

    def sentences(self) -> list[tuple[int, int]]:
        """The spans of what is still in sight, cut at sentence ends, new lines and understood parts."""
        return [span for span in cut(self.text) if _LETTER.search(self.text[span[0] : span[1]])]


def cut(text: str) -> list[tuple[int, int]]:
    """The spans of the sentences of a text; an abbreviation or a decimal point does not end one."""
    spans: list[tuple[int, int]] = []
    start = 0
    for match in _BOUNDARY.finditer(text):
        if match.start() == match.end() and _ABBREVIATION.search(text[start : match.start()]):
            continue
        spans.append((start, match.start()))
        start = match.end()
    spans.append((start, len(text)))
    return [(a, b) for a, b in spans if text[a:b].strip(" .!?¶\n")]


def tidy(text: str) -> str:
    """A value as it is written in a fiche: single spaces, no stray punctuation at its ends."""
    return re.sub(r"\s+([,.;)])", r"\1", " ".join(text.replace(WALL, " ").split())).strip(" ,;:.!?-–•*")


def capital(text: str) -> str:
    """The text with its first letter in upper case."""
    return text[:1].upper() + text[1:]
