"""Where an action is and who carries it when the request only implies it: each inference waits for her word."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from assistant.drafting.model import Statement
from assistant.drafting.reading.place_spans import town_of
from assistant.drafting.reading.text import same_length_fold
from corpus.fiche import Personne

if TYPE_CHECKING:
    from assistant.drafting.model import Reading
    from assistant.drafting.reading.text import Work

_TOWN = re.compile(r"(?:.*\bde la |(?:la |le )?)(?:communes?|villes?|mairies?|municipalites?)")
"""« la commune », « service enfance de la ville »: a town that is not named."""
_WIDER = re.compile(
    r"(?:la |l'|notre )?(?:intercommunalite|communaute de communes|communaute d'agglomeration|agglo(?:meration)?|epci"
    r"|metropole|collectivite|comcom)"
)
_NAMED_WIDER = re.compile(
    r"\b(?:communaut[ée]s? (?:de communes|d['’]agglom[ée]ration|urbaine)\b.*|[^,;]*\b[Aa]gglom[ée]ration\b"
    r"|[^,;]*\bAgglo\b"
    r"|[^,;]*\b[Mm]étropole\b.*)"
)


_TOWN_AGAIN = re.compile(
    r",\s*(?P<b>(?:commune|ville|mairie) (?:de |du |d['’])(?P<t>[A-ZÀ-Ý][\w'’-]+(?: [A-ZÀ-Ý][\w'’-]+)*))"
    r"(?=\s*[,.;\n]|\s*$)"
)


def read_town_again(work: Work) -> str:
    """« …à Brume …, commune de Brume, … »: a commune named once its place is said stands there as who acts."""
    for match in _TOWN_AGAIN.finditer(work.text):
        if re.search(rf"(?:\b(?:à|a|sur|au)\s+|Le ){re.escape(match['t'])}(?![\w-])", work.text[: match.start()]):
            work.blank(match.start(), match.end())
            return match["b"]
    return ""


def carrier_from_town_again(town: str, reading: Reading) -> None:
    """The commune named on top of the place carries, when nobody else is said to; to confirm."""
    if town and not reading.texts("porteurs"):
        reading.state("porteurs", town, "nommée en plus du lieu : à confirmer comme porteur", sure=False)


def place_from_bodies(reading: Reading) -> None:
    """The town of a carrier, else of a facility or a service that is named, when no place is said."""
    _place_from_town(reading)
    _place_from_facility(reading)


def carriers_from_context(reading: Reading) -> None:
    """Whose « la commune » or « l'intercommunalité » is; who carries when only a contact or an employer is named."""
    _name_the_town(reading)
    _name_the_towns(reading)
    _name_the_wider_body(reading)
    _carrier_from_people(reading)
    _carrier_from_place(reading)


def _place_from_town(reading: Reading) -> None:
    """« Commune de X » among the carriers or partners is where the action is, when no place is said; to confirm."""
    if reading.texts("lieu"):
        return
    for champ in ("porteurs", "partenaires"):
        towns = {town: body for body in reading.texts(champ) if (town := _its_town(body))}
        if towns:
            said = " », « ".join(towns.values())
            reading.state("lieu", listed(list(towns)), f"d'après « {said} » : à confirmer", sure=False)
            return


_TOWN_BODY = re.compile(
    r"(?:.*\bde la )?(?:commune|ville|mairie) (?:(?:de |d['’])(?P<p>.+)|(?P<q>d(?:u|es) .+))", re.IGNORECASE
)


def _its_town(body: str) -> str | None:
    """The town of « commune de Brume » or « service enfance de la ville du Mirail »."""
    match = _TOWN_BODY.fullmatch(body)
    place = match and (match["p"] or re.sub(r"^du ", "Le ", re.sub(r"^des ", "Les ", match["q"])))
    return place if place and place[0].isupper() else None


