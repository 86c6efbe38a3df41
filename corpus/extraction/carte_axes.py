"""The axes of a convention, without their label, in order."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from corpus.extraction.plan_scan import axe_titles
from corpus.extraction.plan_table import table_rows
from corpus.text.folding import words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corpus.models import ReadDocument, Section, Span

_LABEL = re.compile(
    r"^axe\s*(?:strat[ée]gique|th[ée]matique|prioritaire)?\s*(?:n\s*[°ºo]\s*)?(?:\d{1,2}|[IVX]+|[A-H])\s*[\s.:;–—-]*",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"^\d{1,2}\s*\)\s*")


def find_axes(document: ReadDocument, sections: Sequence[Section]) -> tuple[tuple[str, ...], Span | None]:
    """The titles of the axes and the lines they stand on; empty when the text numbers none."""
    planned = _in_plan(document, sections)
    for chosen in (_labelled(sections), _themes(sections)):
        if chosen and chosen[0].kind != "axe" and len(planned[0]) >= 2:
            break
        if len(chosen) >= 2:
            first = min(s.source.ligne_debut for s in chosen)
            last = max(s.source.ligne_debut for s in chosen)
            return tuple(_bare(s.title) for s in chosen), document.span(first, last)
    return planned if len(planned[0]) >= 2 else _in_forms(document, sections)


def _in_plan(document: ReadDocument, sections: Sequence[Section]) -> tuple[tuple[str, ...], Span | None]:
    """The axes that a table of actions names."""
    found: dict[str, int] = {}
    for row in table_rows(document, sections):
        if _LABEL.match(row.axe):
            found.setdefault(_bare(row.axe), row.source.ligne_debut)
    span = document.span(min(found.values()), max(found.values())) if found else None
    return tuple(found), span


def _bare(title: str) -> str:
    return _NUMBER.sub("", _LABEL.sub("", title)).strip(" :–—-")


def _outside_annexes(sections: Sequence[Section]) -> list[Section]:
    annexes = [s.source for s in sections if s.kind == "annexe"]
    return [s for s in sections if not any(a.ligne_debut <= s.source.ligne_debut <= a.ligne_fin for a in annexes)]


def _labelled(sections: Sequence[Section]) -> list[Section]:
    """One section for each numbered axe: in the body rather than in an annexe, and its fullest title."""
    axes = [s for s in sections if s.kind == "axe" and s.number and _bare(s.title)]
    body = _outside_annexes(axes_and_annexes(sections))
    inside = [s for s in body if s in axes]
    kept = inside if len({s.number for s in inside}) >= 2 else axes
    titles = axe_titles(kept)
    if any(not _alike(s.title, titles[(s.number or "").upper()]) for s in kept):
        return []
    chosen: dict[str, Section] = {}
    for section in kept:
        number = (section.number or "").upper()
        if section.title == titles.get(number):
            chosen.setdefault(number, section)
    return sorted(chosen.values(), key=_order)


def axes_and_annexes(sections: Sequence[Section]) -> list[Section]:
    """The sections among which an axe of the body is told from one of an annexe."""
    return [s for s in sections if s.kind in ("axe", "annexe")]


def _alike(title: str, other: str) -> bool:
    """Whether two titles of an axe are two printings of one: nearly the words of the shorter are in the longer."""
    shorter, longer = sorted((set(words(_bare(title))), set(words(_bare(other)))), key=len)
    return len(shorter & longer) >= 0.5 * len(shorter)


def _order(section: Section) -> tuple[int, int]:
    number = section.number or ""
    return (int(number) if number.isdigit() else 0, section.source.ligne_debut)


def _themes(sections: Sequence[Section]) -> list[Section]:
    """The numbered themes that head the actions of a convention without labelled axes."""
    themes = [s for s in sections if s.kind == "orientation" and _NUMBER.match(s.title)]
    body = _outside_annexes([*themes, *(s for s in sections if s.kind == "annexe")])
    kept = [s for s in body if s.kind != "annexe"] or themes
    chosen: dict[str, Section] = {}
    for section in kept:
        chosen.setdefault(section.number or "", section)
    return list(chosen.values())


def _in_forms(document: ReadDocument, sections: Sequence[Section]) -> tuple[tuple[str, ...], Span | None]:
    """The axes printed beside the numbers of the fiches (« N°2.3 | axe »)."""
    found: dict[str, tuple[str, int]] = {}
    for section in sections:
        line = document.lines[section.source.ligne_debut - 1]
        number = (section.number or "").split(".")[0]
        if section.kind == "fiche" and len(line.cells) > 1 and line.cells[1].strip() and "." in (section.number or ""):
            found.setdefault(number, (" ".join(line.cells[1].split()), line.number))
    if len(found) < 2:
        return (), None
    lines = [line for _, line in found.values()]
    return tuple(title for title, _ in found.values()), document.span(min(lines), max(lines))
