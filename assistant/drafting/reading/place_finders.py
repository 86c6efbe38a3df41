"""Places found by the words they stand with: a kind of area, the people of a town, the shape of a name, commas."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from assistant.drafting.lexicon.publics import NOUN
from assistant.drafting.reading.place_spans import KIND, NAMED_KIND, OF, SHAPED, TOWN, article, is_town
from assistant.drafting.reading.text import tidy

if TYPE_CHECKING:
    from assistant.drafting.reading.names import Names
    from assistant.drafting.reading.place_spans import Found

_OF_KIND = re.compile(rf"(?<![\w'’-])(?i:{KIND}{OF}|{NAMED_KIND})(?P<t>{TOWN})")


_OF_INITIALS = re.compile(
    r"(?<![\w'’-])(?:(?:nord|sud|est|ouest|centre) du )?(?i:territoire|secteur|p[ée]rim[èe]tre)\s+(?:(?:de la|du|de)\s+"
    r"|de l['’])?[A-Z][A-Z0-9]{2,7}\b(?!['’-])"
)
"""« territoire de la CCVB »: an intercommunality by its initials."""


def of_kind(text: str, _folded: str, names: Names) -> Found | None:
    """« quartier de la Gare », « communes de Brume et Mirande », without any preposition before."""
    for match in _OF_KIND.finditer(text):
        if is_town(match["t"], text, match.end(), names):
            return match.start(), match.end(), tidy(match[0])
    initials = _OF_INITIALS.search(text)
    return (initials.start(), initials.end(), tidy(initials[0])) if initials else None


_STREET = re.compile(
    r"(?:(?:(?<![\w'’-])(?:de|dans|sur|à)\s+)?(?<![\w'’-])(?:la\s+|le\s+|l['’]|du\s+|au\s+)|,\s*)"
    r"(?P<p>(?:rue|avenue|boulevard|place|impasse|chemin|route|quai|all[ée]e|square)\s+"
    rf"(?:de la |de l['’]|de |du |des |d['’])?{TOWN}\s+(?:à|au|aux)\s+{TOWN})"
)


def of_street(text: str, _folded: str, _names: Names) -> Found | None:
    """« l'avenue du Moulin à Brume »: a street with its town."""
    match = _STREET.search(text)
    return (match.start(), match.end(), tidy(match["p"])) if match else None


_PEOPLE_OF = re.compile(rf"\s+(?P<o>d(?:e\s+(?:la\s+|l['’])?|u\s+|es\s+|['’]))(?P<t>{TOWN})")


def of_people(text: str, folded: str, names: Names) -> Found | None:
    """« les familles modestes de Brume »: where a public lives is where the action is."""
    for noun in NOUN.finditer(folded):
        stop = re.compile(r"[,;.:\n¶()]").search(text, noun.end())
        for match in _PEOPLE_OF.finditer(text, noun.end(), stop.start() if stop else len(text)):
            between = text[noun.end() : match.start()]
            if len(between.split()) <= 3 and is_town(match["t"], text, match.end(), names):
                start = match.start() + 1
                return start, match.end(), article(match["o"]) + match["t"]
    return None


_BEFORE_SHAPE = re.compile(rf"(?:\b(?:à|a|de|du|des|sur|dans|pour|aux?)\s+|d['’]|[,(]\s*|^)(?P<t>{TOWN})")


def by_shape(text: str, _folded: str, names: Names) -> Found | None:
    """A name written as towns' names are (« Brume-sur-Orve », « Saint-Elme ») even where no document knows it."""
    for match in _BEFORE_SHAPE.finditer(text):
        if SHAPED.search(match["t"]) and is_town(match["t"], text, match.end(), names):
            return match.start(), match.end(), match["t"]
    return None


_ALONE = re.compile(rf"(?:(?<=,)|\bpour(?=\s))\s*(?P<t>{TOWN}(?:\s*,\s*{TOWN})*\s+et\s+{TOWN})(?=\s*(?:[,.;\n¶]|$))")


def set_apart(text: str, _folded: str, names: Names) -> Found | None:
    """« …, Brume et Orvelle, … » or « pour Brume et Orvelle »: two towns or more between commas or after « pour »."""
    for match in _ALONE.finditer(text):
        towns = re.split(r"\s*,\s*|\s+et\s+", match["t"])
        if all(is_town(town, text, match.end(), names) for town in towns):
            return match.start(), match.end(), match["t"]
    return None
