"""The exported fiche as programs read it: the fiche, where each value comes from, the findings, who made it."""

from __future__ import annotations

import datetime as dt
from importlib.metadata import PackageNotFoundError, version
from typing import TYPE_CHECKING, Literal

from pydantic import BaseModel, ConfigDict, Field

from assistant.drafts.contents import is_single
from assistant.drafts.model import PARTS, Contenu, Origine, now
from assistant.exports.open_points import PointOuvert, open_points
from assistant.validation.model import Validation
from corpus.fiche import CHAMPS, FicheAction
from corpus.models import Citation

if TYPE_CHECKING:
    from assistant.drafts.model import Draft, Valeur

FORMAT: Literal["fiche-action/1"] = "fiche-action/1"
SOFTWARE = "fiches-ctg"


class _Model(BaseModel):
    model_config = ConfigDict(extra="forbid")


class Provenance(_Model):
    """Where one value of the fiche comes from."""

    champ: str
    valeur: Contenu
    origine: Origine
    citation: Citation | None = None


class Genere(_Model):
    """When, by which program and with which engine a fiche was exported."""

    le: dt.datetime = Field(default_factory=now)
    logiciel: str
    moteur: str


class Inacheve(_Model):
    """What an unfinished export says of itself."""

    mention: Literal["BROUILLON"] = "BROUILLON"
    points_ouverts: list[PointOuvert] = Field(default_factory=list)
    propositions: list[int] = Field(default_factory=list)
    """Ranks, from 0, of the rows of ``provenance`` that nobody has accepted yet."""


class FicheExportee(_Model):
    """The whole export; ``brouillon`` is there only when the fiche is unfinished."""

    format: Literal["fiche-action/1"] = FORMAT
    brouillon: Inacheve | None = None
    fiche: FicheAction
    provenance: list[Provenance]
    validation: Validation
    genere: Genere


def counted(draft: Draft, *, proposals: bool) -> list[Valeur]:
    """The values that make the fiche, in the order of the form: those of its fields, one for a single text."""
    found: list[Valeur] = []
    for champ in (*CHAMPS, *PARTS):
        values = draft.of(champ, proposals=proposals)
        if is_single(champ) and values:
            settled = [v for v in values if v.etat != "propose"]
            values = (settled or values)[:1]
        found += values
    return found


def exported(draft: Draft, validation: Validation, *, unfinished: bool) -> FicheExportee:
    """The export of a draft: settled values only, or with its proposals and open points when unfinished."""
    values = counted(draft, proposals=unfinished)
    rows = [Provenance(champ=v.champ, valeur=v.valeur, origine=v.origine, citation=v.citation) for v in values]
    unsettled = [rank for rank, value in enumerate(values) if value.etat == "propose"]
    register = Inacheve(points_ouverts=open_points(draft, validation), propositions=unsettled)
    return FicheExportee(
        brouillon=register if unfinished else None,
        fiche=draft.fiche(proposals=unfinished),
        provenance=rows,
        validation=validation,
        genere=Genere(logiciel=f"{SOFTWARE} {software_version()}", moteur=draft.moteur),
    )


def software_version() -> str:
    """The version of the installed program."""
    try:
        return version(SOFTWARE)
    except PackageNotFoundError:
        return "inconnue"
