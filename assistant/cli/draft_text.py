"""A draft as plain lines: each field, its values, where they come from and what state they are in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.drafts.model import PARTS
from assistant.drafts.register import NAMES, open_register
from corpus.fiche import CHAMPS, LigneBudget, Personne

if TYPE_CHECKING:
    from collections.abc import Iterator

    from assistant.drafts.model import Contenu, Draft, Valeur

STATES = {
    "propose": "proposé",
    "accepte": "accepté",
    "modifie": "modifié",
    "refuse": "refusé",
    "a_verifier": "à vérifier",
}


def content_text(content: Contenu) -> str:
    """A value in words."""
    if isinstance(content, Personne):
        return ", ".join(part for part in content.model_dump().values() if part)
    if isinstance(content, LigneBudget):
        parts = [content.poste, content.sous_poste, content.libelle]
        return " — ".join(part for part in parts if part) + f" : {content.montant:f} €"
    return content


def _value_line(value: Valeur) -> str:
    source = ""
    if value.citation is not None:
        source = f"  ({value.citation.document}, ligne {value.citation.ligne_debut})"
    return f"  - {content_text(value.valeur)}  [{STATES[value.etat]}]{source}"


def draft_lines(draft: Draft) -> Iterator[str]:
    """Every field that holds something, then the register of what is open, and the questions."""
    for cle, champ in CHAMPS.items():
        parts = [cle, *(part for part in PARTS if part.startswith(f"{cle}."))]
        values = [value for part in parts for value in draft.of(part)]
        if values:
            yield f"\n{champ.libelle}"
            yield from map(_value_line, values)
    points = open_register(draft)
    if points:
        yield "\nPoints ouverts (« lève le point 1 » pour en clore un)"
    for number, point in enumerate(points, 1):
        yield f"  {number}. [{NAMES[point.nature]}] {point.texte}"
    for question in draft.questions:
        yield f"? {question}"
