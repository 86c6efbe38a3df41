"""A correction: which fiche of which document, which field, and what the person wrote."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import BaseModel, ConfigDict

from corpus.fiche import CHAMPS
from corpus.models import ExtractedFiche

Mode = Literal["remplace", "ajoute"]


class _Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, extra="ignore")


class FicheRef(_Frozen):
    """Which fiche, as the extractor read it: its number, its title and its lines."""

    numero: str | None = None
    titre: str | None = None
    ligne_debut: int
    ligne_fin: int

    @classmethod
    def of(cls, read: ExtractedFiche) -> FicheRef:
        """The reference of a fiche as it was read, before any correction."""
        fiche, source = read.fiche, read.source
        return cls(numero=fiche.numero, titre=fiche.titre, ligne_debut=source.ligne_debut, ligne_fin=source.ligne_fin)

    @property
    def name(self) -> str:
        """The fiche as a sentence names it."""
        return f"fiche {self.numero or '—'} « {self.titre or 'sans titre'} » (ligne {self.ligne_debut})"


class Correction(_Frozen):
    """What a person wrote in a field; ``valeur`` is the JSON of the field: a text, a list, a period or nothing.

    With the mode ``ajoute``, the items of ``valeur`` follow what the extractor reads.
    """

    document: str
    sha256: str
    fiche: FicheRef
    champ: str
    mode: Mode = "remplace"
    valeur: Any = None
    lu: Any = None
    """The JSON of what the extractor had read when the correction was made."""
    faite_le: str = ""

    @property
    def libelle(self) -> str:
        """The label of the field."""
        return CHAMPS[self.champ].libelle if self.champ in CHAMPS else self.champ
