"""The JSON Schema of an exported fiche, derived from the models, in French."""

from __future__ import annotations

from types import MappingProxyType
from typing import Any

from assistant.exports.contract import FicheExportee
from corpus.fiche import CHAMPS

DIALECT = "https://json-schema.org/draft/2020-12/schema"

_OBJECTS = MappingProxyType(
    {
        "Budget": "Le budget prévisionnel ; les totaux se calculent.",
        "Citation": "Les mots exacts d'un document, avec leur place.",
        "Constat": "Ce qu'une règle dit de la fiche, et ce qu'il faut faire.",
        "Contributions": "Les contributions volontaires en nature, de totaux égaux.",
        "FicheAction": "Une fiche action, dans l'ordre du formulaire.",
        "Genere": "Quand et par quel logiciel la fiche a été exportée.",
        "Inacheve": "Ce qu'un export inachevé dit de lui-même.",
        "LigneBudget": "Une ligne du budget.",
        "Periode": "Un début et une fin : une année, un mois ou une date.",
        "Personne": "Une personne en charge de l'action.",
        "PointOuvert": "Un point que la coordination doit encore trancher.",
        "Provenance": "D'où vient une valeur de la fiche.",
        "Validation": "Tous les constats sur la fiche.",
    }
)
_TITLES = MappingProxyType(
    {
        "brouillon": "Mention d'inachèvement, absente d'un export final",
        "champ": "Clé du champ",
        "citation": "Ce sur quoi la valeur s'appuie",
        "completude": "Part des champs obligatoires remplis",
        "constats": "Constats",
        "document": "Nom du document",
        "extrait": "Mots exacts du document",
        "fiche": "La fiche",
        "format": "Format de l'export",
        "genere": "Origine de l'export",
        "le": "Date et heure",
        "ligne_debut": "Première ligne",
        "ligne_fin": "Dernière ligne",
        "logiciel": "Logiciel et version",
        "mention": "Mention",
        "message": "Ce qui a été constaté",
        "moteur": "Moteur de rédaction",
        "nature": "Nature du point",
        "niveau": "Gravité",
        "origine": "De qui vient la valeur",
        "page": "Page",
        "piste": "Ce qu'il faut faire",
        "points_ouverts": "Points ouverts",
        "propositions": "Rangs, depuis 0, des lignes de provenance que personne n'a acceptées",
        "provenance": "Provenance des valeurs",
        "regle": "Nom de la règle",
        "section": "Titre de la section",
        "texte": "Texte",
        "valeur": "Valeur",
        "validation": "Validation",
        "valide": "La fiche est valide",
    }
)


def json_schema() -> dict[str, object]:
    """The schema (JSON Schema 2020-12) of what ``exporter --format json`` writes."""
    schema = FicheExportee.model_json_schema(mode="serialization")
    for name, definition in schema["$defs"].items():
        _in_french(definition, _OBJECTS.get(name, ""))
    _in_french(schema, "Une fiche action exportée : ses champs, leur provenance et les constats de la validation.")
    schema["$defs"]["LigneBudget"]["properties"]["montant"] |= {"minimum": 0}
    schema["required"] = [key for key in schema["required"] if key != "brouillon"]
    return {
        "$schema": DIALECT,
        **schema,
        "title": "Fiche action",
        "if": {"not": {"required": ["brouillon"]}},
        "then": {"properties": {"fiche": {"properties": _filled(), "required": list(_filled())}}},
    }


def _in_french(definition: dict[str, Any], description: str) -> None:
    """Give an object and its properties French titles in place of those pydantic makes of English names."""
    definition["description"] = description
    definition.pop("title", None)
    for name, about in definition.get("properties", {}).items():
        if name in _TITLES and "obligatoire" not in about:
            about["title"] = _TITLES[name]
            about.pop("description", None)


def _filled() -> dict[str, dict[str, Any]]:
    """What a final fiche adds to the model: required fields hold something."""
    kinds: dict[str, dict[str, Any]] = {
        "texte": {"type": "string", "minLength": 1},
        "liste": {"minItems": 1},
        "personnes": {"minItems": 1},
        "echeances": {"required": ["debut", "fin"], "properties": {"debut": {"type": "string", "minLength": 1}}},
    }
    return {cle: kinds[champ.nature] for cle, champ in CHAMPS.items() if champ.obligatoire}
