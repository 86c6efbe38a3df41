"""Territories that the corpus does not have: a question about one of them is refused, not answered from elsewhere."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from assistant.answers.towns import TOWNS
from corpus.search.lexicon import GENERIC
from corpus.text.folding import fold, words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corpus.models import SearchHit
    from corpus.search.question import Question

_PLACE_BEFORE = re.compile(
    r"\b(?:a|au|aux|de|d'|du|des|sur|en|pour|chez|commune de|ville de|territoire de|agglo de)\s+$"
)
_CONVENTION_OF = re.compile(
    r"\b(?:ctg|convention|conventions|agglo|agglomeration|metropole|territoire|ville|commune|caf|pays)"
    r"(?: territoriale globale)? (?:de la |de l'|de |du |des |d')?(?:ville de |metropole de |agglo de )?([a-z][\w'-]+)"
)
_AT = re.compile(r"\b(?:a|chez|sur)\s+([a-z][\w-]+)")


def unknown_place(question: Question, hits: Sequence[SearchHit]) -> str | None:
    """The name of a place that a question asks about and that no convention of the corpus is about."""
    if question.documents:
        return None
    return _unknown_name(question, hits) or _elsewhere(question)


def _unknown_name(question: Question, hits: Sequence[SearchHit]) -> str | None:
    """A proper noun after a preposition that no passage found holds."""
    for name in (*question.noms_inconnus, *_unread_names(question, hits)):
        place = question.text.find(name)
        if place > 0 and _PLACE_BEFORE.search(fold(question.text[:place]) + " "):
            return name
    return None


def _unread_names(question: Question, hits: Sequence[SearchHit]) -> list[str]:
    """Proper nouns of the question that stand, letter for letter, in none of the passages found."""
    names = re.findall(r"(?<=[\s'’])([A-ZÉÈÀÂÎÔÇ][a-zà-ÿ]{3,})", question.text)
    asked = [n for n in names if fold(n) not in GENERIC and fold(n) not in question.corrections]
    read = {word for hit in hits for word in words(f"{hit.passage.contexte} {hit.passage.extrait}")} if asked else set()
    return [name for name in asked if not set(words(name)) & read and _capital_tells(name, question)]


def _capital_tells(name: str, question: Question) -> bool:
    """Whether the question does not capitalise every word, and the name is not an expression the corpus defines."""
    concept = next((c for c in question.concepts if fold(c.surface) == fold(name)), None)
    return concept is None or all(a.origin == "question" for a in concept.alternatives)


def _elsewhere(question: Question) -> str | None:
    """A known town or region, or the name that follows « la CTG de », when it is no territory of the corpus."""
    folded = fold(question.text)
    for match in (*_CONVENTION_OF.finditer(folded), *_AT.finditer(folded)):
        name = match[1]
        first = words(name)[0]
        if first in TOWNS or (match.re is _CONVENTION_OF and _written_as_name(name, question.text)):
            return question.text[folded.find(name) :][: len(name)] if len(folded) == len(question.text) else name
    return None


def _written_as_name(name: str, text: str) -> bool:
    """Whether a word is written with a capital, and in small letters elsewhere in the question."""
    if words(name)[0] in GENERIC:
        return False
    return any(fold(w) == name and w[0].isupper() and not w.isupper() for w in re.findall(r"[\w'’-]+", text))
