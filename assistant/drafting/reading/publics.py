"""Who the action is for, with the ages given, in the coordinator's words."""

from __future__ import annotations

import re

from assistant.drafting.lexicon.publics import AGE, LEAD, NOUN
from assistant.drafting.reading.text import same_length_fold, tidy

_STOP = re.compile(
    r"\s*(?:[,;:\n¶()]|[.!?](?:\s|$)|\s(?:a|au|aux|sur|dans|avec|afin|par|pour|porte[es]?"
    r"|qui (?:ont|veulent|sont)|n['’]\w+|chez|il|on|nous|c'est|des (?=septembre|janvier)|en (?=lien"
    r"|partenariat|20|mars)|car|vers|lors|pendant|itinerante?s?|partagee?s?|sont|est|ont|se plaignent|ne|puissent"
    r"|peuvent|veulent|doivent|attendent|demandent|et (?:une?|le)|(?!adolescent|parent|agent|client"
    r"|patient)\w{4,}(?<!m)ent"
    r")\b)"
)
_KEEP = re.compile(
    r"\s(?:a (?:mobilite|besoins?|(?:faibles?|bas|petits?|tres faibles?) \w+|domicile|la recherche|charge|risque)"
    r"|au (?:chomage|rsa|foyer|c[em][12]|cycle|college|lycee)|en (?:situation|difficulte|recherche|insertion|emploi)"
    r"|avec (?:autisme|(?:un |des )?(?:handicaps?|troubles?|enfants?|besoins)|de jeunes enfants)|sur le handicap"
    r"|dans le besoin|(?:dont|qui) [^,;.]{0,20}(?:est|sont|ont))\b"
)
_AND = re.compile(r"\s+et\s+(?:(?:les?|leurs?|la|des)\s+)?(?=\w)")


def find_public(text: str, *, with_age_only: bool = False) -> tuple[int, int, str] | None:
    """The span and the words of the public of a text: what « pour » leads to, else a public with its age.

    Without ``with_age_only``, a public named without preposition nor age is taken too.
    """
    folded = same_length_fold(text)
    return _led(text, folded) or _aged(text, folded) or (None if with_age_only else _named(text, folded))


_AGE_AHEAD = re.compile(
    r"\s*,?\s*(?:ages? )?(?:de |a )?\d{1,2}\s*(?:ans )?(?:a|-)\s*\d{1,2} ans"
    r"|\s*(?:ans )?a \d{1,3} ans|\s*\([^()]{0,30}\d[^()]{0,20}\)"
)


def _phrase_end(folded: str, start: int) -> int:
    """Where the phrase that names a public ends: its modifiers and ages are part of it."""
    position = start
    while True:
        match = _STOP.search(folded, position)
        if match is None:
            return len(folded)
        longer = _KEEP.match(folded, match.start()) or _AGE_AHEAD.match(folded, match.start())
        if longer is None:
            return match.start()
        position = longer.end()


_THEM_TOO = re.compile(rf"(?:\s*,\s*(?:et\s+)?|\s+et\s+)(?:les|des|leurs)\s+(?:{NOUN.pattern})")
"""« les élus, les agents et les bénévoles »: one public after another."""


def _led(text: str, folded: str) -> tuple[int, int, str] | None:
    for lead in LEAD.finditer(folded):
        noun = NOUN.match(folded, lead.end())
        adjective = re.compile(r"(?:jeunes|petits|futurs|nouveaux|nouvelles|tres jeunes|vieux|vieilles) ").match(
            folded, lead.end()
        )
        if noun is None and adjective:
            noun = NOUN.match(folded, adjective.end())
        if noun:
            end = _phrase_end(folded, noun.end())
            while more := _THEM_TOO.match(folded, end):
                end = _phrase_end(folded, more.end())
            every = re.search(r"\btou(?:te)?s les $", folded[lead.start() : lead.end()])
            start = lead.start() + every.start() if every else lead.end()
            return lead.start(), end, tidy(text[start:end])
    return None


