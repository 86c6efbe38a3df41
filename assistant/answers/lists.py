"""Lists: the items a unit belongs to, and the ones a sentence announces."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.answers.units import units_of

if TYPE_CHECKING:
    from assistant.answers.evidence import Scored
    from assistant.answers.units import Unit
    from corpus.indexing import Corpus

MOST_ITEMS = 14
_AFTER = 30
"""Lines read after a passage, in case it cuts its list."""


def items_of(scored: Scored, corpus: Corpus) -> list[Unit]:
    """The whole list of a unit: its siblings, or the items announced by the sentence it is; else nothing."""
    passage = scored.hit.passage
    last = passage.ligne_fin + _AFTER
    units = units_of(passage.document, corpus.catalogue.lines(passage.document, passage.ligne_debut, last))
    here = next((n for n, unit in enumerate(units) if unit == scored.unit), None)
    if here is None:
        return []
    unit = units[here]
    if unit.kind == "cellule":
        return [u for u in units if u.kind == "cellule" and u.first == unit.first and u.lead == unit.lead][:MOST_ITEMS]
    announces = unit.kind == "phrase"
    start = here + 1 if announces else here
    if announces and (start >= len(units) or units[start].kind != "item" or units[start].lead != unit.text):
        return []
    while not announces and start > 0 and _same_list(units[start - 1], unit):
        start -= 1
    items: list[Unit] = []
    for following in units[start:]:
        if following.kind != "item" or (items and not _same_list(following, items[0])):
            break
        items.append(following)
    return items[:MOST_ITEMS]


def _same_list(one: Unit, other: Unit) -> bool:
    return one.kind == "item" and one.group == other.group
