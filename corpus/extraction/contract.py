"""The `extraire` JSON: what the reader makes of one file, in the shape of the command line's contract."""

from __future__ import annotations

from corpus.models import Extraction, ReadDocument, Span


def _source(span: Span) -> dict[str, int | None]:
    return {"ligne_debut": span.ligne_debut, "ligne_fin": span.ligne_fin, "page": span.page}


def as_contract(document: ReadDocument, extraction: Extraction) -> dict[str, object]:
    """What was read, as plain JSON values; beyond the contract, each fiche gives its sources and unread lines."""
    carte = extraction.carte.model_dump(mode="json", exclude={"sources", "sigles", "contradictions"})
    fiches = [
        {
            **found.fiche.model_dump(mode="json"),
            "source": _source(found.source),
            "sources": [
                {"champ": s.champ, "rang": s.rang, "incertain": s.incertain, **_source(s.source)} for s in found.sources
            ],
            "non_lus": [_source(span) for span in found.non_lus],
        }
        for found in extraction.fiches
    ]
    plan = [
        {
            **row.model_dump(mode="json", exclude={"source", "incertain"}),
            "incertain": row.incertain,
            "source": _source(row.source),
        }
        for row in extraction.plan
    ]
    return {
        "document": document.name,
        "lisible": True,
        "motif": None,
        "convention": carte,
        "fiches": fiches,
        "plan_actions": plan,
        "avertissements": list(document.warnings),
    }
