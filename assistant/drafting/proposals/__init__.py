"""Proposals for the fields a draft leaves open: neighbours, items, neutral wording, citations, reasons."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.drafting.knowledge import knowledge_of
from assistant.drafting.proposals.asked import places_of, query_of, question_of, themes_of
from assistant.drafting.proposals.candidates import LISTS, from_clauses, from_units
from assistant.drafting.proposals.partners import choose_partners
from assistant.drafting.proposals.ranking import ROOM, Asked, choose
from assistant.drafting.proposals.reasons import value_of
from assistant.drafting.proposals.units import Rarity, nearest
from corpus.text.french import stems

if TYPE_CHECKING:
    from collections.abc import Sequence

    from assistant.drafting.proposals.units import Unit
    from assistant.drafts.model import Draft, Valeur
    from corpus.indexing import Corpus

FICHES, ROWS = 12, 10
"""How many fiches, and how many plan rows, are drawn from."""
LEAST_CLOSE = 0.08
"""Share of the closeness of the best neighbour under which a neighbour is none."""

_ADDED_TO = (frozenset(LISTS) - {"objectifs_strategiques"}) | {"partenaires"}
"""Fields that stay open once something is settled in them, as long as there is room."""

__all__ = ["proposals_for", "value_of"]


def proposals_for(
    draft: Draft, corpus: Corpus, champs: Sequence[str] | None = None, *, room: int | None = None
) -> list[Valeur]:
    """New proposals for the open fields of a draft (or those asked for), each cited; none without a corpus.

    ``room`` is how many to give for each field at most, when not the usual number of each: what stands far from the
    themes of the draft then comes last instead of being left out.
    """
    knowledge = knowledge_of(corpus)
    wanted = [
        champ
        for champ in ROOM
        if (champs is None and _is_open(draft, champ)) or (champs is not None and champ in champs)
    ]
    query, question = query_of(draft), question_of(draft)
    if not knowledge.extractions or not wanted or not query:
        return []
    units = knowledge.units
    rarity, themes = Rarity(units), themes_of(draft)
    hits = corpus.searcher().search(question, k=40) if question else []
    near = nearest(units, query, hits, rarity, themes)
    close = _neighbours(near)
    candidates = [*from_units(close, knowledge), *from_clauses(hits, units, knowledge)]
    home = knowledge.home(places_of(draft))
    made: list[Valeur] = []
    used = [frozenset(stems(str(v.valeur))) for v in draft.valeurs if v.etat == "propose"]
    for champ in wanted:
        most = max(1, (room or ROOM[champ]) - len(draft.of(champ, proposals=False)))
        if champ == "partenaires":
            chosen = choose_partners(near, themes, _bodies_said(draft), most, knowledge)
        else:
            asked = Asked(query_of(draft, champ), themes, rarity, home, knowledge.counts, strict=room is None)
            taken = [*used, *(frozenset(stems(str(v.valeur))) for v in draft.valeurs if v.champ == champ)]
            chosen = choose(champ, candidates, asked, taken, most)
        made += [value_of(c, others, knowledge) for c, others in chosen]
        used += [c.stems for c, _ in chosen if champ in LISTS]
    return made


def _bodies_said(draft: Draft) -> list[str]:
    return [str(v.valeur) for v in draft.valeurs if v.champ in ("partenaires", "porteurs")]


def _neighbours(close: list[tuple[Unit, float]]) -> list[tuple[Unit, float]]:
    """The nearest fiches and plan rows, the closest first and at 1; what is far from the best is left out."""
    best = close[0][1] if close else 0.0
    near = [(unit, worth / best) for unit, worth in close if worth >= LEAST_CLOSE * best]
    kept = [pair for pair in near if pair[0].fiche][:FICHES] + [pair for pair in near if pair[0].row][:ROWS]
    return sorted(kept, key=lambda pair: -pair[1])


def _is_open(draft: Draft, champ: str) -> bool:
    """A field with nothing settled, or a list with fewer items than it has room for."""
    settled = len(draft.of(champ, proposals=False))
    return settled == 0 or (champ in _ADDED_TO and settled < ROOM[champ])
