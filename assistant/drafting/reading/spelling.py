"""Messages typed in haste, brought to plain French: short spellings, missing accents, ages, names of places.

What is changed is told: each change is kept as the words typed and the words understood.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from assistant.drafting.lexicon.bodies import CANONICAL, PHRASES
from assistant.drafting.lexicon.publics import SPOKEN_AGE
from assistant.drafting.lexicon.spelling import PLAIN, SHORT, SURE_SIGNS
from assistant.drafting.reading.text import same_length_fold
from corpus.text.cleaning import clean
from corpus.text.folding import fold

if TYPE_CHECKING:
    from collections.abc import Callable

    from assistant.drafting.reading.names import Names

_ELIDED = re.compile(r"(?<![\w'’.-])([dlcnsjm]|[Qq]u|[LDCJNS](?= (?:est|une?|ai|on)\b)) (?=[aeiouyhàâéèêîôûœ][a-zà-ÿ])")
"""« l action », « d une », « c est »: an apostrophe left out."""
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_SAINT = re.compile(r"\b(st|ste|saint|sainte)[ -]([a-zà-ÿ]{4,})")
_NAMED = re.compile(r"(?<=[a-zà-ÿ,] )[A-ZÀ-Ý][a-zà-ÿ]{3,}")
"""A capital inside a sentence: whoever writes so gives names their capitals."""
_ACCENTED = re.compile(r"[À-ÖØ-öø-ÿœŒ]")
_LOWERED = frozenset(CANONICAL) - {
    "ram",
    "mam",
    "pep",
    "dac",
    "gem",
    "ape",
    "aci",
    "caf",
    "clic",
    "mission",
    "copil",
    "cotech",
}
"""Abbreviations that only a message typed in haste writes in lower case."""
_ACCENTS = {fold(word): word for word in PLAIN}
_VOWELS = tuple("aeiouhy")
_SOUND = frozenset(
    "lutter contre entre rentrer montre rentre monter porter parler passer compter centrer certains".split()
)
"""Sound words one letter away from others, for when no corpus is there to vouch for them."""
_AMBIGUOUS = frozenset("a ou la porte maternel ete age ages des du sur mur privee pret prives".split())
_AFTER_PRET = re.compile(r"\bpret (?=de |d'|du )")
_MONEY = re.compile(r"\bbud|\bcout|\bfinanc|\bsubvention|\d{3,}\s?e\b", re.IGNORECASE)
_PLURAL = re.compile(r"\b((?:les|des|aux|nos|ces|leurs|petits|petites) )([^\W\d_]{4,}[^\W\d_sxz])\b")
_PHRASES = sorted(PHRASES.items(), key=lambda pair: -len(pair[0]))


@dataclass(slots=True)
class Spelled:
    """A text as understood, whether it was typed in haste, and the changes made (typed, understood)."""

    text: str
    hasty: bool = False
    lower: bool = False
    """Whether its names have no capitals."""
    changes: list[tuple[str, str]] = field(default_factory=list)


def spell(request: str, names: Names) -> Spelled:
    """The request in plain French; a text typed with care only has its ages and abbreviations tidied."""
    text = re.sub(r"[ \t\u00a0\u202f]+", " ", clean(request)).strip()
    text = re.sub(r"\bnbr?e?\.? (?=d(?:e |['’]|['’ ]))", "nombre ", text)
    text = re.sub(r"(?<=\d ans et) ?\+", " plus", text)
    text = _ELIDED.sub(lambda m: f"{m[1]}'", text)
    spelled = Spelled(text, hasty=_typed_in_haste(text) or _misspelt(text, names.common), lower=not _NAMED.search(text))
    if text.isupper():
        spelled.text = _towns_of_bodies(text.lower(), names.common)
        spelled.hasty = True
    if spelled.hasty:
        spelled.text = _plain(spelled, names)
    spelled.text = SPOKEN_AGE.sub(r"\1-\2", spelled.text)
    spelled.text = _phrases(spelled.text, hasty=spelled.hasty)
    if spelled.hasty or not _NAMED.search(spelled.text):
        spelled.text = names.restore(spelled.text, spelled.changes, hasty=spelled.hasty)
    if spelled.hasty:
        spelled.text = _SAINT.sub(
            lambda m: f"{'Sainte' if m[1].endswith('e') else 'Saint'}-{m[2].capitalize()}", spelled.text
        )
        spelled.text = _HYPHENED_TOWN.sub(lambda m: _with_capitals(m[0]), spelled.text)
        spelled.text = re.sub(r"(?<= )a (?=[A-ZÀ-Ý])", "à ", spelled.text)
        spelled.text = _ON_RIVER.sub(lambda m: _on_river(m, names.common), spelled.text)
    spelled.text = _bodies(spelled.text, hasty=spelled.hasty)
    return spelled


_OF_TOWN = re.compile(r"\b(?:commune|mairie|ville|ccas) (?:de |d['’])([^\W\d_]{4,}(?:-[^\W\d_]+)*)")


def _towns_of_bodies(text: str, common: frozenset[str]) -> str:
    """« MAIRIE DE BRUME », all in capitals: Brume is a name wherever the message writes it, unless a common word."""
    for town in {m[1] for m in _OF_TOWN.finditer(text)}:
        if fold(town) not in common and fold(town) not in _ACCENTS:
            text = re.sub(rf"(?<![\w-]){re.escape(town)}(?![\w-])", _with_capitals(town), text)
    return text


_HYPHENED_TOWN = re.compile(
    r"(?<![\w@.-])[^\W\d_]{3,}(?:-(?:sur|sous|en|l[eè]s|la|le|du|des?|aux?)-[^\W\d_]{3,}|(?<=[Ss]aint)-[^\W\d_]{3,}"
    r"(?:-[^\W\d_]{2,})*|(?<=[Ss]ainte)-[^\W\d_]{3,}(?:-[^\W\d_]{2,})*)(?![\w@])"
)
"""« brume-sur-orve », « Saint-elme »: the hyphens of a town's name."""
_LINKS = frozenset("sur sous en les lès la le du de des au aux".split())


