"""Headings that are only a list of headings: announced before they come, or named one after the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.text.folding import words

if TYPE_CHECKING:
    from corpus.structure.headings import Heading
    from corpus.structure.views import View


def _empty(lines: list[View], heading: Heading, following: Heading | None) -> bool:
    """Whether nothing is written under a heading, not even a heading that it holds."""
    if following and following.rank > heading.rank:
        return False
    end = following.first if following else len(lines)
    return all(line.blank for line in lines[heading.last + 1 : end])


def _listed(lines: list[View], headings: list[Heading], position: int) -> bool:
    heading = headings[position]
    if heading.kind not in ("article", "annexe", "fiche", "axe"):
        return False
    following = headings[position + 1] if position + 1 < len(headings) else None
    if not _empty(lines, heading, following):
        return False
    if heading.kind == "fiche" and following is not None and following.kind == "fiche":
        return True
    later = (other for other in headings[position + 1 :] if other.kind == heading.kind)
    return any(
        other.number == heading.number and other.number is not None and _alike(other, heading) for other in later
    )


def _alike(one: Heading, other: Heading) -> bool:
    """Whether two headings of the same number bear about the same title."""
    first, second = set(words(one.title)), set(words(other.title))
    return len(first & second) >= 0.6 * len(first | second)


def without_listings(lines: list[View], headings: list[Heading]) -> list[Heading]:
    """The headings that govern something, or that no later heading repeats."""
    return [heading for position, heading in enumerate(headings) if not _listed(lines, headings, position)]
