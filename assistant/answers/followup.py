"""Follow-up questions: « et à Digne ? », « et les indicateurs ? » are completed from the question before."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from corpus.search.lexicon import FIELDS
from corpus.text.folding import fold, words
from corpus.text.french import stem

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from corpus.search.question import Question

_FOLLOWS = re.compile(r"^(?:et|mais|ou|meme chose|idem|pareil)\b")
_SHORT = 5
_THREAD = 6
"""Questions before that a follow-up may hang on."""


def follows(question: str) -> bool:
    """Whether a question needs the one before it: it opens with « et », and is short."""
    folded = fold(question)
    return bool(_FOLLOWS.search(folded)) and len(folded.split()) <= _SHORT + 3


def complete(question: str, history: Sequence[str], understand: Callable[[str], Question]) -> str:
    """The question with what it leaves out, taken from those before; itself when it stands alone.

    Follow-ups of follow-ups keep the thread. A new territory replaces the old one; a new field replaces the old field.
    """
    thread = ""
    for said in (*history[-_THREAD:], question):
        thread = _continued(said, thread, understand) if thread and follows(said) else said
    return thread


def _continued(question: str, before: str, understand: Callable[[str], Question]) -> str:
    past, now = understand(before), understand(question)
    kept = before.rstrip(" ?")
    if now.documents:
        for mention in past.mentions:
            kept = re.sub(_spelt(mention), "", kept, flags=re.IGNORECASE)
    if now.champs and past.champs:
        kept = _without_fields(kept, past.champs)
    if now.fiches:
        kept = re.sub(r"\b(?:la |de la )?fiches?(?: actions?)? n?°?\s*[\d.]+", "", kept, flags=re.IGNORECASE)
    rest = re.sub(r"^\s*(?:et|mais|ou)\b[\s,]*", "", question.rstrip(" ?"), flags=re.IGNORECASE)
    return f"{rest} {' '.join(kept.split())} ?"


def _spelt(mention: str) -> str:
    """A pattern of a name in full, its small words and hyphens included, with the preposition before it."""
    between = r"[\s'’&-]+(?:(?:de|du|des|la|le|les|d|l|et|en|sur|sous|à)[\s'’-]+)*"
    return r"(?:\b(?:de la|de l'|du|des|de|d'|à la|à|au|aux|sur|pour)\s*)?\b" + between.join(
        re.escape(word) for word in mention.split()
    )


def _without_fields(text: str, champs: Sequence[str]) -> str:
    """A question without the words that name these fields."""
    named = {stem_ for key, phrases in FIELDS if key in champs for phrase in phrases for stem_ in phrase}
    return " ".join(word for word in text.split() if not {stem(w) for w in words(word)} & named)
