"""The whole of a place: the kind of area before its name, the other towns of its list, its department after it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from assistant.drafting.lexicon.bodies import HEAD
from assistant.drafting.lexicon.general import GENERAL
from assistant.drafting.lexicon.publics import NOUN
from assistant.drafting.reading.labels import label_of
from assistant.drafting.reading.text import same_length_fold, tidy

if TYPE_CHECKING:
    from assistant.drafting.reading.names import Names

Found = tuple[int, int, str]

_WORD = r"[A-ZÀ-Ý][\w’']*[a-zà-ÿ][\w’']*(?:-[\w’']+)*"
_INNER = r"(?:de|du|des|la|le|les|en|sur|sous|lès)"
TOWN = rf"(?:(?:Le|La|Les)\s|L['’])?{_WORD}(?: (?:{_INNER} ){{0,2}}{_WORD})*"
"""A proper name: « Le Mirail-sur-Orve », « Val d'Orge » (no word all in capitals)."""

_JOINT = r"(?:\s*[,/+]\s*(?:et\s+)?|\s+(?:et|ou|&)\s+|\s+ainsi qu(?:e\s+|['’]))"
_PREPOSITION = (
    r"(?:(?:(?:à|a|de|sur|dans)\s+)?(?:(?:la|les|le)\s+|l['’])|(?:à|a|de|sur|dans)\s+|(?:au|aux|du|des)\s+|d['’]"
    r"|(?:sur |dans )?(?:celles?|ceux) d(?:e\s+|['’]|u\s+))"
)
_MORE = re.compile(rf"(?P<joint>{_JOINT})(?P<prep>{_PREPOSITION}|)(?P<town>{TOWN})")
_CLOSING = re.compile(r"\b(?:et|ou|ainsi)\b|[&/+]")
_DEPARTMENT = re.compile(r"\s*\((?:[A-ZÀ-Ý][a-zà-ÿ][\w’']*(?:[ -][\w’']+){0,4}|\d{2,3}|2[AB])\)")
_VERB = re.compile(
    r"\s+(?:(?:y |en )?(?:port|pilot|souhait|coordonn|financ|particip|organis|propos|anim|gere|fournit|pret)\w*"
    r"|sont|est|seront|sera|serait|veut|veulent|va|vont)\b"
)
KIND = (
    r"(?:(?:petites? |deux |trois |quatre |cinq |six |\d+ )?(?:zones?|secteurs?|territoires?|bassins?(?: de vie)?"
    r"|quartiers?|cantons?|communes?|villages?|villes?|bourgs?|centres?-bourgs?|centres?-villes?|vall[ée]es?"
    r"|pays|agglom[ée]ration|plateaux?|hameaux?|p[ée]rim[èe]tre|bassin de population)"
    r"(?: (?:rura\w+|prioritaires?|voisine?s?|nord|sud|est|ouest|urbaine?s?|p[ée]riurbaine?s?))?)"
)
OF = r"\s+(?:de la |de l['’]|de |du |des |d['’])"
NAMED_KIND = r"(?:secteur|quartier|canton|bassin|territoire|hameau|r[ée]sidence) "
_KIND_BEFORE = re.compile(
    r"(?P<lead>(?:\b(?:dans|sur|à|a|en|pour|aux?|des?|du)\s+)?(?:la |le |les |l['’])?)(?<![\w'’-])"
    rf"(?P<kind>{KIND}{OF}|{NAMED_KIND})$",
    re.IGNORECASE,
)
_AT_TOWN = re.compile(rf"\s+(?:à|au|aux|de|du|d['’])\s*{TOWN}")
_QUARTER = re.compile(r"\b(?:quartiers?|hameaux?|bourgs?|secteurs?)\b", re.IGNORECASE)
SHAPED = re.compile(
    r"-(?:sur|sous|en|les|lès|le|la|du|des|aux?|de|d['’])-|^(?:Saint|Sainte|St|Ste)[ -]|-(?:d['’])[A-Z]", re.IGNORECASE
)
_ARTICLES = {"du": "Le ", "au": "Le ", "des": "Les ", "aux": "Les "}


_WIDER_SUFFIX = re.compile(r"\s+(?:agglom[ée]ration|agglo|m[ée]tropole|communaut[ée])\b")
_AROUND = re.compile(
    r"\s+et (?:dans |sur |de |à )?(?:ses |les |leurs |aux )(?:alentours|environs|(?:communes|villages|stations"
    r"|hameaux|quartiers"
    r"|cantons|secteurs)(?: (?:voisine?s|environnante?s|alentour|autour|limitrophes|proches))?)"
)
"""« et dans les stations voisines »."""
_FACILITY = (
    r"(?:[ée]coles?(?: (?:maternelles?|[ée]l[ée]mentaires?|primaires?))?|coll[eè]ges?|lyc[ée]es?|cr[eè]ches?"
    r"|micro-cr[eè]ches?"
    r"|multi-accueils?|EHPAD|ALSH|centres? de loisirs|m[ée]diath[eè]ques?|mairies)"
)
_FACILITIES = re.compile(
    r"(?P<lead>(?:\b(?:dans|à|a) (?:les |la |l['’]|le )|\baux? |,\s*))"
    rf"(?P<kind>{_FACILITY}(?: [A-ZÀ-Ý][\w’'-]+){{0,2}}(?:(?:, | et )(?:les |des )?{_FACILITY})*{OF})$"
)
"""« dans les crèches et les écoles de … »: the facilities of a town."""


