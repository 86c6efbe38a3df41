"""Follow-up questions: « et à Digne ? », « et les indicateurs ? » are completed from the question before."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from corpus.text.folding import fold

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from corpus.search.question import Question

_FOLLOWS = re.compile(r"^(?:et|mais|ou|meme chose|idem|pareil)\b")
_SHORT = 5


def follows(question: str) -> bool:
    """Whether a question needs the one before it: it opens with « et », and is short."""
    folded = fold(question)
    return bool(_FOLLOWS.search(folded)) and len(folded.split()) <= _SHORT + 3


def complete(question: str, history: Sequence[str], understand: Callable[[str], Question]) -> str:
    """The question with what it leaves out, taken from the last one; itself when it stands alone.

    A new territory replaces the old one; a new field replaces the old field.
    """
    if not history or not follows(question):
        return question
    before, now = understand(history[-1]), understand(question)
    kept = history[-1].rstrip(" ?")
    if now.documents:
        for mention in before.mentions:
            kept = re.sub(re.escape(mention), "", kept, flags=re.IGNORECASE)
    rest = re.sub(r"^\s*(?:et|mais|ou)\b[\s,]*", "", question.rstrip(" ?"), flags=re.IGNORECASE)
    return f"{rest} {' '.join(kept.split())} ?"
