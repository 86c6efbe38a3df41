"""Reading a request: what it states, field by field, in the coordinator's words."""

from __future__ import annotations

import re

from assistant.drafting.lexicon.scope import THEME
from assistant.drafting.model import Reading, Statement
from assistant.drafting.reading.budget import read_budget
from assistant.drafting.reading.carriers import correct_carrier, read_carrier_at_head, read_carriers, read_ourselves
from assistant.drafting.reading.coherence import check, complete
from assistant.drafting.reading.cues import Cue, find_cues, value_end
from assistant.drafting.reading.dates import read_dates
from assistant.drafting.reading.fields import BODY_FIELDS, body_end, fill
from assistant.drafting.reading.headings import read_axis, read_quoted_title
from assistant.drafting.reading.implied import carrier_from_town_again, read_town_again
from assistant.drafting.reading.inventions import strike_inventions
from assistant.drafting.reading.layout import lay_out
from assistant.drafting.reading.mind import change_of_mind
from assistant.drafting.reading.names import Names, no_names
from assistant.drafting.reading.people import read_people
from assistant.drafting.reading.places import find_place
from assistant.drafting.reading.privacy import strike_private
from assistant.drafting.reading.publics import public_end
from assistant.drafting.reading.residue import read_residue
from assistant.drafting.reading.scope import out_of_scope
from assistant.drafting.reading.spelling import spell
from assistant.drafting.reading.steps import read_steps, steps_of
from assistant.drafting.reading.text import WALL, Work, cut, same_length_fold

_SEVERAL = re.compile(
    r"\b(?:deux|2|trois|3|quatre|4|plusieurs) (?:projets|actions(?! (?:de|d'|a|collectives?))"
    r"|fiches)\b"
)
_ORDER = re.compile(
    r"\b(?:ignore|oublie|contourne|ne tiens? pas compte d)\w*\s(?:\w+\s)?(?:tes|les|toutes"
    r"|tous|vos|mes|ces|des)\s(?:\w+\s)?(?:consignes?|instructions?|regles?)\b"
)
LONGEST_REQUEST = 20_000
"""Characters of a request that are read; what comes after is not, and this is told."""

__all__ = ["Names", "Reading", "Statement", "read_request"]


def read_request(request: str, names: Names | None = None) -> Reading:
    """What a request states; ``motif`` is set, and nothing stated, when it is not a request for a fiche."""
    names = names or no_names()
    reading = Reading()
    kept, changed = change_of_mind(lay_out(request[:LONGEST_REQUEST]))
    spelled = spell(kept, names)
    refusal = out_of_scope(spelled.text)
    if refusal:
        reading.motif, reading.message = refusal
        return reading
    if len(request) > LONGEST_REQUEST:
        reading.alertes.append("La demande est très longue : seul son début est lu.")
    reading.alertes += changed
    work = Work(spelled.text)
    private = strike_private(work, reading)
    _strike_orders(work, reading)
    strike_inventions(work, reading)
    read_budget(work, reading)
    read_people(work, reading)
    read_quoted_title(work, reading)
    read_axis(work, reading)
    again = read_town_again(work)
    steps = steps_of(work.text)
    read_ourselves(work, reading)
    corrected = read_carriers(work, reading)
    read_dates(work, reading)
    read_steps(steps, work, reading)
    read_carrier_at_head(work, reading)
    _read_cues(work, reading)
    correct_carrier(corrected, reading)
    read_residue(work, reading, names, hasty=spelled.hasty or spelled.lower)
    for typed, understood in dict.fromkeys(spelled.changes):
        reading.alertes.append(f"« {typed} » a été compris comme « {understood} », tel que les conventions l'écrivent.")
    if _SEVERAL.search(same_length_fold(spelled.text)):
        reading.alertes.append(
            "La demande parle de plusieurs actions : une fiche n'en décrit qu'une, laquelle d'abord ?"
        )
    _place_of_private(private, names, reading)
    carrier_from_town_again(again, reading)
    complete(reading)
    if not THEME.search(same_length_fold(spelled.text)):
        reading.alertes.append(
            "Cette action ne semble relever d'aucun thème d'une convention territoriale globale : à vérifier."
        )
    check(reading)
    return reading


def _strike_orders(work: Work, reading: Reading) -> None:
    """Take out what tries to give orders to the program rather than to describe an action."""
    for start, end in reversed(cut(work.text)):
        if _ORDER.search(work.folded[start:end]):
            work.strike(start, end)
            reading.alertes.append(
                "Une phrase de la demande s'adresse à l'outil et non à l'action : elle n'est pas reprise."
            )


def _place_of_private(private: str, names: Names, reading: Reading) -> None:
    """The place of the action may stand in what was not taken up; a place is no private data."""
    place = find_place(private, names) if private and not reading.texts("lieu") else None
    if place:
        reading.state("lieu", place[2], "lu dans la demande : à confirmer", sure=False)


def _part_of_name(work: Work, cue: Cue) -> bool:
    """« Groupe de travail logement »: without a colon, the label is the beginning of the name."""
    said = work.folded[cue.start : cue.end]
    return cue.champ == "groupe_projet" and bool(
        re.fullmatch(r"(?:le |un )?(?:groupe de travail|comite de suivi) ", said)
    )


def _read_cues(work: Work, reading: Reading) -> None:
    """Fill the fields that cues announce, in order, then strike them out."""
    cues = find_cues(work)
    spans: list[tuple[int, int]] = []
    for index, cue in enumerate(cues):
        end = value_end(work, cues, index)
        if cue.champ in BODY_FIELDS:
            end = body_end(work.folded, work.text, cue.end, end)
        if cue.champ == "numero":
            end = cue.end + len(re.match(r"[\s\d.]*", work.text[cue.end : end])[0])  # type: ignore[index]
        if cue.champ == "public_cible":
            end = public_end(work.folded, cue.end, end)
        words = work.text[cue.start if _part_of_name(work, cue) else cue.end : end]
        if re.search(r"\w", words) and fill(cue.champ, words, reading):
            spans.append((cue.start, end))
        elif work.text[cue.end : cue.end + 1] == WALL and ":" in work.text[cue.start : cue.end]:
            spans.append((cue.start, cue.end))
    for start, end in spans:
        work.strike(start, end)
