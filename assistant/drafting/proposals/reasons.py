"""A candidate as a proposed value: its neutral words, its citation, and in one line why it is offered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.drafting.proposals.candidates import shown
from assistant.drafting.proposals.citing import cite
from assistant.drafts.model import Valeur
from assistant.validation.typography import plural

if TYPE_CHECKING:
    from assistant.drafting.knowledge import Knowledge
    from assistant.drafting.proposals.candidates import Candidate

MOST_REMOVED = 3


def value_of(candidate: Candidate, others: list[Candidate], knowledge: Knowledge) -> Valeur:
    """A candidate as a proposed value: neutral words, its citation, its reason in one line."""
    document = knowledge.documents[candidate.document]
    return Valeur(
        champ=candidate.champ,
        valeur=candidate.person or shown(candidate, knowledge),
        origine="corpus",
        etat="propose",
        citation=cite(document, candidate.span, candidate.source, _section(candidate)),
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
    """One line: how many conventions agree, who says it and about what, what was taken out."""
    documents = {candidate.document, *(o.document for o in others)}
    parts = [f"{len(documents)} conventions"] if len(documents) > 1 else []
    if candidate.champ == "partenaires" and others:
        parts = [f"nommé par {len(others) + 1} actions de {plural(len(documents), 'convention')}"]
    parts.append(f"{_named(candidate)} de {knowledge.territory(candidate.document)}")
    if candidate.words.removed:
        listed = ", ".join(f"« {r} »" for r in candidate.words.removed[:MOST_REMOVED])
        parts.append(f"propre à sa source, à préciser : {listed}")
    return " ; ".join(parts)


def _named(candidate: Candidate) -> str:
    """The fiche with what it is about, the row of a plan with its orientation: a number alone tells nothing."""
    unit = candidate.unit
    if unit is None:
        return candidate.where
    if unit.row:
        about = unit.row.orientation or unit.row.axe
    else:
        about = (unit.fiche.fiche.titre or "") if unit.fiche and unit.fiche.fiche.numero else ""
    return f"{candidate.where} (« {_short(about)} »)" if about else candidate.where


def _short(text: str, most: int = 60) -> str:
    clean = " ".join(text.split()).strip(" .")
    return clean if len(clean) <= most else f"{clean[:most].rsplit(None, 1)[0]}…"