def _with_capitals(name: str) -> str:
    """A town's name with the capitals of its main words."""
    first, *rest = name.split("-")
    return "-".join([first[:1].upper() + first[1:], *(w if w in _LINKS else w[:1].upper() + w[1:] for w in rest)])


_ON_RIVER = re.compile(r"\b([A-ZÀ-Ý][a-zà-ÿ]{2,}) (sur|sous|lès) (?:(le|la) )?([a-zà-ÿ]{3,})\b")


def _on_river(match: re.Match[str], common: frozenset[str]) -> str:
    """« Seuil sur brume » typed without hyphens: the end of the name of a town, unless it is a common word."""
    name, link, article, river = match.groups()
    if fold(river) in common or fold(river) in _ACCENTS or river in {"le", "la", "les", "un", "une", "ses", "son"}:
        return match[0]
    return "-".join(part for part in (name, link, article, river.capitalize()) if part)


def _typed_in_haste(text: str) -> bool:
    tokens = [fold(word) for word in _WORD.findall(text)]
    if any(token in SURE_SIGNS for token in tokens) or re.search(r"(?<![\w'])c (?:l[ea]s?|l['’])\s?\w", text):
        return True
    if not _ACCENTED.search(text) and any(word.islower() and fold(word) in _LOWERED for word in _WORD.findall(text)):
        return True
    lost = sum(1 for token in tokens if _ACCENTS.get(token, token) != token)
    accented = sum(1 for word in _WORD.findall(text) if _ACCENTED.search(word))
    return lost >= 2 and lost > 2 * accented


def _misspelt(text: str, common: frozenset[str]) -> bool:
    """Whether a message has several words that no document writes, each one letter away from a common word."""
    if not common:
        return False
    strange = {
        fold(word)
        for word in _WORD.findall(text)
        if len(word) >= 6 and word.islower() and fold(word) not in common and fold(word) not in _ACCENTS
    }
    return sum(1 for word in strange if f"{word}s" not in _ACCENTS and _near(word, word) != word) >= LEAST_MISSPELT


LEAST_MISSPELT = 3
"""Words with a wrong letter from which a message is read as typed in haste."""


