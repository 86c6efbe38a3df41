"""The parts of a document in which no other heading is looked for, by the line they start on."""

from __future__ import annotations

from corpus.structure import front
from corpus.structure.contents import find_contents
from corpus.structure.context import RANKS, Context
from corpus.structure.generic import generic_heading
from corpus.structure.headings import Heading

_LONGEST_SOMMAIRE_TITLE = 40


def find_zones(context: Context) -> dict[int, front.Zone]:
    """Title page, parties, sommaires, visas and signatures."""
    lines = context.lines
    contents = find_contents(lines)
    label = front.first_label(lines, contents)
    zones = {first: (_sommaire(context, first), last) for first, last in contents}
    for zone in (front.find_parties(lines, label), front.find_visas(lines, label)):
        if zone:
            zones.setdefault(zone[0].first, zone)
    signed = front.find_signatures(lines, label if label < len(lines) else 0)
    if signed:
        zones[signed[0].first] = signed
    return _with_title(context, zones, label)


def _sommaire(context: Context, first: int) -> Heading:
    text = context.lines[first].text
    title = text if text and len(text) < _LONGEST_SOMMAIRE_TITLE else "Sommaire"
    return Heading(first, first, "sommaire", title, rank=RANKS["sommaire"])


def _with_title(context: Context, zones: dict[int, front.Zone], label: int) -> dict[int, front.Zone]:
    """Add the title page: all that stands before the first other part."""
    lines = context.lines
    limit = min([label, *zones], default=label)
    title = front.find_title(lines, max(limit, min(label, 15)))
    if title is None:
        return zones
    if title.first > limit and limit in zones:  # « Entre » is printed above the title
        moved, last = zones.pop(limit)
        limit = next((i for i in range(title.last + 1, last + 1) if not lines[i].blank), title.last + 1)
        zones[limit] = Heading(limit, limit, moved.kind, moved.title, rank=moved.rank), max(last, limit)
    first = next((i for i in range(title.first + 1) if not lines[i].blank), title.first)
    parted = any(zone[0].kind in ("parties", "sommaire", "visas") for zone in zones.values())
    inside = range(title.last + 1, limit)
    end = next((i for i in inside if not parted and generic_heading(lines, i, context.repeated) is not None), limit)
    zones[first] = Heading(first, title.last, "titre", title.title, rank=RANKS["titre"]), max(end - 1, title.last)
    return zones
