"""From headings in reading order to sections with levels, paths and spans."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.models import Section

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corpus.models import ReadDocument
    from corpus.structure.headings import Heading


LEAVES = frozenset({"titre", "sommaire", "parties", "visas", "signatures"})
"""Parts of a document that hold no other: whatever heading follows ends them."""


def build(document: ReadDocument, headings: Sequence[Heading]) -> tuple[Section, ...]:
    """The sections of ``headings``: each spans to the line before the next of its rank or above."""
    open_: list[Heading] = []
    found: list[Section] = []
    for position, heading in enumerate(headings):
        while open_ and (open_[-1].rank >= heading.rank or open_[-1].kind in LEAVES):
            open_.pop()
        open_.append(heading)
        last = _last_line(document, headings, position)
        found.append(
            Section(
                title=heading.title,
                level=len(open_),
                kind=heading.kind,
                number=heading.number,
                path=tuple(outer.title for outer in open_),
                source=document.span(heading.first + 1, last),
            )
        )
    return tuple(found)


def _last_line(document: ReadDocument, headings: Sequence[Heading], position: int) -> int:
    """The last line (1-based) that a heading governs."""
    heading = headings[position]
    leaf = heading.kind in LEAVES
    following = (other.first for other in headings[position + 1 :] if leaf or other.rank <= heading.rank)
    return max(next(following, len(document.lines)), heading.first + 1)
