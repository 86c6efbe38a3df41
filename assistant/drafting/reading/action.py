"""The sentence that names the action: its title, its place, its public, its purpose and what it comes with."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from assistant.drafting.reading.bodies import is_body, is_infinitive, is_only_people, split_bodies, split_list
from assistant.drafting.reading.place_names import hasty_place, known_place, lone_name
from assistant.drafting.reading.places import find_place, is_weak, only_place
from assistant.drafting.reading.publics import find_public, tidy_public
from assistant.drafting.reading.text import capital, same_length_fold, tidy
from assistant.drafting.reading.title import Subject, informative, split_purpose, subject, title_of, unwrap

if TYPE_CHECKING:
    from assistant.drafting.model import Reading
    from assistant.drafting.reading.names import Names

NEED = re.compile(
    r"\b(?:manqu\w+|besoins?|difficult\w+|constat\w*|diagnostic|absence|aucune?|peu de"
    r"|trop de|isoles?|probleme\w*|pas (?:de|d'|assez)|saturee?s?|insuffisan\w+|en hausse"
    r"|seulement|uniquement|augment\w+|fragil\w+|demandes?|se plaign\w+|souffr\w+"
    r"|peinent|baisse|en augmentation|une? (?:(?:personne|famille|enfant|jeune|parent|menage|habitante?|eleve"
    r"|femme|foyer|allocataire) )?sur (?:deux|trois|quatre|cinq|dix|\d)|n'arrivent (?:pas|plus)"
    r"|ne \w+ (?:pas|plus|jamais|aucune?))\b|\d ?%"
)


MEANS = re.compile(
    r"\b(?:etp|mi-temps|temps plein|mise a disposition|mis a disposition|local|locaux"
    r"|vehicule|materiel|recrut\w+|salle)\b"
)


_DOING = re.compile(
    r"\W*(?:la |le |l'|les |une? |des )?(?!recrut|mise? a disp|mutualis)(?:\w+(?:tion|ement|age)s?\b|recherche"
    r"|achat|visites?"
    r"|mise en |travaux|chantiers?|\w+(?:er|ir) (?:la |le |l'|les |une? |des |du ))"
)


_STAFF = re.compile(
    r"\W*(?:\d+|une?|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|douze|quinze|vingt|trente) (?:salarie|benevole|agent"
    r"|animat(?:eur|rice)|ordinateur|tablette|vehicule|minibus|poste|service civique|volontaire)"
)
"""People and things counted, which an action needs."""


def is_means(text: str) -> bool:
    """Whether an item is something the action needs, rather than a step done on it (« rénovation du local »)."""
    folded = same_length_fold(text)
    return bool(_STAFF.match(folded)) or (bool(MEANS.search(folded)) and not _DOING.match(folded))


_FEATURE = re.compile(
    r",?\s+avec\s+(?!(?:les |des |nos |de )?(?:jeunes|enfants|familles|parents|habitants|seniors|adolescents"
    r"|ados)\b|autisme|(?:un |des )?(?:handicaps?|troubles?|enfants?|besoins)\b|de jeunes enfants)(?=\S)"
    r"|,\s+(?:et\s+)?(?=(?:puis|ensuite|notamment|comprenant|incluant"
    r"|qui)\b)|\s*;\s*|\s*:\s+|,\s+(?=(?:dont|un temps|des? (?:atelier|temps|rencontre|sortie"
    r"|permanence)s?)\b)"
)


_WHERE_ONLY = "sorte de lieu sans nom : à préciser"


def read_action(text: str, reading: Reading, names: Names, *, hasty: bool) -> None:
    """The sentence that names the action: title, place, public, purpose and features."""
    text = _place_first(text, reading, names)
    who = subject(text)
    if who and (is_body(who.who) or names.known(who.who)) and informative(who.action):
        _carried_by(who.who, reading, text)
        _said_of_carrier(who, reading, names)
        text = unwrap(who.action)
    text = _wished(text, reading)
    quoted = re.search(r"«\s*([^»]{4,120}?)\s*»|[\"“]([^\"”]{4,120})[\"”]", text)
    if quoted and not reading.texts("titre") and len(informative(text[: quoted.start()])) <= 2:
        reading.state("titre", capital(quoted[1] or quoted[2]))
    text = unwrap(text)
    text, features = _features(text, [find_place(text, names), find_public(text, with_age_only=True)])
    text, purpose = split_purpose(text)
    place = find_place(text, names) or (hasty_place(text, names) or known_place(text, names) if hasty else None)
    if place:
        if not any(s.champ == "lieu" and s.sure for s in reading.statements):
            reading.state("lieu", place[2], "" if not is_weak(place[2]) else _WHERE_ONLY, sure=not is_weak(place[2]))
        text, place = _respell(text, place)
    _public_of(text, place, reading)
    span = text[place[0] : place[1]] if place else ""
    title = title_of(text, place[2] if place else None, span)
    if len(informative(title)) >= 1 and not reading.texts("titre"):
        reading.state("titre", title)
    if purpose:
        for item in split_list(purpose):
            _purpose(item, reading, names)
    if features and not reading.texts("public_cible") and all(_people(feature) for feature in features):
        reading.state("public_cible", " et ".join(features), "nommé après « avec » : à confirmer", sure=False)
        return
    for feature in features:
        _feature(feature, reading, names)


def _people(item: str) -> bool:
    """Whether an item names people and nothing they do (« leurs parents »)."""
    return is_only_people(re.sub(r"^leurs? ", "les ", item)) and len(item.split()) <= 4


_WISHED = re.compile(
    r"(?:que |qu')?(?P<who>(?:les|nos|tous les|chaque) [^,.;]{3,70}?)\s+"
    r"(?:aient|ait|puissent|puisse|disposent|dispose|beneficient|beneficie)\s+(?:d'|de )?(?:avoir |disposer d'?e? ?)?"
)


def _wished(text: str, reading: Reading) -> str:
    """« (nous voulons que) les habitants aient un lieu »: the public, then the action."""
    match = _WISHED.match(same_length_fold(text))
    if not match:
        return text
    if not reading.texts("public_cible"):
        reading.state("public_cible", tidy_public(text[match.start("who") : match.end("who")]))
    return text[match.end() :]


def _respell(text: str, place: tuple[int, int, str]) -> tuple[str, tuple[int, int, str]]:
    """The place in the action's words as it was understood; a place between commas leaves the title."""
    start, end, words = place
    span = text[start:end]
    if span.startswith(","):
        return text[:start] + text[end:], (start, start, words)
    if words.lower() in span and words not in span:
        spelled = f"à {words}"
        return text[:start] + spelled + text[end:], (start, start + len(spelled), words)
    return text, place


