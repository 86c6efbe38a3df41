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


_OPENER = re.compile(
    rf"^\W*(?P<name>{_CAPITAL})[ \u00a0]"
    r"(?:n['’]|ne |s['’]|se |y |en |l['’]|a |ont |est |sont )?(?P<verb>[a-zà-ÿ]+)[ \u00a0]"
    r"(?:le|la|les|l['’]|un|une|des|du|au|aux|en|son|sa|ses|leurs?|cette?|ces?|deux|trois|\d|plus|pas|par|dans|chaque"
    r"|(?<=ient )(?:à|sur|avec|pour|chez)|(?<=[eo]nd )(?:à|sur|avec|pour|chez))"
)
_NO_OPENER = re.compile(r"(?:ment|er|ir|ant|ees|aire|[dtv]re|uire|rire|lire)$")
_VERB = re.compile(r"(?:e|ent|it|nt|rd|met|met|end|ient|ait|ert|ra|ront|é|ée|és|ées|a|ont|est|sont)$")
_NO_VERB = re.compile(r"(?:ment|er|ir|oir|tion|ance|ence|té|ant|ante|euse|ive|ienne|aire|ère|ique|ale|ile)$")
_NO_NAME = frozenset(
    """chacun chacune personne rien quelques quelqu celui celle ceux celles tel telle tels telles beaucoup peu
    sont est ont sera seront etait etaient serait seraient peut peuvent doit doivent reste restent figure figurent
    existe existent vient viennent faut chaque autre autres meme seul seule seuls seules enfin alors ensuite
    quant moins plus trop assez hors sauf dès des lors malgre grace suite face faute afin deux trois quatre cinq
    dix mille cent premier premiere dernier derniere nul nulle etant ayant""".split()
)


def lone_opener(text: str) -> str:
    """A word with a capital that opens a sentence where a name would: straight before a verb and what it bears on."""
    match = _OPENER.match(text)
    if match is None:
        return ""
    name, verb = match["name"], match["verb"]
    folded = fold(name)
    if folded in _COMMON or folded in _NO_NAME or "'" in folded or _NO_OPENER.search(folded):
        return ""
    return name if _VERB.search(verb) and not _NO_VERB.search(verb) else ""
