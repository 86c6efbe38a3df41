"""The proper names the corpus knows, to give a name typed carelessly the spelling documents give it."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING

from assistant.drafting.lexicon.bodies import PHRASES
from assistant.drafting.lexicon.general import GENERAL
from corpus.text.folding import fold, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from corpus.models import Carte

_LINK = r"(?:de|du|des|la|le|les|lès|en|sur|sous|aux|et|l'|d')"
_CAPITAL = r"[A-ZÀ-Ý][a-zà-ÿ]+"
_NAME = re.compile(rf"{_CAPITAL}(?:(?:[ -]{_LINK}){{0,2}}[ -]{_CAPITAL}|-{_LINK}-[a-zà-ÿ]+){{0,5}}")
_SHORT_NAME = re.compile(r"(?<![\w'’-])(?=[A-Z0-9]*[A-Z][A-Z0-9]*[A-Z])[A-Z][A-Z0-9]{2,7}(?![\w'’-])")
_SHOUTED_TOWN = re.compile(
    r"\b(?:[Cc]ommunes?|[Vv]illes?|COMMUNES?|VILLES?)\s+(?:(?:de|DE)\s+|[dD]['’])?"
    r"(?P<t>(?:L[AE]S? |L['’])?[A-ZÀ-Ý]{3,}(?:[-'’][A-ZÀ-Ý]+)*)(?=\s*[,;(\n.]|$)"
)
"""« la commune BRUME-SUR-ORVE »: the towns a convention lists in capitals."""
_SMALL = frozenset("sur sous en les lès la le du de des et aux lez d l".split())
_TOKEN = re.compile(r"[^\W_]+")
LONGEST = 6
_NOT_NAMES = frozenset(
    (
        "les des une pour dans sur par avec aux qui est son ses leur nos notre action projet "
        "fiche axe article annexe objectif"
    ).split()
)


@dataclass(slots=True)
class Names:
    """Surface forms of names by their folded words, and which of them are territories or places."""

    forms: dict[tuple[str, ...], str] = field(default_factory=dict)
    common: frozenset[str] = frozenset()
    """Folded words that documents also write without a capital: never taken for a name alone."""
    places: frozenset[tuple[str, ...]] = frozenset()
    sigles: dict[str, str] = field(default_factory=dict)
    """Abbreviations of documents by folded form, which only a text typed in haste writes in lower case."""

    def is_place(self, text: str) -> bool:
        """Whether the corpus knows the text as a place (it follows « à », « sur », « commune de »… somewhere)."""
        return tuple(words(text)) in self.places

    def known(self, text: str) -> str | None:
        """The spelling documents give a name, when they write it."""
        return self.forms.get(tuple(words(text)))

    def restore(self, text: str, changes: list[tuple[str, str]], *, hasty: bool = False) -> str:
        """The text with names typed without capitals written as documents do; each change is added."""
        if hasty:
            text = re.sub(r"(?<![\w@.-])[a-z0-9]{3,8}(?![\w@-])", lambda m: self.sigles.get(m[0], m[0]), text)
        tokens = [m for m in _TOKEN.finditer(text) if not _in_address(text, m)]
        done, index, out = 0, 0, []
        while index < len(tokens):
            found = self._at(text, tokens, index)
            if found is None:
                index += 1
                continue
            last, good = found
            typed = text[tokens[index].start() : tokens[last].end()]
            out += [text[done : tokens[index].start()], good]
            done = tokens[last].end()
            if typed != good:
                changes.append((typed, good))
            index = last + 1
        return "".join([*out, text[done:]])

    def _at(self, text: str, tokens: Sequence[re.Match[str]], index: int) -> tuple[int, str] | None:
        if len(tokens[index][0]) < 3:
            return None
        for size in range(min(LONGEST, len(tokens) - index), 0, -1):
            last = index + size - 1
            typed = text[tokens[index].start() : tokens[last].end()]
            if re.search(r"[^\w\s'’-]", typed) or not typed.islower():
                continue
            good = self._match(tuple(words(typed)))
            if good:
                return last, good
        return None

    def _match(self, key: tuple[str, ...]) -> str | None:
        if len(key) == 1:
            sure = key in self.forms and key in self.places and key[0] not in self.common and len(key[0]) >= 5
            return self.forms[key] if sure else None
        if " ".join(key) in PHRASES:
            return None
        if sum(len(word) > 3 for word in key) == 0:
            return None
        if key in self.forms:
            return self.forms[key] if any(word not in self.common and len(word) > 3 for word in key) else None
        near = {form for known, form in self.forms.items() if known in self.places and _near(known, key)}
        return near.pop() if len(near) == 1 else None


def _in_address(text: str, match: re.Match[str]) -> bool:
    """Whether a word is part of an electronic address."""
    before, after = re.search(r"\S*$", text[: match.start()]), re.match(r"\S*", text[match.end() :])
    return "@" in (before[0] if before else "") + (after[0] if after else "")


def _near(known: tuple[str, ...], typed: tuple[str, ...]) -> bool:
    """Whether two names differ by one letter in one long word, all the rest being the same."""
    from assistant.drafting.reading.spelling import one_letter_away

    if len(known) != len(typed):
        return False
    apart = [(a, b) for a, b in zip(known, typed, strict=True) if a != b]
    return len(apart) == 1 and min(map(len, apart[0])) >= 4 and one_letter_away(*apart[0])


def names_of(texts: Iterable[str], cards: Sequence[Carte] = ()) -> Names:
    """The names of a set of documents: what they write with capitals, their signatories, territories, abbreviations."""
    counts: dict[tuple[str, ...], Counter[str]] = defaultdict(Counter)
    places: set[tuple[str, ...]] = set()
    lower: Counter[str] = Counter()
    upper: Counter[str] = Counter()
    sigles: dict[str, str] = {}
    for text in texts:
        lower.update(fold(word) for word in re.findall(r"(?<![\w'’-])[a-zà-ÿ]{3,}", text))
        for match in _SHORT_NAME.finditer(text):
            upper[fold(match[0])] += 1
            if _is_abbreviation(match[0]):
                sigles[fold(match[0])] = match[0]
        for match in _NAME.finditer(text):
            key = tuple(words(match[0]))
            if not _could_be_name(key):
                continue
            counts[key][match[0]] += 1
            if _follows_place_word(text, match.start()):
                places.add(key)
            town = _TOWN_IN.match(match[0])
            if town and town["t"]:
                _add_card_name(town["t"], counts, places)
        for match in _SHOUTED_TOWN.finditer(text):
            _add_card_name(_with_capitals(match["t"]), counts, places)
    for card in cards:
        if card.territoire:
            _add_card_name(card.territoire, counts, places)
    forms = {key: _best(seen) for key, seen in counts.items()}
    forms |= {tuple(words(card.territoire)): card.territoire for card in cards if card.territoire}
    return Names(
        forms,
        frozenset(word for word, n in lower.items() if n >= 2),
        frozenset(places),
        {key: form for key, form in sigles.items() if lower[key] < upper[key] / 3 and key not in GENERAL},
    )


def _with_capitals(name: str) -> str:
    """A town's name written in capitals as it is in a sentence: « Brume-sur-Orve »."""
    lower = re.sub(r"[^\W\d_]+", lambda m: m[0].lower() if m[0].lower() in _SMALL else m[0].capitalize(), name)
    return lower[:1].upper() + lower[1:]


