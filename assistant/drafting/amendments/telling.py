"""Saying what changed between two states of a draft."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from assistant.drafting.amendments.orders import describe
from assistant.drafts.contents import is_single, label

if TYPE_CHECKING:
    from assistant.drafts.model import Draft, Valeur


def changes_between(before: Draft, after: Draft) -> list[str]:
    """One line in French for each value that came, went, changed, was accepted or moved."""
    old = {v.id: v for v in before.valeurs}
    new = {v.id: v for v in after.valeurs}
    fields = list(dict.fromkeys(v.champ for v in [*before.valeurs, *after.valeurs]))
    told: list[str] = []
    for champ in fields:
        lines = _field_changes(champ, old, new)
        told += lines
        order = [v.id for v in before.of(champ)], [v.id for v in after.of(champ)]
        if not lines and order[0] != order[1]:
            told.append(f"{label(champ)} : ordre changé.")
    accepted = [line for line in told if line.endswith(_ACCEPTED)]
    return told if len(accepted) <= MOST_ACCEPTED else _in_short(told, accepted)


_ACCEPTED = " » accepté."
MOST_ACCEPTED = 8
"""Acceptances told one by one; beyond, they are counted by field."""


def _in_short(told: list[str], accepted: list[str]) -> list[str]:
    """The changes with acceptances counted by field: « Indicateurs de réussite : 4 valeurs acceptées »."""
    counts = Counter(line.split(" : ")[0] for line in accepted)
    lines = [
        next(line for line in accepted if line.startswith(f"{name} : "))
        if n == 1
        else f"{name} : {n} valeurs acceptées."
        for name, n in counts.items()
    ]
    return [*(line for line in told if line not in accepted), *lines]


def _field_changes(champ: str, old: dict[str, Valeur], new: dict[str, Valeur]) -> list[str]:
    gone = [
        v
        for v in old.values()
        if v.champ == champ and v.etat != "refuse" and (v.id not in new or new[v.id].etat == "refuse")
    ]
    come = [
        v
        for v in new.values()
        if v.champ == champ and v.etat != "refuse" and (v.id not in old or old[v.id].etat == "refuse")
    ]
    kept = [
        (old[v.id], v)
        for v in new.values()
        if v.champ == champ and v.id in old and v.etat != "refuse" and old[v.id].etat != "refuse"
    ]
    name = label(champ)
    if is_single(champ) and come:
        was = next((v for v in gone if v.etat != "propose"), None)
        return [f"{name} : {describe(come[0])}" + (f" (au lieu de {describe(was)})." if was else ".")]
    if champ == "porteurs" and come and gone:
        return [f"{name} : {', '.join(map(describe, come))} (au lieu de {', '.join(map(describe, gone))})."]
    lines = [f"{name} : {describe(v)} ajouté." for v in come]
    lines += [f"{name} : {describe(v)} enlevé." if v.id not in new else f"{name} : {describe(v)} écarté." for v in gone]
    lines += [f"{name} : {describe(was)} devient {describe(now)}." for was, now in kept if was.valeur != now.valeur]
    lines += [
        f"{name} : {describe(now)} accepté."
        for was, now in kept
        if was.valeur == now.valeur and was.etat in ("propose", "a_verifier") and now.etat in ("accepte", "modifie")
    ]
    lines += [
        f"{name} : {describe(now)} n'est plus accepté."
        for was, now in kept
        if was.etat == "accepte" and now.etat in ("propose", "a_verifier")
    ]
    return lines