def _plain(spelled: Spelled, names: Names) -> str:
    text = re.sub(r"\bc (?=l[ae]s? |l'|un)", "c'est ", spelled.text, flags=re.IGNORECASE)
    text = re.sub(r"\bd1(?=\s)", "d'une", text)
    text = re.sub(r"\bsocio[ -](?=culturel)", "socio", text)
    text = re.sub(r"\bcentres? socio\b", "centres sociaux", text)
    text = re.sub(r"\bca\b(?= \w)", "ça", text)
    text = re.sub(r"\b(il (?:nous|ns|me|vous|vs|te)) (?:fo|faut|faudrai)\b", r"\1 faut", text, flags=re.IGNORECASE)
    text = re.sub(
        r"\b((?:c'est|cest|sest) [^.;,]{2,40}?) (?:kil|qu'il) (?=port|pilot|g[eè]r|s'occup)", r"\1 qui ", text
    )
    text = (
        re.sub(r"(?<=\d)\s?e(?![\w'])(?!\s?(?:trimestre|semestre|lieu|edition))", " €", text)
        if _MONEY.search(text)
        else text
    )
    text = re.sub(r"\bpersonnes? ag[eé]+s?\b", "personnes âgées", text, flags=re.IGNORECASE)
    text = re.sub(r"\b(?:g|j[éè]) (?=besoin|envie|une?\b|pas\b)", "j'ai ", text, flags=re.IGNORECASE)
    text = _words_changed(text, lambda m: _spell_word(m, names.common))
    text = re.sub(r"\bil (nous|me|vous|te) il faut\b", r"il \1 faut", text)
    text = _PLURAL.sub(lambda m: f"{m[1]}{m[2]}s" if fold(f"{m[2]}s") in _ACCENTS else m[0], text)
    text = re.sub(r"\b(de |d['’])(parent|enfant|jeune|ado|senior)\b(?! \w+s?\b(?<=adulte))", r"\1\2s", text)
    return _AFTER_PRET.sub("prêt ", text)


def _spell_word(match: re.Match[str], common: frozenset[str]) -> str:
    word = match[0]
    key = fold(word)
    if word.isupper() and len(word) > 1 and key in CANONICAL:
        return word
    if key in SHORT:
        return SHORT[key]
    if word.islower() and key in _ACCENTS and key not in _AMBIGUOUS:
        return word if word in PLAIN else _ACCENTS[key]
    if not word.islower() or key in common or key in _SOUND:
        return word
    if (
        key[0] in "ld"
        and key[1:2] in _VOWELS
        and len(key) > 4
        and (key[1:] in _ACCENTS or key[1:] in common or key[1:] in CANONICAL)
    ):
        return f"{word[0]}'{CANONICAL.get(key[1:]) or _ACCENTS.get(key[1:], word[1:])}"
    return _near(word, key)


def _near(word: str, key: str) -> str:
    """The common word one letter away, when there is only one and the word is long enough to be sure."""
    if len(key) < 6 or key in _ACCENTS:
        return word
    if f"{key}s" in _ACCENTS:
        return _ACCENTS[f"{key}s"][:-1]
    if key[-1] in "sx" and key[:-1] in _ACCENTS:
        return f"{_ACCENTS[key[:-1]]}{key[-1]}"
    close = {
        good
        for plain, good in _ACCENTS.items()
        if plain[0] == key[0]
        and abs(len(plain) - len(key)) <= 1
        and plain[: len(key) - 2] != key[:-2]
        and one_letter_away(plain, key)
    }
    return close.pop() if len(close) == 1 else word


def one_letter_away(a: str, b: str) -> bool:
    """Whether one insertion, deletion, change or swap of neighbours turns ``a`` into ``b``."""
    if len(a) > len(b):
        a, b = b, a
    if len(b) - len(a) > 1:
        return False
    start = next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), len(a))
    if len(a) < len(b):
        return a[start:] == b[start + 1 :]
    swapped = a[start + 1 : start + 2] + a[start : start + 1]
    return a[start + 1 :] == b[start + 1 :] or swapped + a[start + 2 :] == b[start:]


def _bodies(text: str, *, hasty: bool) -> str:
    """Abbreviations typed in lower case get their capitals."""
    return _words_changed(
        text, lambda m: CANONICAL.get(fold(m[0]), m[0]) if _is_short_body(m[0], hasty=hasty) else m[0]
    )


def _words_changed(text: str, said: Callable[[re.Match[str]], str]) -> str:
    """The text with each word written otherwise, electronic addresses left alone."""
    parts = re.split(r"(\S+@\S+)", text)
    return "".join(part if index % 2 else _WORD.sub(said, part) for index, part in enumerate(parts))


def _phrases(text: str, *, hasty: bool) -> str:
    """Names of bodies typed in lower case, as they are usually written; single words only in a hasty text."""
    for key, good in _PHRASES:
        if not hasty and " " not in key:
            continue
        found = re.finditer(rf"(?<![a-z-]){re.escape(key)}(?![a-z-])", same_length_fold(text))
        for match in reversed(list(found)):
            if text[match.start() : match.end()].islower():
                text = text[: match.start()] + good + text[match.end() :]
    return text


def _is_short_body(word: str, *, hasty: bool) -> bool:
    key = fold(word)
    if key not in CANONICAL or key in {"pep", "dac", "gem", "ape", "aci"}:
        return False
    return word.islower() or (hasty and word.isupper() and key == "caf")
