"""Reading a request: what it states, field by field, in the coordinator's words."""

from __future__ import annotations

import re

from assistant.drafting.lexicon.scope import THEME
from assistant.drafting.model import Reading, Statement
from assistant.drafting.reading.bodies import is_body, trim
from assistant.drafting.reading.budget import read_budget
from assistant.drafting.reading.coherence import check, complete
from assistant.drafting.reading.cue_patterns import (
    BY_WHOM,
    CARRIES,
    CO_CARRIER,
    FINANCES,
    IS_CARRIER,
    PARTNERS_ARE,
    TAKES_CHARGE,
    WHO_CARRIES,
)
from assistant.drafting.reading.cues import find_cues, value_end
from assistant.drafting.reading.dates import read_dates
from assistant.drafting.reading.fields import BODY_FIELDS, body_end, fill
from assistant.drafting.reading.inventions import strike_inventions
from assistant.drafting.reading.layout import lay_out
from assistant.drafting.reading.names import Names, no_names
from assistant.drafting.reading.people import read_people
from assistant.drafting.reading.places import find_place
from assistant.drafting.reading.privacy import strike_private
from assistant.drafting.reading.residue import read_residue
from assistant.drafting.reading.scope import out_of_scope
from assistant.drafting.reading.spelling import spell
from assistant.drafting.reading.text import Work, cut, same_length_fold

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
    spelled = spell(lay_out(request[:LONGEST_REQUEST]), names)
    refusal = out_of_scope(spelled.text)
    if refusal:
        reading.motif, reading.message = refusal
        return reading
    if len(request) > LONGEST_REQUEST:
        reading.alertes.append("La demande est très longue : seul son début est lu.")
    work = Work(spelled.text)
    private = strike_private(work, reading)
    _strike_orders(work, reading)
    strike_inventions(work, reading)
    read_budget(work, reading)
    read_people(work, reading)
    _read_quoted_title(work, reading)
    _read_axis(work, reading)
    _read_ourselves(work, reading)
    corrected = _read_carriers(work, reading)
    read_dates(work, reading)
    _read_cues(work, reading)
    _correct_carrier(corrected, reading)
    read_residue(work, reading, names, hasty=spelled.hasty)
    for typed, understood in spelled.changes:
        reading.alertes.append(f"« {typed} » a été compris comme « {understood} », tel que les conventions l'écrivent.")
    if _SEVERAL.search(same_length_fold(spelled.text)):
        reading.alertes.append(
            "La demande parle de plusieurs actions : une fiche n'en décrit qu'une, laquelle d'abord ?"
        )
    _place_of_private(private, names, reading)
    complete(reading)
    if not THEME.search(same_length_fold(spelled.text)):
        reading.alertes.append(
            "Cette action ne semble relever d'aucun thème d'une convention territoriale globale : à vérifier."
        )
    check(reading)
    return reading


_INSTEAD = re.compile(
    r"\b(?:non|finalement|en fait|plutot|pardon|erratum|correction|au final)\b[\s,:]*(?:en fait[\s,]*)?$"
)


def _correct_carrier(corrected: str, reading: Reading) -> None:
    """« Non, finalement c'est X qui porte »: X alone carries, and this is said."""
    others = [t for t in reading.texts("porteurs") if t != corrected]
    if not corrected or not others:
        return
    reading.statements = [s for s in reading.statements if s.champ != "porteurs" or s.valeur == corrected]
    reading.alertes = [a for a in reading.alertes if not a.startswith("Deux porteurs")]
    reading.alertes.append(f"Vous corrigez le porteur : « {corrected} » au lieu de « {' », « '.join(others)} ».")


def _read_carriers(work: Work, reading: Reading) -> str:
    """« C'est X qui porte », « X pilote l'action », « X coporteur », « X finance »; returns who replaces another."""
    corrected = ""
    for pattern, champ in (
        (WHO_CARRIES, "porteurs"),
        (IS_CARRIER, "porteurs"),
        (CARRIES, "porteurs"),
        (TAKES_CHARGE, "porteurs"),
        (BY_WHOM, "porteurs"),
        (PARTNERS_ARE, "partenaires"),
        (CO_CARRIER, "copilotes"),
        (FINANCES, "partenaires"),
    ):
        for match in list(pattern.finditer(work.folded)):
            who = work.text[match.start("who") : match.end("who")]
            before = len(reading.statements)
            if (is_body(who) or (pattern in (CARRIES, TAKES_CHARGE) and _names_someone(who))) and fill(
                champ, who, reading
            ):
                if champ == "porteurs" and _INSTEAD.search(work.folded[: match.start()]):
                    corrected = str(reading.statements[before].valeur)
                end = _share_of(work, match.end()) if pattern is FINANCES else match.end()
                if end > match.end():
                    reading.state("moyens", work.text[match.start("who") : end])
                work.strike(match.start(), end)
    return corrected


def _names_someone(who: str) -> bool:
    """Whether a subject of « porte l'action » can be a body no list knows: an article or a capital, and few words."""
    folded = same_length_fold(who.strip())
    return (
        len(folded.split()) <= 7
        and bool(re.match(r"(?:la |le |les |l')|[A-ZÀ-Ý]", who.strip().replace("’", "'").replace("L'", "l'")))
        and not re.match(
            r"(?:(?:la |le |les |l')?(?:action|projet|fiche|idee|ce|cette|il|elle|on|nous|qui|cela|tout)\b)", folded
        )
    )


