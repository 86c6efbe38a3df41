"""What a budget leaves once its lines are read: the remainder someone pays, and what does not add up."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from assistant.drafting.reading.budget_posts import Line, euros

if TYPE_CHECKING:
    from assistant.drafting.model import Reading


def remainder(lines: list[Line], totals: list[Line], words: str, reading: Reading) -> None:
    """« Le reste en fonds propres »: what the charges leave once the other resources are counted."""
    charges = sum((x.amount for x in lines if not x.produit), Decimal(0)) or sum(
        (x.amount for x in totals[:1]), Decimal(0)
    )
    produits = sum((x.amount for x in lines if x.produit), Decimal(0))
    rest = charges - produits
    label = _remainder_label(words)
    if charges <= 0 or rest < 0:
        reading.alertes.append(
            f"« {words} » : le reste ne peut pas être calculé (charges connues : {euros(charges)}, "
            f"autres produits : {euros(produits)})."
        )
        return
    sum_ = f"{euros(charges)} − {euros(produits)} = {euros(rest)}"
    lines.append(Line(label or "fonds propres", rest, produit=True, written=words, worked_out=sum_))


_LEFT = r"(?:restant|reste|solde|complément|complement|surplus|différence|difference)"


_WHO_PAYS = re.compile(
    rf"^.*?{_LEFT}\s*(?:est |sera )?(?:à la charge de |pris en charge par |financée? par "
    r"|payée? par |en |par |sur |pour |de |:)?"
    r"\s*(?:la |le |les |l['’]|nos |notre )?",
    re.IGNORECASE,
)


_PAYS = re.compile(
    r"\s+(?:nous )?(?:paie(?:nt|ra)?|paye(?:nt|ra)?|met(?:tra|tent)?|prend(?:ra)?(?: en charge)?|financ\w+"
    r"|apporte(?:ra)?"
    r"|vers(?:e|era)|compl[eè]te(?:ra)?|assur\w+|couvr\w+)$",
    re.IGNORECASE,
)


def _remainder_label(words: str) -> str:
    """Who pays the rest, said before (« la ville le reste ») or after (« le reste en fonds propres »)."""
    before = re.match(rf"(?:la |le |les |l['’])?(?P<w>[^,;]*?\w)\s+(?:le |la ){_LEFT}\W*$", words, re.IGNORECASE)
    label = before["w"] if before else _WHO_PAYS.sub("", words)
    return _PAYS.sub("", label)


def balance(lines: list[Line], totals: list[Line], reading: Reading) -> None:
    """Tell a total that is not the sum of its lines, and two sides that differ."""
    charges = sum((x.amount for x in lines if not x.produit), Decimal(0))
    produits = sum((x.amount for x in lines if x.produit), Decimal(0))
    for said in totals:
        total = said.amount
        sums = [s for s in (charges, produits) if s]
        if not sums or (not charges and total > produits):
            reading.state(
                "moyens", f"Budget total annoncé : {said.written or euros(total)}", "montant total donné sans détail"
            )
            reading.questions.append(
                f"Le budget de {euros(total)} est donné sans détail : quelles charges et quels financeurs ?"
            )
        elif total not in sums:
            reading.alertes.append(
                f"Le total annoncé ({euros(total)}) n'est pas la somme des lignes "
                f"({' et '.join(map(euros, sums))}) : lequel est juste ?"
            )
    if charges and produits and charges != produits:
        reading.alertes.append(
            f"Le budget n'est pas équilibré : {euros(charges)} de charges, {euros(produits)} de "
            f"produits (écart {euros(abs(charges - produits))}). Que faut-il corriger ?"
        )
