"""The ``rediger`` output of the command line contract: the fiche, one provenance row a value, what to ask."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from assistant.drafts.model import BUDGET_PARTS
from corpus.fiche import CHAMPS, LigneBudget, Personne

if TYPE_CHECKING:
    from collections.abc import Iterator

    from assistant.drafting.model import Drafting
    from assistant.drafts.model import Draft, Valeur
    from assistant.validation.model import Validation


def as_contract(drafting: Drafting, validation: Validation | None = None) -> dict[str, object]:
    """The JSON object of ``rediger``, without its ``id``; a declined request has an empty fiche."""
    draft = drafting.draft
    if draft is None:
        return {
            "fiche": {},
            "provenance": [],
            "questions": [],
            "alertes": [drafting.message],
            "validation": None,
            "refus": True,
            "motif": drafting.motif,
            "message": drafting.message,
            "brouillon": None,
        }
    return {
        "fiche": draft.fiche().model_dump(mode="json", exclude_none=False),
        "provenance": list(provenance(draft)),
        "questions": list(draft.questions),
        "alertes": list(draft.alertes),
        "validation": validation.model_dump(mode="json") if validation else None,
        "refus": drafting.refus,
        "motif": drafting.motif,
        "message": drafting.message,
        "brouillon": draft.id,
    }


def provenance(draft: Draft) -> Iterator[dict[str, Any]]:
    """One row for each value the fiche holds, in the order of the form; the parts of a value have a row each."""
    for cle, champ in CHAMPS.items():
        if champ.nature == "echeances":
            for part in ("echeances.debut", "echeances.fin"):
                yield from _single(draft, part)
        elif champ.nature == "budget":
            for part in ("budget.periode.debut", "budget.periode.fin"):
                yield from _single(draft, part)
            for part in BUDGET_PARTS:
                yield from _list(draft, part)
        elif champ.nature == "texte":
            yield from _single(draft, cle)
        else:
            yield from _list(draft, cle)


def _single(draft: Draft, champ: str) -> Iterator[dict[str, Any]]:
    values = [v for v in draft.of(champ) if not v.is_rewording]
    settled = [v for v in values if v.etat != "propose"]
    for value in (settled or values)[:1]:
        yield _row(champ, value.valeur, value)


def _list(draft: Draft, champ: str) -> Iterator[dict[str, Any]]:
    for rank, value in enumerate(v for v in draft.of(champ) if not v.is_rewording):
        content = value.valeur
        if isinstance(content, str):
            yield _row(champ, content, value)
            continue
        for part, found in _parts(content):
            yield _row(f"{champ}[{rank}].{part}", found, value)


def _parts(content: Personne | LigneBudget) -> Iterator[tuple[str, str | int | float]]:
    for part, found in content.model_dump(mode="python").items():
        if isinstance(found, Decimal):
            yield part, int(found) if found == found.to_integral_value() else float(found)
        elif found:
            yield part, found


def _row(champ: str, content: object, value: Valeur) -> dict[str, Any]:
    return {
        "champ": champ,
        "valeur": content,
        "origine": value.origine,
        "citation": value.citation.model_dump(mode="json") if value.citation else None,
        "etat": value.etat,
        "raison": value.raison,
    }
