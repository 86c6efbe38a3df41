"""What a heading is before it takes its place in the tree, and how its title is read over several lines."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from corpus.structure.labels import read_label, read_number

if TYPE_CHECKING:
    from corpus.structure.views import View

LONGEST_TITLE = 200


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading on lines ``first`` to ``last`` (0-based); ``rank`` orders headings, the smallest outermost."""

    first: int
    last: int
    kind: str
    title: str
    number: str | None = None
    rank: int = 0

    def ranked(self, rank: int) -> Heading:
        """The same heading at another rank."""
        return replace(self, rank=rank)


def shorten(title: str) -> str:
    """A title of at most 200 characters, cut between words."""
    if len(title) <= LONGEST_TITLE:
        return title
    return title[:LONGEST_TITLE].rsplit(" ", 1)[0].rstrip(" ,;:") + "…"


def _continues(line: View, following: View, shortest: int) -> bool:
    """Whether a heading cut at the end of ``line`` goes on in ``following``, the very next line."""
    if following.blank or following.row or following.item or line.text.endswith((".", ":", ";")):
        return False
    if line.caps and following.caps and not read_label(following.text) and not read_number(following.text):
        return True
    return following.text[0].islower() and len(line.text) >= shortest and len(following.text) <= len(line.text) + 20


def _trails(lines: list[View], index: int) -> bool:
    """Whether two lines below stands the last word or two of a long title (a line cut by the scan)."""
    if index + 2 >= len(lines) or not lines[index + 1].blank or len(lines[index].text) < 55:
        return False
    tail = lines[index + 2]
    short = not tail.blank and tail.text[0].islower() and len(tail.text) <= 35 and not tail.ended and not tail.row
    alone = index + 3 >= len(lines) or lines[index + 3].blank
    return short and alone and not lines[index].text.endswith((".", ":", ";"))


def title_end(lines: list[View], index: int, longest: int = 4, shortest: int = 35) -> int:
    """The last line of the heading that starts at ``index``."""
    last = index
    while last + 1 < len(lines) and last - index + 1 < longest and _continues(lines[last], lines[last + 1], shortest):
        last += 1
    return last + 2 if _trails(lines, last) else last


def joined(lines: list[View], first: int, last: int) -> str:
    """The text of a heading's lines as one title; a word cut by a hyphen is kept as printed."""
    return " ".join(line.text for line in lines[first : last + 1] if not line.blank)


def below(lines: list[View], index: int, longest: int = 130) -> int | None:
    """The line that holds the title when the label stands alone: the next written line, if it reads as one."""
    for line in lines[index + 1 : index + 6]:
        if line.blank:
            continue
        alone = not line.row and not line.item and not line.ended and len(line.text) <= longest
        return line.index if alone and not read_label(line.text) and not read_number(line.text) else None
    return None
