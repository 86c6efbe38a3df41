"""Follow-up questions: « et à Brume ? », « et les indicateurs ? » are completed from the question before."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from assistant.answers.asked import spoken_fields
from assistant.answers.towns import TOWNS
from corpus.search.lexicon import FIELDS, GENERIC
from corpus.text.folding import fold, words
from corpus.text.french import STOP_WORDS, stem

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from corpus.search.question import Question

_FOLLOWS = re.compile(r"^(?:et|mais|ou|meme chose|idem|pareil)\b")
_SAME = frozenset(("celle", "celui", "ceux", "celles"))
_PROPER = re.compile(r"(?:(?:à|au|aux|en|pour|sur|chez|de|du)\s+)?[A-ZÉÈÀÂÎÔÇ][\w'’-]{3,}")
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
    rest = re.sub(r"^\s*(?:et|mais|ou)\b[\s,]*", "", question.rstrip(" ?"), flags=re.IGNORECASE)
    elsewhere = _is_place(rest, now)
    if elsewhere or now.documents:
        for mention in past.mentions:
            kept = re.sub(_spelt(mention), "", kept, flags=re.IGNORECASE)
    asked, had = fields_of(now, past), fields_of(past, past)
    if asked and had:
        kept = _without_fields(kept, had)
    if now.fiches:
        kept = re.sub(r"\b(?:la |de la )?fiches?(?: actions?)? n?°?\s*[\d.]+", "", kept, flags=re.IGNORECASE)
    kept = " ".join(kept.split())
    return f"{kept} {_placed(rest)} ?" if elsewhere else f"{rest} {kept} ?"


def fields_of(question: Question, past: Question) -> tuple[str, ...]:
    """The fields a question asks for; in other words too, when the thread is about a fiche."""
    return question.champs or (spoken_fields(question) if past.fiches or past.champs else ())


def _is_place(rest: str, now: Question) -> bool:
    """Whether a follow-up only changes the territory: one of the corpus, or a town the corpus does not know."""
    said = [word for word in words(rest) if word not in STOP_WORDS]
    named = {word for mention in now.mentions for word in words(mention)}
    if now.documents:
        return not now.champs and not now.fiches and len([w for w in said if w not in named | GENERIC | _SAME]) == 0
    return len(said) == 1 and (said[0] in TOWNS or bool(_PROPER.fullmatch(rest.strip())))


def _placed(rest: str) -> str:
    """The name of a place after what a question keeps: « celle de » goes, a bare name takes « à »."""
    rest = re.sub(r"^(?:ceux|celles?|celui)\s+", "", rest, flags=re.IGNORECASE)
    return f"à {rest}" if rest[:1].isupper() else rest


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
