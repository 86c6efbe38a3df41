"""What a request tells of private persons: it is not written into a fiche, and this is said."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from assistant.drafting.reading.people import CIVIL, MAIL, NAME, PHONE, ROLE
from assistant.drafting.reading.text import cut, same_length_fold
from assistant.validation.names import is_private_mail

if TYPE_CHECKING:
    from assistant.drafting.model import Reading
    from assistant.drafting.reading.text import Work

_PRIVATE = re.compile(
    r"\b(?:mamans?|papas?|mere d(?:e|u|')?|pere d(?:e|u|')?|sa mere|son pere|mon fils|ma fille|dont le fils"
    r"|dont la fille|dont l'enfant|mon enfant|mes enfants|son fils|sa fille|leur fils"
    r"|leur fille|fils de|fille de|petite? fils|(?:mon|ma|un|une|notre) voisine?|(?:mere"
    r"|pere) (?:isolee?|celibataire|de famille)"
    r"|parents? d(?:e (?=[A-Z])|'un eleve)|parent d'eleve|un habitant|une habitante"
    r"|(?<!chez )(?:une?|l'|cette?) ?(?:habitante?|beneficiaire|famille|allocataire|usagere?|locataire)"
    r"|grand-mere|grand-pere)\b"
)
_NAMED_CHILD = re.compile(
    r"(?<!de )(?<!des )(?<!les )(?<!-)\b[Pp]arents? de [A-Z]|\bM(?:\.|onsieur) et M(?:me|adame) [A-Z]|\b[Ll]a famille"
    r" [A-Z]|\b[Ll]e petit [A-Z]|\b[Ll]a petite [A-Z]"
)
_GOES_ON = re.compile(
    r"\W*(?:et |mais )?(?:il|elle|qui|son|sa|ses|lui|dont|n'ont|n'a|me|m'|nous a|nous demande|vous|veut|voudrait"
    r"|a besoin|a demande|demande|souhaite|cherche)\b"
)
_HEALTH = re.compile(
    r"\b(?:autis\w+|tdah|tsa|trisomi\w+|diabet\w+|epilep\w+|malad\w+|traitement|cancer"
    r"|depress\w+|asthm\w+|allergi\w+|hospitalis\w+|suivie? (?:par|en|au) (?:psy\w*|cmp\w*"
    r"|hopital|camsp)|placee?s?|"
    r"handicapee?|ordonnance|\d+ (?:bis )?(?:rue|avenue|chemin|impasse|allee|route|boulevard)"
    r"|medicament\w*|rsa|divorc\w+|surendett\w+|battue|violen\w+)\b"
)
_ASKED = re.compile(
    r"\b(?:fiches?|actions?|projets?|(?:je|nous|on) (?:voudr\w+|souhait\w+)|porteur"
    r"|partenaires?|avec|public)\b"
)
_PERSON_NAME = re.compile(
    rf"(?:{CIVIL}[A-ZÀ-Ý][\w'’-]+(?:\s[A-ZÀ-Ý][\w'’-]+)?|\b{NAME}|\b(?:petit|petite|fils"
    r"|fille|maman d[e'’]|papa d[e'’]|mère d[e'’]|père d[e'’]|parent d[e'’]|appelle|s'appelle|enfant|élève"
    r"|famille|pour|de|d['’]|papa d['’]|maman d['’]|mère d['’]|père d['’])\s?[A-ZÀ-Ý][a-zà-ÿ]+)"
)


def strike_private(work: Work, reading: Reading) -> str:
    """Take out of the text whatever tells of a private person (contact, name, health) and say that it was.

    Returns what was taken out, in which a place may still be read.
    """
    told: set[str] = set()
    taken: list[str] = []
    for start, end in reversed(cut(work.text)):
        for a, b in _private_spans(work.text, start, end):
            told.add("personne")
            taken.append(work.text[a:b])
            work.strike(a, b)
    for match in list(MAIL.finditer(work.text)):
        if is_private_mail(match[0]):
            told.add("adresse")
            work.strike(match.start(), match.end())
    for match in list(PHONE.finditer(work.text)):
        told.add("téléphone")
        work.strike(match.start(), match.end())
    _tell(reading, told)
    return " ; ".join(reversed(taken))


def _private_mail(text: str) -> bool:
    return any(is_private_mail(match[0]) for match in MAIL.finditer(text))


def _tell(reading: Reading, told: set[str]) -> None:
    if "personne" in told:
        reading.alertes.append(
            "La demande contient des données personnelles d'un particulier (nom, contact, santé ou situation) : "
            "elles ne sont pas reprises dans la fiche, qui n'attend que des contacts professionnels."
        )
    if "adresse" in told:
        reading.alertes.append(
            "Une adresse électronique privée n'est pas reprise : donnez une adresse professionnelle "
            "pour la personne en charge."
        )
    if "téléphone" in told and "personne" not in told:
        reading.alertes.append(
            "Un numéro de téléphone n'est pas repris : la fiche n'a pas de champ pour lui (nom, "
            "fonction, structure, adresse électronique)."
        )


def _private_spans(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The clauses of a sentence that tell of a private person, with what identifies that person."""
    sentence = text[start:end]
    folded = same_length_fold(sentence)
    named = _PERSON_NAME.search(sentence)
    contact = MAIL.search(sentence) or PHONE.search(sentence)
    private = _PRIVATE.search(folded) or _NAMED_CHILD.search(sentence) or _told_of(sentence, folded)
    if not private or not (named or contact):
        return []
    if re.search(ROLE, folded) and contact and not _private_mail(sentence):
        return []
    civil = re.search(rf"{CIVIL}[A-ZÀ-Ý][\w'’-]+", sentence)
    if civil and not _ASKED.search(folded[civil.end() :]):
        return [(start + min(civil.start(), private.start()), end)]
    spans = _clauses(sentence)
    hit = [
        (a, b)
        for a, b in spans
        if _PRIVATE.search(folded[a:b])
        or _NAMED_CHILD.search(sentence[a:b])
        or MAIL.search(sentence[a:b])
        or PHONE.search(sentence[a:b])
        or (re.search(r"\b(?:elle|il|qui|son|sa)\b", folded[a:b]) and _HEALTH.search(folded[a:b]))
    ]
    if hit:
        hit += [
            (a, b)
            for a, b in spans
            if a > hit[0][0]
            and (len(sentence[a:b].split()) <= 3 or _HEALTH.search(folded[a:b]) or _GOES_ON.match(folded[a:b]))
            and not _ASKED.search(folded[a:b])
        ]
    return [(start + a, start + b) for a, b in hit]


def _told_of(sentence: str, folded: str) -> re.Match[str] | None:
    """A person given by title and name, without a function, whose health or situation is told."""
    civil = re.search(rf"{CIVIL}[A-ZÀ-Ý][\w'’-]+", sentence)
    return civil if civil and not re.search(ROLE, folded) and _HEALTH.search(folded) else None


def _clauses(sentence: str) -> list[tuple[int, int]]:
    spans, start = [], 0
    for match in re.finditer(
        (
            r"[,;:]\s|\s?\(|\s(?=(?:(?<!suite )à la demande|suite à|comme|car|parce que|pour la maman"
            r"|pour le papa|pour mon|pour ma)\b)"
        ),
        sentence,
    ):
        spans.append((start, match.start()))
        start = match.end()
    return [*spans, (start, len(sentence))]
