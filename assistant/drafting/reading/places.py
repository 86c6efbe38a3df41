"""Where the action takes place, among the words of a request."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from assistant.drafting.reading.place_finders import by_shape, of_kind, of_people, of_street, set_apart
from assistant.drafting.reading.place_names import (
    NOT_PLACE,
    after_comma,
    facility,
    of_acronym,
    of_name,
    on_acronym,
    with_article,
)
from assistant.drafting.reading.place_spans import TOWN, whole
from assistant.drafting.reading.text import WALL, same_length_fold, tidy

if TYPE_CHECKING:
    from assistant.drafting.reading.names import Names

_AREA = (
    r"(?:futur(?:e)? |ancien(?:ne)? |nouve(?:au|lle) |petites? |trois |deux |quatre |cinq |six |\d+ )?"
    r"(?:zones?|secteurs?|territoires?|bassins?|quartiers?|cantons?|communes?|villages?"
    r"|villes?|centres?-bourgs?|centres?-villes?|bourgs?|pays"
    r"|vallees?|communautes? (?=d|urbaine)|agglo\w*|metropole|intercommunalite|departement|vallons?|iles?"
    r"|centres? de loisirs?|accueils? de loisirs?|msap|mfs|france services|structures|ehpad|creches|clubs|salles"
    r"|presqu'ile|milieu rural|hameaux?|plateaux?|cote"
    r"|mairies?|ecoles|colleges|lycees|centres sociaux|maisons de quartier|gares?|parcs?"
    r"|marches?|aires?|places? d[eu]?|rues?|alsh de|alsh d'|ecole de|college de|accueil de loisirs de|salle |rive "
    r"|nord "
    r"|sud |ouest |est )\b"
)
_FIRST = re.compile(
    rf"(?<![a-z{WALL}'-])(?:(?:sur|dans|a|au|aux|en|pour|a l'echelle d[eu]|au sein d[eu]|autour d[eu])\s+"
    r"(?:(?:tout|toute|l'ensemble d[eu]s?|toutes)\s+)?(?:le |la |les |l'|un |une |des |ce |cette |ces |notre |nos )?)"
    rf"(?={_AREA}|(?:ancien(?:ne)?|futur(?:e)?|nouve(?:au|lle)) [a-z-]+ d)"
)
_ALL = re.compile(r"(?<![a-z'-])(?:a l'echelle|sur l'ensemble|dans l'ensemble)\s+(?:du |de la |des |de l'|de )")
_AT_NAME = re.compile(
    r"(?<![\w'’-])(?:[àÀ]|a|sur|dans|au|aux|chez|en)\s+(?:(?:le|la|les)\s+|l['’])?"
    r"(?P<p>(?:(?:l['’])?(?:ALSH|EVS|EHPAD|MJC|[ée]cole|collège|lycée|crèche|médiathèque"
    r"|centre social|centre de loisirs|multi-accueil|micro-crèche|salle des fêtes|gymnase|accueil de loisirs"
    r"|maison(?: France Services)?)"
    r" (?:de |du |des |d['’]))?[A-ZÀ-Ý][\w’'-]*[a-zà-ÿ][\w’'-]*(?:[ -](?:(?:de|du|des|la|le"
    r"|les|en|sur|sous|lès)[ -])*[A-ZÀ-Ý][\w’'-]+)*"
    r"(?:[ -](?:les|lès)[ -][a-zà-ÿ]+(?=[\s,.;]|$))?(?: et (?:ses |les )?(?:alentours|environs|communes voisines"
    r"|villages voisins))?)"
)
_STOP = re.compile(
    r"\s*(?:[,;:()\n]|¶|[.!?](?:\s|$)| (?:avec|pour|afin|par|porte[es]?|car|qui|que|ou|il|on"
    r"|nous|et (?:les? |la |un|des |de |d'|pour|avec)|en (?:partenariat|lien|vue)"
    r"|chez|aupres|a (?:destination|partir|compter)|des (?=\d|sept)|en (?=\d)|de \d|c'est"
    r"|trouvent|disposent|peuvent|veulent|doivent|souhaitent|vont|font|n'\w+|ne|ont|sont|manquent?|est(?! de)"
    r"|pendant|durant|comme|afin|a raison|ca|depuis)\b)"
)
_BARE = frozenset({"territoire", "secteur", "departement", "communes"})
"""Areas that say nothing of where when they stand alone."""
_WEAK = _BARE | frozenset(
    "quartiers villages creches ecoles structures salles colleges mairies secteurs quartier village commune".split()
)
"""Areas taken only when nothing else says where."""


_AROUND_ONLY = re.compile(
    r"(?:communes|villages|stations|quartiers|hameaux|secteurs) (?:voisine?s|autour|alentour|environnante?s"
    r"|limitrophes|proches)"
)


def is_weak(place: str) -> bool:
    """Whether a place is only a kind of place (« crèches »), which any other goes before."""
    return same_length_fold(place) in _WEAK or bool(_AROUND_ONLY.fullmatch(place))


def find_place(text: str, names: Names) -> tuple[int, int, str] | None:
    """The span and the words of the first place of a text; an area named as such wins over a bare name."""
    folded = same_length_fold(text)
    spare = None
    for finder in _FINDERS:
        found = finder(text, folded, names)
        if found and is_weak(found[2]):
            spare = spare or found
        elif found:
            return whole(text, found, names)
    return spare


_BARE_AREA = re.compile(
    r"(?:(?:toutes? |tous |l'ensemble d[eu]s? )?(?:les |le |la |l')?)(?:\d+ |deux |trois |quatre |cinq )?"
    r"(?:communes|villages|secteurs?|quartiers?|bassins?|territoires?|cantons?|hameaux|bourgs?|vallees?"
    r"|plateaux?|ecoles)"
    r"\s+(?:(?:rura(?:le|ux)s?|voisine?s?|isolee?s?|prioritaires?|membres|urbaine?s?|nord|sud|est|ouest)\b\s*)?"
    r"(?:d[eu]s? |d'|de la |de l')(?:la |l'|les )?[^,;.:]{2,60}"
)


_SIDE_OF = re.compile(
    r"(?i:(?:secteur|bassin|canton|territoire|vall[ée]e|plateau|p[ée]rim[èe]tre)s? (?:nord|sud|est|ouest|centre))"
    rf"(?: (?:{TOWN}|[A-Z]{{2,8}}))?"
)
"""« Secteur sud CCVB »: the side of a territory, its name right after."""


def bare_area(piece: str) -> str | None:
    """« communes rurales de la CCLM » alone between two stops: where the action is."""
    words = tidy(re.sub(r"\s+(?:sont|seront) (?:concernées|concernés|visées|visés)\W*$", "", piece))
    words = re.sub(r"^(?:Les|Le|La) (?=\d|\w)", "", words)
    match = _BARE_AREA.fullmatch(same_length_fold(words)) or _SIDE_OF.fullmatch(words)
    return words if match and len(words.split()) <= 9 else None


def only_place(piece: str, names: Names) -> str | None:
    """The place a piece is made of and nothing else (« communes de Brume, Orvelle et Mirande »)."""
    place = find_place(piece, names)
    left = place and (piece[: place[0]] + piece[place[1] :])
    return place[2] if place and left is not None and not re.search(r"\w{3,}", left) else bare_area(piece)


def _end(folded: str, start: int) -> int:
    match = _STOP.search(folded, start)
    return match.start() if match else len(folded)


def _whole(text: str, folded: str, _names: Names) -> tuple[int, int, str] | None:
    match = _ALL.search(folded)
    if not match:
        return None
    end = _end(folded, match.end())
    words = tidy(text[match.end() : end])
    return (match.start(), end, words) if words else None


def _between(text: str, _folded: str, _names: Names) -> tuple[int, int, str] | None:
    """« entre Brume et Mirande »."""
    area = re.search(
        r"\bentre\s+(?:les\s+)?(?P<p>(?:deux |trois )?(?:communes|villes|villages)\s+(?:de\s+"
        r"|d['’])[^,;.:\n¶()]{4,80}?)"
        r"(?=[,;.:\n¶()]|$)",
        text,
    )
    if area:
        return area.start(), area.end(), tidy(area["p"])
    match = re.search(
        rf"\bentre\s+(?P<p>{TOWN}(?:\s*,\s*{TOWN})*\s+et\s+{TOWN})",
        text,
    )
    return (match.start(), match.end(), tidy(match["p"])) if match else None


_SET_UP = re.compile(r"\b(?:mise?s?|mettre|met|mettent|mettons)\s*$")
"""« mise en place de … » is no place."""


_ANY_ONE = re.compile(r"en (?:mairie|ecole|creche|college|lycee|ehpad|gare)s?\b(?! (?:d[eu]s? |d'))")
"""« l'accueil en mairie »: any of them, not one place."""


