"""Where the action takes place, among the words of a request."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from assistant.drafting.lexicon.bodies import ACRONYM, HEAD
from assistant.drafting.lexicon.general import GENERAL
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
    r"|marches?|aires?|places? d|rues?|alsh de|alsh d'|ecole de|college de|accueil de loisirs de|salle |rive |nord "
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
    r"|centre social|centre de loisirs|multi-accueil|micro-crèche|salle des fêtes|gymnase|accueil de loisirs|maison)"
    r" (?:de |du |des |d['’]))?[A-ZÀ-Ý][\w’'-]*[a-zà-ÿ][\w’'-]*(?:[ -](?:(?:de|du|des|la|le"
    r"|les|en|sur|sous|et|lès)[ -])*[A-ZÀ-Ý][\w’'-]+)*"
    r"(?:[ -](?:les|lès)[ -][a-zà-ÿ]+(?=[\s,.;]|$))?(?: et (?:ses |les )?(?:alentours|environs|communes voisines"
    r"|villages voisins))?)"
)
_ON_ACRONYM = re.compile(r"(?<![\w'’-])(?:à|sur|dans)\s+(?:la|le|les|l['’])\s?(?P<p>[A-Z]{3,}\w*)\b")
_OF_NAME = re.compile(
    r"\b(?:de|du|d['’]|des)\s*(?P<p>[A-ZÀ-Ý][\w’'-]+(?:[ -](?:(?:de|du|des|la|le|les|en|sur)[ -])*[A-ZÀ-Ý][\w’'-]+)*)"
)
_STOP = re.compile(
    r"\s*(?:[,;:()\n]|¶|[.!?](?:\s|$)| (?:avec|pour|afin|par|porte[es]?|car|qui|que|ou|il|on"
    r"|nous|et (?:les? |la |un|des |de |d'|pour|avec)|en (?:partenariat|lien|vue)"
    r"|chez|aupres|a (?:destination|partir|compter)|des (?=\d|sept)|en (?=\d)|de \d|c'est"
    r"|pendant|durant|comme|afin|a raison|ca|depuis)\b)"
)
_NOT_PLACE = re.compile(
    r"^(?:Titre|Axe|Fiche|Action|Projet|Porteur|Bonjour|Merci|Caf|CAF|MSA|PMI|RPE"
    r"|France Services$|Facebook|Internet|Noël|Monsieur|Madame|Mme)\b"
)
_BARE = frozenset({"territoire", "secteur", "departement", "communes"})
"""Areas that say nothing of where when they stand alone."""


def find_place(text: str, names: Names) -> tuple[int, int, str] | None:
    """The span and the words of the first place of a text; an area named as such wins over a bare name."""
    folded = same_length_fold(text)
    for finder in (_whole, _between, _area, _bare_name, _acronym, _of_name, _of_area, _after_comma, _of_acronym):
        found = finder(text, folded, names)
        if found:
            return found
    return None


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
    match = re.search(
        r"\bentre\s+(?P<p>[A-ZÀ-Ý][\w’'-]+(?:[ -][A-ZÀ-Ý][\w’'-]+)*\s+et\s+[A-ZÀ-Ý][\w’'-]+(?:[ -][A-ZÀ-Ý][\w’'-]+)*)",
        text,
    )
    return (match.start(), match.end(), tidy(match["p"])) if match else None


def _area(text: str, folded: str, _names: Names) -> tuple[int, int, str] | None:
    match = _FIRST.search(folded)
    if not match:
        return None
    end = _list_end(text, match.end(), _end(folded, match.end()))
    words = tidy(text[match.end() : end])
    return (match.start(), end, words) if len(words) > 3 else None


_SEVERAL = re.compile(
    r"(?:\d+ |deux |trois )?(?:communes|villages|villes|cantons|quartiers|mairies|ecoles|aires|bourgs|hameaux"
    r"|salles|colleges|sites)\b"
)


def _list_end(text: str, start: int, end: int) -> int:
    """« communes de Brume, Mirande et Orvelle »: the list goes on through its commas."""
    if not _SEVERAL.match(same_length_fold(text[start:])):
        return end
    more = re.compile(
        r"(?:,\s+|\s+et\s+)(?:d[e'’]\s?|du |des )?(?:(?:le|la|les) )?[A-ZÀ-Ý][\w’'-]*[a-zà-ÿ](?:[\w’'-]*)(?:"
        r" [A-ZÀ-Ý][\w’'-]+)*"
    ).match
    while found := more(text, end):
        end = found.end()
    return end


def _bare_name(text: str, _folded: str, names: Names) -> tuple[int, int, str] | None:
    for match in _AT_NAME.finditer(text):
        place = tidy(match["p"])
        if len(place) < 3 or _NOT_PLACE.match(place):
            continue
        if match[0].lower().startswith(("en ", "chez ", "dans ")) and not names.is_place(place) and " " not in place:
            continue
        town = _with_article(match[0], place, names)
        if town:
            return match.start(), match.end(), town
    return None


def _with_article(words: str, place: str, names: Names) -> str | None:
    """« au Brumal », « aux Orvelles »: a town whose name has its article; ``None`` for a body (« au Département »)."""
    lead = words.lower().split()[0]
    if lead not in {"au", "aux"} or names.is_place(place):
        return f"Le {place}" if lead == "au" and names.is_place(f"Le {place}") else place
    folded = same_length_fold(place)
    if HEAD.match(folded) or ACRONYM.match(place.split(maxsplit=1)[0]) or folded.split()[0] in GENERAL:
        return None
    return f"{'Le' if lead == 'au' else 'Les'} {place}"


def _acronym(text: str, _folded: str, _names: Names) -> tuple[int, int, str] | None:
    for match in _ON_ACRONYM.finditer(text):
        if not _NOT_PLACE.match(match["p"]) and match["p"].startswith(("CC", "CA", "CU", "PETR", "P2", "SI")):
            return match.start(), match.end(), match["p"]
    return None


def _of_name(text: str, _folded: str, names: Names) -> tuple[int, int, str] | None:
    for match in _OF_NAME.finditer(text):
        if names.is_place(match["p"]):
            more = re.compile(r"\s+et\s+(?:de\s+|d['’]|du\s+)?[A-ZÀ-Ý][\w’'-]+(?:-[\w’'-]+)*").match(text, match.end())
            end = more.end() if more else match.end()
            return match.start(), end, tidy(text[match.start("p") : end])
    return None


def _of_area(text: str, folded: str, _names: Names) -> tuple[int, int, str] | None:
    """« Mise en réseau … du bassin sud »."""
    match = re.search(
        (
            r"\b(?:du|de la|des|de l'|d'un|d'une)\s*(?=(?:bassin|secteur|territoire|canton|quartier"
            r"|commune|village|hameau|departement|agglomeration|pays|vallee|communaute (?:d|urbaine))s?\b)"
        ),
        folded,
    )
    if not match:
        return None
    end = _list_end(text, match.end(), _end(folded, match.end()))
    words = tidy(text[match.end() : end])
    return (match.start(), end, words) if " " in words or words not in _BARE else None


def area_of(text: str) -> str | None:
    """The area a text names as such (« pédiatres du secteur de Brume »), and nothing less sure."""
    from assistant.drafting.reading.names import no_names

    found = _of_area(text, same_length_fold(text), no_names())
    return found[2] if found else None


def _of_acronym(text: str, _folded: str, _names: Names) -> tuple[int, int, str] | None:
    """« le réseau de la CCLM »: the territory of an intercommunality named by its initials."""
    match = re.search(r"\b(?:de la|de l['’])\s?(?P<p>(?:CC|CA|CU)[A-Z0-9]{1,5})\b(?!F)", text)
    if (
        match is None
        or _NOT_PLACE.match(match["p"])
        or match["p"] in {"CAF", "CAMSP", "CADA", "CARSAT", "CAARUD", "CCAS"}
    ):
        return None
    return match.start(), match.end(), match["p"]


def lone_name(text: str) -> str | None:
    """« , Coteaux de Mirande, » or « de Brume-le-Vieux » standing alone: the name of a place, most likely."""
    match = re.fullmatch(
        r"(?:(?:de|du|à|au|d['’])\s?)?(?P<p>[A-ZÀ-Ý][a-zà-ÿ][\w'’-]*(?:[ -](?:(?:de|du|des|la|le|les|en|sur"
        r"|et)[ -])*[A-ZÀ-Ý][\w'’-]+)*)",
        tidy(text),
    )
    if match is None or HEAD.match(same_length_fold(match["p"])) or _NOT_PLACE.match(match["p"]):
        return None
    lone = " " not in match["p"] and "-" not in match["p"] and not tidy(text).startswith(("de ", "à ", "du "))
    return None if lone or any(w in GENERAL for w in same_length_fold(match["p"]).split()[:1]) else match["p"]


def _after_comma(text: str, _folded: str, names: Names) -> tuple[int, int, str] | None:
    """« …, Val-d'Orge » between commas, when documents know it as a place; « , territoire de … »."""
    area = re.search(
        (
            r"(?:^|,)\s*(?P<p>(?:le )?(?:territoire|secteur|commune|canton|quartier|bassin|vallée"
            r"|pays) (?:de |du |des |d['’])[^,;.\n¶]+)"
        ),
        text,
    )
    if area:
        return area.start(), area.end(), tidy(area["p"])
    for match in re.finditer(r",\s*(?P<p>[A-ZÀ-Ý][^,;.\n¶]{2,50})(?=[,;.\n¶]|$)", text):
        if names.is_place(match["p"]):
            return match.start(), match.end(), tidy(match["p"])
    return None


def hasty_place(text: str) -> tuple[int, int, str] | None:
    """In a text typed in haste, what follows « à » up to a comma: a place no document is there to confirm."""
    match = re.search(
        r"(?<![\w'])(?:à|a|sur) (?P<p>[a-zà-ÿ'’-]{3,}(?: [a-zà-ÿ'’-]{2,}){0,3}?)\s*(?=[,.;¶?]|$|\s(?:pour|avec"
        r"|porté|par|des|en \d|de \d|ça)\b)",
        text,
    )
    if not match or re.match(
        r"(?:la|le|les|partir|un|une|des|ce|destination|tous|cause|aider|faire|l'|\w+er )", match["p"]
    ):
        return None
    words = [w if len(w) <= 2 or w in {"les", "sur", "des"} else w[:1].upper() + w[1:] for w in match["p"].split()]
    return match.start(), match.end(), " ".join(words)
