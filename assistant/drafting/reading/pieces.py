"""Small pieces left between what was understood: an object cut from its verb, a place, a public, bodies alone."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from assistant.drafting.reading.bodies import is_body, split_bodies, split_list, surely_body
from assistant.drafting.reading.place_names import lone_name
from assistant.drafting.reading.places import bare_area, find_place, is_weak
from assistant.drafting.reading.publics import find_public, tidy_public
from assistant.drafting.reading.text import same_length_fold, tidy
from assistant.drafting.reading.title import informative

if TYPE_CHECKING:
    from assistant.drafting.model import Reading
    from assistant.drafting.reading.names import Names


_NO_OBJECT = re.compile(
    r"(?:mettre en (?:place|oe?uvre|route)|creer|ouvrir|developper|lancer|proposer|organiser|monter|construire"
    r"|installer"
    r"|voudrait|souhaite|souhaiterait|veut|envisage(?: de)?|propose(?: de)?|prevoit(?: de)?|compte|aimerait"
    r"|projette(?: de)?"
    r"|pour (?:projet|idee|objectif|ambition)|(?:avons|a) (?:le projet|l'idee|l'intention)|faire|experimenter"
    r"|renforcer|soutenir|amenager|realiser|deployer|instaurer|elaborer|engager|initier)\W*$"
)


_GOES_ON = re.compile(r"[\s,]*(?:(?:une?|le|la|les|des|deux|trois|\d+)\b|l'|(?:d'|de )?[a-z-]{3,}(?:er|ir|re)\b)")


_WANTS = re.compile(
    r"[\s,]*(?:envisage|souhaite|veut|va|propose|prevoit|projette|compte|aimerait|voudrait|lance|organise|cree"
    r"|ouvre|met en place|(?:voul|souhait|aimeri|propos|envisage|projet|lanc|organis|ouvr|cre)ons)(?:nt)?\b"
)


def rejoined(pieces: list[str]) -> list[str]:
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


def small_piece(body: str, reading: Reading, names: Names) -> bool:
    """A place, a public or bodies left alone between commas and dates."""
    piece = body.strip(" ,;.!?\n*•–-")
    if not informative(piece):
        return False
    area = bare_area(piece)
    if area and reading.texts("titre") and not reading.texts("lieu"):
        reading.state("lieu", area)
        return True
    place = find_place(piece, names)
    if place and len(informative(piece)) - len(informative(place[2])) <= 0:
        reading.state("lieu", place[2])
        return True
    name = lone_name(piece, alone=piece[:1].isupper() and not piece.isupper())
    if name and reading.texts("titre") and all(is_weak(known) for known in reading.texts("lieu")):
        reading.statements = [s for s in reading.statements if s.champ != "lieu"]
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


_LED = re.compile(
    r"\W*(?:(?P<label>[a-z][^:.;,]{2,45}?)\s*:\s*|(?:y |s'y |s')?(?:particip|intervien|contribu|associ|mobilis|appu"
    r"|rejoin|collabor"
    r"|concour|implique|s'ajout|prendr|prenn|ser|so)(?:\w*(?:ent|ont|nt|era|ra))\b(?: (?:part|mis\w*|aussi"
    r"|egalement|notamment"
    r"|a|au|l'action|projet|contribution|presente?s?|de|la|partie|associe\w*|invite\w*|mobilise\w*|sollicite\w*"
    r"|convie\w*))*"
    r"\s*:?\s+)(?=\S)"
)
"""A label no vocabulary knows, or a verb of taking part at the head of its sentence."""


def partners_named(body: str, reading: Reading) -> bool:
    """« Appui : l'ADIL et le CAUE », « Participent aussi le club et les écoles »: bodies and nothing else, partners."""
    led = _LED.match(same_length_fold(body))
    items = split_bodies(body[led.end() :]) if led and reading.texts("titre") else []
    if led is None or not items or any(len(item.split()) > 7 for item in items):
        return False
    known = sum(surely_body(item) for item in items)
    if known < len(items) * 2 / 3 or re.search(r"\d", body[led.end() :][:3]):
        return False
    if all(_GROUP.match(same_length_fold(item)) for item in items):
        reading.state("groupe_projet", ", ".join(items))
        return True
    for item in items:
        reading.state("partenaires", item, "" if led["label"] is None else f"nommé après « {tidy(body[: led.end()])} »")
    return True


_GROUP = re.compile(r"(?:comite|groupe|commission|copil|cotech|instance|equipe projet)\b")
_NEEDED = re.compile(
    r"(?:,\s*)?\s(?:(?:seront?|sera|sont|est|serait|seraient) (?:aussi |egalement |donc )?(?:necessaires?"
    r"|mobilisee?s?|requis(?:es?)?"
    r"|a prevoir|mise?s? a (?:notre )?disposition|a mobiliser|indispensables?|affectee?s? (?:au projet"
    r"|a l'action)))\W*$"
)


def means_named(body: str, reading: Reading) -> bool:
    """« Une animatrice et un véhicule seront nécessaires »: means."""
    needed = _NEEDED.search(same_length_fold(body))
    if needed is None or not informative(body[: needed.start()]):
        return False
    for item in split_list(body[: needed.start()]):
        for part in re.split(r"\s+et\s+(?=une? |des |\d)", item):
            reading.state("moyens", part)
    return True


_ACTIVITY = re.compile(r"ateliers? (?:d[eu]s? |d'|collecti|hebdo|mensuel)(?!.*\binsertion)")
"""« Ateliers de chant »: what is done, though « atelier » may head the name of a body."""


def _only_bodies(piece: str, reading: Reading) -> bool:
    """A sentence made of names of bodies only: whoever carries the action, unless that is known."""
    starts_as_list = re.match(r"(?:et|ainsi que|,|\+)\s", piece)
    items = split_bodies(piece, one=not starts_as_list)
    if not items or not all(surely_body(item) for item in items) or not reading.texts("titre"):
        return False
    if len(informative(piece)) > sum(len(informative(item)) + 1 for item in items) + 1:
        return False
    if any(
        len(item.split()) > 9
        or _ACTIVITY.match(same_length_fold(item))
        or re.search(
            r"\b(?:sera|seront|est|sont|pour|dans|avec|met|mettent|aide|aident|prete|fournit|apporte|donne"
            r"|finance|faire|fiche)\b",
            item,
        )
        for item in items
    ):
        return False
    carried = any(s.champ == "porteurs" and s.raison != "copilote" for s in reading.statements)
    champ = "partenaires" if starts_as_list or carried else "porteurs"
    for item in items:
        reading.state(champ, item, "nommé sans autre précision : à confirmer" if champ == "porteurs" else "")
    return True
