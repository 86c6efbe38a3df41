"""The budget as the form lays it out: charges on the left, products on the right, posts with their sums."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import zip_longest
from typing import TYPE_CHECKING, Literal

from assistant.validation.budget_form import FORM, find_post
from assistant.validation.money import total
from corpus.text.cleaning import clean_line

if TYPE_CHECKING:
    from collections.abc import Sequence
    from decimal import Decimal

    from corpus.fiche import Budget, LigneBudget

Weight = Literal["titre", "poste", "ligne", "total"]


@dataclass(frozen=True, slots=True)
class BudgetCell:
    """A label and its amount; the amount of a heading is ``None``."""

    label: str
    amount: Decimal | None
    weight: Weight


EMPTY = BudgetCell("", None, "ligne")
BudgetRow = tuple[BudgetCell, BudgetCell]


def budget_rows(budget: Budget) -> list[BudgetRow]:
    """The rows of the budget, left and right, then those of the contributions in kind when there are any."""
    period = _period(budget)
    rows = _block(
        (f"CHARGES{period}", f"PRODUITS{period}"),
        ("budget.charges", "budget.produits"),
        budget.charges,
        budget.produits,
    )
    rows.append((_total("TOTAL DES CHARGES", budget.charges), _total("TOTAL DES PRODUITS", budget.produits)))
    gifts = budget.contributions
    if gifts:
        keys = ("budget.contributions.emplois", "budget.contributions.ressources")
        titles = ("EMPLOIS DES CONTRIBUTIONS EN NATURE", "CONTRIBUTIONS VOLONTAIRES EN NATURE")
        rows += _block(titles, keys, gifts.emplois, gifts.ressources)
        rows.append((_total("TOTAL", gifts.emplois), _total("TOTAL", gifts.ressources)))
    return rows


def _period(budget: Budget) -> str:
    """When the budget runs, for its head: the heading above keeps the exact label of the form."""
    when = budget.periode
    if not when or not (when.debut or when.fin):
        return ""
    return clean_line(f" ({when.debut or '…'} – {when.fin or '…'})")


def _block(
    titles: tuple[str, str], keys: tuple[str, str], left: Sequence[LigneBudget], right: Sequence[LigneBudget]
) -> list[BudgetRow]:
    head: BudgetRow = (BudgetCell(titles[0], None, "titre"), BudgetCell(titles[1], None, "titre"))
    sides = (_side(keys[0], left), _side(keys[1], right))
    return [head, *zip_longest(*sides, fillvalue=EMPTY)]


def _total(label: str, lines: Sequence[LigneBudget]) -> BudgetCell:
    return BudgetCell(label, total(lines), "total")


def _side(champ: str, lines: Sequence[LigneBudget]) -> list[BudgetCell]:
    """The posts of one side in the order of the form, each with its sum, then its lines when they say more."""
    order = {post.libelle: rank for rank, post in enumerate(FORM[champ])}
    groups: dict[str, list[LigneBudget]] = {}
    for line in lines:
        post = find_post(champ, line.poste)
        groups.setdefault(post.libelle if post else line.poste, []).append(line)
    cells: list[BudgetCell] = []
    for name, group in sorted(groups.items(), key=lambda item: order.get(item[0], len(order))):
        cells.append(BudgetCell(clean_line(name), total(group), "poste"))
        details = [_detail(line, name) for line in group]
        if len(group) > 1 or any(details):
            cells += [
                BudgetCell(text or name, line.montant, "ligne") for text, line in zip(details, group, strict=True)
            ]
    return cells


def _detail(line: LigneBudget, post: str) -> str:
    own = line.poste if line.poste.casefold() != post.casefold() else ""
    return clean_line(" – ".join(part for part in (own, line.sous_poste, line.libelle) if part))