_FACILITY = re.compile(
    r"\b(?:CCAS|CIAS|MJC|RPE|EVS|CLIC|PIJ|EHPAD|foyer (?:rural|de jeunes)|centre (?:social|culturel|socioculturel"
    r"|hospitalier)"
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
        found = [m for text in reading.texts(champ) if (m := _FACILITY.search(text))]
        if found:
            places = list(dict.fromkeys(m["p"] for m in found)) if champ == "porteurs" else [found[0]["p"]]
            said = " », « ".join(m[0] for m in found[: len(places)])
            reading.state("lieu", listed(places), f"d'après « {said} » : à confirmer", sure=False)
            return


def listed(names: list[str]) -> str:
    """« Brume, Orvelle et Mirande »."""
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} et {names[-1]}"


def _name_the_town(reading: Reading) -> None:
    """« La commune » carries an action in a named place: that commune, to confirm."""
    place = next((town for p in reading.texts("lieu") if (town := town_of(p))), None)
    if place is None:
        return
    for index, statement in enumerate(reading.statements):
        bare = same_length_fold(str(statement.valeur))
        if statement.champ == "porteurs" and _TOWN.fullmatch(bare):
            reading.statements[index] = Statement(
                "porteurs",
                f"{statement.valeur} {_of(place)}",
                f"« {statement.valeur} » : celle du lieu de l'action, à confirmer",
                sure=False,
            )


_THESE_TOWNS = re.compile(
    r"(?:les )?(?:(?P<n>deux|trois|quatre|cinq) )?(?P<w>communes|villes|mairies|municipalites)"
    r"(?: (?:concernees|citees|nommees|voisines))?"
)
_COUNT = {"deux": 2, "trois": 3, "quatre": 4, "cinq": 5}


def _name_the_towns(reading: Reading) -> None:
    """« Les deux communes » carry an action in two named towns: those, to confirm."""
    lists = (re.split(r", | et ", place) for place in reading.texts("lieu"))
    towns = next((found for found in lists if len(found) > 1 and all(map(town_of, found))), [])
    for index, statement in enumerate(reading.statements if towns else []):
        said = _THESE_TOWNS.fullmatch(same_length_fold(str(statement.valeur)))
        if statement.champ != "porteurs" or said is None or _COUNT.get(said["n"] or "", len(towns)) != len(towns):
            continue
        noun = str(statement.valeur)[said.start("w") : said.end("w")]
        reason = f"« {statement.valeur} » : celles du lieu de l'action, à confirmer"
        reading.statements[index] = Statement("porteurs", f"{noun} {_of(listed(towns))}", reason, sure=False)


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


def _of(place: str) -> str:
    """« de Brume », « d'Orvelle », « du Mirail »."""
    for article, link in (("Le ", "du "), ("Les ", "des ")):
        if place.startswith(article):
            return link + place.removeprefix(article)
    return f"d'{place}" if same_length_fold(place)[0] in "aeiouyh" else f"de {place}"


def _name_the_wider_body(reading: Reading) -> None:
    """« L'intercommunalité » carries where one is named (« je travaille pour la communauté de communes de … »)."""
    said = next((m[0].strip() for p in reading.texts("lieu") if (m := _NAMED_WIDER.search(p))), None)
    if said is None:
        return
    named = re.split(r",| \(", said)[0]
    for index, statement in enumerate(reading.statements):
        if statement.champ == "porteurs" and _WIDER.fullmatch(same_length_fold(str(statement.valeur))):
            reason = f"« {statement.valeur} » : celle que la demande nomme, à confirmer"
            reading.statements[index] = Statement("porteurs", named, reason, sure=False)


def _carrier_from_place(reading: Reading) -> None:
    """An action placed at an intercommunality by its name, which nobody else is said to carry; to confirm."""
    if reading.texts("porteurs"):
        return
    named = next((m[0].strip() for p in reading.texts("lieu") if (m := _NAMED_WIDER.fullmatch(p))), None)
    if named:
        reading.state("porteurs", named, "la collectivité du lieu de l'action : à confirmer comme porteur", sure=False)
