"""Proper names of a text: capitals that do not only open a sentence, and sigles."""

from __future__ import annotations

import re
from dataclasses import dataclass

from corpus.text.folding import fold

_LINK = r"(?:de|du|des|la|le|les|lès|en|sur|sous|et|aux?|d['’]|l['’]|à)"
_CAPITAL = r"[A-ZÀ-ÖØ-Þ][\w’'-]*"
_NAME = re.compile(rf"(?<![\w@./-]){_CAPITAL}(?:(?:[ \u00a0]{_LINK})*[ \u00a0]?(?<=[ \u00a0'’]){_CAPITAL})*")
_OPENS = re.compile(r"(?:^|[.!?…:;]\s+|\n|[«“\"(]\s*|^\s*[-•*–—]\s*)$")
_ELISION = re.compile(r"^(?:[LDJNMTSC]|Qu|Jusqu|Lorsqu|Puisqu)['’]", re.IGNORECASE)
_COMMON = frozenset(
    """le la les l un une des du de d au aux ce cet cette ces il elle ils elles on nous vous je son sa ses leur leurs
    notre nos votre vos chaque plusieurs certains certaines tout toute tous toutes selon pour par dans sur sous avec
    sans en entre chez vers depuis pendant apres avant afin ainsi aussi enfin ensuite puis donc or mais car si quand
    comme lorsque bien que qui quoi dont ou et a ne y aucun aucune cela ceci ctg convention fiche article passage
    oui non voici voila il y s m mme mm monsieur madame parmi outre concernant""".split()
)


@dataclass(frozen=True, slots=True)
class Name:
    """A proper name and the folded words that must be found."""

    text: str
    words: tuple[str, ...]
    start: int
    end: int


def _parts(text: str) -> list[str]:
    return re.findall(r"[a-z0-9]+", fold(text))


def _significant(text: str) -> tuple[str, ...]:
    """The folded words of a name that open with a capital and are not common words."""
    kept = []
    for token in re.split(r"[\s\u00a0]+", text):
        bare = _ELISION.sub("", token)
        if bare[:1].isupper():
            kept += [part for part in _parts(bare) if part not in _COMMON and len(part) > 1]
    return tuple(kept)


def names(text: str) -> list[Name]:
    """The proper names of a text, in order.

    A single capital that opens a sentence tells nothing, unless the word is a sigle or holds a capital inside.
    """
    found = []
    for match in _NAME.finditer(text):
        shown, start = match[0], match.start()
        if _OPENS.search(text[:start]):
            first, _, rest = shown.partition(" ")
            bare = _ELISION.sub("", first)
            is_sigle = sum(c.isupper() for c in bare) >= 2 or (bare != first and bare[:1].isupper())
            follows = rest.lstrip()[:1].isupper()
            if not is_sigle and not (follows and fold(bare) not in _COMMON):
                start += len(first)
                shown = rest
        needed = _significant(shown)
        if needed:
            found.append(Name(shown.strip(), needed, start, match.end()))
    return found
