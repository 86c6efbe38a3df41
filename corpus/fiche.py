"""The fiche action: the only place where a field of the standard template is declared.

Labels, help, what is required, the JSON Schema, the form on screen and the exports are all derived from
:class:`FicheAction`. Every field may be empty here: a draft is a fiche too. What makes a fiche complete is a
matter for validation, which reads :data:`CHAMPS`.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, PlainSerializer
from pydantic.config import JsonDict

Kind = Literal["texte", "liste", "echeances", "personnes", "budget"]


def _number(value: Decimal) -> int | float:
    return int(value) if value == value.to_integral_value() else float(value)


Montant = Annotated[Decimal, Field(ge=0), PlainSerializer(_number, return_type=float | int, when_used="json")]
"""An amount in euros, kept as a decimal, written as a plain JSON number."""


class _Model(BaseModel):
    model_config = ConfigDict(extra="forbid", validate_assignment=True, str_strip_whitespace=True)


class Periode(_Model):
    """A start and an end, each a year, a month or a date, as written."""

    debut: str | None = Field(None, title="Démarrage prévu")
    fin: str | None = Field(None, title="Fin prévue")


class Personne(_Model):
    """Someone in charge of the action; any part may be unknown."""

    nom: str | None = Field(None, title="Nom et prénom")
    fonction: str | None = Field(None, title="Fonction")
    structure: str | None = Field(None, title="Structure")
    mail: str | None = Field(None, title="Adresse électronique professionnelle")


class LigneBudget(_Model):
    """One line of the budget: a post of the form, a sub-post, the coordinator's own words, an amount."""

    poste: str = Field(title="Poste")
    sous_poste: str | None = Field(None, title="Sous-poste")
    libelle: str | None = Field(None, title="Libellé")
    montant: Montant = Field(title="Montant en euros")


class Contributions(_Model):
    """Voluntary contributions in kind: what is used and what is given, of equal totals."""

    emplois: list[LigneBudget] = Field(default_factory=list, title="Emplois des contributions")
    ressources: list[LigneBudget] = Field(default_factory=list, title="Contributions volontaires")


class Budget(_Model):
    """The provisional budget of the action; totals are computed, never stored."""

    periode: Periode | None = Field(None, title="Période du budget")
    charges: list[LigneBudget] = Field(default_factory=list, title="Charges")
    produits: list[LigneBudget] = Field(default_factory=list, title="Produits")
    contributions: Contributions | None = Field(None, title="Contributions volontaires en nature")


def _champ(title: str, aide: str, default: Any = None, *, obligatoire: bool = True) -> Any:  # noqa: ANN401
    """Declare a field of the form with its label, its help and whether a complete fiche needs it."""
    extra: JsonDict = {"obligatoire": obligatoire}
    if isinstance(default, type):
        return Field(default_factory=default, title=title, description=aide, json_schema_extra=extra)
    return Field(default, title=title, description=aide, json_schema_extra=extra)


class FicheAction(_Model):
    """A fiche action, complete or not, in the order of the form."""

    numero: str | None = _champ("N°", "Le numéro de l'axe puis le rang de l'action, comme 2.3.")
    axe: str | None = _champ("Thématique/Axe", "L'axe de la convention auquel l'action se rattache.")
    titre: str | None = _champ("Titre", "Ce que fait l'action, en une ligne : un verbe à l'infinitif ou un nom.")
    porteurs: list[str] = _champ(
        "Pilotage, porteur(s)", "Les structures qui pilotent l'action : collectivité, Caf, association…", list
    )
    groupe_projet: str | None = _champ(
        "Groupe projet référent", "L'instance qui suit l'action : comité technique, groupe thématique…"
    )
    echeances: Periode = _champ(
        "Échéances, période de réalisation, pluriannualité",
        "Le démarrage et la fin prévus : une année, un mois ou une date.",
        Periode,
    )
    personnes_en_charge: list[Personne] = _champ(
        "Nom et coordonnées des personnes en charge de l'action",
        "Des contacts professionnels : nom, fonction, structure, adresse électronique.",
        list,
    )
    besoins: list[str] = _champ(
        "Besoin(s) initial(aux) diagnostiqué(s)",
        "Ce que le diagnostic a montré et qui justifie l'action.",
        list,
    )
    objectifs_strategiques: list[str] = _champ(
        "Objectifs stratégiques", "La finalité de l'action, au regard de l'axe de la convention.", list
    )
    objectifs_operationnels: list[str] = _champ(
        "Objectifs opérationnels", "Ce que l'action doit atteindre concrètement, à l'infinitif.", list
    )
    description: list[str] = _champ(
        "Description de l'action, condition et modalités de mise en œuvre",
        "Les étapes de l'action, datées quand c'est possible.",
        list,
    )
    public_cible: str | None = _champ("Public cible", "À qui s'adresse l'action ; un âge quand il compte.")
    lieu: str | None = _champ("Lieu et territoire de l'action", "Où l'action se déroule.")
    partenaires: list[str] = _champ("Partenaires à associer", "Les structures associées, une par ligne.", list)
    moyens: list[str] = _champ(
        "Moyens, humains, financiers, ressources à mobiliser",
        "Temps de travail, locaux, matériel, financements à mobiliser.",
        list,
    )
    effets_attendus: list[str] = _champ("Effets attendus", "Ce qui changera pour le public ou le territoire.", list)
    indicateurs: list[str] = _champ(
        "Indicateurs de réussite", "Ce qui se comptera ou s'observera pour juger de l'action.", list
    )
    points_de_vigilance: list[str] = _champ(
        "Points de vigilance", "Ce qui peut gêner l'action et que l'on surveille.", list, obligatoire=False
    )
    budget: Budget | None = _champ(
        "Budget prévisionnel de l'action", "Charges et produits équilibrés, en euros.", obligatoire=False
    )


@dataclass(frozen=True, slots=True)
class Champ:
    """A field of the form as the rest of the program sees it."""

    cle: str
    libelle: str
    aide: str
    obligatoire: bool
    nature: Kind


def _nature(cle: str, annotation: object) -> Kind:
    special: dict[str, Kind] = {
        "echeances": "echeances",
        "personnes_en_charge": "personnes",
        "budget": "budget",
    }
    return special.get(cle) or ("liste" if annotation == list[str] else "texte")


def _champs() -> dict[str, Champ]:
    found: dict[str, Champ] = {}
    for cle, info in FicheAction.model_fields.items():
        extra = info.json_schema_extra if isinstance(info.json_schema_extra, dict) else {}
        found[cle] = Champ(
            cle,
            info.title or cle,
            info.description or "",
            bool(extra.get("obligatoire")),
            _nature(cle, info.annotation),
        )
    return found


CHAMPS: dict[str, Champ] = _champs()
"""The fields in the order of the form, by key."""
