"""A message that only answers what was asked: « août 2027 », « 2.3 », « les parents se sentent isolés »."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from assistant.drafting.amendments.orders import asked_field
from assistant.drafting.lexicon.scope import OFF_TOPIC
from assistant.drafting.model import Reading
from assistant.drafting.reading.bodies import is_body
from assistant.drafting.reading.dates import MOMENT
from assistant.drafting.reading.fields import fill
from assistant.drafting.reading.publics import find_public, tidy_public
from assistant.drafting.reading.text import same_length_fold, tidy
from assistant.drafts import operations as op
from assistant.drafts.contents import is_single

if TYPE_CHECKING:
    from assistant.drafts.model import Draft

_DATE = re.compile(
    r"\W*(?:(?:ce sera|c'est|plutot|disons|alors|oui|en|a|au|pour|le|la|vers|jusqu'en|jusqu'a|jusqu'au)\s+|l'|a la )*"
    rf"(?P<m>{MOMENT})(?:\s+(?:merci|environ|svp))?\W*"
)
_NUMBER = re.compile(r"\W*(?:(?:le|la|fiche|numero|n°|c'est|ce sera)\s*)*(?P<n>\d+(?:\.\d+)+)\W*")
_NO_ANSWER = re.compile(
    r"\W*(?:(?:tu|vous|peux|pouvez|raconte|fai[st]|dis|dites|donne|explique|montre|cherche|trouve|ecri[st]"
    r"|redige|bonjour"
    r"|bonsoir|salut|merci|ok|d'accord|super|annule|non|oui|aide|stop|quitte|bravo|pourquoi|comment|qui|que|quoi|quel"
    r"|quelle|combien|est-ce|je (?:ne )?(?:comprends|veux|voudrais|souhaite|te|vous)|ajoute|enleve|supprime|retire"
    r"|change|remplace|accepte|refuse|mets|passe|reprends|continue|propose)\w*)\b"
)
_FREE = frozenset(
    "besoins objectifs_strategiques objectifs_operationnels indicateurs moyens effets_attendus description"
    " points_de_vigilance".split()
)
LEAST_WORDS, MOST_WORDS = 3, 60
"""Words of a free answer."""


def bare_answer(draft: Draft, text: str) -> Draft | None:
    """The draft with a date, a place or a number given alone, in the open field it fits; ``None`` otherwise."""
    folded = same_length_fold(text)
    date = _DATE.fullmatch(folded)
    if date:
        champ = _dated(draft)
        return op.set_text(draft, champ, text[date.start("m") : date.end("m")]) if champ else None
    number = _NUMBER.fullmatch(folded) if _is_open(draft, "numero") else None
    if number:
        return op.set_text(draft, "numero", number["n"])
    place = _PLACE.fullmatch(text.strip(" .!")) if _is_open(draft, "lieu") else None
    return op.set_text(draft, "lieu", place["p"]) if place else None


_PLACE = re.compile(
    r"(?:[Pp]lutôt |[Cc]e sera |[Cc]'est )?(?:[Àà]|[Ss]ur|[Dd]ans|[Aa]u|[Aa]ux)\s+(?P<p>(?:l['’]|la |le |les"
    r" )?[^,;.:?]{3,80})"
)


def _dated(draft: Draft) -> str | None:
    """The date that is missing: the one asked about, else the only one that is open."""
    asked = asked_field(draft)
    if asked in ("echeances.debut", "echeances.fin"):
        return asked
    missing = [part for part in ("echeances.debut", "echeances.fin") if _is_open(draft, part)]
    return missing[0] if len(missing) == 1 else None


def _is_open(draft: Draft, champ: str) -> bool:
    return not draft.of(champ, proposals=False)


def free_answer(draft: Draft, text: str) -> Draft | None:
    """The draft with a message nothing else understood, when it fits what was asked; ``None`` otherwise."""
    champ, folded = asked_field(draft), same_length_fold(text)
    if champ is None or text.rstrip().endswith("?") or _NO_ANSWER.match(folded) or OFF_TOPIC.search(folded):
        return None
    if not _fits(champ, text):
        return None
    reading = Reading()
    fill(champ, tidy_public(text) if champ == "public_cible" else text, reading)
    for statement in reading.statements:
        value = statement.valeur
        if is_single(champ) and isinstance(value, str):
            draft = op.set_text(draft, champ, value)
        else:
            draft = op.add(draft, statement.champ, value)
    return draft if reading.statements else None


def _fits(champ: str, text: str) -> bool:
    """Whether some words can be the value of a field."""
    count = len(tidy(text).split())
    if champ in _FREE:
        return LEAST_WORDS <= count <= MOST_WORDS
    if champ in ("porteurs", "partenaires"):
        return count <= 20 and is_body(text)
    if champ == "public_cible":
        return count <= 20 and find_public(text) is not None
    if champ == "lieu":
        return count <= 10 and bool(re.search(r"[A-ZÀ-Ý]", text))
    return champ == "groupe_projet" and LEAST_WORDS <= count <= 20