def _place_first(text: str, reading: Reading, names: Names) -> str:
    """« Sur le secteur de X, nous voulons … »: the place is taken, the action follows."""
    text = unwrap(text)
    place = find_place(text, names)
    if place is None or place[0] > 1 or _verb_at(text, place[1]) is None:
        return text
    start = _verb_at(text, place[0]) or place[1]
    reading.state(
        "lieu",
        re.sub(
            r"^(?:sur|dans|à|a|en)\s+(?:le |la |les |l['’])?",
            "",
            text[place[0] : start].strip(" ,"),
            flags=re.IGNORECASE,
        ),
    )
    return unwrap(text[start:].lstrip(" ,"))


def _verb_at(text: str, start: int) -> int | None:
    """Where « nous voulons », « on souhaite »… begins, at or after a place."""
    match = re.compile(r"\b(?:nous|on|je|il faut|l'idee)\b").search(same_length_fold(text), start)
    return match.start() if match else None


def _said_of_carrier(who: Subject, reading: Reading, names: Names) -> None:
    """What stands between the body that wants the action and its verb: a remark, a place."""
    if who.more:
        reading.state("description", f"{capital(who.who)} : {who.more}")
    place = find_place(who.at, names) if who.at else None
    if place:
        reading.state("lieu", place[2])


def _carried_by(who: str, reading: Reading, text: str) -> None:
    """Who « souhaite » the action may carry it, to confirm; who « pilote » or « porte » it does."""
    after = same_length_fold(text[text.find(who) + len(who) :])
    said = bool(re.match(r"\s*(?:(?:veu|souhait|voud|vont|va|prevoi|envisag)\w*\s)?(?:co-?)?(?:pilot|port)", after))
    reason = "" if said else "c'est la structure qui demande l'action : à confirmer comme porteur"
    if not reading.texts("porteurs"):
        for item in split_bodies(who, one=True):
            reading.state("porteurs", item, reason, sure=said)


_NAMED_ACTION = re.compile(
    r"\s*(?:l'|une |un |notre )?(?:action|projet|volet|chantier|theme)s? (?!de |d')\w+(?: [\w'-]+){0,4}\s*$"
)
"""« Action logement des jeunes : colocation …»: the theme and the action are the title together."""