def whole(text: str, found: Found, names: Names) -> Found:
    """A place found by its name, with the kind of area it completes, the rest of its list and its department."""
    start, end, words = found
    core = re.sub(r"^(?:Le|La|Les) |^L['’]", "", words)
    at = text.find(core, start, end)
    if at < 0 or not core[:1].isupper():
        return _verbatim(text, found, names)
    kind = _KIND_BEFORE.search(text[: max(at, start)]) or _FACILITIES.search(text[: max(at, start)])
    suffix = _WIDER_SUFFIX.match(text, end)
    if suffix:
        words, end = words + suffix[0], suffix.end()
    if kind:
        start = kind.start()
        begin, end = kind.start("kind"), _list_end(text, end, names)[0]
        if _QUARTER.search(kind["kind"]) and (town := _AT_TOWN.match(text, end)):
            end = town.end()
        end = _with_department(text, end)
        return start, end, tidy(text[begin:end])
    last, towns = _list_end(text, end, names)
    around = _AROUND.match(text, last)
    end = _with_department(text, around.end() if around else last)
    after = text[last:end]
    if not towns:
        return start, end, f"{words}{after}" if after else words
    listed = f"{', '.join([words, *towns[:-1]])} et {towns[-1]}"
    return start, end, f"{listed}{after}"


def _verbatim(text: str, found: Found, names: Names) -> Found:
    """An area already read to its end: the names that follow are part of it, in her words."""
    start, end, words = found
    if not text[start:end].rstrip().endswith(words):
        return found
    if not re.search(r"[A-ZÀ-Ý]", words):
        return _told_apart(text, found, names)
    last = _list_end(text, end, names)[0]
    if _QUARTER.match(words) and (town := _AT_TOWN.match(text, last)):
        last = town.end()
    last = _with_department(text, last)
    if last == end:
        return _told_apart(text, found, names)
    return (start, last, tidy(words + text[end:last]))


def _told_apart(text: str, found: Found, names: Names) -> Found:
    """« bassin nord : Brume, Orvelle et Mirande »: the towns of an area, named after a colon."""
    start, end, words = found
    first = re.compile(rf"\s*:\s*(?P<t>{TOWN})").match(text, end)
    if first is None or not is_town(first["t"], text, first.end(), names):
        return found
    last, towns = _list_end(text, first.end(), names)
    return (start, last, f"{words} : {tidy(text[first.start('t') : last])}") if towns else found


def _with_department(text: str, end: int) -> int:
    match = _DEPARTMENT.match(text, end)
    return match.end() if match and not HEAD.match(same_length_fold(match[0].strip(" ()"))) else end


def _list_end(text: str, end: int, names: Names) -> tuple[int, list[str]]:
    """Where a list of towns that goes on at ``end`` stops, and its towns.

    A town after a comma alone counts when the list is closed (« A, B et C »), when it has its preposition, or when
    documents know it.
    """
    towns: list[str] = []
    sure, kept = end, 0
    while match := _MORE.match(text, end):
        town = match["town"]
        if not is_town(town, text, match.end(), names):
            break
        towns.append(article(match["prep"]) + town)
        end = match.end()
        if _CLOSING.search(match["joint"]) or match["prep"] or names.is_place(town):
            sure, kept = end, len(towns)
    return sure, towns[:kept]


def is_town(town: str, text: str, end: int, names: Names) -> bool:
    """Whether a capitalised name after a place is one more place rather than a body, a label or a subject."""
    folded = same_length_fold(town)
    if re.match(r"\s*[:=]", text[end:]) or _VERB.match(same_length_fold(text[end : end + 40])):
        return False
    if names.is_place(town) or SHAPED.search(town):
        return True
    first = folded.split()[0]
    return not (HEAD.match(folded) or first in GENERAL or label_of(town) or NOUN.match(folded))


def article(preposition: str) -> str:
    """« du » and « au » hold the article of a town's name."""
    words = preposition.lower().split()
    if not words:
        return ""
    if words[-1] in {"la", "les", "le"}:
        return f"{words[-1].capitalize()} "
    if preposition.lower().rstrip().endswith(("l'", "l’")):
        return "L'"
    return _ARTICLES.get(words[-1], "")


def town_of(place: str) -> str | None:
    """The one town a place is in (« commune de Brume » is Brume); ``None`` for several or for a wider area."""
    bare = re.sub(r"^(?:la |le )?(?:commune|ville|village|bourg|centre-bourg)\s+d(?=[eu' ’])", "d", place)
    if bare != place:
        bare = re.sub(r"^du ", "Le ", re.sub(r"^de la ", "La ", re.sub(r"^(?:de |d['’])(?!la )", "", bare)))
    bare = _DEPARTMENT.sub("", bare)
    return bare if re.fullmatch(TOWN, bare) else None
