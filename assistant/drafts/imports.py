"""A draft out of JSON: one of ours, an exported fiche with its provenance, or a bare fiche."""

from __future__ import annotations

import json
from typing import Any

from pydantic import ValidationError

from assistant.drafts.file_format import unpack
from assistant.drafts.model import BUDGET_PARTS, PARTS, Draft, Etat, Valeur
from assistant.exports.loading import cleaned, load_fiche
from corpus.errors import UsageError
from corpus.fiche import CHAMPS, FicheAction
from corpus.text.folding import slug

IMPORTED = "importe"


def draft_from_data(data: object) -> Draft:
    """The draft a JSON holds; :class:`UsageError` when it is none of the three.

    An exported fiche keeps the origin and the citation of each value, and its proposals stay proposals. The
    values of a bare fiche are the coordinator's.
    """
    if isinstance(data, dict) and "valeurs" in data:
        return unpack(json.dumps(cleaned(data)).encode())
    fiche = load_fiche(data)
    rows = data.get("provenance") if isinstance(data, dict) and "fiche" in data else None
    values = _from_rows(cleaned(rows), _proposed(data)) if rows else _from_fiche(fiche)
    ident = f"{IMPORTED}-{slug(fiche.titre or 'fiche')}"
    return Draft(id=ident, titre=fiche.titre or "", valeurs=values)


def _proposed(data: object) -> set[object]:
    unfinished = data.get("brouillon") if isinstance(data, dict) else None
    ranks = unfinished.get("propositions") if isinstance(unfinished, dict) else None
    return set(ranks) if isinstance(ranks, list) and all(isinstance(rank, int) for rank in ranks) else set()


def _from_rows(rows: Any, proposed: set[object]) -> list[Valeur]:  # noqa: ANN401 - foreign JSON
    try:
        return [_value(row, "propose" if rank in proposed else "accepte") for rank, row in enumerate(rows)]
    except (ValidationError, TypeError, KeyError) as error:
        raise UsageError(
            "La provenance de cette fiche n'a pas la forme attendue.", "Exportez de nouveau la fiche en JSON."
        ) from error


def _value(row: dict[str, Any], state: Etat) -> Valeur:
    return Valeur.model_validate(
        {key: row[key] for key in ("champ", "valeur", "origine", "citation")} | {"etat": state}
    )


def _from_fiche(fiche: FicheAction) -> list[Valeur]:
    return [
        Valeur(champ=champ, valeur=content, origine="utilisateur", etat="accepte")
        for champ in (*CHAMPS, *PARTS)
        for content in _contents(fiche, champ)
    ]


def _contents(fiche: FicheAction, champ: str) -> list[Any]:
    """What a field or a dotted part of one holds, as a list; nothing for a field that is held by its parts."""
    value: Any = fiche
    for step in champ.split("."):
        value = getattr(value, step, None)
    if champ in BUDGET_PARTS or isinstance(value, list):
        return list(value or [])
    return [value] if isinstance(value, str) and value else []