_WITH_THEM = re.compile(rf"\s+et\s+(?:leurs?|les|des)\s+(?:{NOUN.pattern})")
"""« enfants de 4 à 12 ans et leurs familles »."""


_EITHER = re.compile(r",?\s+(?:[a-z][a-z'-]* ){1,4}ou (?:non|pas)\b|,?\s+(?:avec ou sans|sans ou avec) [a-z][a-z'-]*")
"""« 6-12 ans, licenciés ou non »: whom it is for whatever they are."""


def _aged(text: str, folded: str) -> tuple[int, int, str] | None:
    for age in AGE.finditer(folded):
        before = list(NOUN.finditer(folded, max(0, age.start() - 80), age.start()))
        before = [n for n in before if not re.search(r"[,;.:¶\n]", folded[n.end() : age.start()])]
        start = before[0].start() if before else age.start()
        after = NOUN.match(folded, age.end() + 1) if not before else None
        end = age.end() if not after else after.end()
        also = _WITH_THEM.match(folded, end)
        end = also.end() if also else end
        either = _EITHER.match(folded, end)
        end = either.end() if either else end
        words = tidy(text[start:end])
        return start, end, re.sub(r"^(?:des|les) (?=\d)", "", words)
    return None


_SAID_PUBLIC = re.compile(
    r"\b(?:eclairages?|services?|espaces?|lieux?|transports?|batiments?|domaine|jardins?|marches?|equipements?"
    r"|etablissements?|acteurs?|fonds|debats?|secteur|affichage|pouvoirs?|ordre|hopital|logements?|acces) $"
)
"""« éclairage public », « espaces publics »: the adjective of a thing, not people."""


def _named(text: str, folded: str) -> tuple[int, int, str] | None:
    for noun in NOUN.finditer(folded):
        if re.search(
            r"\b(?:comite|conseil|relais|maison|espace|reseau|pole|service|professionnels de l)\s(?:des? |d'|de l')?$",
            folded[: noun.start()],
        ):
            continue
        if noun[0] in {"public", "publics"} and _SAID_PUBLIC.search(folded[: noun.start()]):
            continue
        if re.search(r"\ben $", folded[: noun.start()]) or folded.startswith("familles rurales", noun.start()):
            continue
        if noun[0] in {"public", "publics", "personne", "population", "elus"} and not re.match(
            r" \w", folded[noun.end() :]
        ):
            continue
        return noun.start(), _phrase_end(folded, noun.end()), tidy(text[noun.start() : _phrase_end(folded, noun.end())])
    return None


_ONE_MORE = re.compile(
    rf"(?:et |ainsi que |dont |notamment |y compris |en priorite |prioritairement |principalement "
    rf"|en particulier )?(?:(?:les?|leurs?|des|la|aux?|surtout) )?(?:{NOUN.pattern}"
    rf"|{AGE.pattern}"
    r"|\d|\w+s\b(?: \w+s\b)?(?=\s*(?:,|et\b|$)))"
)


def public_end(folded: str, start: int, end: int) -> int:
    """Where a public said after its label ends: at the comma after which no public goes on."""
    for match in re.finditer(r",\s+", folded[start:end]):
        if not _ONE_MORE.match(folded[start + match.end() : end]):
            return start + match.start()
    return end


def tidy_public(words: str) -> str:
    """A public as it is written in a fiche: no article first, ages joined by a hyphen (« 16-25 ans »)."""
    words = re.sub(r"^(?:les|le|la|l['’]|des|aux?|du)\s*(?=\D)", "", tidy(words), flags=re.IGNORECASE)
    words = re.sub(r"[«»\"“”]|\s+(?:de|des|du|d['’]|à|et|en|sur|dans|pour)$", "", words).strip()
    words = re.sub(r"(?<=\d)\s*/\s*(?=\d{1,2}\s*(?:ans|mois))", "-", words)
    words = re.sub(r"\bjeune (?=(?:de )?\d)", "jeunes ", words)
    if words.count("(") > words.count(")"):
        words += ")"
    return tidy(words)
