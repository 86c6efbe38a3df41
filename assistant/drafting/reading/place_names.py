"""Places given by a bare name: « à Brume », « de la CCLM », a name alone between commas."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from assistant.drafting.lexicon.bodies import ACRONYM, HEAD
from assistant.drafting.lexicon.general import GENERAL
from assistant.drafting.reading.text import same_length_fold, tidy

if TYPE_CHECKING:
    from assistant.drafting.reading.names import Names


_ON_ACRONYM = re.compile(r"(?<![\w'’-])(?:à|sur|dans)\s+(?:la|le|les|l['’])\s?(?P<p>[A-Z]{3,}\w*)\b")


_OF_NAME = re.compile(
    r"\b(?:de|du|d['’]|des)\s*(?P<p>[A-ZÀ-Ý][\w’'-]+(?:[ -](?:(?:de|du|des|la|le|les|en|sur)[ -])*[A-ZÀ-Ý][\w’'-]+)*)"
)


NOT_PLACE = re.compile(
    r"^(?:Titre|Axe|Fiche|Action|Projet|Porteur|Bonjour|Merci|Caf|CAF|MSA|PMI|RPE"
    r"|France Services$|Facebook|Internet|Noël|Monsieur|Madame|Mme)\b"
)


def with_article(words: str, place: str, names: Names) -> str | None:
    """« au Brumal », « aux Orvelles »: a town whose name has its article; ``None`` for a body (« au Département »)."""
    lead = words.lower().split()[0]
    if lead not in {"au", "aux"} or names.is_place(place):
        return f"Le {place}" if lead == "au" and names.is_place(f"Le {place}") else place
    folded = same_length_fold(place)
    if HEAD.match(folded) or ACRONYM.match(place.split(maxsplit=1)[0]) or folded.split()[0] in GENERAL:
        return None
    return f"{'Le' if lead == 'au' else 'Les'} {place}"


def on_acronym(text: str, _folded: str, _names: Names) -> tuple[int, int, str] | None:
    """« sur la CCLM »: an intercommunality named by its initials."""
    for match in _ON_ACRONYM.finditer(text):
        if not NOT_PLACE.match(match["p"]) and match["p"].startswith(("CC", "CA", "CU", "PETR", "P2", "SI")):
            return match.start(), match.end(), match["p"]
    return None


def of_name(text: str, _folded: str, names: Names) -> tuple[int, int, str] | None:
    """« de Brume » when documents know Brume as a place."""
    for match in _OF_NAME.finditer(text):
        if names.is_place(match["p"]):
            more = re.compile(r"\s+et\s+(?:de\s+|d['’]|du\s+)?[A-ZÀ-Ý][\w’'-]+(?:-[\w’'-]+)*").match(text, match.end())
            end = more.end() if more else match.end()
            return match.start(), end, tidy(text[match.start("p") : end])
    return None


def of_acronym(text: str, _folded: str, _names: Names) -> tuple[int, int, str] | None:
    """« le réseau de la CCLM »: the territory of an intercommunality named by its initials."""
    match = re.search(r"\b(?:de la|de l['’])\s?(?P<p>(?:CC|CA|CU)[A-Z0-9]{1,5})\b(?!F)", text)
    if (
        match is None
        or NOT_PLACE.match(match["p"])
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
    if match is None or HEAD.match(same_length_fold(match["p"])) or NOT_PLACE.match(match["p"]):
        return None
    lone = " " not in match["p"] and "-" not in match["p"] and not tidy(text).startswith(("de ", "à ", "du "))
    return None if lone or any(w in GENERAL for w in same_length_fold(match["p"]).split()[:1]) else match["p"]


def after_comma(text: str, _folded: str, names: Names) -> tuple[int, int, str] | None:
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
