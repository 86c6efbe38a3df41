"""Whether the dates of an action stand inside the period of its convention."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.text.dates import moment, moments
from corpus.text.markup import without_superscripts

if TYPE_CHECKING:
    from assistant.drafting.knowledge import Knowledge
    from assistant.drafts.model import Draft


def outside_the_convention(draft: Draft, knowledge: Knowledge) -> list[str]:
    """What to tell when a date falls outside the period of the convention the request names."""
    said = [
        str(v.valeur)
        for champ in ("lieu", "porteurs", "titre", "partenaires")
        for v in draft.of(champ, proposals=False)
    ]
    home = knowledge.home(" ; ".join([*said, draft.demande]))
    card = knowledge.card(home) if home else None
    if card is None or home is None:
        return []
    first = moment(card.periode_debut or "")
    last = next(reversed(moments(card.periode_fin or "")), None)
    told: list[str] = []
    for part, name in (("echeances.debut", "Le début"), ("echeances.fin", "La fin")):
        for value in draft.of(part, proposals=False):
            when = moment(str(value.valeur))
            early = when and first and when.last < first.first
            late = when and last and when.first > last.last
            if early or late:
                period = " à ".join(without_superscripts(p) for p in (card.periode_debut, card.periode_fin) if p)
                told.append(
                    f"{name} ({value.valeur}) est hors de la période de la convention de "
                    f"{knowledge.territory(home)} ({period}) : est-ce voulu ?"
                )
    return told
