"""Rules on typography: small faults a reader sees first. One finding a field, so that they do not drown the rest."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from assistant.drafts.contents import label
from assistant.validation.rule import Finding, avertissement, conseil, rule
from assistant.validation.texts import all_items
from assistant.validation.typography import short

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from assistant.validation.context import ValidationContext
    from corpus.fiche import FicheAction

_DOUBLED = re.compile(r"\b([^\W\d_]{2,})\s+\1\b", re.IGNORECASE)
_MAY_DOUBLE = frozenset({"nous", "vous", "tout", "pas"})
_SPACES = re.compile(r"\S[ \u00a0]{2,}(?=\S)")
_STRAIGHT = re.compile(r'"[^"]+"')
_TAG = re.compile(r"</?(?:p|br|ul|ol|li|b|i|strong|em|span|div|td|tr|table)\b[^<>]{0,80}>", re.IGNORECASE)
_CAPITALS = {
    "Etat": "État",
    "Ecole": "École",
    "Ecoles": "Écoles",
    "Education": "Éducation",
    "Evaluation": "Évaluation",
    "Evaluer": "Évaluer",
    "Etude": "Étude",
    "Etudes": "Études",
    "Equipe": "Équipe",
    "Equipes": "Équipes",
    "Etablir": "Établir",
    "Elaborer": "Élaborer",
    "Elaboration": "Élaboration",
    "Elargir": "Élargir",
    "Echanger": "Échanger",
    "Echanges": "Échanges",
    "Evolution": "Évolution",
    "Elus": "Élus",
    "Eviter": "Éviter",
    "Ecouter": "Écouter",
    "Eveil": "Éveil",
    "Eveiller": "Éveiller",
}
_CAPITAL = re.compile(rf"\b(?:{'|'.join(_CAPITALS)})\b")


def _doubled(text: str) -> str | None:
    for found in _DOUBLED.finditer(text):
        if found.group(1).lower() not in _MAY_DOUBLE:
            return f"le mot « {found.group(1)} » est doublé"
    return None


def _spaces(text: str) -> str | None:
    return "deux espaces se suivent" if _SPACES.search(text) else None


def _straight(text: str) -> str | None:
    found = _STRAIGHT.search(text)
    return f"les guillemets de {found.group()} sont droits" if found else None


def _capitals(text: str) -> str | None:
    found = _CAPITAL.search(text)
    return f"« {found.group()} » s'écrit « {_CAPITALS[found.group()]} »" if found else None


_CHECKS: tuple[Callable[[str], str | None], ...] = (_doubled, _spaces, _straight, _capitals)


@rule("typographie", "ticket 5 : typographie du français ; produit.md (c) 28")
def typography(fiche: FicheAction, _context: ValidationContext) -> Iterator[Finding]:
    """Un texte a un mot doublé, deux espaces, des guillemets droits ou une capitale sans accent."""
    faults: dict[str, dict[str, None]] = {}
    for champ, text in all_items(fiche):
        for check in _CHECKS:
            if fault := check(text):
                faults.setdefault(champ, {})[fault] = None
    for champ, found in faults.items():
        yield conseil(
            champ, f"Dans « {label(champ)} », {' ; '.join(found)}.", "Corrigez ce détail : il se voit à la lecture."
        )


@rule("balise", "produit.md (c) 28 : pas de restes de conversion")
def markup(fiche: FicheAction, _context: ValidationContext) -> Iterator[Finding]:
    """Un texte garde une balise de page web."""
    for champ, text in all_items(fiche):
        if found := _TAG.search(text):
            yield avertissement(
                champ,
                f"« {label(champ)} » garde une balise {found.group()} : « {short(_TAG.sub(' ', text))} ».",
                "Enlevez la balise, ou faites-en des éléments séparés.",
            )


RULES = (typography, markup)
