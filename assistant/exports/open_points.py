"""The register of what is still open in a draft, for the head of an unfinished export."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from pydantic import BaseModel, ConfigDict

from assistant.drafts.register import open_register

if TYPE_CHECKING:
    from assistant.drafts.model import Draft
    from assistant.validation.model import Constat, Validation

Nature = Literal["champ à remplir", "à corriger", "à décider", "à confirmer", "alerte", "question"]

_NATURES: dict[str, Nature] = {
    "champ_obligatoire": "champ à remplir",
    "proposition_en_attente": "à décider",
    "valeur_a_verifier": "à confirmer",
}


class PointOuvert(BaseModel):
    """One entry of the register; ``champ`` is a key of the form, dotted or not, or ``None``."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    nature: Nature
    champ: str | None = None
    texte: str


def open_points(draft: Draft, validation: Validation) -> list[PointOuvert]:
    """Everything the coordinator has still to settle: findings that matter, contradictions and questions."""
    points = [_from(constat) for constat in validation.constats if _matters(constat)]
    entries = open_register(draft)
    points += [PointOuvert(nature="à confirmer", champ=e.champ, texte=e.texte) for e in entries if e.ecrit]
    points += [PointOuvert(nature="alerte", texte=e.texte) for e in entries if e.nature == "contradiction"]
    points += [PointOuvert(nature="question", texte=text) for text in draft.questions]
    return list(dict.fromkeys(points))


def _matters(constat: Constat) -> bool:
    return constat.niveau != "conseil" or constat.regle in _NATURES


def _from(constat: Constat) -> PointOuvert:
    nature = _NATURES.get(constat.regle) or ("à corriger" if constat.niveau == "erreur" else "alerte")
    return PointOuvert(nature=nature, champ=constat.champ, texte=constat.message)
