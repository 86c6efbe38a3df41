"""Fields of a fiche asked for in a roundabout way: « comment mesurer », « à qui s'adresse », « qui est visé »."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from corpus.text.folding import fold

if TYPE_CHECKING:
    from corpus.search.question import Question

_SPOKEN = tuple(
    (champ, re.compile(pattern))
    for champ, pattern in (
        ("indicateurs", r"\b(?:mesure\w*|evalue\w*|suivi\w* l'effet|sait-on si)\b"),
        ("public_cible", r"\b(?:vise\w*|cible\w*|s'adresse|destine\w*|concerne qui|beneficie\w*|quels? publics?)\b"),
        (
            "partenaires",
            r"\b(?:avec qui|qui (?:est|sont) associe\w*|qui (?:faut-il |doit-on )?(?:associer|mobiliser|impliquer))\b",
        ),
        ("besoins", r"\b(?:besoins?|constats?|pourquoi cette|problemes?|contexte|diagnostic)\b"),
        ("echeances", r"\b(?:echeance\w*|quand|pour quand|a quelle date|calendrier)\b"),
        ("effets_attendus", r"\b(?:effets?|resultats?|changera|retombees)\b"),
        ("points_de_vigilance", r"\b(?:risques?|freins?|difficultes|vigilance)\b"),
        ("moyens", r"\b(?:moyens|ressources)\b"),
        ("description", r"\b(?:etapes?|actions? (?:a mettre|prevues?)|demarches?)\b"),
    )
)
_OBJECTIVES = re.compile(r"\bobjectifs?\b|\bbuts?\b")
_COPORTE = re.compile(r"\bco-?port\w+\b")
_FICHE = re.compile(r"\bfiches?\b")


def fields_asked(question: Question) -> tuple[str, ...]:
    """The fields a question names, else those it asks in other words when it speaks of a fiche."""
    folded = fold(question.text)
    if _COPORTE.search(folded):
        return tuple(dict.fromkeys(("partenaires", *question.champs)))
    if not question.champs and _FICHE.search(folded) and _OBJECTIVES.search(folded):
        return ("objectifs_strategiques", "objectifs_operationnels")
    if question.champs or not (question.fiches or _FICHE.search(folded)):
        return question.champs
    return spoken_fields(question)


def spoken_fields(question: Question) -> tuple[str, ...]:
    """The first field a question asks in other words."""
    folded = fold(question.text)
    return tuple(champ for champ, pattern in _SPOKEN if pattern.search(folded))[:1]
