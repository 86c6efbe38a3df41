"""Whole lists: a list that a passage cuts is read to its end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.answers.noise import is_label, is_noise
from assistant.answers.units import units_of

if TYPE_CHECKING:
    from assistant.answers.units import Unit
    from corpus.indexing import Corpus
    from corpus.models import Passage

MOST_ITEMS = 16
_AFTER = 30
"""Lines read after a passage, in case it cuts its list."""


def whole_list(item: Unit, passage: Passage, corpus: Corpus) -> list[Unit]:
    """All the items of the list an item belongs to, in order."""
    last = passage.ligne_fin + _AFTER
    units = _read(passage.document, passage.ligne_debut, last, corpus)
    here = next((n for n, unit in enumerate(units) if unit.first == item.first and unit.text == item.text), None)
    if here is None:
        return [item]
    start = end = here
    while start > 0 and _same_list(units[start - 1], item):
        start -= 1
    while end + 1 < len(units) and _same_list(units[end + 1], item):
        end += 1
    return units[start : end + 1][:MOST_ITEMS]


def after_heading(heading: Unit, passage: Passage, corpus: Corpus) -> list[Unit]:
    """What a heading announces: the units after it, up to the next list, paragraph or section of another heading."""
    starts = section_starts(passage.document, corpus)
    found: list[Unit] = []
    for unit in _units_after(heading, passage, corpus):
        if is_label(unit.text):
            continue
        if (found and found[-1].kind == "item" and unit.kind != "item") or unit.first in starts:
            break
        if not is_noise(unit.text):
            found.append(unit)
    return found[:MOST_ITEMS]


def announced(sentence: Unit, passage: Passage, corpus: Corpus) -> list[Unit]:
    """What a sentence ending with a colon announces: the items, or the rows, that follow it."""
    following = _units_after(sentence, passage, corpus)
    kind = following[0].kind if following else "phrase"
    found: list[Unit] = []
    for unit in following:
        if unit.kind != kind or (kind == "phrase" and found):
            break
        found.append(unit)
    if kind == "phrase" and found and found[-1].text.rstrip().endswith(":"):
        found += [unit for unit in announced(found[-1], passage, corpus) if unit.kind != "phrase"]
    return found[:MOST_ITEMS]


def _units_after(unit: Unit, passage: Passage, corpus: Corpus) -> list[Unit]:
    units = _read(passage.document, unit.first, unit.last + _AFTER, corpus)
    place = next((n for n, other in enumerate(units) if other.text == unit.text), 0)
    return units[place + 1 :]


def _read(document: str, first: int, last: int, corpus: Corpus) -> list[Unit]:
    return units_of(document, corpus.catalogue.lines(document, first, last), section_starts(document, corpus))


def section_starts(document: str, corpus: Corpus) -> frozenset[int]:
    """The lines on which a section of a document begins."""
    return corpus.catalogue.section_starts(document)


def _same_list(one: Unit, other: Unit) -> bool:
    return one.kind == other.kind == "item" and one.lead == other.lead
