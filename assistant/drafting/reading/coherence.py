"""What a request implies without saying it, told as an inference, and what in it does not hold together."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from assistant.drafting.lexicon.publics import AGE
from assistant.drafting.model import Statement
from assistant.drafting.reading.place_spans import town_of
from assistant.drafting.reading.publics import find_public, tidy_public
from assistant.drafting.reading.text import capital, same_length_fold
from corpus.fiche import Personne

if TYPE_CHECKING:
    from assistant.drafting.model import Reading

_TOWN = re.compile(r"(?:communes?|villes?|mairies?|municipalites?)")


def complete(reading: Reading) -> None:
    """Add what follows from what is said: the town that carries, the body of the person in charge, a title."""
    for champ in ("public_cible", "lieu"):
        if any(s.champ == champ and s.sure for s in reading.statements):
            reading.statements = [s for s in reading.statements if s.champ != champ or s.sure]
    _public_from_words(reading)
    _place_from_town(reading)
    _place_from_facility(reading)
    _name_the_town(reading)
    _carrier_from_people(reading)
    if not reading.texts("titre"):
        aims = reading.texts("objectifs_operationnels") or reading.texts("description")
        if aims:
            reading.state(
                "titre", capital(aims[0]), "repris de ce que la demande dit de l'action : à confirmer", sure=False
            )


def _public_from_words(reading: Reading) -> None:
    """The public named in the steps or the aims when none is said; to confirm."""
    known = reading.texts("public_cible")
    if any(s.champ == "public_cible" and s.sure for s in reading.statements) or any(" " in k for k in known):
        return
    for champ in ("description", "objectifs_operationnels"):
        for text in reading.texts(champ):
            found = find_public(text)
            if found and len(found[2].split()) > 1 and all(k.casefold() in found[2].casefold() for k in known):
                reading.statements = [s for s in reading.statements if s.champ != "public_cible"]
                reading.state("public_cible", tidy_public(found[2]), "lu dans la demande : à confirmer", sure=False)
                return


def _place_from_town(reading: Reading) -> None:
    """« Commune de X » among the carriers or partners is where the action is, when no place is said; to confirm."""
    if reading.texts("lieu"):
        return
    for champ in ("porteurs", "partenaires"):
        for body in reading.texts(champ):
            match = re.match(
                (
                    r"(?:commune|ville|mairie) (?:de |d['’])(?P<p>[A-ZÀ-Ý].*)$|(?:commune|ville"
                    r"|mairie) (?P<q>d(?:u|es) [A-ZÀ-Ý].*)$"
                ),
                body,
                re.IGNORECASE,
            )
            place = match and (match["p"] or re.sub(r"^du ", "Le ", re.sub(r"^des ", "Les ", match["q"])))
            if place and place[0].isupper():
                reading.state("lieu", place, f"d'après « {body} » : à confirmer", sure=False)
                return


_FACILITY = re.compile(
    r"\b(?:CCAS|CIAS|MJC|RPE|EVS|CLIC|PIJ|EHPAD|foyer (?:rural|de jeunes)|centre (?:social|culturel|hospitalier)"
    r"|coll[eè]ges?|lyc[ée]es?"
    r"|[ée]coles?|m[ée]diath[eè]que|biblioth[eè]que|h[ôo]pital|cr[eè]ches?|ludoth[eè]que|multi-accueils?|gymnase"
    r"|micro-cr[eè]ches?)"
    r" (?:de |d['’])(?P<p>[A-ZÀ-Ý][\w'’-]+(?:[ -](?:(?:de|du|des|la|le|les|en|sur"
    r"|sous)[ -])*[A-ZÀ-Ý][\w'’-]+)*(?:\s+et\s+[A-ZÀ-Ý][\w'’-]+)?)"
)


def _place_from_facility(reading: Reading) -> None:
    """« CCAS de Brume » or « le collège de Brume »: Brume, when nothing else says where; to confirm."""
    if reading.texts("lieu"):
        return
    for champ in ("porteurs", "titre", "description", "partenaires", "besoins"):
        for text in reading.texts(champ):
            found = _FACILITY.search(text)
            if found:
                reading.state("lieu", found["p"], f"d'après « {found[0]} » : à confirmer", sure=False)
                return


def _name_the_town(reading: Reading) -> None:
    """« La commune » carries an action in a named place: that commune, to confirm."""
    place = next((town for p in reading.texts("lieu") if (town := town_of(p))), None)
    if place is None:
        return
    for index, statement in enumerate(reading.statements):
        bare = same_length_fold(str(statement.valeur))
        if statement.champ == "porteurs" and _TOWN.fullmatch(bare):
            link = "d'" if same_length_fold(place)[0] in "aeiouyh" else "de "
            reading.statements[index] = Statement(
                "porteurs",
                f"{statement.valeur} {link}{place}",
                f"« {statement.valeur} » : celle du lieu de l'action, à confirmer",
                sure=False,
            )


def _carrier_from_people(reading: Reading) -> None:
    """The body of the person in charge carries the action when no one else is said to, or a copilot is."""
    carriers = [s for s in reading.statements if s.champ == "porteurs"]
    if any(s.raison != "copilote" for s in carriers):
        return
    for statement in list(reading.statements):
        if isinstance(statement.valeur, Personne) and statement.valeur.structure:
            inferred = Statement(
                "porteurs",
                statement.valeur.structure,
                "structure de la personne en charge : à confirmer comme porteur",
                sure=False,
            )
            first = next(
                (i for i, s in enumerate(reading.statements) if s.champ == "porteurs"), len(reading.statements)
            )
            reading.statements.insert(first, inferred)
            return


def check(reading: Reading) -> None:
    """Tell ages the wrong way round and a body that is both carrier and partner; nothing is corrected."""
    for public in reading.texts("public_cible"):
        age = AGE.search(same_length_fold(public))
        if age and age["a"] and int(age["a"]) > int(age["b"]):
            reading.alertes.append(f"Les âges de « {public} » sont à l'envers : lesquels sont justes ?")
    if len(reading.texts("public_cible")) > 1:
        reading.alertes.append(
            f"Plusieurs publics sont donnés : « {' », « '.join(reading.texts('public_cible'))} ». Faut-il les réunir ?"
        )
    partners = {p.casefold() for p in reading.texts("partenaires")}
    for carrier in reading.texts("porteurs"):
        if carrier.casefold() in partners:
            reading.alertes.append(f"« {carrier} » est donné comme porteur et comme partenaire : est-ce bien voulu ?")
