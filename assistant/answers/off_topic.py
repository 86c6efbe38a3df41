"""Questions that no convention answers, whatever place they name: leisure and errands, the files of an allocataire."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from corpus.text.folding import fold, words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corpus.models import SearchHit
    from corpus.search.question import Question

_ELSEWHERE = frozenset(
    """
    restaurant resto pizzeria brasserie traiteur hotel airbnb camping gite meteo neige canicule orage temperature
    horoscope football foot rugby tennis basket handball match championnat ligue olympique olympiade marathon cinema
    film serie netflix acteur actrice chanteur chanteuse concert festival recette gateau crepe gratin tarte cocktail
    poeme sonnet blague devinette pharmacie dentiste veterinaire coiffeur boulangerie supermarche magasin boutique
    garagiste bitcoin crypto loto tierce billet avion vol aeroport sncf peage essence carburant iphone smartphone
    chanson roman romancier peintre planete dinosaure traduction traduis jardinage bricolage vidange pneu huile
    """.split()
)
"""Singular folded words of matters that a convention territoriale globale does not treat."""
_WEATHER = re.compile(r"\bquel temps (?:fera|fait|il fait)|\b(?:va|fera)-t-il (?:pleuvoir|beau|froid|chaud)")
_BENEFIT = (
    r"(?:apl|als|rsa|aah|aeeh|asf|paje|cmg|prime d'activite|prime de naissance|prestations? familiales?"
    r"|allocations?(?: \w+){0,3}|aides? au logement|conge parental|quotient familial|compte (?:sur )?(?:la )?caf\b"
    r"|espace caf|numero d'?allocataire|attestation\w*(?: \w+){0,2}|revenus|declaration (?:trimestrielle|de revenus))"
)
_PROCEDURE = re.compile(
    r"\b(?:comment|ou|quand|puis-je|peut-on|ai-je droit|a-t-on droit|combien de temps pour)\b.*"
    r"\b(?:creer|ouvrir|activer|faire|demander|demande|obtenir|toucher|percevoir|declarer|calculer|beneficier|remplir|renouveler|simuler"
    r"|contester|recevoir|droit)\b.*\b" + _BENEFIT + r"\b"
)
_MINE = re.compile(
    r"\b(?:je peux|puis-je|ai-je|je dois|j'ai|je touche\w*)\b.*"
    r"\b(?:toucher|percevoir|droit|demander|recevoir|obtenir)\b.*\b" + _BENEFIT + r"\b"
)
"""The rights of the one who asks, wherever she lives."""
_AMOUNT = re.compile(r"\b(?:quel est le )?montant (?:du|de la|de l'|des|d'une?) " + _BENEFIT + r"\b")
_OURS = re.compile(r"\b(?:ctg|conventions?|fiches?|territoires?|plan d'actions?|axes?|indicateurs?|diagnostic)\b")
"""What makes a question be about the conventions after all."""

OUTSIDE = (
    "Cette question ne porte pas sur les conventions territoriales globales : "
    "je ne réponds qu'à partir des conventions indexées."
)
FILES = (
    "Cette question porte sur les démarches ou les droits d'un allocataire, pas sur les conventions : "
    "voyez caf.fr ou un point France Services."
)


def off_topic(question: Question, hits: Sequence[SearchHit]) -> str | None:
    """The sentence of a refusal when a question is about something else, and no passage found says its words."""
    folded = fold(question.text)
    if _MINE.search(folded):
        return FILES
    if not question.documents and not _OURS.search(folded) and (_PROCEDURE.search(folded) or _AMOUNT.search(folded)):
        return FILES
    if _WEATHER.search(folded):
        return OUTSIDE
    strange = {word for word in words(question.text) if _singular(word) in _ELSEWHERE}
    if not strange:
        return None
    read = {_singular(w) for hit in hits for w in words(f"{hit.passage.contexte} {hit.passage.extrait}")}
    return None if {_singular(word) for word in strange} & read else OUTSIDE


def _singular(word: str) -> str:
    return word[:-1] if len(word) > 3 and word[-1] in "sx" else word
