"""Which words of a question are surely verbs or adverbs: that no convention says them proves little."""

from __future__ import annotations

import re

from corpus.text.folding import fold

_INVERTED = re.compile(r"\b([a-z]{3,})(?:-t)?-(?:ils?|elles?|on|je|nous|vous|tu)\b")
_INFINITIVE = re.compile(
    r"\b(?:pour|de|a|doit|doivent|peut|peuvent|faut|veut|veulent|va|vont|compte|sans) "
    r"([a-z]{2,}(?:er|ir|oir|[dtp]re|ire))\b"
)
_ELIDED = re.compile(r"\b[snm]'([a-z]{2,}(?:e|ent))\b(?= ?[?.,;:]?$)")
_ENDINGS = re.compile(
    r"\b([a-z]{2,}(?:erent|aient|issent|iennent|uisent|oivent|assent|irent|urent)"
    r"|[a-z]{3,}(?:ique|elle|ive|euse|aire|able|ible|ere)ment|[a-z]{3,}[ae]mment)\b"
)
_PLURAL = re.compile(r"\b(?:que (?:les|leurs|nos|des|ces) [a-z]+|qui) ([a-z]{3,}ent)\b")


def verbs_of(text: str) -> frozenset[str]:
    """The folded words of a text that are verbs or adverbs by their shape or their place.

    Participles are left out: « a remporté » tells an event, which nothing in a convention may speak of.
    """
    folded = fold(text)
    patterns = (_INVERTED, _INFINITIVE, _ELIDED, _ENDINGS, _PLURAL)
    return frozenset(word for pattern in patterns for word in pattern.findall(folded))
