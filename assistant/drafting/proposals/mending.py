"""Accents that a scan lost, put back in what is proposed: the citation keeps the words as they are."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import lru_cache

from assistant.drafting.lexicon.spelling import PLAIN
from assistant.validation.french import corrected
from corpus.text.folding import fold

_MORE = """
auprès après très grâce bientôt plutôt même mêmes âge âges coût coûts visibilité lisibilité qualité proximité diversité
cohérence charnière charnières spécifique spécifiquement précarité fragilité vulnérabilité complémentarité équité
égalité citoyenneté mixité santé sécurité scolarité territorialité réalité réflexion réflexions période périodes
thématique thématiques stratégie stratégique stratégiques opérationnel opérationnelle opérationnels opérationnelles
évaluation élaborer élaboration établir établissement établissements étude études éviter évolution énergétique
écran écrans
"""
_WORD = re.compile(r"[^\W\d_]{3,}")
_LOST_A = re.compile(
    r"(?<!\bqui)(?<!\bil)(?<!\belle)(?<!\bon)(?<!\by)(?<=\w) a (?=la |l['’]|destination |partir |travers |domicile\b"
    r"|disposition |chaque |ce |cette |ces |leurs? |des )"
)


@lru_cache(maxsize=1)
def _spellings() -> dict[str, str]:
    """The only spelling of a folded word, for those that have one."""
    found: dict[str, set[str]] = defaultdict(set)
    for word in (*PLAIN, *_MORE.split()):
        found[fold(word)].add(word)
    return {key: next(iter(words)) for key, words in found.items() if len(words) == 1 and next(iter(words)) != key}


def mended(text: str) -> str:
    """The text as a careful hand would copy it: accents, capitals and dots."""
    if "à" not in text:
        text = _LOST_A.sub(" à ", text)
    return corrected(_WORD.sub(lambda found: _accented(found[0]), text))


def _accented(word: str) -> str:
    right = _spellings().get(fold(word))
    if right is None or word.lower() == right or not word[1:].islower():
        return word
    return right[:1].upper() + right[1:] if word[0].isupper() else right
