"""The budget in two columns: its lines, what they add up to, and a line as a coordinator types it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING

from corpus.fiche import LigneBudget
from tui import texts
from tui.rows import euros, label_of

if TYPE_CHECKING:
    from assistant.drafts.model import Draft, Valeur

COLUMNS: dict[str, tuple[str, ...]] = {
    "charges": ("budget.charges", "budget.contributions.emplois"),
    "produits": ("budget.produits", "budget.contributions.ressources"),
}
"""The fields of each column; what is typed goes to the first."""
_AMOUNT = re.compile(r"(?<![\w,.])(\d{1,3}(?:[ \u00a0\u202f]\d{3})+|\d+)(?:[.,](\d{1,2}))?\s*(?:€|euros?)?\s*$")


@dataclass(frozen=True, slots=True)
class Column:
    """One side of the budget: its values by field, and their sum."""

    name: str
    values: tuple[Valeur, ...]
    total: Decimal


def column(draft: Draft, name: str) -> Column:
    """One side of the budget of a draft."""
    values = tuple(value for part in COLUMNS[name] for value in draft.of(part))
    amounts = (v.valeur.montant for v in values if isinstance(v.valeur, LigneBudget))
    return Column(name, values, sum(amounts, start=Decimal(0)))


def typed_line(text: str) -> LigneBudget | None:
    """The line these words make, such as ``Achats de jeux 1 250,50``; ``None`` without a name and an amount."""
    found = _AMOUNT.search(text.strip())
    if found is None:
        return None
    post = text.strip()[: found.start()].strip(" :;,–-—=")
    whole = re.sub(r"\D", "", found[1])
    try:
        return LigneBudget(poste=post, montant=Decimal(f"{whole}.{found[2] or 0}")) if post else None
    except (InvalidOperation, ValueError):
        return None


def retyped(line: LigneBudget) -> str:
    """A line as it would be typed."""
    whole, _, cents = f"{line.montant:.2f}".partition(".")
    return f"{line.poste} {whole}" + (f",{cents}" if cents != "00" else "")


def balance(charges: Decimal, produits: Decimal) -> str:
    """Whether the two sides are equal, and by how much they are not."""
    if not charges and not produits:
        return texts.BUDGET_EMPTY
    if charges == produits:
        return texts.BUDGET_BALANCED.format(amount=euros(charges))
    form = texts.BUDGET_MISSING if charges > produits else texts.BUDGET_OVER
    return form.format(amount=euros(abs(charges - produits)))


def part_label(champ: str) -> str:
    """The label of a field of the budget, without the name of the budget."""
    return label_of(champ).partition("· ")[2].capitalize() or label_of(champ)