_SELF = re.compile(
    r"\b(?:je (?:suis|travaille)|nous sommes|nous travaillons|ici|j'ecris)\b[^.;\n¶]{0,40}?\b(?:du|de la|de l'"
    r"|au|a la|a l'|chez|pour le|pour la)\s?"
    r"(?P<b>[^,.;:¶\n]{3,60})"
)
_WE_CARRY = re.compile(
    r"\b(?:(?:nous|on)(?:,? (?:nous|on))? (?:la |le |l')?(?:porte|porterait|portera|portons|porterons|pilote"
    r"|pilotons)\b"
    r"|c'est nous qui (?:la |le |l')?(?:portons|porte|pilotons)|portee? par (?:nous|nos soins|mes soins|notre "
    r"(?:structure|service|association)))"
)


_WE_NAMED = re.compile(r"(?:(?<=^)|(?<=[.\n¶])|(?<=[.\n¶] )|(?<=bonjour, ))nous, (?P<b>[^,.;\n¶]{3,70}), (?=\w+ons\b)")


def _read_ourselves(work: Work, reading: Reading) -> None:
    """« Je suis du service enfance …, nous on porte »: the body she writes from carries."""
    named = _WE_NAMED.search(work.folded)
    if named and is_body(work.text[named.start("b") : named.end("b")]):
        said = trim(work.text[named.start("b") : named.end("b")])
        reading.state(
            "porteurs", said, "c'est la structure qui demande l'action : à confirmer comme porteur", sure=False
        )
        work.blank(named.start() + 4, named.end() - 1)
    carry, self_ = _WE_CARRY.search(work.folded), _SELF.search(work.folded)
    if not carry:
        return
    work.strike(carry.start(), carry.end())
    if self_ and is_body(work.text[self_.start("b") : self_.end("b")]):
        reading.state("porteurs", trim(work.text[self_.start("b") : self_.end("b")]))
        work.strike(self_.start(), self_.end())
    else:
        reading.questions.append(
            "Vous portez l'action : quel est le nom de votre structure ? (c'est elle qui en répond)"
        )


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


def _share_of(work: Work, start: int) -> int:
    """Where « à hauteur de 50 % » ends, after who finances."""
    match = re.compile(r"\s*(?:a hauteur d|pour|a \d)[^.;,¶\n]*%").match(work.folded, start)
    return match.end() if match else start


_QUOTED = re.compile(
    r"(?:(?:nouvelle |notre |le |la |l'|une? |ce |cette )?(?:fiches?(?:[ -]actions?)?|actions?|projets?"
    r"|dispositif|demarche|operation)"
    r"(?: (?:de|du|d'|n° ?[\d.]+|nomme[e]?|intitulee?|baptisee?|appelee?|sur|pour|concernant|concernera|concerne"
    r"|portera|porte|s'appelle|s'intitule|a produire|a rediger|le|la|un|une))*\s*:?\s*)[«\"“]\s*"
)


def _read_quoted_title(work: Work, reading: Reading) -> None:
    """« notre projet de « Maison des parents » »: what stands between the quotes is the title."""
    match = _QUOTED.search(work.folded)
    close = re.compile(r"\s*[»\"”]").search(work.text, match.end()) if match else None
    if match is None or close is None or not 4 <= close.start() - match.end() <= 140:
        return
    reading.state("titre", work.text[match.end() : close.start()])
    work.strike(match.start(), close.end())


def _read_axis(work: Work, reading: Reading) -> None:
    """« Dans le cadre de l'axe 2 de la CTG »."""
    match = re.search(
        (
            r"(?:dans le cadre de |au titre de |en lien avec )?l'axe (?P<n>\d+)(?: de (?:la"
            r"|notre) (?:ctg|convention)[^,.;¶]{0,40})?\s*,?"
        ),
        work.folded,
    )
    if match:
        reading.state("axe", f"Axe {match['n']}")
        work.strike(match.start(), match.end())
    headed = re.search(
        r"(?:(?<=^)|(?<=[.\n¶])|(?<=[.\n¶] ))axe (?:n°\s*)?\d+\s*[-–:]\s*(?P<a>[^.\n¶]{3,120})", work.folded
    )
    if headed:
        reading.state("axe", work.text[headed.start("a") : headed.end("a")])
        work.strike(headed.start(), headed.end())
    numbered = re.search(r"\b(?:fiche(?:[ -]action)?|action)\s*(?:n°\s*)?(?P<n>\d+\.\d+)\s*[-–:]\s*(?=\w)", work.folded)
    if numbered:
        reading.state("numero", numbered["n"])
        work.strike(numbered.start(), numbered.end())


def _read_cues(work: Work, reading: Reading) -> None:
    """Fill the fields that cues announce, in order, then strike them out."""
    cues = find_cues(work)
    spans: list[tuple[int, int]] = []
    for index, cue in enumerate(cues):
        end = value_end(work, cues, index)
        if cue.champ in BODY_FIELDS:
            end = body_end(work.folded, work.text, cue.end, end)
        words = work.text[cue.end : end]
        if re.search(r"\w", words) and fill(cue.champ, words, reading):
            spans.append((cue.start, end))
    for start, end in spans:
        work.strike(start, end)
