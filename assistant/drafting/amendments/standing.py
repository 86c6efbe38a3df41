"""What a draft says of itself after a change: the alerts that still hold, the questions that come next."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from assistant.drafting.period import outside_the_convention
from assistant.drafting.questions import next_questions
from corpus.text.dates import moment

if TYPE_CHECKING:
    from assistant.drafting.knowledge import Knowledge
    from assistant.drafts.model import Draft

_DATES = re.compile(r"^(?:La fin \(|Le début \(|Deux dates de )")
_CARRIERS = re.compile(r"^Deux porteurs")
_BUDGET = re.compile(r"^Le budget n'est pas équilibré|^Le total annoncé")


def refresh(draft: Draft, knowledge: Knowledge) -> Draft:
    """The draft with its alerts about dates, carriers and budget as they now stand, and its next questions."""
    kept = [
        alert for alert in draft.alertes if not (_DATES.match(alert) or _CARRIERS.match(alert) or _BUDGET.match(alert))
    ]
    if len(draft.of("porteurs", proposals=False)) > 1:
        kept += [alert for alert in draft.alertes if _CARRIERS.match(alert)]
    kept += _order(draft) + outside_the_convention(draft, knowledge) + _balance(draft)
    fresh = draft.model_copy(update={"alertes": list(dict.fromkeys(kept))})
    return fresh.model_copy(update={"questions": next_questions(fresh)})


def _order(draft: Draft) -> list[str]:
    starts = draft.of("echeances.debut", proposals=False)[:1]
    ends = draft.of("echeances.fin", proposals=False)[:1]
    first, last = (moment(str(v[0].valeur)) if v else None for v in (starts, ends))
    if first and last and last.last < first.first:
        return [f"La fin ({ends[0].valeur}) vient avant le début ({starts[0].valeur}). Laquelle faut-il corriger ?"]
    return []


def _balance(draft: Draft) -> list[str]:
    from decimal import Decimal

    from assistant.drafting.reading.budget_posts import euros
    from corpus.fiche import LigneBudget

    def total(champ: str) -> Decimal:
        lines = [v.valeur for v in draft.of(champ, proposals=False)]
        return sum((line.montant for line in lines if isinstance(line, LigneBudget)), Decimal(0))

    charges, produits = total("budget.charges"), total("budget.produits")
    if charges and produits and charges != produits:
        return [
            (
                f"Le budget n'est pas équilibré : {euros(charges)} de charges, {euros(produits)} de "
                f"produits (écart {euros(abs(charges - produits))})."
            )
        ]
    return []
