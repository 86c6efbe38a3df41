"""People in charge of the action: their names, functions, bodies and professional addresses."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from assistant.drafting.lexicon.bodies import CANONICAL, HEAD
from assistant.drafting.model import Statement
from assistant.drafting.reading.bodies import is_body, trim
from assistant.drafting.reading.text import same_length_fold, tidy
from corpus.fiche import Personne

if TYPE_CHECKING:
    from assistant.drafting.model import Reading
    from assistant.drafting.reading.text import Work

MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
PHONE = re.compile(r"(?<!\d)(?:\+33\s?|0)[1-9](?:[ .-]?\d{2}){4}(?!\d)")
NAME = r"[A-ZÀ-Ý][a-zà-ÿ]+(?:-[A-ZÀ-Ý][a-zà-ÿ]+)?(?:\s(?:de |du |le |la |d['’])?[A-ZÀ-Ý][A-ZÀ-Ýa-zà-ÿ'’-]+){1,2}"
CIVIL = r"(?:M\.|Mme|Mlle|Monsieur|Madame|Dr|Docteur)\s"
ROLE = (
    r"(?:coordinat(?:rice|eur)|coordo|chargee? (?:de|d'|du)|responsables?|referente?s?"
    r"|direct(?:rice|eur)|animat(?:rice|eur)|cheffe?|adjointe?"
    r"|vice-presidente?|presidente?|conseillere?|conseiller|secretaire|educat(?:rice|eur)"
    r"|puericultrice|technicien(?:ne)?|mediat(?:rice|eur)|elue?|maire"
    r"|psychologue|infirmiere?|medecin|sage-femme|format(?:rice|eur)|proviseure?|principale?|professeure?|enseignante?"
    r"|juriste|deleguee?|agente?|dgs|assistante?|travailleu(?:r|se)|cadre|gestionnaire)"
)
_LABEL = re.compile(
    r"(?<![a-z¶])(?<!projet )(?<!groupe )(?<!comite )(?<!instance )(?:(?:la |le |les )?(?:personnes? (?:en"
    r" charge|referentes?|ressources?"
    r"|a contacter)|contacts?(?: professionnels?)?|responsables?(?: de l'action| du projet)?"
    r"|referente?s?(?: technique)?|interlocut(?:rice|eur)|suivie? par|dossier suivi par"
    r"|en charge|coordonnees|chef(?:fe)? de projet)"
    r"(?: de l'action| du projet)?)\s*(?:[:=]|c'est|est|sera|,)?\s*"
)


def read_people(work: Work, reading: Reading) -> None:
    """State the people in charge a request names; what is understood is struck out of the text."""
    for match in reversed(list(_LABEL.finditer(work.folded))):
        if not _announces(work.folded, match):
            continue
        end = _sentence_end(work.text, match.end())
        people = [p for part in _each(work.text[match.end() : end]) if (p := _person(part))]
        if people:
            reading.statements[:0] = [Statement("personnes_en_charge", person) for person in people]
            work.strike(match.start(), end)
    _in_brackets(work, reading)
    for mail in list(MAIL.finditer(work.text)):
        start, end = _around(work.text, mail.start(), mail.end())
        person = _person(work.text[start:end])
        before = _FUNCTION_BEFORE.search(work.folded[:start])
        if person and person.nom and not person.fonction and before:
            fonction, structure = _function(tidy(work.text[before.start("f") : before.end("f")]))
            person = person.model_copy(update={"fonction": fonction, "structure": person.structure or structure})
            start = before.start()
        if person:
            reading.statements.append(Statement("personnes_en_charge", person))
        work.strike(start, end)
        _and_another(work, end, reading)
    _unlabelled(work, reading)
    _by_function(work, reading)


_FUNCTION_BEFORE = re.compile(
    rf"(?:(?:coordination|contact|referente?s?|responsables?|suivi|animation|pilotage)\s*:\s*)?(?:la |le |l'|notre )?"
    rf"(?P<f>{ROLE}[^.;:\n¶]{{0,70}}?)(?:,\s*|\s+)$"
)
"""« la coordinatrice jeunesse de la commune, Mme … »: the function stands before the name."""
_NEXT_ONE = re.compile(rf"(?:\s*[,;]\s*(?:et\s+|puis\s+)?|\s+et\s+|\s+ainsi que\s+)(?=(?:{CIVIL})?{NAME}\s*[,(:–-])")


def _each(text: str) -> list[str]:
    """The people of a list, each with what is said of them: the next one begins at a name followed by a function."""
    role = re.compile(rf"\s*[,(:–-]\s*(?:la |le |l['’])?{ROLE}")
    folded = same_length_fold(text)
    starts = [0]
    for match in _NEXT_ONE.finditer(text):
        named = re.compile(rf"(?:{CIVIL})?{NAME}").match(text, match.end())
        if named and role.match(folded, named.end()):
            starts.append(match.end())
    return [text[a:b].rstrip(" ,;") for a, b in zip(starts, [*starts[1:], len(text)], strict=True)]


_ANOTHER = re.compile(rf"\)?\s*(?:,|et|ainsi que)\s+(?:la |le |l['’]|une? )(?P<f>{ROLE}[^.;:,\n¶]*)")


def _and_another(work: Work, start: int, reading: Reading) -> None:
    """« … et le directeur de l'école »: somebody else in charge, named by a function only."""
    match = _ANOTHER.match(work.folded, start)
    if match:
        reading.statements.append(
            Statement("personnes_en_charge", Personne(fonction=tidy(work.text[match.start("f") : match.end("f")])))
        )
        work.strike(start, match.end())


