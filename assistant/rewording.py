"""« Reformule l'objectif 2 »: which values are meant and how, and the coordinator's word on what a model proposed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from corpus.errors import UsageError

if TYPE_CHECKING:
    from assistant.drafts.model import Draft, Valeur
    from assistant.workshop import Turn, Workshop

_POLITE = (
    r"^\W*(?:(?:s'il (?:te|vous) plait|stp|svp|merci de|peux-tu|pouvez-vous|pourrais-tu|pourriez-vous|tu peux|"
    r"vous pouvez|je voudrais|j'aimerais|il faut|alors|donc|et|bon|ok)[\s,]+)*(?:me |nous |le |la |les )?"
)
_VERB = (
    r"(?:reformule[rz]?|re-?ecri(?:s|re|vez)|redi(?:s|re|tes)|simplifie[rz]?|raccourci(?:s|r|ssez)?|clarifie[rz]?|"
    r"ameliore[rz]?(?: la (?:redaction|formulation|tournure))?(?: d[eu]s?)?)\b"
)
_ASKS = re.compile(_POLITE + _VERB)
_STYLE = re.compile(
    r"(?:^|,\s*|\s+)(?:(?:en|de facon|de maniere|avec|dans un style|autrement)\s+)?"
    r"(?:plus|moins|mieux|autrement|sans jargon|une (?:seule )?phrase|deux phrases|(?:quelques|peu de) mots|"
    r"francais|langage|mots simples|des mots|(?:un )?style|(?:un )?verbe|l'infinitif|commencant par)\b.*$"
)
_ITS_OWN_STYLE = {"simplifi": "plus simple", "raccourci": "plus court", "clarifi": "plus clair"}
_NOUN = r"(?:\W+(?:la |cette |ta |votre |les |ces )?(?:nouvelles? )?(?:reformulation|formulation|version|tournure)s?)"
_YES = r"(?:oui|ok|d'accord|va pour|accepte[rz]?|j'accepte|je (?:la )?(?:prends|garde|retiens)|c'est mieux|parfait)"
_NO = (
    r"(?:(?:non\W+)?(?:je )?(?:prefere|garde[rz]?|gardons) (?:l'ancienne?|l'original|mes mots|la mienne|le mien)|"
    r"(?:non\W+)?(?:je )?(?:refuse[rz]?|rejette|ecarte[rz]?)|non)"
)
_ACCEPTS = re.compile(rf"^\W*{_YES}(?P<named>{_NOUN})?(?:\W+merci)?\W*$")
_DECLINES = re.compile(rf"^\W*{_NO}(?P<named>{_NOUN})?(?:\W+merci)?\W*$")
NEEDS_MODEL = (
    "Reformuler demande un modèle de langue : le moteur intégré n'écrit que les mots des conventions et les vôtres.\n"
    "Choisissez un moteur dans les réglages, ou relancez avec --moteur NOM. Sans modèle, « remplace l'objectif 2 "
    "par … » met vos propres mots."
)
WHICH = "Quelle valeur faut-il reformuler ?"
WHICH_NEXT = "Nommez-la : « reformule l'objectif 2 », « reformule le titre en plus court »."
DECIDE = "Dites « accepte » pour prendre cette formulation, « refuse » pour garder la vôtre."


@dataclass(frozen=True, slots=True)
class Asked:
    """Which values to say in other words, and how."""

    targets: tuple[Valeur, ...]
    consigne: str


def asked(draft: Draft, message: str) -> Asked | None:
    """What a message wants said in other words; ``None`` when it wants something else, or gives the words itself."""
    from assistant.drafting.amendments.orders import replace
    from assistant.drafting.amendments.targets import values_meant
    from assistant.drafting.reading.text import same_length_fold

    folded = same_length_fold(message)
    verb = _ASKS.match(folded)
    if verb is None:
        return None
    rest = message[verb.end() :].strip(" ?.!")
    style = _STYLE.search(same_length_fold(rest))
    if style is None and replace(draft, message) not in (None, draft):
        return None
    what = rest[: style.start()] if style else rest
    consigne = rest[style.start() :].strip(" ,") if style else ""
    implied = next((said for head, said in _ITS_OWN_STYLE.items() if head in verb[0]), "")
    found = values_meant(what, draft) if what.strip() else []
    targets = tuple(v for v in found if isinstance(v.valeur, str) and not v.is_rewording)
    return Asked(targets, ", ".join(part for part in (implied, consigne) if part))


def request_for(draft: Draft, value: Valeur, words: str = "") -> str:
    """The message that asks for other words for a value; words that name a field of their own ask for that one."""
    from assistant.drafting.amendments.targets import field_in
    from assistant.drafts.contents import is_single, label

    if words and field_in(words, draft):
        return f"Reformule {words}"
    name = label(value.champ)
    named = field_in(name, draft)
    short = name[named[1] : named[2]] if named else name
    rank = "" if is_single(value.champ) else f" {[v.id for v in draft.of(value.champ)].index(value.id) + 1}"
    return f"Reformule {short[0].lower()}{short[1:]}{rank}" + (f", {words}" if words else "")


def reworded(workshop: Workshop, draft: Draft, wanted: Asked, message: str) -> Turn:
    """The turn of a request for other words: a proposal beside each value, or why there is none."""
    from assistant.drafts.model import Message
    from assistant.workshop import Turn

    reword = getattr(workshop.engine, "reword", None)
    if reword is None:
        return Turn("refus", NEEDS_MODEL)
    if not wanted.targets:
        raise UsageError(WHICH, WHICH_NEXT)
    after, told = reword(draft, wanted.targets, wanted.consigne, workshop.corpus)
    if after.valeurs == draft.valeurs:
        return Turn("refus", "\n".join(told))
    reply = "\n".join([*told, DECIDE])
    said = [Message(de="vous", texte=message), Message(de="assistant", texte=reply)]
    after = after.model_copy(update={"messages": [*after.messages, *said]})
    workshop.drafts.save(after)
    return Turn("modification", reply, draft=after, changes=tuple(told))


def decided(draft: Draft, message: str, last: str) -> Draft | None:
    """The draft once the coordinator has accepted or refused the words proposed; ``None`` when she says neither.

    A bare « oui » or « non » is about them only just after they were proposed (``last`` is the last reply).
    """
    from assistant.drafting.reading.text import same_length_fold
    from assistant.drafts import operations as op

    pending = [v for v in draft.valeurs if v.is_rewording]
    folded = same_length_fold(message)
    yes, no = _ACCEPTS.match(folded), _DECLINES.match(folded)
    word = yes or no
    if not pending or word is None or not (word["named"] or DECIDE in last):
        return None
    after = draft
    for value in pending:
        after = op.accept(after, value.id) if yes else op.refuse(after, value.id)
    return op.as_one(draft, after, message[:80])