def _features(text: str, whole: list[tuple[int, int, str] | None]) -> tuple[str, list[str]]:
    """The action, then what it comes with (« , avec formation des équipes »); a place or a public is never cut."""
    folded = same_length_fold(text)
    held = {index for span in whole if span for index in range(span[0], span[1])}
    for match in _FEATURE.finditer(folded):
        if match.start() in held:
            continue
        if match[0].strip() == ":" and _NAMED_ACTION.match(folded[: match.start()]):
            continue
        if match[0].strip() == ":" and not re.search(r",| et | (?:est|sont|n'est|ne sont) ", folded[match.end() :]):
            continue
        if len(informative(text[: match.start()])) >= 2 and informative(text[match.end() :]):
            rest = tidy(text[match.end() :])
            return text[: match.start()], split_list(rest)
    comma = next((m.start() for m in re.finditer(", ", text) if m.start() not in held), -1)
    if comma > 0 and len(text.split()) > 16 and len(informative(text[:comma])) >= 3:
        return text[:comma], [tidy(text[comma + 1 :])]
    return text, []


def _public_of(text: str, place: tuple[int, int, str] | None, reading: Reading) -> None:
    if reading.texts("public_cible"):
        return
    text = re.sub(r"«[^»]*»|\"[^\"]*\"|“[^”]*”", lambda m: "¶" * len(m[0]), text)
    masked = text if not place else text[: place[0]] + "¶" * (place[1] - place[0]) + text[place[1] :]
    found = find_public(masked, with_age_only=True)
    if found:
        _aged_public(tidy_public(found[2]), masked, reading)
        return
    found = find_public(masked)
    if found:
        reading.state("public_cible", tidy_public(found[2]), "lu dans le titre de l'action : à confirmer", sure=False)


_AGES_ALONE = re.compile(r"\d{1,2}(?: ?- ?| à | a )\d{1,2} ans")
_AGED = re.compile(
    r"\b(?:jeunes|enfants|adolescents|ados|collégiens|lycéens|étudiants|seniors|adultes)\b", re.IGNORECASE
)


def _aged_public(public: str, text: str, reading: Reading) -> None:
    """« un accueil jeunes pour les 11-17 ans »: whose ages they are is said before; to confirm."""
    people = _AGED.search(text) if _AGES_ALONE.fullmatch(public) else None
    if people is None:
        reading.state("public_cible", public)
        return
    reason = f"« {public} » : des {people[0].lower()}, d'après la demande ; à confirmer"
    reading.state("public_cible", f"{people[0].lower()} de {public}", reason, sure=False)


def _purpose(item: str, reading: Reading, names: Names) -> None:
    reading.state("objectifs_operationnels", capital(item))
    places_and_publics(item, reading, names)


def _only_public(item: str) -> bool:
    """Whether an item names people with their ages and nothing else (« enfants de 3 à 6 ans et leurs familles »)."""
    public = find_public(item, with_age_only=True)
    return public is not None and not informative(item[: public[0]]) and not informative(item[public[1] :])


def _feature(item: str, reading: Reading, names: Names) -> None:
    item = re.sub(r"^(?:des|les)\s+(?=\w)", "", item)
    if not informative(item):
        return
    area = only_place(item, names)
    if area and not reading.texts("lieu"):
        reading.state("lieu", area)
        return
    name = lone_name(item)
    if name and not reading.texts("lieu"):
        reading.state("lieu", name, "nommé sans autre précision : à confirmer", sure=False)
        return
    if _only_public(item) and not reading.texts("public_cible"):
        places_and_publics(item, reading, names)
        return
    folded = same_length_fold(item)
    needed = NEED.search(folded) or re.search(r"\bne? \w+ pas\b|\bn'\w+ pas\b", folded)
    champ = "moyens" if is_means(item) else "besoins" if needed and not is_infinitive(item) else "description"
    reading.state(champ, item)
    places_and_publics(item, reading, names)


def places_and_publics(item: str, reading: Reading, names: Names) -> None:
    """What an item says of the place and of the public, when the request did not say it elsewhere."""
    place = find_place(item, names)
    if place and not reading.texts("lieu"):
        reading.state("lieu", place[2], "lu dans la description : à confirmer", sure=False)
    public = find_public(item, with_age_only=True)
    if public and not any(s.champ == "public_cible" and s.sure for s in reading.statements):
        reading.state("public_cible", tidy_public(public[2]))