def _area(text: str, folded: str, _names: Names) -> tuple[int, int, str] | None:
    match = next(
        (
            m
            for m in _FIRST.finditer(folded)
            if not _SET_UP.search(folded[: m.start()]) and not _ANY_ONE.match(folded, m.start())
        ),
        None,
    )
    if not match:
        return None
    end = _end(folded, match.end())
    words = tidy(text[match.end() : end])
    return (match.start(), end, words) if len(words) > 3 else None


def _bare_name(text: str, _folded: str, names: Names) -> tuple[int, int, str] | None:
    for match in _AT_NAME.finditer(text):
        place = tidy(match["p"])
        if len(place) < 3 or NOT_PLACE.match(place):
            continue
        if match[0].lower().startswith(("en ", "chez ", "dans ")) and not names.is_place(place) and " " not in place:
            continue
        whole = None if " " in place else facility(text[match.start() :], place)
        if whole and re.match(r"aux?\s", match[0]):
            return match.start(), match.start() + len(text[match.start() :].split(whole, 1)[0]) + len(whole), whole
        town = with_article(match[0], place, names)
        if town:
            return match.start(), match.end(), town
    return None


def _of_area(text: str, folded: str, _names: Names) -> tuple[int, int, str] | None:
    """« Mise en réseau … du bassin sud »."""
    match = re.search(
        (
            r"\b(?:du|de la|des|de l'|d'un|d'une)\s*(?=(?:(?:nord|sud|est|ouest|centre)(?:-\w+)? d(?:u|e la|e l'|es"
            r"|e)\s?)?(?:bassin|secteur|territoire|canton|quartier"
            r"|commune|village|hameau|departement|agglomeration|pays|vallee|communaute (?:d|urbaine))s?\b)"
        ),
        folded,
    )
    if not match:
        return None
    end = _end(folded, match.end())
    words = tidy(text[match.end() : end])
    return (match.start(), end, words) if " " in words or words not in _BARE else None


_FINDERS = (
    _whole,
    _between,
    of_street,
    _area,
    of_kind,
    _bare_name,
    on_acronym,
    of_name,
    _of_area,
    after_comma,
    of_people,
    of_acronym,
    by_shape,
    set_apart,
)
"""The ways a place is said, the surest first."""


def area_of(text: str) -> str | None:
    """The area a text names as such (« pédiatres du secteur de Brume »), and nothing less sure."""
    from assistant.drafting.reading.names import no_names

    found = _of_area(text, same_length_fold(text), no_names())
    return found[2] if found else None


def lived_in(text: str, names: Names) -> str | None:
    """Where the people a text names live or are elected (« élus de Brume et d'Orvelle »)."""
    found = of_people(text, same_length_fold(text), names)
    return whole(text, found, names)[2] if found else None
