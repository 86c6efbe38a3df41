"""What drafting hands to the rest of the program: a draft made or declined, a draft amended."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from pydantic import BaseModel, ConfigDict, Field

from assistant.drafts.model import Draft

if TYPE_CHECKING:
    from corpus.fiche import LigneBudget, Personne

Motif = Literal["hors_sujet", "demande_vide", "question"]


class _Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Drafting(_Frozen):
    """A request turned into a draft, or declined (``draft`` is then ``None``) with its reason in French."""

    draft: Draft | None
    refus: bool = False
    motif: Motif | None = None
    message: str = ""


class Amendment(_Frozen):
    """A message applied to a draft: the new draft, one line a change, and what to answer."""

    draft: Draft
    changes: list[str] = Field(default_factory=list)
    reply: str = ""
    incompris: list[str] = Field(default_factory=list)
    """The parts of the message in which nothing was understood."""


@dataclass(frozen=True, slots=True)
class Statement:
    """Something the coordinator said, in the field it goes to.

    ``raison`` tells how it was understood when that is not obvious; a statement that is not ``sure`` is an
    inference, which stands in the draft as a value to confirm.
    """

    champ: str
    valeur: str | Personne | LigneBudget
    raison: str = ""
    sure: bool = True


@dataclass(frozen=True, slots=True)
class Held:
    """A value worked out rather than said (« 20 k€ », « le reste »): it waits for the coordinator's word."""

    texte: str
    champ: str
    valeur: LigneBudget


@dataclass(slots=True)
class Reading:
    """Everything read in a request: statements in the order of reading, what to tell and what to ask."""

    statements: list[Statement] = field(default_factory=list)
    alertes: list[str] = field(default_factory=list)
    questions: list[str] = field(default_factory=list)
    held: list[Held] = field(default_factory=list)
    motif: Motif | None = None
    message: str = ""

    def texts(self, champ: str) -> list[str]:
        """The texts stated for a field, in order."""
        return [s.valeur for s in self.statements if s.champ == champ and isinstance(s.valeur, str)]

    def state(self, champ: str, valeur: str, raison: str = "", *, sure: bool = True) -> None:
        """Add a text to a field, once."""
        clean = " ".join(valeur.split()).strip(" ,;:-–•")
        if clean and clean.casefold() not in (t.casefold() for t in self.texts(champ)):
            self.statements.append(Statement(champ, clean, raison, sure))
