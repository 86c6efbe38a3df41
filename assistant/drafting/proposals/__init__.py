"""Proposals for the fields a draft leaves open: neighbours, items, neutral wording, citations, reasons."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from assistant.drafting.knowledge import Knowledge, knowledge_of
from assistant.drafting.lexicon.verbs import COMMON, COMMON_WORTH
from assistant.drafting.proposals.candidates import LISTS, Candidate, from_clauses, from_units, shown
from assistant.drafting.proposals.citing import cite
from assistant.drafting.proposals.concepts import weigh_themes
from assistant.drafting.proposals.ranking import ROOM, Home, choose
from assistant.drafting.proposals.units import Rarity, nearest, units_of
from assistant.drafts.model import Valeur
from corpus.text.french import stems

if TYPE_CHECKING:
    from collections.abc import Sequence

    from assistant.drafting.proposals.units import Unit
    from assistant.drafts.model import Draft
    from corpus.indexing import Corpus
    from corpus.models import SearchHit

FICHES, ROWS = 12, 10
"""How many fiches, and how many plan rows, are drawn from."""
LEAST_CLOSE = 0.08
"""Share of the closeness of the best neighbour under which a neighbour is none."""
PLACE_WORTH = 0.3
"""What the words of the place are worth against those of the action."""

_QUERY = {
    "titre": 3.0,
    "description": 1.2,
    "objectifs_operationnels": 1.5,
    "objectifs_strategiques": 1.2,
    "besoins": 1.2,
    "public_cible": 1.5,
    "effets_attendus": 0.8,
    "indicateurs": 0.8,
}

_THEMES = {
    "titre": 3.0,
    "public_cible": 1.5,
    "besoins": 1.0,
    "objectifs_strategiques": 1.0,
    "objectifs_operationnels": 1.0,
    "description": 0.7,
    "axe": 0.7,
}

_YOUNG_CHILDREN = re.compile(r"\bjeunes? enfants?\b", re.IGNORECASE)
"""Young children are not « les jeunes »: the theme is early childhood."""

__all__ = ["proposals_for", "value_of"]


def proposals_for(
    draft: Draft, corpus: Corpus, champs: Sequence[str] | None = None, *, room: int | None = None
) -> list[Valeur]:
    """New proposals for the open fields of a draft (or those asked for), each cited; none without a corpus.

    ``room`` is how many to give for each field at most, when not the usual number of each.
    """
    knowledge = knowledge_of(corpus)
    wanted = [
        champ
        for champ in ROOM
        if (champs is None and _is_open(draft, champ)) or (champs is not None and champ in champs)
    ]
    query = _query(draft)
    if not knowledge.extractions or not wanted or not query:
        return []
    units = units_of(knowledge)
    rarity = Rarity(units)
    hits = _search(draft, corpus)
    themes = weigh_themes(_told(draft))
    close = _neighbours(nearest(units, query, hits, rarity, themes))
    candidates = [*from_units(close, knowledge), *from_clauses(hits, units, knowledge)]
    home = Home(knowledge.home(_places(draft)), knowledge.counts, themes, strict=room is None)
    made: list[Valeur] = []
    used: list[frozenset[str]] = [frozenset(stems(str(v.valeur))) for v in draft.valeurs if v.etat == "propose"]
    for champ in wanted:
        taken = [*used, *(frozenset(stems(str(v.valeur))) for v in draft.valeurs if v.champ == champ)]
        settled = len(draft.of(champ, proposals=False))
        most = room or ROOM[champ]
        chosen = choose(champ, candidates, query, taken, rarity, max(1, most - settled), home)
        made += [value_of(c, others, knowledge) for c, others in chosen]
        used += [c.stems for c, _ in chosen if champ in LISTS]
    return made


def _neighbours(close: list[tuple[Unit, float]]) -> list[tuple[Unit, float]]:
    """The nearest fiches and plan rows, the closest first; what is far from the best is left out."""
    best = close[0][1] if close else 0.0
    near = [(unit, worth / best) for unit, worth in close if worth >= LEAST_CLOSE * best]
    kept = [pair for pair in near if pair[0].fiche][:FICHES] + [pair for pair in near if pair[0].row][:ROWS]
    return sorted(kept, key=lambda pair: -pair[1])


def _is_open(draft: Draft, champ: str) -> bool:
    """A field with nothing settled, or a list of the chain with fewer items than it has room for."""
    settled = len(draft.of(champ, proposals=False))
    return settled == 0 or (champ in LISTS and champ != "objectifs_strategiques" and settled < ROOM[champ])


def _query(draft: Draft) -> dict[str, float]:
    weights: dict[str, float] = {}
    place = set(stems(" ".join(str(v.valeur) for v in draft.of("lieu", proposals=False))))
    for champ, weight in _QUERY.items():
        for value in draft.of(champ, proposals=False):
            said = _YOUNG_CHILDREN.sub("petite enfance", _without_places(str(value.valeur), draft))
            for stem in stems(said):
                worth = weight * (PLACE_WORTH if stem in place else COMMON_WORTH if stem in COMMON else 1.0)
                weights[stem] = max(weights.get(stem, 0.0), worth)
    return weights


def _told(draft: Draft) -> list[tuple[str, float]]:
    """What the draft says of its matter, each text with what it tells of the themes."""
    return [
        (_YOUNG_CHILDREN.sub("petite enfance", str(value.valeur)), weight)
        for champ, weight in _THEMES.items()
        for value in draft.of(champ, proposals=False)
    ]


def _places(draft: Draft) -> str:
    said = [
        str(v.valeur)
        for champ in ("lieu", "porteurs", "partenaires", "titre")
        for v in draft.of(champ, proposals=False)
    ]
    return " ; ".join([*said, draft.demande])


def _search(draft: Draft, corpus: Corpus) -> list[SearchHit]:
    """What the search finds for the action, then for the action and its public."""
    titre = " ".join(_without_places(str(v.valeur), draft) for v in draft.of("titre", proposals=False))
    more = " ".join(
        str(v.valeur) for champ in ("public_cible", "description", "besoins") for v in draft.of(champ, proposals=False)
    )
    text = f"{titre} {more}".strip()[:400]
    return corpus.searcher().search(text, k=40) if text else []


def _without_places(text: str, draft: Draft) -> str:
    """A text without the names of the place: an action is near another by what it does, not by where."""
    for value in draft.of("lieu", proposals=False):
        for name in re.findall(r"[A-ZÀ-Ý][\w'’-]+", str(value.valeur)):
            text = re.sub(rf"\b{re.escape(name)}\b", " ", text)
    return text


def value_of(candidate: Candidate, others: list[Candidate], knowledge: Knowledge) -> Valeur:
    """A candidate as a proposed value: neutral words, its citation, its reason in one line."""
    document = knowledge.documents[candidate.document]
    section = _section(candidate)
    return Valeur(
        champ=candidate.champ,
        valeur=candidate.person or shown(candidate, knowledge),
        origine="corpus",
        etat="propose",
        citation=cite(document, candidate.span, candidate.source, section),
        raison=_reason(candidate, others, knowledge),
    )


def _section(candidate: Candidate) -> str:
    if candidate.unit and candidate.unit.fiche:
        fiche = candidate.unit.fiche.fiche
        return " ".join(
            part for part in (f"Fiche {fiche.numero}" if fiche.numero else "Fiche", "·", fiche.titre or "") if part
        ).strip(" ·")
    if candidate.unit and candidate.unit.row:
        return candidate.unit.row.orientation or candidate.unit.row.axe
    return ""


def _reason(candidate: Candidate, others: list[Candidate], knowledge: Knowledge) -> str:
    """One line: who says it, how many conventions agree, what was taken out."""
    documents = {candidate.document, *(o.document for o in others)}
    parts = [f"{len(documents)} conventions"] if len(documents) > 1 else []
    parts.append(f"{candidate.where} de {knowledge.territory(candidate.document)}")
    if candidate.words.removed:
        parts.append(f"propre à sa source, à préciser : {', '.join(f'« {r} »' for r in candidate.words.removed[:3])}")
    return " ; ".join(parts)