_FOLLOWS = re.compile(
    rf"(?<![a-z])(?:la |le |l'|notre |une? )(?P<f>{ROLE}[^.;:,\n¶]{{0,60}}?)\s+(?:suit|suivra|assurera? le suivi"
    r"|(?:sera|est) (?:la |le |l')?(?:referente?|contact|interlocut\w+|personne (?:referente|en charge|contact))"
    r"|(?:s'en |se )(?:charge|occupe)\w*|est (?:en charge|chargee?))(?: (?:le |du |ce |de l'|l')?(?:dossier|projet"
    r"|action)"
    r"(?: de l'action)?)?(?=\s*(?:[.,;\n¶]|$))"
)


def _by_function(work: Work, reading: Reading) -> None:
    """« la coordinatrice jeunesse suit le dossier »: who is in charge, without a name."""
    for match in list(_FOLLOWS.finditer(work.folded)):
        fonction, structure = _function(tidy(work.text[match.start("f") : match.end("f")]))
        reading.statements.append(Statement("personnes_en_charge", Personne(fonction=fonction, structure=structure)))
        work.strike(match.start(), match.end())


def _in_brackets(work: Work, reading: Reading) -> None:
    """« (Mme Alice Perrin, directrice) » after the body she works for; the list around the brackets goes on."""
    for match in list(re.finditer(r"\(([^()\n]{5,160})\)", work.text)):
        named = re.match(rf"\s*(?:{CIVIL})?{NAME}(?=\s*(?:,|:|-|\)|$))", match[1])
        folded = same_length_fold(match[1])
        if not named or not (
            re.search(rf"\b{ROLE}", folded[named.end() :])
            or MAIL.search(match[1])
            or re.match(rf"\s*{CIVIL}", match[1])
        ):
            continue
        person = _person(match[1])
        if person:
            body = _body_before(work.text[: match.start()])
            if body and not person.structure:
                person = person.model_copy(update={"structure": body})
            reading.statements.append(Statement("personnes_en_charge", person))
            work.blank(match.start(), match.end())


def _body_before(text: str) -> str | None:
    """The body named just before brackets, when it plainly is one."""
    last = re.split(r"[,;:.\n¶]|\bet\b", text)[-1]
    return trim(last) if is_body(last) and len(last.split()) <= 9 else None


def _announces(folded: str, match: re.Match[str]) -> bool:
    """A label with its colon, or at the head of a sentence; « responsable » inside one is a function."""
    return bool(re.search(r"[:=]|\b(?:est|sera|c'est)\b", match[0])) or bool(
        re.search(r"(?:^|[.;\n¶])\s*$", folded[: match.start()])
    )


