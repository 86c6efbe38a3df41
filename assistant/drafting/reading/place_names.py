"""Places given by a bare name: « à Brume », « de la CCLM », a name alone between commas."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from assistant.drafting.lexicon.bodies import ACRONYM, HEAD
from assistant.drafting.lexicon.general import GENERAL
from assistant.drafting.lexicon.spelling import PLAIN
from assistant.drafting.reading.labels import label_of
from assistant.drafting.reading.text import same_length_fold, tidy

if TYPE_CHECKING:
    from assistant.drafting.reading.names import Names


_ON_ACRONYM = re.compile(r"(?<![\w'’-])(?:à|sur|dans)\s+(?:la|le|les|l['’])\s?(?P<p>[A-Z]{3,}\w*)\b")


_OF_NAME = re.compile(
    r"\b(?:de|du|d['’]|des)\s*(?P<p>[A-ZÀ-Ý][\w’'-]+(?:[ -](?:(?:de|du|des|la|le|les|en|sur)[ -])*[A-ZÀ-Ý][\w’'-]+)*)"
)


NOT_PLACE = re.compile(
    r"^(?:Titre|Axe|Fiche|Action|Projet|Porteur|Bonjour|Merci|Caf|CAF|MSA|PMI|RPE"
    r"|France Services$|Facebook|Internet|Noël|Monsieur|Madame|Mme"
    r"|Saisons?|Ann[ée]es?|Hivers?|[ÉE]t[ée]s?|Printemps|Automnes?|Rentr[ée]e|Sessions?|Phases?|[ÉE]tapes?|Semestres?"
    r"|Trimestres?|Mois|Vacances)\b"
)


_FACILITY = re.compile(r"\b(?P<p>[A-ZÀ-Ý][\w’-]+ (?:d['’]|de )[a-zà-ÿ]{3,}[^,;.:\n¶()]{0,60})")


def facility(text: str, place: str) -> str | None:
    """« Point d'accueil de Brume »: the whole name of a facility whose first word alone has a capital."""
    match = _FACILITY.search(text, max(0, text.find(place)))
    return tidy(match["p"]) if match and match["p"].startswith(f"{place} ") else None


def with_article(words: str, place: str, names: Names) -> str | None:
    """« au Brumal », « aux Orvelles »: a town whose name has its article; ``None`` for a body (« au Département »)."""
    lead = words.lower().split()[0]
    if lead not in {"au", "aux"}:
        return place
    if names.is_place(place):
        return f"{'Le' if lead == 'au' else 'Les'} {place}"
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
            place = tidy(text[match.start("p") : end])
            named = match[0].startswith("du ") and names.is_place(f"Le {match['p']}")
            return match.start(), end, f"Le {place}" if named else place
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


_TO_US = re.compile(r"-(?:moi|nous|toi|le|la|les)$")
"""« Rédige-moi » is an order, not a name."""


def lone_name(text: str, *, alone: bool = False) -> str | None:
    """« , Coteaux de Mirande, » or « de Brume-le-Vieux » standing alone: the name of a place, most likely.

    With ``alone`` the text is a sentence of its own, and one capitalised word is enough.
    """
    match = re.fullmatch(
        r"(?:(?:de|du|à|au|d['’])\s?)?(?P<p>[A-ZÀ-Ý][a-zà-ÿ][\w'’-]*(?:[ -](?:(?:de|du|des|la|le|les|en|sur"
        r"|et)[ -])*[A-ZÀ-Ý][\w'’-]+)*)",
        tidy(text),
    )
    if (
        match is None
        or _TO_US.search(match["p"])
        or HEAD.match(same_length_fold(match["p"]))
        or NOT_PLACE.match(match["p"])
    ):
        return None
    if alone and label_of(match["p"]):
        return None
    words = tidy(text)
    town = alone and match[0] == words and _TOWN.match(match["p"])
    lone = not town and not re.search(r"[ -]", match["p"]) and not words.startswith(("de ", "à ", "du "))
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
        first = re.split(r" et (?:ses|les) ", match["p"])[0]
        if names.is_place(first):
            return match.start(), match.start("p") + len(first), tidy(first)
    return None


_TOWN = re.compile(
    r"[A-ZÀ-Ý][a-zà-ÿ]{3,}(?<!er)(?<!ir)(?<!ion)(?<!ions)(?<!ment)(?<!age)(?<!ée)(?<!és)(?<!ité)"
    r"(?<!s)(?<!x)$"
)
"""A word that may be a town: not a verb, nor one of the endings of common nouns."""


_LOWER = re.compile(
    r"(?<![\w'’-])(?<!y )(?<!n')(?<!on )(?<!il )(?<!elle )(?<!qui )(?<!ça )(?:à|a|sur)\s+(?P<p>(?!(?:la|le|les"
    r"|partir|un|une|des|ce|destination|tous|toutes|cause|aider|faire"
    r"|domicile|distance|velo|vélo|pied|terme|temps|venir|disposition|deux|plusieurs|nouveau|titre|mi|moyen|long"
    r"|pas|plus|peu|assez|trop|eu|deja|déjà|bien|fait|ete|été|besoin|cote)\b|l'"
    r"|\w+er )[a-zà-ÿ'’-]{3,}(?: [a-zà-ÿ'’-]{2,}){0,3}?(?:\s+et\s+(?:à\s+|a\s+)?[a-zà-ÿ'’-]{4,})?)\s*"
    r"(?=[,.;¶?\n]|$|\s(?:pour|avec|port[ée]e?|par|des|en \d|de \d|ça|ca|on|c'est|entre|qui|il"
    r"|de (?:janvier|septembre))\b)"
)
_SMALL = frozenset("les sur des sous en et à a de du la le aux lès".split())
_HYPHENED = re.compile(r"\w+-(?:les|lès|sur|sous|en|le|la|de|du|aux?)-\w+|(?:saint|sainte|st|ste)-\w+")


def hasty_place(text: str, names: Names) -> tuple[int, int, str] | None:
    """In a text typed without capitals, what follows « à »: a place no document is there to confirm."""
    for match in _LOWER.finditer(text):
        parts = [w for w in re.findall(r"[\w'’-]+", match["p"]) if w not in _SMALL]
        folded = [same_length_fold(w) for w in parts]
        if not parts or not (_HYPHENED.search(match["p"]) or any(_maybe_name(w, names) for w in folded)):
            continue
        words = [w if w in _SMALL else w[:1].upper() + w[1:] for w in match["p"].split()]
        return match.start(), match.end(), " ".join(words)
    return None


def known_place(text: str, names: Names) -> tuple[int, int, str] | None:
    """In a text typed in haste, a town documents know, even without a preposition (« sport seniors brume »)."""
    for match in re.finditer(
        r"(?<=[a-zà-ÿ0-9] )[A-ZÀ-Ý][\w’'-]+(?:[ -][A-ZÀ-Ý][\w’'-]+)*(?=\s*(?:[,.;:/\n¶]|$))", text
    ):
        if names.is_place(match[0]):
            return match.start(), match.end(), match[0]
    return None


def _maybe_name(word: str, names: Names) -> bool:
    """Whether a folded word can be a name: no document nor list writes it as a common word."""
    return len(word) >= 4 and word not in names.common and word not in _COMMON_WORDS


_COMMON_WORDS = frozenset(same_length_fold(word) for word in PLAIN)
