"""Sums of euros, in decimals, and how they are written in French."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from corpus.fiche import LigneBudget


CENT = Decimal("0.01")
_WRITABLE = 18
"""Powers of ten up to which an amount is written in full."""


def cents(amount: Decimal) -> Decimal:
    """The amount rounded to the cent, so that what came through a float is what was meant."""
    return amount.quantize(CENT, ROUND_HALF_UP) if amount.adjusted() <= _WRITABLE else amount


def total(lines: Iterable[LigneBudget]) -> Decimal:
    """The sum of the lines, each to the cent."""
    return sum((cents(line.montant) for line in lines), Decimal(0))


def euros(amount: Decimal) -> str:
    """An amount as French writes it: ``12 000 €``, ``1 234,50 €``."""
    if amount.adjusted() > _WRITABLE:
        return f"{amount:.2e} €"
    written = f"{amount:,.0f}" if amount == amount.to_integral_value() else f"{amount:,.2f}"
    return written.replace(",", " ").replace(".", ",") + " €"