def _unlabelled(work: Work, reading: Reading) -> None:
    """« Claire Dumont, coordinatrice enfance à la commune » said without a label."""
    pattern = re.compile(rf"(?:{CIVIL})?(?P<n>{NAME}),? (?P<r>\(?{ROLE}[^.;\n¶]*)")
    folded_role = re.compile(rf"{ROLE}(?![a-z])")
    for match in re.finditer(rf"(?:{CIVIL})?{NAME}(?:,\s|\s\()", work.text):
        if not folded_role.match(work.folded, match.end()) or _is_a_body(match[0]):
            continue
        end = _sentence_end(work.text, match.end())
        person = _person(work.text[match.start() : end])
        if person and pattern:
            reading.statements.append(Statement("personnes_en_charge", person))
            work.strike(match.start(), end)
            return


def _is_a_body(name: str) -> bool:
    """Whether two capitalised words are a body (« Caf de Brume ») rather than somebody."""
    first = same_length_fold(re.sub(rf"^{CIVIL}", "", name)).split()[0].strip(" ,(")
    return first in CANONICAL or bool(HEAD.match(first))


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
    named = list(re.finditer(rf"(?:{CIVIL})?{NAME}", text[first:start]))
    told = [
        n
        for n in named
        if re.match(
            rf"\s*[,(:]\s*(?:je suis |nous sommes )?(?:la |le |l')?{ROLE}",
            same_length_fold(text[first + n.end() : start]),
        )
    ]
    begin = first + (told or named)[-1].start() if named else start
    closed = (
        re.compile(r"[^()\n]{0,40}\)").match(text, end)
        if text[begin:end].count("(") > text[begin:end].count(")")
        else None
    )
    return begin, closed.end() if closed else end


def _person(text: str) -> Personne | None:
    """A name, a function, a structure and a professional address, as far as the words give them."""
    mail = MAIL.search(text)
    bare = tidy(MAIL.sub(" ", PHONE.sub(" ", text)).replace("()", " "))
    name = re.match(rf"(?:{CIVIL})?(?P<n>{NAME})(?=\W|$)", bare) or re.search(
        rf"{CIVIL}(?P<n>[A-ZÀ-Ý][\w'’-]+(?:\s[A-ZÀ-Ý][\w'’-]+)?)", bare
    )
    nom = name["n"] if name else None
    rest = tidy(bare[: name.start()] + bare[name.end() :]) if name else bare
    rest = re.sub(r"^[\s,]*(?:je suis|nous sommes) (?:la |le |l['’])?", "", rest, flags=re.IGNORECASE)
    rest = tidy(re.sub(r"^[\s,(:–-]+|[\s,()–-]+$", "", rest))
    fonction, structure = _function(re.sub(r"^(?:la |le |l['’])(?=\w)", "", rest))
    if not (nom or (fonction and re.match(ROLE, same_length_fold(fonction)))):
        return Personne(mail=mail[0]) if mail else None
    return Personne(nom=nom, fonction=fonction, structure=structure, mail=mail[0] if mail else None)


_AT_BODY = re.compile(
    r"(?P<at>(?:\s*,\s*|\s+)(?:à la |à l['’]|au |aux |chez |a la |pour la |pour le |à (?=[A-ZÀ-Ý]))(?=\S))"
    r"|\s+(?:de la |du |de l['’])(?=[A-Z]|foyer|coll[eè]ge|lyc[ée]e|[ée]cole|association|relais|maison|h[ôo]pital|club"
    r"|bailleur|agglom[ée]ration|m[ée]diath[eè]que|cr[eè]che|commune|ville|communauté|mairie|centre social|Caf"
    r"|service|département|syndicat|CCAS)|\s*[,(]\s*(?=[A-ZÀ-Ý]|service|mairie|commune|ville"
    r"|centre|association)"
)


def _function(rest: str) -> tuple[str | None, str | None]:
    """Split « coordinatrice petite enfance à la CCLLA » into the function and the body."""
    if not rest:
        return None, None
    found = [m for m in _AT_BODY.finditer(rest) if m.start() > 0]
    match = next((m for m in found if m["at"] and is_body(rest[m.end() :])), None)
    match = match or next(
        (m for m in found if is_body(rest[m.end() :]) or not re.match(ROLE, same_length_fold(rest))), None
    )
    if match:
        return tidy(rest[: match.start()]) or None, trim(rest[match.end() :].rstrip(")")) or None
    folded = same_length_fold(rest)
    if re.match(ROLE, folded):
        return rest, None
    return None, trim(rest) or None
