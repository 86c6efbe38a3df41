"""Sentences that no cue announces: the action itself first, then needs, aims, means or steps by their wording."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from assistant.drafting.lexicon.bodies import ACRONYM, HEAD
from assistant.drafting.reading.bodies import is_body, is_infinitive, split_bodies, split_list
from assistant.drafting.reading.fields import NO_TITLE
from assistant.drafting.reading.places import area_of, find_place, hasty_place, lone_name
from assistant.drafting.reading.publics import find_public, tidy_public
from assistant.drafting.reading.text import capital, same_length_fold, tidy
from assistant.drafting.reading.title import Subject, informative, split_purpose, subject, title_of, unwrap

if TYPE_CHECKING:
    from assistant.drafting.model import Reading
    from assistant.drafting.reading.names import Names
    from assistant.drafting.reading.text import Work

_NEED = re.compile(
    r"\b(?:manqu\w+|besoins?|difficult\w+|constat\w*|diagnostic|absence|aucune?|peu de"
    r"|trop de|isoles?|probleme\w*|pas (?:de|d'|assez)|saturee?s?|insuffisan\w+|en hausse"
    r"|seulement|uniquement|augment\w+|fragil\w+|demandes?)\b"
)
_AIM = re.compile(r"\b(?:objectif\w*|but|permettr\w*|permettant|visera?|favoriser|afin)\b")
_MEANS = re.compile(
    r"\b(?:etp|mi-temps|temps plein|mise a disposition|mis a disposition|local|locaux"
    r"|vehicule|materiel|recrut\w+|salle)\b"
)
_COUNT = re.compile(r"^\s*(?:le |la |l')?(?:nombre|taux|part|evolution|satisfaction|frequentation)\b")
_FEATURE = re.compile(
    r",?\s+avec\s+(?=\S)|,\s+(?:et\s+)?(?=(?:puis|ensuite|notamment|comprenant|incluant"
    r"|qui)\b)|\s*;\s*|\s*:\s+|,\s+(?=(?:dont|un temps|des? (?:atelier|temps|rencontre|sortie"
    r"|permanence)s?)\b)"
)
_FILLER = re.compile(
    r"^(?:(?:voila|merci\w*|cordialement|bonne journee|a bientot|ok|d'accord|svp|bonjour"
    r"|bonsoir|salut|et|ca|c'est|prevue?s?|donc|voici(?: ma demande)?|pour|a|de|le|la|les|du"
    r"|en|on|il|elle|nous|je|sera|est|qui|mise en oe?uvre|calendrier|periode|dates?"
    r"|echeances?|duree|demarrage|debut|fin|suivante?|aura lieu|auront lieu|aura|lieu|se (?:tiendra|deroulera"
    r"|fera)|s'en occupe(?:nt|ra)?|le tout|renouvelables?"
    r"|annees?(?: scolaires?)?|edition|finalement|non|on sait(?: juste)? que ce sera|ce sera|avec|on commence"
    r"(?:ra)?|apres|ouverture visee|visee|restant|urgent|urgence|petite precision|precision|avant|cette fiche|la"
    r" fiche|on partira(?:it)?|voire|combien|quand|samedi|dimanche|lundi|mardi|jeudi|vendredi|y|toutes?|tous"
    r"|notre|nos|trois|objectifs?|besoins?|idee|voici"
    r"|lancement|pense|sans date de fin|sans fin)\W*)*$"
)
_QUESTION = re.compile(
    r"\W*(?:est-ce que|est-ce qu'|comment|pourquoi|peut-on|peut-il|peut-elle|y a-t-il|savez-vous|qu'en pensez-vous)\b"
)
_SELF = re.compile(r"\W*(?:je suis|nous sommes|ici|je travaille|je m'appelle|j'ecris)\b")
_INVENT = re.compile(
    r"\b(?:invente[rz]?|imagine[rz]?|fabrique[rz]?|mets? (?:aussi )?(?:un nom|des chiffres)"
    r"|trouve[rz]? (?:un nom|des chiffres))\b(?<!n'invente)(?<!n'inventez)"
)
_NO_INVENTION = re.compile(
    r"\b(?:n'invente[rz]?|ne pas inventer|invente pas|pas de (?:budget"
    r"|chiffres?) (?:pour l'instant|a ce stade)|pas encore (?:de|d')|je n'ai pas (?:encore )?(?:de|d'|le|les)"
    r"|je ne sais pas|sais pas encore|a definir plus tard|reste a definir"
    r"|(?:complete[rz]?|remplis(?:sez)?|remplir)(?:-moi|-nous)? (?:le reste|la fiche|les champs|tout|ce qui|les?"
    r" manques?|avec)"
    r"|propose[rz]?-(?:moi|nous)|propose[rz]? (?:moi|nous))\b"
)


def read_residue(work: Work, reading: Reading, names: Names, *, hasty: bool) -> None:
    """Read what no cue announced: the first meaningful sentence is the action, the rest goes by its wording."""
    sentences = _rejoined([work.text[a:b] for a, b in work.sentences()])
    titled = reading.texts("titre")
    if titled:
        reading.statements = [s for s in reading.statements if s.champ != "titre"]
        read_action(titled[0], reading, names, hasty=hasty)
    for sentence in _action_first(sentences, known=bool(titled)):
        body = unwrap(sentence)
        if informative(body) and _small_piece(sentence, reading, names):
            continue
        if _QUESTION.match(same_length_fold(body)) or _SELF.match(same_length_fold(body)):
            _places_and_publics(body, reading, names)
            continue
        if _INVENT.search(same_length_fold(body)):
            reading.alertes.append(
                "Je n'invente ni montants, ni chiffres, ni noms : ce qui manque est laissé à remplir."
            )
            continue
        if NO_TITLE.fullmatch(same_length_fold(body.strip(" .\n"))):
            continue
        if not informative(body) or _FILLER.match(same_length_fold(body)):
            continue
        if _small_piece(body, reading, names):
            continue
        if not reading.texts("titre") and not _is_said_otherwise(body):
            read_action(body, reading, names, hasty=hasty)
        else:
            _sort(body, reading, names)
    _place_from_words(reading, names, hasty=hasty)


_NO_OBJECT = re.compile(
    r"(?:mettre en (?:place|oe?uvre|route)|creer|ouvrir|developper|lancer|proposer|organiser|monter|construire"
    r"|installer"
    r"|voudrait|souhaite|souhaiterait|veut|envisage(?: de)?|propose(?: de)?|prevoit(?: de)?|compte|aimerait"
    r"|projette(?: de)?"
    r"|faire|experimenter|renforcer|soutenir|amenager|realiser|deployer|instaurer|elaborer|engager|initier)\W*$"
)


_GOES_ON = re.compile(r"[\s,]*(?:(?:une?|le|la|les|des|deux|trois|\d+)\b|l'|(?:d'|de )?[a-z-]{3,}(?:er|ir|re)\b)")


_WANTS = re.compile(
    r"[\s,]*(?:envisage|souhaite|veut|va|propose|prevoit|projette|compte|aimerait|voudrait|lance|organise|cree"
    r"|ouvre|met en place)(?:nt)?\b"
)


def _rejoined(pieces: list[str]) -> list[str]:
    """« mettre en place », then its object once the bodies that stood between are taken out."""
    joined: list[str] = []
    for piece in pieces:
        folded = same_length_fold(piece)
        cut_verb = joined and _NO_OBJECT.search(same_length_fold(joined[-1])) and _GOES_ON.match(folded)
        cut_subject = joined and _WANTS.match(folded) and is_body(joined[-1]) and len(joined[-1].split()) < 10
        if cut_verb or cut_subject:
            joined[-1] = f"{joined[-1].rstrip(' ,')} {piece.lstrip(' ,')}"
        else:
            joined.append(piece)
    return joined


def _place_from_words(reading: Reading, names: Names, *, hasty: bool) -> None:
    """The place said inside a need, an aim or a step, when no other is; to confirm."""
    if reading.texts("lieu"):
        return
    for text in reading.texts("partenaires"):
        area = area_of(text)
        if area:
            reading.state("lieu", area, f"d'après « {text} » : à confirmer", sure=False)
            return
    for champ in ("besoins", "objectifs_operationnels", "description", "public_cible"):
        for text in reading.texts(champ):
            place = find_place(text, names) or (hasty_place(text) if hasty else None)
            if place:
                reading.state("lieu", place[2], "lu dans la demande : à confirmer", sure=False)
                return


def _small_piece(body: str, reading: Reading, names: Names) -> bool:
    """A place, a public or bodies left alone between commas and dates."""
    piece = body.strip(" ,;.!?\n")
    if not informative(piece):
        return False
    place = find_place(piece, names)
    if place and len(informative(piece)) - len(informative(place[2])) <= 0:
        reading.state("lieu", place[2])
        return True
    name = lone_name(piece)
    if name and reading.texts("titre") and not reading.texts("lieu"):
        reading.state("lieu", name, "nommé sans autre précision : à confirmer", sure=False)
        return True
    public = find_public(piece)
    if (
        public
        and not informative(piece[: public[0]])
        and not informative(piece[public[1] :])
        and (reading.texts("titre") or reading.texts("objectifs_operationnels"))
    ):
        reading.state("public_cible", tidy_public(public[2]))
        return True
    return _only_bodies(piece, reading)


def _only_bodies(piece: str, reading: Reading) -> bool:
    """A sentence made of names of bodies only: whoever carries the action, unless that is known."""
    starts_as_list = re.match(r"(?:et|ainsi que|,)\s", piece)
    items = split_bodies(piece, one=not starts_as_list)
    if not items or not all(_surely_body(item) for item in items) or not reading.texts("titre"):
        return False
    if any(
        len(item.split()) > 9
        or re.search(
            r"\b(?:sera|seront|est|sont|pour|dans|avec|met|mettent|aide|aident|prete|fournit|apporte|donne"
            r"|finance|faire|fiche)\b",
            item,
        )
        for item in items
    ):
        return False
    champ = "partenaires" if starts_as_list or reading.texts("porteurs") else "porteurs"
    for item in items:
        reading.state(champ, item, "nommé sans autre précision : à confirmer" if champ == "porteurs" else "")
    return True


def _surely_body(item: str) -> bool:
    """A known kind of body or an abbreviation: a capital alone is not enough."""
    return is_body(item) and bool(HEAD.match(same_length_fold(item)) or ACRONYM.match(item))


def _is_said_otherwise(body: str) -> bool:
    folded = same_length_fold(body)
    return bool(_COUNT.match(folded) or _NO_INVENTION.search(folded)) or (
        bool(
            re.search(
                r"\b(?:manque|il n'y a|constat|diagnostic (?:montre|a)|(?:on |nous |ils |elles )?n'(?:a|ont"
                r"|avons|y a) (?:pas|plus|aucune?|jamais)"
                r"|soucis?|problemes?|compte(?:nt)? (?:seulement|uniquement|que)|seulement \w+ (?:\w+ )*pour"
                r"|n'est pas|ne (?:sont|savent|peuvent|trouvent|disposent) (?:pas|plus))\b",
                folded,
            )
        )
        and not is_infinitive(body)
    )


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
    text, features = _features(unwrap(text))
    text, purpose = split_purpose(text)
    place = find_place(text, names) or (hasty_place(text) if hasty else None)
    if place:
        reading.state("lieu", place[2])
        text, place = _respell(text, place)
    _public_of(text, place, reading)
    span = text[place[0] : place[1]] if place else ""
    title = title_of(text, place[2] if place else None, span)
    if len(informative(title)) >= 1 and not reading.texts("titre"):
        reading.state("titre", title)
    if purpose:
        for item in split_list(purpose):
            _purpose(item, reading, names)
    for feature in features:
        _feature(feature, reading, names)


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


_GENERIC = frozenset({"action", "actions", "projet", "fiche", "ctg", "titre", "theme", "thematique", "axe"})


def _action_first(sentences: list[str], *, known: bool) -> list[str]:
    """The sentences, one that says what to do first when the first only names a theme (« Action parentalité »)."""
    bodies = [unwrap(sentence) for sentence in sentences]
    first = next((i for i, body in enumerate(bodies) if informative(body)), None)
    if known or first is None or len([w for w in informative(bodies[first]) if w not in _GENERIC]) > 1:
        return sentences
    verb = next(
        (i for i, body in enumerate(bodies) if i > first and is_infinitive(body) and len(informative(body)) > 2), None
    )
    return sentences if verb is None else [sentences[verb], *sentences[:verb], *sentences[verb + 1 :]]


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
    said = bool(re.match(r"\s*(?:co-?)?(?:pilot|port)", after))
    reason = "" if said else "c'est la structure qui demande l'action : à confirmer comme porteur"
    if not reading.texts("porteurs"):
        for item in split_bodies(who, one=True):
            reading.state("porteurs", item, reason, sure=said)


def _features(text: str) -> tuple[str, list[str]]:
    """The action, then what it comes with (« , avec formation des équipes »)."""
    folded = same_length_fold(text)
    for match in _FEATURE.finditer(folded):
        if match[0].strip() == ":" and not re.search(r",| et | (?:est|sont|n'est|ne sont) ", folded[match.end() :]):
            continue
        if len(informative(text[: match.start()])) >= 2 and informative(text[match.end() :]):
            rest = tidy(text[match.end() :])
            return text[: match.start()], split_list(rest)
    comma = text.find(", ")
    if comma > 0 and len(text.split()) > 16 and len(informative(text[:comma])) >= 3:
        return text[:comma], [tidy(text[comma + 1 :])]
    return text, []


def _public_of(text: str, place: tuple[int, int, str] | None, reading: Reading) -> None:
    if reading.texts("public_cible"):
        return
    masked = text if not place else text[: place[0]] + "¶" * (place[1] - place[0]) + text[place[1] :]
    found = find_public(masked, with_age_only=True)
    if found:
        reading.state("public_cible", tidy_public(found[2]))
        return
    found = find_public(masked)
    if found:
        reading.state("public_cible", tidy_public(found[2]), "lu dans le titre de l'action : à confirmer", sure=False)


def _purpose(item: str, reading: Reading, names: Names) -> None:
    reading.state("objectifs_operationnels", capital(item))
    _places_and_publics(item, reading, names)


def _feature(item: str, reading: Reading, names: Names) -> None:
    item = re.sub(r"^(?:des|les)\s+(?=\w)", "", item)
    if not informative(item):
        return
    name = lone_name(item)
    if name and not reading.texts("lieu"):
        reading.state("lieu", name, "nommé sans autre précision : à confirmer", sure=False)
        return
    folded = same_length_fold(item)
    needed = _NEED.search(folded) or re.search(r"\bne? \w+ pas\b|\bn'\w+ pas\b", folded)
    champ = "moyens" if _MEANS.search(folded) else "besoins" if needed and not is_infinitive(item) else "description"
    reading.state(champ, item)
    _places_and_publics(item, reading, names)


def _places_and_publics(item: str, reading: Reading, names: Names) -> None:
    place = find_place(item, names)
    if place and not reading.texts("lieu"):
        reading.state("lieu", place[2], "lu dans la description : à confirmer", sure=False)
    public = find_public(item, with_age_only=True)
    if public and not any(s.champ == "public_cible" and s.sure for s in reading.statements):
        reading.state("public_cible", tidy_public(public[2]))


def _sort(body: str, reading: Reading, names: Names) -> None:
    """Put a sentence in the field its wording calls for; a step of the description by default."""
    folded = same_length_fold(body)
    if _NO_INVENTION.search(folded):
        return
    text = tidy(body)
    if _COUNT.match(folded):
        champ = "indicateurs"
    elif _NEED.search(folded) and not is_infinitive(text):
        champ = "besoins"
    elif _MEANS.search(folded):
        champ = "moyens"
    elif _AIM.search(folded):
        champ = "objectifs_operationnels"
    else:
        champ = "description"
    reading.state(
        champ, capital(text), "phrase de la demande rangée ici d'après ses mots" if champ != "description" else ""
    )
    _places_and_publics(text, reading, names)
