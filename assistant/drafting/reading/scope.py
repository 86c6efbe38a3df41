"""Whether a text asks for a fiche action at all."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from assistant.drafting.lexicon.scope import FICHE, OFF_TOPIC, OTHER_FICHE, QUESTION, THEME
from assistant.drafting.reading.text import same_length_fold
from assistant.drafting.reading.title import informative

if TYPE_CHECKING:
    from assistant.drafting.model import Motif

_EXPLAIN = re.compile(r"\W*(?:explique|dis[- ]moi|c'est quoi)")
_CARRIED = re.compile(r"\b(?:porte|portee?|porteur|partenaires?|pilote|public|en lien avec|copil|cotech|budget)\b")


def out_of_scope(text: str) -> tuple[Motif, str] | None:
    """Why a text is not a request for a fiche action, and what to answer; ``None`` when it is one."""
    folded = same_length_fold(text)
    if not informative(text):
        return "demande_vide", "La demande est vide : dites en une phrase l'action à écrire, où, pour qui et avec qui."
    themes = {match[0] for match in THEME.finditer(folded)}
    carried = bool(_CARRIED.search(folded))
    if OTHER_FICHE.search(folded) or (OFF_TOPIC.search(folded) and not (themes and carried) and len(themes) < 2):
        return "hors_sujet", _DECLINED
    if (
        QUESTION.match(folded)
        and (folded.rstrip().endswith("?") or _EXPLAIN.match(folded))
        and not re.search(r"\bfiche\b", folded)
    ):
        return (
            "question",
            "C'est une question sur les conventions : posez-la avec « demander », ou dites l'action à écrire.",
        )
    if not themes and not carried and not FICHE.search(folded):
        return "hors_sujet", _DECLINED
    return None


_DECLINED = (
    "Cette demande ne porte pas sur une action d'une convention territoriale globale "
    "(petite enfance, enfance, jeunesse, "
    "parentalité, logement, accès aux droits, animation de la vie sociale…). Dites quelle "
    "action écrire, où et pour qui."
)
