"""Footnotes of a PDF: the small raised numbers that call them, and their texts at the foot of the pages."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
from statistics import median
from typing import NamedTuple

from corpus.reading.pdf.geometry import Char

_SMALL = 0.75
"""A call is at most this share of the letters before it."""
_RAISED = 0.2
"""Share of the height of the letter before it by which the foot of a call stands above."""
_NOTE_SIZE = 0.95
"""The text of a note is at most this share of the text of its page."""
_BEFORE = re.compile(r"(?<![^\W\d_])(?!(?:[cdhkm]m|CO)\s?$)[^\W\d_]{2,}\s?$|[\w%€]\s?[).,;:!?»”\"’]\s?$")
"""What a call follows: a word, and not the unit of an area or a volume."""
_NUMBER = re.compile(r"(\d{1,3})[.)]?$")

Line = list[Char]


class Call(NamedTuple):
    """A number that calls a note, its characters, and the size of the text it stands in."""

    number: int
    digits: list[Char]
    beside: float


class Footnotes:
    """The notes of a document, page after page: a note may stand on a page after the one that calls it."""

    def __init__(self) -> None:
        self.texts: list[tuple[int, str]] = []
        """The page and the words of each note."""
        self._called: set[int] = set()
        self._size = 0.0

    def without(self, chars: Sequence[Char], page: int) -> list[Char]:
        """The characters of a page but for the calls and the notes, which are kept apart."""
        calls = list(_calls(chars))
        self._called.update(call.number for call in calls)
        self._size = max((call.beside for call in calls), default=self._size)
        if not self._called:
            return list(chars)
        taken = {id(char) for call in calls for char in call.digits}
        for note in self._notes([char for char in chars if id(char) not in taken]):
            taken.update(id(char) for line in note for char in line)
            self.texts.append((page, " ".join(_text(line) for line in note)))
        return [char for char in chars if id(char) not in taken]

    def _notes(self, chars: Sequence[Char]) -> list[list[Line]]:
        """The notes of a page, each a list of lines: small text, from a number that was called."""
        printed = [char for char in chars if char["upright"] and not char["text"].isspace()]
        notes: list[list[Line]] = []
        for small, lines in groupby(_lines(printed), self._is_small):
            inside = False
            for line in lines if small else ():
                number = _number(line)
                if number in self._called:
                    inside = True
                    self._called.discard(number)
                    notes.append([line])
                elif inside:
                    notes[-1].append(line)
        return notes

    def _is_small(self, line: Line) -> bool:
        return bool(median(char["size"] for char in line) <= _NOTE_SIZE * self._size)


def _calls(chars: Sequence[Char]) -> Iterator[Call]:
    """The runs of small raised digits that follow a word."""
    before = ""
    letter: Char | None = None
    place = 0
    while place < len(chars):
        run = _raised_digits(chars, place, letter)
        if letter and run and _BEFORE.search(before):
            yield Call(int("".join(char["text"] for char in run)), run, letter["size"])
        elif not run:
            before = (before + chars[place]["text"])[-24:]
            letter = letter if chars[place]["text"].isspace() else chars[place]
        place += max(len(run), 1)


def _raised_digits(chars: Sequence[Char], start: int, letter: Char | None) -> list[Char]:
    """At most three digits from ``start`` that are small beside a letter and stand above its foot."""
    run: list[Char] = []
    for char in chars[start : start + 3]:
        if letter is None or not char["text"].isdigit() or char["size"] > _SMALL * letter["size"]:
            break
        lift = letter["bottom"] - char["bottom"]
        if not _RAISED * letter["size"] < lift < letter["size"]:
            break
        run.append(char)
    return run


def _lines(chars: Sequence[Char]) -> list[Line]:
    """Characters by line, from top to bottom, each from left to right."""
    lines: list[Line] = []
    for char in sorted(chars, key=lambda c: (c["bottom"], c["x0"])):
        if lines and char["bottom"] - lines[-1][0]["bottom"] < char["size"] / 2:
            lines[-1].append(char)
        else:
            lines.append([char])
    return [sorted(line, key=lambda c: c["x0"]) for line in lines]


def _number(line: Line) -> int | None:
    """The number that opens a line."""
    found = _NUMBER.match(_text(line).split(" ", 1)[0])
    return int(found[1]) if found else None


def _text(line: Line) -> str:
    """The words of a line, by the gaps between its characters."""
    words = str(line[0]["text"])
    for left, right in pairwise(line):
        gap = right["x0"] - left["x1"] > 0.15 * right["size"]
        words += f" {right['text']}" if gap else right["text"]
    return words
