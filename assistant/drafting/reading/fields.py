"""What the words after a cue become in the fiche."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from assistant.drafting.lexicon.publics import AGE
from assistant.drafting.reading.bodies import (
    is_body,
    is_infinitive,
    is_only_people,
    split_bodies,
    split_list,
    split_needs,
)
from assistant.drafting.reading.people import ROLE
from assistant.drafting.reading.publics import tidy_public
from assistant.drafting.reading.text import same_length_fold, tidy

if TYPE_CHECKING:
    from assistant.drafting.model import Reading

BODY_FIELDS = frozenset({"porteurs", "copilotes", "partenaires", "avec", "par"})
_BODY_STOP = re.compile(
    r"\s+(?:pour|afin|dans le cadre|qui|car|a destination|aupres|sur (?:le|la|les|tout)"
    r"|a partir|des que|dans (?:le|la|les|un|une)|ca |c'est|a raison|en direction|on |nous "
    r"|il y|dont|et (?:(?:est|sera|serait) )?(?:co-?)?(?:financ|souten|subvention|pilot|anim|organis|port"
    r"|accompagn)\w+ par"
    r")\b"
    r"|\s+:\s|,\s*(?=(?:envisage|souhaite|veut|va|propose|prevoit|projette|compte|aimerait|voudrait|lance"
    r"|organise|cree)(?:nt)?\b)"
    r"|,\s*(?=(?:pour|afin|qui|car|on|nous|il|elle|ca|c'est|dans|sur|a |au |aux |en |tout(?:e)? (?:l'|la )"
    r"|cet(?:te)? |ce |l'action|(?:le|les|du) \d|(?:voul|souhait|propos|aimeri|envisage|projet|organis|av|all|port"
    r"|voudri)ons"
    r"|le projet)\b)"
)
_BODY_PLACE = re.compile(r"\s+(?=(?:à|a) [A-ZÀ-Ý][a-zà-ÿ])")
NO_TITLE = re.compile(
    r"(?:demande|projet|redaction|creation|brouillon)?\s*(?:d'une |de |d')?(?:fiches?(?:[ -]actions?)?|aide)?(?:"
    r" (?:pour la )?ctg)?"
)
"""The subject of a message that only says it asks for a fiche."""
_A_PERSON = re.compile(
    rf"(?:{ROLE}|stagiaires?|services? civiques?|intervenante?s?|auteur|autrice|artistes?"
    rf"|comedien\w*"
    r"|musicien\w*|conteu\w+|sophrologue|formateur|formatrice|expert\w*|benevoles?|dieteticien\w*|coach)\b(?! "
    r"(?:du reseau|de secteur))"
)
"""Someone at work, who leads the sessions: not the body that carries the action."""
_FREQUENCY = re.compile(
    r"(?:\d+|une?|deux|trois|quatre|cinq|six|plusieurs) (?:fois|seances?|demi-journees?|jours?|rencontres?"
    r"|reunions?|ateliers?)\b"
    r"|(?:chaque|tous les|toutes les) \w+"
)
_MADE_OF = re.compile(
    r"^(?:est |sera )?(?:compos|constitu|form)[ée]e?s? (?:de la |de l['’]|du |des |de |d['’]|par (?:la |le |les "
    r"|l['’])?)"
)
_INTRO = re.compile(r"^(?:surtout |notamment )?(?:nous |on )?(?:avons |a )?(?:que |qu['’])?\s*", re.IGNORECASE)


def body_end(folded: str, text: str, start: int, end: int) -> int:
    """Where an enumeration of bodies stops being one."""
    stop = _BODY_STOP.search(folded, start, end)
    limit = stop.start() if stop else end
    place = _BODY_PLACE.search(text, start, limit)
    if (
        place
        and not re.search(r"\bde [A-ZÀ-Ý]", text[start : place.start()])
        and re.match(r"\s*(?:la |le |l['’]|les )?(?:Caf|MSA|PMI|RPE|[A-Z]{2,})\b[^,]*$", text[start : place.start()])
    ):
        return place.start()
    return thing_start(text, start, limit)


def thing_start(text: str, start: int, limit: int) -> int:
    """Where « , un transport … » or « , ouvrir … » begins after bodies: the enumeration ends there."""
    for match in re.finditer(r",\s+(?=(?:une?|des|deux|trois|quatre|cinq|six|huit|dix|\d+)\s)", text[start:limit]):
        rest = text[start + match.end() : limit]
        if text[start : start + match.start()].strip() and not is_body(rest):
            return start + match.start()
    for match in re.finditer(r",\s+(?=(?:de |d['’])?[a-zà-ÿ])", text[start:limit]):
        if is_infinitive(text[start + match.end() : limit]):
            return start + match.start()
    return limit


def fill(champ: str, words: str, reading: Reading) -> bool:
    """State what the words after a cue say; ``False`` when nothing could be made of them."""
    before = len(reading.statements)
    if champ in BODY_FIELDS:
        _bodies(champ, words, reading)
    elif champ == "public_cible":
        reading.state(champ, tidy_public(words))
    elif champ == "idee":
        reading.state(champ, words)
    elif champ == "numero":
        number = re.match(r"\s*(\d+(?:\.\d+)+|\d+)\b", words)
        reading.state(champ, number[1] if number else "")
    elif champ in {"titre", "objet"} and NO_TITLE.fullmatch(same_length_fold(words.strip(" .\n"))):
        return False
    elif champ == "groupe_projet":
        reading.state(champ, re.sub(_MADE_OF, "", tidy(words)))
    elif champ in {"titre", "axe", "lieu", "objet"}:
        reading.state(
            champ,
            re.sub(
                r"^(?:à|a|au|aux|dans|sur|en)\s+(?:la |le |les |l['’])?|,\s*(?:le|tous les|toutes les|chaque|une?) "
                r"(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|matin|apr[eè]s-midi|soir|fois|semaine"
                r"|mois)\b.*$",
                "",
                tidy(words),
                flags=re.IGNORECASE,
            )
            if champ == "lieu"
            else words,
        )
    else:
        for item in split_list(words) if champ != "besoins" else split_needs(words):
            for part in re.split(r"\s+et\s+(?=une? |des |\d)", item) if champ == "moyens" else [item]:
                said = tidy(_INTRO.sub("", part)) if champ == "besoins" else part
                aim = champ == "besoins" and is_infinitive(said)
                reading.state("objectifs_operationnels" if aim else champ, said)
    return len(reading.statements) > before


def _bodies(champ: str, words: str, reading: Reading) -> None:
    if champ == "copilotes":
        for item in split_bodies(words, one=True):
            reading.state("porteurs", item, "copilote")
        return
    champ = {"avec": "partenaires", "par": "porteurs"}.get(champ, champ)
    words = re.sub(r"\s+s['’]appelle(?:ra)?\s+(?:l['’]|la |le )?", " ", words)
    items = split_bodies(words, one=champ == "porteurs")
    if champ == "porteurs" and items:
        known = [t for t in reading.texts("porteurs") if t.casefold() not in (i.casefold() for i in items)]
        if known:
            reading.alertes.append(
                f"Deux porteurs sont donnés : « {' », « '.join(known)} » et « {' », « '.join(items)} ». "
                "Lequel retenir, ou est-ce un copilotage ?"
            )
    for item in items:
        if champ == "porteurs" and is_only_people(item) and (reading.texts("porteurs") or len(items) > 1):
            continue
        if champ == "porteurs" and _A_PERSON.match(same_length_fold(item)):
            continue
        age = AGE.search(same_length_fold(item))
        if _FREQUENCY.match(same_length_fold(item)):
            reading.state("description", item)
            continue
        lone = age is not None and len(age[0]) >= len(item) - 2
        reading.state("public_cible" if lone else champ, item)
