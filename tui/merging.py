"""When a draft changed on screen while a worker was changing it too: the coordinator's hand wins."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from assistant.drafts.model import Draft


def merge(sent: Draft, current: Draft, returned: Draft) -> Draft:
    """What the worker made of ``sent``, with what was decided on screen since kept over it.

    Values accepted, edited, added or removed between ``sent`` and ``current`` stay as ``current`` has them;
    everything else is as ``returned`` has it.
    """
    if current.valeurs == sent.valeurs:
        return returned
    before = {v.id: v for v in sent.valeurs}
    here = {v.id: v for v in current.valeurs}
    merged = []
    for value in returned.valeurs:
        if value.id in before and value.id not in here:
            continue
        mine = here.get(value.id)
        merged.append(mine if mine is not None and mine != before.get(value.id) else value)
    known = {v.id for v in merged}
    merged += [v for v in current.valeurs if v.id not in known and v.id not in before]
    return returned.model_copy(update={"valeurs": merged, "historique": current.historique})
