"""The budget of an action: the lines of a table of posts and amounts, charges beside or before produits."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import pairwise

from corpus.extraction.fiches.view import Unit
from corpus.fiche import Budget, LigneBudget
from corpus.text.folding import fold

_AMOUNT = re.compile(
    r"^(?P<sign>-)?\s*(?P<number>\d{1,3}(?:[\s. ]\d{3})+|\d+)(?:[.,](?P<cents>\d{1,2}))?\s*(?P<unit>k?€|euros?|k)?$",
    re.IGNORECASE,
)
_CHARGES = re.compile(r"(?:charges?|depenses?|emplois?)\b")
_PRODUITS = re.compile(r"(?:produits?|recettes?|ressources?|financements?|financeurs?)\b")
_TOTAL = re.compile(r"^(?:sous[- ]?)?total\b|^(?:excedent|insuffisance)\b")
_HEAD = re.compile(r"^(?:montants?|en euros|€|postes?|nature|intitules?|libelles?)\b")


def amount(text: str) -> Decimal | None:
    """An amount in euros as tables write them (``12 000 €``, ``1.500,50``, ``15 k€``), else ``None``."""
    match = _AMOUNT.match(text.strip().replace("\u202f", " ").replace("\u00a0", " "))
    if match is None or match["sign"]:
        return None
    value = Decimal(re.sub(r"[\s.]", "", match["number"]) + "." + (match["cents"] or "0"))
    return value * 1000 if (match["unit"] or "").lower().startswith("k") else value


@dataclass
class _Side:
    """The lines read on one side, and the post that the next ones belong to."""

    lines: list[LigneBudget] = field(default_factory=list)

    def take(self, poste: str, value: Decimal) -> None:
        if value and not _TOTAL.match(fold(poste)):
            self.lines.append(LigneBudget(poste=poste, montant=value))


def read_budget(units: Sequence[Unit]) -> tuple[Budget | None, set[int]]:
    """The budget that some rows hold, and the lines it was read from; ``None`` without two amounts.

    The rows of a table have one post and its amount, or a charge and its amount beside a product and its own.
    """
    charges, produits = _Side(), _Side()
    sides, used = [charges, produits], set()
    current = charges
    for unit in units:
        if unit.kind not in {"rangee", "etranger"}:
            continue
        pairs = _pairs(unit.cells)
        if not pairs:
            current = _side(unit, charges, produits) or current
            continue
        for rank, (poste, value) in enumerate(pairs):
            (sides[rank] if len(pairs) > 1 and rank < 2 else _column(unit, poste, current, sides)).take(poste, value)
        used.add(unit.number)
    if len(charges.lines) + len(produits.lines) < 2:
        return None, set()
    return Budget(charges=charges.lines, produits=produits.lines), used


def has_amount(cells: Sequence[str]) -> bool:
    """Whether a row gives an amount for a post."""
    return bool(_pairs(cells))


def opens_budget(cells: Sequence[str]) -> bool:
    """Whether the heads of a row are those of a budget: charges on one side, produits on the other."""
    heads = [fold(cell) for cell in cells if cell and len(cell) < 40]
    return any(_CHARGES.match(head) for head in heads) and any(_PRODUITS.match(head) for head in heads)


def _pairs(cells: Sequence[str]) -> list[tuple[str, Decimal]]:
    pairs: list[tuple[str, Decimal]] = []
    for left, right in pairwise(cells):
        value = amount(right)
        if value is not None and left.strip() and amount(left) is None:
            pairs.append((" ".join(left.split()), value))
    return pairs


def _column(unit: Unit, poste: str, current: _Side, sides: Sequence[_Side]) -> _Side:
    """The side of a lone amount: the right half of a wide row holds produits."""
    if len(unit.cells) < 4:
        return current
    index = next(i for i, cell in enumerate(unit.cells) if " ".join(cell.split()) == poste)
    return sides[1] if index >= len(unit.cells) // 2 else sides[0]


def _side(unit: Unit, charges: _Side, produits: _Side) -> _Side | None:
    """The side that a row without amounts announces for the rows below."""
    text = fold(unit.filled[0]) if unit.filled else ""
    if len(unit.filled) > 2 or _HEAD.match(text):
        return None
    return charges if _CHARGES.search(text) else produits if _PRODUITS.search(text) else None
