"""What was read of a document, field by field: found, uncertain, corrected, absent, and what was left unread."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from corpus.fiche import CHAMPS

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from corpus.catalogue import DocumentEntry
    from corpus.models import Carte, ExtractedFiche, Extraction, FieldSource, PlanRow, Span

CARTE = ("titre", "territoire", "caf", "periode_debut", "periode_fin", "signataires", "date_signature", "axes", "type")
"""What a convention's card may state, in the order it is shown."""


def report(entry: DocumentEntry, extraction: Extraction, text: Callable[[int, int], str]) -> dict[str, Any]:
    """The report of a document as plain JSON values; ``text`` gives the words of its lines, both ends included."""
    return {
        "document": entry.name,
        "etat": entry.state,
        "motif": entry.motif,
        "message": entry.message,
        "format": entry.format,
        "pages": entry.pages,
        "lignes": entry.lines,
        "avertissements": list(entry.warnings),
        "convention": _carte(extraction.carte),
        "contradictions": list(extraction.carte.contradictions),
        "fiches": [_fiche(found, text) for found in extraction.fiches],
        "plan_actions": _plan(extraction.plan),
    }


def span_of(span: Span) -> dict[str, int | None]:
    """Where something stands, as the contract of the command line writes it."""
    return {"ligne_debut": span.ligne_debut, "ligne_fin": span.ligne_fin, "page": span.page}


def _carte(carte: Carte) -> list[dict[str, Any]]:
    data = carte.model_dump(mode="json")
    return [
        {
            "champ": key,
            "etat": "trouve" if data[key] else "absent",
            "valeur": data[key],
            "source": span_of(carte.sources[key]) if key in carte.sources else None,
        }
        for key in CARTE
    ]


def _fiche(found: ExtractedFiche, text: Callable[[int, int], str]) -> dict[str, Any]:
    return {
        "numero": found.fiche.numero,
        "titre": found.fiche.titre,
        "source": span_of(found.source),
        "champs": [_champ(key, found) for key in CHAMPS],
        "non_lus": [{**span_of(s), "texte": text(s.ligne_debut, s.ligne_fin)} for s in found.non_lus],
    }


def _champ(key: str, found: ExtractedFiche) -> dict[str, Any]:
    value = found.fiche.model_dump(mode="json")[key]
    sources = [source for source in found.sources if source.champ.partition(".")[0] == key]
    corrected = found.lue is not None and value != found.lue.fiche.model_dump(mode="json")[key]
    told: dict[str, Any] = {"champ": key, "libelle": CHAMPS[key].libelle, "etat": _state(value, sources, corrected)}
    told["valeurs"] = _values(value, sources)
    if corrected and found.lue is not None:
        told["lu"] = found.lue.fiche.model_dump(mode="json")[key]
    return told


def _state(value: object, sources: Sequence[FieldSource], corrected: bool) -> str:
    if corrected:
        return "corrige"
    if not _holds(value):
        return "absent"
    return "incertain" if any(source.incertain for source in sources) else "trouve"


def _holds(value: object) -> bool:
    return any(value.values()) if isinstance(value, dict) else bool(value)


def _values(value: Any, sources: Sequence[FieldSource]) -> list[dict[str, Any]]:  # noqa: ANN401 - a field
    """Each value with its lines; a list of sources longer than the values belongs to the only one."""
    if not _holds(value):
        return []
    items = value if isinstance(value, list) else [value]
    return [_value(item, [s for s in sources if s.rang == rank or len(items) == 1]) for rank, item in enumerate(items)]


def _value(item: object, sources: Sequence[FieldSource]) -> dict[str, Any]:
    return {
        "valeur": item,
        "sources": [span_of(source.source) for source in sources],
        "incertain": any(source.incertain for source in sources),
        "corrige": any(source.corrige for source in sources),
    }


def _plan(rows: Sequence[PlanRow]) -> dict[str, Any]:
    doubtful = [row for row in rows if row.incertain]
    return {
        "lignes": len(rows),
        "incertaines": [{"action": row.action, "source": span_of(row.source)} for row in doubtful],
        "sans_axe": sum(not row.axe for row in rows),
        "sans_chef_de_file": sum(not row.chef_de_file for row in rows),
    }
