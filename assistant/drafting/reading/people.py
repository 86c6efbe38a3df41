"""People in charge: professional contacts are kept, what belongs to private persons is not written."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from assistant.drafting.model import Statement
from assistant.drafting.reading.bodies import trim
from assistant.drafting.reading.text import cut, same_length_fold, tidy
from corpus.fiche import Personne

if TYPE_CHECKING:
    from assistant.drafting.model import Reading
    from assistant.drafting.reading.text import Work

MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
PHONE = re.compile(r"(?<!\d)(?:\+33\s?|0)[1-9](?:[ .-]?\d{2}){4}(?!\d)")
PRIVATE_DOMAINS = re.compile(
    r"@(?:gmail|googlemail|hotmail|outlook|live|msn|yahoo|ymail|orange|wanadoo|free|sfr|neuf"
    r"|laposte|bbox|aol|icloud|me|gmx"
    r"|protonmail|proton|numericable|club-internet|aliceadsl|cegetel)\.",
    re.IGNORECASE,
)
_NAME = r"[A-ZÀ-Ý][a-zà-ÿ]+(?:-[A-ZÀ-Ý][a-zà-ÿ]+)?(?:\s(?:de |du |le |la |d['’])?[A-ZÀ-Ý][A-ZÀ-Ýa-zà-ÿ'’-]+){1,2}"
_CIVIL = r"(?:M\.|Mme|Mlle|Monsieur|Madame|Dr|Docteur)\s"
_ROLE = (
    r"(?:coordinat(?:rice|eur)|coordo|chargee? (?:de|d'|du)|responsables?|referente?s?"
    r"|direct(?:rice|eur)|animat(?:rice|eur)|cheffe?|adjointe?"
    r"|vice-presidente?|presidente?|conseillere?|conseiller|secretaire|educat(?:rice|eur)"
    r"|puericultrice|technicien(?:ne)?|mediat(?:rice|eur)|elue?|maire"
    r"|psychologue|infirmiere?|agente?|dgs|assistante?|travailleu(?:r|se)|cadre|gestionnaire)"
)
_LABEL = re.compile(
    r"(?<![a-z¶])(?:(?:la |le |les )?(?:personnes? (?:en charge|referentes?|ressources?"
    r"|a contacter)|contacts?(?: professionnels?)?|responsables?(?: de l'action| du projet)?"
    r"|referente?s?(?: technique)?|interlocut(?:rice|eur)|suivie? par|dossier suivi par"
    r"|en charge|coordonnees|chef(?:fe)? de projet)"
    r"(?: de l'action| du projet)?)\s*(?:[:=]|c'est|est|sera|,)?\s*"
)
_PRIVATE = re.compile(
    r"\b(?:mamans?|papas?|mere d|pere d|sa mere|son pere|mon fils|ma fille|dont le fils"
    r"|dont la fille|dont l'enfant|mon enfant|mes enfants|son fils|sa fille|leur fils"
    r"|leur fille|fils de|fille de|petite? fils|(?:mon|ma|un|une|notre) voisine?|(?:mere"
    r"|pere) (?:isolee?|celibataire|de famille)"
    r"|parents? d(?:e (?=[A-Z])|'un eleve)|parent d'eleve|un habitant|une habitante"
    r"|(?:une?|l'|cette?) ?(?:habitante?|beneficiaire|famille|allocataire|usagere?|locataire)"
    r"|grand-mere|grand-pere)\b"
)
_HEALTH = re.compile(
    r"\b(?:autis\w+|tdah|tsa|trisomi\w+|diabet\w+|epilep\w+|malad\w+|traitement|cancer"
    r"|depress\w+|asthm\w+|allergi\w+|hospitalis\w+|suivie? (?:par|en|au) (?:psy\w*|cmp\w*"
    r"|hopital|camsp)|placee?s?|"
    r"handicapee?|ordonnance|medicament\w*|rsa|divorc\w+|surendett\w+|battue|violen\w+)\b"
)
_ASKED = re.compile(r"\b(?:fiches?|actions?|projets?|voudra\w+|souhait\w+|porteur|partenaires?|avec|public)\b")
_PERSON_NAME = re.compile(
    rf"(?:{_CIVIL}[A-ZÀ-Ý][\w'’-]+(?:\s[A-ZÀ-Ý][\w'’-]+)?|\b{_NAME}|\b(?:petit|petite|fils"
    r"|fille|maman de|papa de|mère de|père de|parent de|appelle|s'appelle|enfant|élève"
    r"|famille|pour|de)\s[A-ZÀ-Ý][a-zà-ÿ]+)"
)


def strike_private(work: Work, reading: Reading) -> None:
    """Take out of the text whatever tells of a private person: contact, name, health; say that it was."""
    told: set[str] = set()
    for start, end in reversed(cut(work.text)):
        for a, b in _private_spans(work.text, start, end):
            told.add("personne")
            work.strike(a, b)
    for match in list(MAIL.finditer(work.text)):
        if PRIVATE_DOMAINS.search(match[0]):
            told.add("adresse")
            work.strike(match.start(), match.end())
    for match in list(PHONE.finditer(work.text)):
        told.add("téléphone")
        work.strike(match.start(), match.end())
    _tell(reading, told)


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
    private = _PRIVATE.search(folded) or re.search(
        r"\b[Pp]arents? de [A-Z]|\bla famille [A-Z]|\ble petit [A-Z]|\bla petite [A-Z]", sentence
    )
    if not private or not (named or contact):
        return []
    if re.search(_ROLE, folded) and contact and not PRIVATE_DOMAINS.search(sentence):
        return []
    civil = re.search(rf"{_CIVIL}[A-ZÀ-Ý][\w'’-]+", sentence)
    if civil and not _ASKED.search(folded[civil.end() :]):
        return [(start + civil.start(), end)]
    spans = _clauses(sentence)
    hit = [
        (a, b)
        for a, b in spans
        if _PRIVATE.search(folded[a:b])
        or MAIL.search(sentence[a:b])
        or PHONE.search(sentence[a:b])
        or (re.search(r"\b(?:elle|il|qui|son|sa)\b", folded[a:b]) and _HEALTH.search(folded[a:b]))
    ]
    if hit:
        hit += [
            (a, b)
            for a, b in spans
            if a > hit[0][0]
            and (len(sentence[a:b].split()) <= 3 or _HEALTH.search(folded[a:b]))
            and not _ASKED.search(folded[a:b])
        ]
    return [(start + a, start + b) for a, b in hit]


def _clauses(sentence: str) -> list[tuple[int, int]]:
    spans, start = [], 0
    for match in re.finditer(
        (
            r"[,;(]\s|\s(?=(?:(?<!suite )à la demande|suite à|comme|car|parce que|pour la maman"
            r"|pour le papa|pour mon|pour ma)\b)"
        ),
        sentence,
    ):
        spans.append((start, match.start()))
        start = match.end()
    return [*spans, (start, len(sentence))]


def read_people(work: Work, reading: Reading) -> None:
    """State the people in charge a request names; what is understood is struck out of the text."""
    for match in reversed(list(_LABEL.finditer(work.folded))):
        end = _sentence_end(work.text, match.end())
        person = _person(work.text[match.end() : end])
        if person:
            reading.statements.insert(0, Statement("personnes_en_charge", person))
            work.strike(match.start(), end)
    for mail in list(MAIL.finditer(work.text)):
        start, end = _around(work.text, mail.start(), mail.end())
        person = _person(work.text[start:end])
        if person:
            reading.statements.append(Statement("personnes_en_charge", person))
        work.strike(start, end)
    _unlabelled(work, reading)


def _unlabelled(work: Work, reading: Reading) -> None:
    """« Claire Dumont, coordinatrice enfance à la commune » said without a label."""
    pattern = re.compile(rf"(?:{_CIVIL})?(?P<n>{_NAME}),? (?P<r>\(?{_ROLE}[^.;\n¶]*)")
    folded_role = re.compile(_ROLE)
    for match in re.finditer(rf"(?:{_CIVIL})?{_NAME}(?:,\s|\s\()", work.text):
        if not folded_role.match(work.folded, match.end()):
            continue
        end = _sentence_end(work.text, match.end())
        person = _person(work.text[match.start() : end])
        if person and pattern:
            reading.statements.append(Statement("personnes_en_charge", person))
            work.strike(match.start(), end)
            return


def _sentence_end(text: str, start: int) -> int:
    match = re.compile(r"[.;](?=\s|$)|\n|¶").search(text, start)
    while match and re.search(r"\b(?:M|Mme|Dr|Mlle)$", text[start : match.start()]):
        match = re.compile(r"[.;](?=\s|$)|\n|¶").search(text, match.end())
    return match.start() if match else len(text)


def _around(text: str, start: int, end: int) -> tuple[int, int]:
    """The part of the sentence about the person whose mail stands at ``start``."""
    before = text[:start]
    cuts = [m.end() for m in re.finditer(r"[.;](?=\s)|\n|¶|:\s", before)]
    first = cuts[-1] if cuts else 0
    named = list(re.finditer(rf"(?:{_CIVIL})?{_NAME}", text[first:start]))
    return (first + named[-1].start() if named else start), end


def _person(text: str) -> Personne | None:
    """A name, a function, a structure and a professional address, as far as the words give them."""
    mail = MAIL.search(text)
    bare = tidy(MAIL.sub(" ", PHONE.sub(" ", text)).replace("()", " "))
    name = re.match(rf"(?:{_CIVIL})?(?P<n>{_NAME})(?=\W|$)", bare) or re.search(
        rf"{_CIVIL}(?P<n>[A-ZÀ-Ý][\w'’-]+(?:\s[A-ZÀ-Ý][\w'’-]+)?)", bare
    )
    nom = name["n"] if name else None
    rest = tidy(bare[: name.start()] + bare[name.end() :]) if name else bare
    rest = tidy(re.sub(r"^[\s,(:–-]+|[\s,()–-]+$", "", rest))
    fonction, structure = _function(rest)
    if not (nom or (fonction and re.match(_ROLE, same_length_fold(fonction)))):
        return Personne(mail=mail[0]) if mail else None
    return Personne(nom=nom, fonction=fonction, structure=structure, mail=mail[0] if mail else None)


def _function(rest: str) -> tuple[str | None, str | None]:
    """Split « coordinatrice petite enfance à la CCLLA » into the function and the body."""
    if not rest:
        return None, None
    match = re.search(
        (
            r"(?:\s*,\s*|\s+)(?:à la |à l['’]|au |aux |chez |a la |pour la |pour le )(?=\S)"
            r"|\s+(?:de la |du |de l['’])(?=[A-Z]|commune|ville|communauté|mairie|centre social|Caf"
            r"|service|département|syndicat|CCAS)|\s*[,(]\s*(?=[A-ZÀ-Ý]|service|mairie|commune|ville"
            r"|centre|association)"
        ),
        rest,
    )
    if match and match.start() > 0:
        return tidy(rest[: match.start()]) or None, trim(rest[match.end() :].rstrip(")")) or None
    folded = same_length_fold(rest)
    if re.match(_ROLE, folded):
        return rest, None
    return None, trim(rest) or None
