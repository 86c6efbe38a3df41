"""A funder given by its initials (« LFa »), when the request names the intercommunality they stand for."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from assistant.drafting.lexicon.budget import COMMUNES, SUBVENTIONS
from assistant.drafting.model import Statement
from corpus.fiche import LigneBudget
from corpus.text.folding import fold, words

if TYPE_CHECKING:
    from assistant.drafting.model import Reading

_WIDER = re.compile(r"agglo|communaut|metropole|intercommun|syndicat|pays")
_SMALL = frozenset("de du des la le les l d et en sur".split())


def file_known_initials(reading: Reading) -> None:
    """Give its post to a funder whose initials are those of an intercommunality among the bodies and places named."""
    bodies = [t for champ in ("porteurs", "partenaires", "lieu") for t in reading.texts(champ)]
    known = {_initials(text) for text in bodies if _WIDER.search(fold(text))}
    _held(reading, known)
    for index, statement in enumerate(reading.statements):
        line = statement.valeur
        if statement.champ != "budget.produits" or not isinstance(line, LigneBudget) or line.sous_poste:
            continue
        if line.poste == SUBVENTIONS and len(line.libelle or "") > 1 and fold(line.libelle or "") in known:
            filed = line.model_copy(update={"sous_poste": COMMUNES})
            reason = f"« {line.libelle} » rangé dans « {COMMUNES} »"
            reading.statements[index] = Statement(statement.champ, filed, reason, statement.sure)


def _held(reading: Reading, known: set[str]) -> None:
    for index, held in enumerate(reading.held):
        line = held.valeur
        if held.champ == "budget.produits" and not line.sous_poste and fold(line.libelle or "") in known:
            texte = held.texte.replace(f"({SUBVENTIONS})", f"({COMMUNES})")
            reading.held[index] = replace(held, texte=texte, valeur=line.model_copy(update={"sous_poste": COMMUNES}))


def _initials(text: str) -> str:
    return "".join(word[0] for word in words(text) if word not in _SMALL)
