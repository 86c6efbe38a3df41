"""Orders about rank: « mets le troisième en premier », « inverse les deux premières étapes », « ne garde que … »."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from assistant.drafting.amendments import words as w
from assistant.drafting.amendments.orders import rest_after
from assistant.drafting.amendments.targets import field_in, ranks_in, values_meant
from assistant.drafting.reading.text import same_length_fold
from assistant.drafts import operations as op

if TYPE_CHECKING:
    from assistant.drafts.model import Draft


def move(draft: Draft, clause: str) -> Draft | None:
    """« Mets le troisième indicateur en premier »."""
    rest = rest_after(w.MOVE, clause)
    target = w.TO_RANK.search(same_length_fold(rest)) if rest else None
    if rest is None or target is None:
        return None
    values = values_meant(rest[: target.start()], draft)
    if len(values) != 1:
        return None
    count = len(draft.of(values[0].champ))
    if target["t"]:
        rank = count if target["t"] in ("a la fin", "en bas") else 1
    else:
        rank = next(iter(ranks_in(target["r"], count)), 1)
    return op.move(draft, values[0].id, rank)


_BESIDE = re.compile(r"^(?P<what>.+?)\s+(?P<side>avant|devant|apres|derriere)\s+(?P<mark>.+)$")


def move_beside(draft: Draft, clause: str) -> Draft | None:
    """« Mets l'étape 3 avant l'étape 1 »."""
    rest = rest_after(w.MOVE, clause)
    match = _BESIDE.match(same_length_fold(rest)) if rest else None
    if rest is None or match is None:
        return None
    what, mark = rest[: match.end("what")], rest[match.start("mark") :]
    named = field_in(what, draft)
    moved = values_meant(what, draft)
    beside = values_meant(mark, draft, None if field_in(mark, draft) or not named else named[0])
    if len(moved) != 1 or len(beside) != 1 or moved[0].champ != beside[0].champ or moved == beside:
        return None
    order = [v.id for v in draft.of(moved[0].champ) if v.id != moved[0].id]
    rank = order.index(beside[0].id) + (1 if match["side"] in ("avant", "devant") else 2)
    return op.move(draft, moved[0].id, rank)


_SWAP = re.compile(r"(?:inverse[rz]?|intervertis(?:sez)?|intervertir|permute[rz]?|echange[rz]?)\b")


def swap(draft: Draft, clause: str) -> Draft | None:
    """« Inverse les deux premières étapes », « inverse les indicateurs 1 et 3 »."""
    rest = rest_after(_SWAP, clause)
    named = field_in(rest, draft) if rest else None
    if rest is None or named is None:
        return None
    values = draft.of(named[0])
    ranks = sorted(ranks_in(rest, len(values))) or ([1, 2] if len(values) == 2 else [])
    if len(ranks) != 2:
        return None
    first, second = values[ranks[0] - 1], values[ranks[1] - 1]
    draft = op.move(draft, second.id, ranks[0])
    return op.move(draft, first.id, ranks[1])


_KEEP_ONLY = re.compile(
    r"(?:(?:je |on |nous )?(?:ne )?(?:garde[rz]?|gardons|conserve[rz]?|retien[st]|prend[s]?) (?:que|qu'"
    r"|seulement|uniquement)"
    r"|garde[rz]? (?:que|seulement|uniquement))\s*"
)


def keep_only(draft: Draft, clause: str) -> Draft | None:
    """« Je ne garde que le premier indicateur »: the others of the field go."""
    rest = rest_after(_KEEP_ONLY, clause)
    named = field_in(rest, draft) if rest else None
    kept = values_meant(rest, draft) if rest and named else []
    if named is None or not kept or len(kept) == len(draft.of(named[0])):
        return None
    for value in draft.of(named[0]):
        if value not in kept:
            draft = op.refuse(draft, value.id) if value.origine != "utilisateur" else op.remove(draft, value.id)
    for value in kept:
        if value.etat in ("propose", "a_verifier"):
            draft = op.accept(draft, value.id)
    return draft
