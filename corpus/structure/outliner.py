"""Walking down the lines of a document to find its headings in context."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from corpus.structure import vocabulary
from corpus.structure.context import RANKS, Context, mark_rank
from corpus.structure.generic import generic_heading, kind_of, rubrique_heading
from corpus.structure.headings import Heading, joined, shorten, title_end
from corpus.structure.labelled import admits, form_heading, labelled_heading, plain_item
from corpus.structure.labels import read_label
from corpus.structure.listing import without_listings
from corpus.structure.numbered import numbered_heading
from corpus.structure.views import next_written
from corpus.structure.zones import find_zones

if TYPE_CHECKING:
    from corpus.structure.views import View

_OUTER = ("article", "annexe", "fiche", "preambule")
_FEWEST_BARS = 5


def find_headings(lines: list[View]) -> list[Heading]:
    """Every heading of a document in order."""
    counts = Counter(line.folded for line in lines if not line.blank and not line.row)
    context = Context(lines, {text for text, count in counts.items() if count >= 3})
    zones = find_zones(context)
    found: list[Heading] = []
    index = 0
    while index < len(lines):
        zone = zones.get(index)
        heading = zone[0] if zone else _heading(context, index)
        if heading:
            found.append(heading)
            context.enter(heading)
        index = zone[1] + 1 if zone else _after(lines, index, heading)
    return without_listings(lines, found)


def _heading(context: Context, index: int) -> Heading | None:
    line = context.lines[index]
    if line.blank:
        return None
    if line.row:
        return form_heading(context, index)
    return labelled_heading(context, index) or numbered_heading(context, index) or _unlabelled(context, index)


def _after(lines: list[View], index: int, heading: Heading | None) -> int:
    """The next line to look at: a scanned table under a plan holds no heading."""
    if heading is None:
        return index + 1
    if heading.kind != "plan":
        return heading.last + 1
    end = next((i for i in range(heading.last + 1, len(lines)) if _outer(lines, i)), len(lines))
    barred = sum("|" in line.raw for line in lines[heading.last + 1 : end])
    return end if barred >= _FEWEST_BARS else heading.last + 1


def _outer(lines: list[View], index: int) -> bool:
    """Whether an article, an annexe or a fiche starts here."""
    line = lines[index]
    label = read_label(line.text) if not line.blank and not plain_item(line) else None
    return bool(label and label.kind in _OUTER and admits(lines, index, label))


def _unlabelled(context: Context, index: int) -> Heading | None:
    """The heading without label that starts at ``index``, or ``None``."""
    lines = context.lines
    line = lines[index]
    special = _inline(context, index) or _divider(lines, index)
    if special:
        return special
    last = rubrique_heading(lines, index) if context.fiche else None
    last = generic_heading(lines, index, context.repeated) if last is None else last
    if last is None:
        return None
    folded = " ".join(other.folded for other in lines[index : last + 1])
    if line.depth and mark_rank(line.depth) <= context.fiche_rank:
        context.fiche = None
    if context.fiche and not (vocabulary.RUBRIQUES.match(folded) or line.caps or line.bold):
        return None
    title = shorten(joined(lines, index, last).rstrip(" :"))
    kind = kind_of(folded, in_fiche=context.fiche is not None)
    return Heading(index, last, kind, title, None, _rank(context, line, kind))


def _rank(context: Context, line: View, kind: str) -> int:
    """The rank of a heading without label, from its shape and from what is open."""
    if line.depth:
        return mark_rank(line.depth)
    if context.fiche:
        return RANKS["rubrique"]
    if kind == "charte" or (context.annexe and line.caps and vocabulary.REGULATION.match(line.folded)):
        return 20
    if kind == "plan":
        return RANKS["axe"] - 2
    if line.caps:
        return RANKS["divider"] if context.annexe or context.last_article else RANKS["axe"] - 2
    return RANKS["rubrique"] + (4 if line.text.endswith(":") else 0)


def _inline(context: Context, index: int) -> Heading | None:
    """A rubrique of a fiche whose value stands on the same line: « Public visé : … »."""
    line = context.lines[index]
    name, colon, value = line.text.partition(":")
    known = context.fiche and not line.item and vocabulary.RUBRIQUES.match(line.folded)
    if not (known and colon and value.strip()) or len(name.split()) > 8 or len(name) > 60:
        return None
    return Heading(index, index, "rubrique", name.strip(), None, RANKS["rubrique"])


def _divider(lines: list[View], index: int) -> Heading | None:
    """A line in capitals right above a fiche, which it groups under a theme."""
    line = lines[index]
    if not line.caps or line.item or index == 0 or lines[index - 1].caps:
        return None
    last = title_end(lines, index)
    following = next_written(lines, last)
    label = read_label(following.cells[0] if following.row else following.text) if following else None
    if not (label and label.kind in ("fiche", "action")):
        return None
    return Heading(index, last, "chapitre", shorten(joined(lines, index, last).rstrip(" :")), None, RANKS["divider"])