def _is_abbreviation(word: str) -> bool:
    """Whether a word in capitals is an abbreviation rather than a word shouted: a digit, or hardly a vowel."""
    return any(c.isdigit() for c in word) or (
        len(word) >= 4 and sum(c in "AEIOUY" for c in word) <= max(1, len(word) // 5)
    )


def _could_be_name(key: tuple[str, ...]) -> bool:
    return bool(key) and len(key) <= LONGEST and key[0] not in _NOT_NAMES and max(map(len, key)) >= 4


_PLACE_BEFORE = re.compile(
    r"(?:\b(?:à|sur|commune d[eu]|communes d[eu]|ville d[eu]|villes d[eu]|mairie d[eu]|secteur de|territoire de"
    r"|quartier de|bourg de|agglomération de"
    r"|canton de|maire de|village de|communauté de communes)\s+)$",
    re.IGNORECASE,
)


_TOWN_IN = re.compile(r"(?:Communes?|Villes?|Mairies?|Maires?) (?:de |d['’])(?P<t>[A-ZÀ-Ý].*)$")
"""« Commune de Brume », written with capitals: Brume is a place."""


def _follows_place_word(text: str, start: int) -> bool:
    return _PLACE_BEFORE.search(text[max(0, start - 30) : start]) is not None


def _add_card_name(name: str, counts: dict[tuple[str, ...], Counter[str]], places: set[tuple[str, ...]]) -> None:
    key = tuple(words(name))
    if key and len(key) <= LONGEST:
        counts[key][name] += 1
        places.add(key)


def _best(seen: Counter[str]) -> str:
    """The most careful spelling: hyphens and capitals first, then what is written most often."""
    return max(seen, key=lambda form: (form.count("-"), sum(c.isupper() for c in form), seen[form]))


@lru_cache(maxsize=1)
def no_names() -> Names:
    """What is known without a corpus: nothing."""
    return Names()
