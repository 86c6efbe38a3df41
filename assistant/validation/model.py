"""The shape of findings: what a rule says of a fiche, how serious it is, and what to do."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

Niveau = Literal["erreur", "avertissement", "conseil"]


class Constat(BaseModel):
    """One finding. ``champ`` is a key of the form, dotted where a part is meant, or ``None`` for the whole."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    regle: str
    niveau: Niveau
    champ: str | None = None
    message: str
    piste: str
    """What to do, in French."""


class Validation(BaseModel):
    """All the findings on a fiche; it is valid when none is an error."""

    model_config = ConfigDict(extra="forbid")

    valide: bool
    constats: list[Constat] = Field(default_factory=list)
    completude: float = 0.0
    """Share of the required fields that hold something, from 0 to 1."""
