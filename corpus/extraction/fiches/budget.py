"""The budget of an action: the rows of a table of posts and amounts, charges beside or before produits."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import pairwise

from corpus.extraction.fiches.view import Unit
from corpus.fiche import Budget, Contributions, LigneBudget, Periode
from corpus.text.dates import moments
from corpus.text.folding import fold

_AMOUNT = re.compile(
    r"^(?P<sign>-)?\s*(?P<number>\d{1,3}(?:[\s. ]\d{3})+|\d+)(?:[.,](?P<cents>\d{1,2}))?\s*(?P<unit>k?€|euros?|k)?$",
    re.IGNORECASE,
)
_CHARGES = re.compile(r"(?:charges?|depenses?|emplois?)\b")
_PRODUITS = re.compile(r"(?:produits?|recettes?|ressources?|financements?|financeurs?|contributions volontaires)\b")
_IN_KIND = re.compile(r"\b(?:contributions|benevolat)\b.*\bnature\b|^contributions volontaires")
_TOTAL = re.compile(r"^(?:sous[- ]?)?total\b|^(?:excedent|insuffisance)\b")
_HEAD = re.compile(r"^(?:montants?|en euros|€|postes?|nature|intitules?|libelles?)\b")
_MAIN = re.compile(
    r"^(?:\d{2}\s*[-–:.]?\s*)?(?:achats?$|(?:autres )?services exterieurs|impots et taxes$|charges de personnel|"
    r"autres charges de gestion|charges financieres|charges exceptionnelles|dotations?|vente|"
    r"subventions? d'exploitation|autres produits de gestion|produits financiers|produits exceptionnels|"
    r"reprises|transferts? de charges|ressources propres|personnel benevole|benevolat|prestations)"
)

Line = tuple[str, Decimal]


def amount(text: str) -> Decimal | None:
    """An amount in euros as tables write them (``12 000 €``, ``1.500,50``, ``15 k€``), else ``None``."""
    match = _AMOUNT.match(text.strip().replace("\u202f", " ").replace("\u00a0", " "))
    if match is None or match["sign"]:
        return None
    value = Decimal(re.sub(r"[\s.]", "", match["number"]) + "." + (match["cents"] or "0"))
    return value * 1000 if (match["unit"] or "").lower().startswith("k") else value


@dataclass
class _Table:
    """The amounts read so far: charges and produits, then in kind on each side."""

    sides: list[list[Line]] = field(default_factory=lambda: [[], [], [], []])
    in_kind: bool = False
    right: bool = False
    """Whether a lone amount goes to the produits."""

    def take(self, rank: int, line: Line) -> None:
        if line[1] and not _TOTAL.match(fold(line[0])):
            self.sides[rank + 2 * self.in_kind].append(line)


def read_budget(units: Sequence[Unit]) -> tuple[Budget | None, set[int]]:
    """The budget that some rows hold, and the lines it was read from; ``None`` without two amounts.

    A row has one post and its amount, or a charge and its amount beside a product and its own.
    """
    table, used = _Table(), set()
    period: Periode | None = None
    for unit in units:
        pairs = _pairs(unit.cells) if unit.kind == "rangee" else []
        if not pairs:
            period = period or _period(unit.text)
            _announce(unit, table)
            continue
        for rank, line in enumerate(pairs[:2]):
            table.take(rank if len(pairs) > 1 else _column(unit, line[0], table), line)
        used.add(unit.number)
    if sum(map(len, table.sides)) < 2:
        return None, set()
    charges, produits, emplois, ressources = map(_lines, table.sides)
    in_kind = Contributions(emplois=emplois, ressources=ressources) if emplois or ressources else None
    return Budget(periode=period, charges=charges, produits=produits, contributions=in_kind), used


def has_amount(cells: Sequence[str]) -> bool:
    """Whether a row gives an amount for a post."""
    return bool(_pairs(cells))


def opens_budget(cells: Sequence[str]) -> bool:
    """Whether the heads of a row are those of a budget: charges on one side, produits on the other."""
    heads = [fold(cell) for cell in cells if cell and len(cell) < 60]
    return any(_CHARGES.match(head) for head in heads) and any(_PRODUITS.match(head) for head in heads)


def _pairs(cells: Sequence[str]) -> list[Line]:
    pairs: list[Line] = []
    for left, right in pairwise(cells):
        value = amount(right)
        if value is not None and left.strip() and amount(left) is None:
            pairs.append((" ".join(left.split()), value))
    return pairs


def _column(unit: Unit, poste: str, table: _Table) -> int:
    """The side of a lone amount: the right half of a wide row holds produits."""
    if len(unit.cells) < 4:
        return int(table.right)
    index = next(i for i, cell in enumerate(unit.cells) if " ".join(cell.split()) == poste)
    return int(index >= len(unit.cells) // 2)


def _announce(unit: Unit, table: _Table) -> None:
    """What a row without amounts says of the rows below: the side, or that they are in kind."""
    text = fold(unit.text)
    table.in_kind = table.in_kind or bool(_IN_KIND.search(text))
    if len(unit.filled) <= 2 and not _HEAD.match(text) and (_CHARGES.match(text) or _PRODUITS.match(text)):
        table.right = bool(_PRODUITS.match(text))


def _period(text: str) -> Periode | None:
    dates = moments(text)
    return Periode(debut=dates[0].text, fin=dates[-1].text) if dates else None


def _lines(rows: Sequence[Line]) -> list[LigneBudget]:
    """The lines of one side; a post of the form whose details follow and add up to it is not counted twice."""
    lines: list[LigneBudget] = []
    index = 0
    while index < len(rows):
        poste, value = rows[index]
        below = index + 1
        while below < len(rows) and not _MAIN.match(fold(rows[below][0])):
            below += 1
        details = rows[index + 1 : below]
        if _MAIN.match(fold(poste)) and details and sum(amount for _, amount in details) == value:
            lines += [_detail(poste, text, part) for text, part in details]
            index = below
        else:
            lines.append(LigneBudget(poste=poste, montant=value))
            index += 1
    return lines


def _detail(poste: str, text: str, value: Decimal) -> LigneBudget:
    sous_poste, dash, libelle = text.partition(" – ")
    if dash:
        return LigneBudget(poste=poste, sous_poste=sous_poste, libelle=libelle, montant=value)
    return LigneBudget(poste=poste, libelle=text, montant=value)
