"""Messages that state something: « c'est la MSA qui porte », « fin en 2027 », « public : … »."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from assistant.drafting.amendments.targets import field_in
from assistant.drafting.held import held_points
from assistant.drafting.model import Reading
from assistant.drafting.reading.bodies import is_body, split_list, trim
from assistant.drafting.reading.budget import read_budget
from assistant.drafting.reading.budget_lines import AMOUNT
from assistant.drafting.reading.carrier_patterns import CARRIES, WHO_CARRIES
from assistant.drafting.reading.cues import find_cues, value_end
from assistant.drafting.reading.dates import read_dates
from assistant.drafting.reading.fields import BODY_FIELDS, body_end, fill
from assistant.drafting.reading.people import read_people
from assistant.drafting.reading.privacy import strike_private
from assistant.drafting.reading.spelling import spell
from assistant.drafting.reading.text import Work, same_length_fold, tidy
from assistant.drafts import operations as op
from assistant.drafts.contents import is_single
from assistant.drafts.model import Draft

if TYPE_CHECKING:
    from assistant.drafting.model import Statement
    from assistant.drafting.reading.names import Names

_IS = re.compile(
    r"^\W*(?:(?:finalement|en fait|plutot|non|oui|alors|donc|et|pour)[\s,]+)*(?:le |la |les "
    r"|l'|notre |nos |son |sa |nouveau |nouvelle |nouvel )?(?P<f>[a-z°' -]{2,40}?)(?: de la fiche| de l'action|"
    r" du projet)?\s*(?:\(?nouve(?:au|lle)\)?\s*)?"
    r"(?:(?:a )?change\s*:|(?:doit|doivent|devrai(?:t|ent)) etre\s*:?|:|=|c'est|ce sera|ce sont|est (?:repousse"
    r"|avance|decale|reporte|prolonge)e? (?:a|en"
    r"|au|jusqu'en|jusqu'a)|est(?: plutot| finalement)?|sera|sont|seront|devient|passe a"
    r"|passe en)\s*(?:plutot |bien |finalement )?"
)
_WHO = re.compile(r"^\W*(?:(?:finalement|en fait|plutot|non|oui|alors|donc)[\s,]+)*")


def state(draft: Draft, clause: str, names: Names) -> tuple[Draft, list[str]]:
    """The draft with what a clause states, and what to tell (private data left out, contradictions)."""
    reading = Reading()
    text = spell(clause, names).text
    lead = _WHO.match(same_length_fold(text))
    text = text[lead.end() :] if lead else text
    labelled = _labelled(text, draft)
    if labelled:
        return _apply(draft, *labelled), []
    work = Work(text)
    strike_private(work, reading)
    if AMOUNT.search(work.text):
        read_budget(work, reading)
    read_people(work, reading)
    _carriers(work, reading)
    read_dates(work, reading)
    _cues(work, reading)
    for statement in reading.statements:
        draft = _merge(draft, statement)
    if reading.held:
        draft = draft.model_copy(update={"registre": [*draft.registre, *held_points(reading)]})
    return draft, [a for a in reading.alertes if "Deux" not in a]


def _labelled(text: str, draft: Draft) -> tuple[str, str] | None:
    """« Le titre devient X », « lieu : X »: the field and its words."""
    match = _IS.match(same_length_fold(text))
    if not match:
        return None
    named = field_in(match["f"], draft)
    if (
        named is None
        or named[1] > 0
        or named[2] < len(match["f"].rstrip())
        or named[0].startswith(("budget", "personnes"))
    ):
        return None
    words = text[match.end() :].strip(' «»"“”.')
    if not re.search(r"\w", words):
        return None
    if named[0] in ("porteurs", "partenaires") and not is_body(words) and "qui" in words.split():
        return None
    return named[0], words


def _apply(draft: Draft, champ: str, words: str) -> Draft:
    """A labelled value: a single field is set, who carries is replaced, a list grows."""
    if champ.startswith("echeances."):
        return op.set_text(draft, champ, tidy(re.sub(r"^(?:en|à|au|le|pour|vers)\s+", "", words)))
    if is_single(champ):
        words = (
            re.sub(r"^(?:les|des|aux|le|la|l['’])\s*(?=\w)", "", words)
            if champ in ("public_cible", "lieu") and not words.startswith(("Le ", "La ", "Les "))
            else words
        )
        return op.set_text(draft, champ, tidy(words))
    reading = Reading()
    fill(champ, words, reading)
    if champ == "porteurs":
        return _carried_by(draft, [str(s.valeur) for s in reading.statements])
    for item in [str(s.valeur) for s in reading.statements] or split_list(words):
        draft = op.add(draft, champ, item)
    return draft


def _carried_by(draft: Draft, carriers: list[str]) -> Draft:
    """Who carries the action changes: the new carriers take the place of those that stood there."""
    if not carriers:
        return draft
    for value in draft.of("porteurs"):
        draft = op.refuse(draft, value.id) if value.origine == "corpus" else op.remove(draft, value.id)
    for carrier in carriers:
        draft = op.add(draft, "porteurs", trim(carrier))
    return draft


def _carriers(work: Work, reading: Reading) -> None:
    for pattern in (WHO_CARRIES, CARRIES):
        for match in list(pattern.finditer(work.folded)):
            who = work.text[match.start("who") : match.end("who")]
            if is_body(who) and fill("porteurs", who, reading):
                work.strike(match.start(), match.end())


def _cues(work: Work, reading: Reading) -> None:
    cues = find_cues(work)
    for index, cue in enumerate(cues):
        end = value_end(work, cues, index)
        if cue.champ in BODY_FIELDS:
            end = body_end(work.folded, work.text, cue.end, end)
        words = work.text[cue.end : end]
        bare = field_in(work.text[cue.start : cue.end].strip(" ,.;"), Draft(id="-"))
        label_only = bare and bare[1] == 0 and bare[2] >= len(work.text[cue.start : cue.end].strip(" ,.;"))
        if label_only and not is_single(cue.champ) and cue.champ not in BODY_FIELDS:
            continue
        if re.search(r"\w", words) and cue.champ != "titre":
            fill(cue.champ, words, reading)


def _merge(draft: Draft, statement: Statement) -> Draft:
    """A statement of a later message: it replaces the one text of a field, or who carries; it adds to a list."""
    champ, value = statement.champ, statement.valeur
    if isinstance(value, str) and is_single(champ):
        return op.set_text(draft, champ, value)
    if champ == "porteurs" and isinstance(value, str) and statement.raison != "copilote":
        return _carried_by(draft, [value])
    return op.add(draft, champ, value)
