"""A draft is a list of sourced values; its fiche is derived from them.

A value without an origin cannot exist here. The coordinator's own words outrank everything: a proposal never
replaces a value she gave or accepted, it stands beside it until she decides.
"""

from __future__ import annotations

import datetime as dt
import uuid
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, field_validator, model_validator

from corpus.fiche import CHAMPS, FicheAction, LigneBudget, Personne
from corpus.models import Citation
from corpus.text.cleaning import clean

Origine = Literal["utilisateur", "corpus", "modele"]
Etat = Literal["propose", "accepte", "modifie", "refuse", "a_verifier"]
Contenu = Annotated[str | Personne | LigneBudget, Field(union_mode="left_to_right")]

BUDGET_PARTS = (
    "budget.charges",
    "budget.produits",
    "budget.contributions.emplois",
    "budget.contributions.ressources",
)
"""Dotted fields that hold budget lines."""
PARTS = ("echeances.debut", "echeances.fin", "budget.periode.debut", "budget.periode.fin", *BUDGET_PARTS)
"""Dotted fields a value may belong to, beside the keys of the form."""


def now() -> dt.datetime:
    """The present moment, with its time zone, to the second."""
    return dt.datetime.now(dt.UTC).replace(microsecond=0)


class _Model(BaseModel):
    model_config = ConfigDict(extra="forbid")


class Valeur(_Model):
    """One value of a field: a text, an item of a list, a person or a line of the budget.

    ``champ`` is a key of the form, or a dotted part of one (:data:`PARTS`). A value from the corpus has a
    citation; so has the wording of a language model, unless it rewords the coordinator's own words.
    """

    id: str = Field(default_factory=lambda: uuid.uuid4().hex[:12])
    champ: str
    valeur: Contenu
    origine: Origine
    etat: Etat
    citation: Citation | None = None
    raison: str = ""
    """One line in French: why this is proposed, or how it was understood."""
    remplace: str | None = None
    """The value this one says in other words: accepted, it takes its place; until then it is no part of the fiche."""

    @property
    def is_rewording(self) -> bool:
        """Whether it is a proposal to say another value in other words."""
        return self.remplace is not None and self.etat == "propose"

    @field_validator("valeur", mode="before")
    @classmethod
    def _is_clean(cls, content: object) -> object:
        """A text that a terminal, a file or the fiche could not hold never becomes a value."""
        return clean(content) if isinstance(content, str) else content

    @model_validator(mode="after")
    def _has_an_origin(self) -> Valeur:
        if self.champ not in CHAMPS and self.champ not in PARTS:
            raise ValueError(f"champ inconnu : {self.champ}")
        rewording = self.origine == "modele" and self.remplace is not None
        if self.origine != "utilisateur" and self.citation is None and not rewording:
            raise ValueError("une valeur qui n'est pas du coordinateur doit être citée")
        return self


class Changement(_Model):
    """One entry of the history of a draft: enough to undo it."""

    le: dt.datetime = Field(default_factory=now)
    quoi: str
    avant: list[Valeur]


class Message(_Model):
    """One turn of the conversation kept with a draft."""

    de: Literal["vous", "assistant"]
    texte: str
    le: dt.datetime = Field(default_factory=now)
    citations: list[Citation] = Field(default_factory=list)
    incomplet: bool = False
    """Whether it is what came of an answer that was stopped, cut or lost: unchecked, never an answer."""


class PointOuvert(_Model):
    """One entry of the register of what is open; ``champ`` is the field it is about, when it is about one.

    ``vise`` is the value an inference doubts. ``ecrit`` holds values that are not in the fiche until the entry is
    lifted: an amount that was computed, not said.
    """

    nature: Literal["hypothese", "manque", "contradiction"]
    champ: str | None = None
    texte: str
    etat: Literal["ouvert", "leve"] = "ouvert"
    vise: str | None = None
    ecrit: list[Valeur] = Field(default_factory=list)


class Draft(_Model):
    """A draft: its values, what is still open, its conversation and its history."""

    version: Literal[1] = 1
    id: str
    titre: str = ""
    cree: dt.datetime = Field(default_factory=now)
    modifie: dt.datetime = Field(default_factory=now)
    demande: str = ""
    valeurs: list[Valeur] = Field(default_factory=list)
    questions: list[str] = Field(default_factory=list)
    alertes: list[str] = Field(default_factory=list)
    registre: list[PointOuvert] = Field(default_factory=list)
    """What is open, as last brought up to date; ``assistant.drafts.register`` reads it."""
    messages: list[Message] = Field(default_factory=list)
    historique: list[Changement] = Field(default_factory=list)
    saisie: str = ""
    """What is typed and not yet sent."""
    moteur: str = "integre"

    def of(self, champ: str, *, proposals: bool = True) -> list[Valeur]:
        """The values of a field that count, in order: not the refused, and the proposed only if asked."""
        kept = ("accepte", "modifie", "a_verifier", "propose") if proposals else ("accepte", "modifie", "a_verifier")
        return [v for v in self.valeurs if v.champ == champ and v.etat in kept]

    def fiche(self, *, proposals: bool = True) -> FicheAction:
        """The fiche these values make; a single-text field takes its first settled value, else a proposal."""
        return FicheAction.model_validate(_assemble(self, proposals=proposals))


def _first(values: list[Valeur]) -> Contenu | None:
    settled = [v for v in values if v.etat != "propose"]
    chosen = next(iter(settled or values), None)
    return chosen.valeur if chosen else None


def _assemble(draft: Draft, *, proposals: bool) -> dict[str, Any]:
    data: dict[str, Any] = {}
    for cle, champ in CHAMPS.items():
        values = [v for v in draft.of(cle, proposals=proposals) if not v.is_rewording]
        if champ.nature in ("liste", "personnes"):
            data[cle] = [v.valeur for v in values]
        elif champ.nature == "texte":
            data[cle] = _first(values)
    data["echeances"] = {part: _first(draft.of(f"echeances.{part}", proposals=proposals)) for part in ("debut", "fin")}
    data["budget"] = _budget(draft, proposals=proposals)
    return data


def _budget(draft: Draft, *, proposals: bool) -> dict[str, Any] | None:
    charges, produits, emplois, ressources = (
        [v.valeur for v in draft.of(part, proposals=proposals)] for part in BUDGET_PARTS
    )
    periode = {p: _first(draft.of(f"budget.periode.{p}", proposals=proposals)) for p in ("debut", "fin")}
    if not (charges or produits or emplois or ressources or any(periode.values())):
        return None
    return {
        "periode": periode if any(periode.values()) else None,
        "charges": charges,
        "produits": produits,
        "contributions": {"emplois": emplois, "ressources": ressources} if emplois or ressources else None,
    }
