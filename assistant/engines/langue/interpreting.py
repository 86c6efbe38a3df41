"""What a model reads in a message the embedded reading did not understand: only the coordinator's words are kept."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from assistant.checks.checker import facts_missing
from assistant.checks.ground import ground_of
from assistant.drafting.amendments.targets import described_by
from assistant.drafts import operations as op
from assistant.drafts.contents import is_single, label
from assistant.drafts.model import BUDGET_PARTS, PARTS
from assistant.engines.langue.drafting import stated
from assistant.engines.langue.schemas import Interpretation
from assistant.engines.langue.tasks import one_line
from corpus.errors import UsageError
from corpus.fiche import CHAMPS
from corpus.text.folding import fold, words
from corpus.text.french import stems

if TYPE_CHECKING:
    from assistant.drafts.model import Draft, Valeur
    from assistant.engines.langue.schemas import Change, Intention
    from assistant.engines.langue.tasks import Desk

FIELDS = tuple(
    champ
    for champ in (*(c for c, form in CHAMPS.items() if form.nature not in ("echeances", "budget")), *PARTS[:2])
    if champ not in BUDGET_PARTS
)
"""The fields a message may change through a model; a budget is made of lines, which it has its own screen for."""
_DENIED = re.compile(r"\b(?:pas|sans|ni|aucune?|jamais|sauf|hormis|hors|plus|non)(?: \w+){0,4} $")
_BEFORE = 60
"""Characters looked at before a value, for what denies it."""
WHY = "compris par le modèle « {name} » dans vos mots"


@dataclass(frozen=True, slots=True)
class Understood:
    """What a model read in a message: what is wanted, the draft with what holds, and what was dropped, in French."""

    intention: Intention
    draft: Draft
    dropped: tuple[str, ...] = ()


def interpret(desk: Desk, message: str, draft: Draft, before: str = "") -> Understood:
    """What a message changes in a draft. What is not in its words is dropped; what is kept waits to be confirmed."""
    name = desk.session.endpoint.name
    values = {
        "message": desk.hidden(message),
        "champs": ", ".join(FIELDS),
        "fiche": desk.hidden(stated(draft)),
        "conversation": desk.hidden(before) or "(rien)",
    }
    found = desk.ask("interpreter", Interpretation, values)
    after, dropped = draft, []
    for change in found.changements:
        revealed = change.model_copy(
            update={part: one_line(desk.mask.reveal(getattr(change, part))) for part in ("valeur", "ancien")}
        )
        wrong = _unsaid(revealed, message)
        try:
            after = after if wrong else _applied(after, revealed)
        except UsageError as error:
            wrong = error.message
        if wrong:
            dropped.append(f"« {revealed.valeur or revealed.ancien or revealed.champ} » : {wrong}")
    return Understood(found.intention, _to_confirm(draft, after, WHY.format(name=name)), tuple(dropped))


def _unsaid(change: Change, message: str) -> str:
    """Why a change is none of the coordinator's: its words are not hers, or she denied them."""
    words_of = change.valeur or (change.ancien if change.action == "enlever" else "")
    if not words_of:
        return "aucune valeur"
    ground = ground_of([message])
    if list(facts_missing(words_of, ground)) or ground.share_of(stems(words_of)) < 1:
        return "ces mots ne sont pas dans votre message"
    if change.action == "enlever":
        return ""
    folded, wanted = " ".join(words(message)), " ".join(words(words_of))
    place = folded.find(wanted)
    if place >= 0 and _DENIED.search(f"{folded[max(place - _BEFORE, 0) : place].rstrip()} "):
        return "votre message le nie"
    return ""


def _applied(draft: Draft, change: Change) -> Draft:
    """The draft with a change; raises ``UsageError`` when its field, or what it replaces, is not there."""
    champ = next((c for c in FIELDS if fold(change.champ) in (fold(c), fold(label(c)))), None)
    if champ is None:
        raise UsageError(f"le champ « {change.champ[:40]} » ne se remplit pas ainsi")
    if change.action == "enlever":
        target = _meant(draft, champ, change.ancien or change.valeur)
        return op.refuse(draft, target.id) if target.origine != "utilisateur" else op.remove(draft, target.id)
    if is_single(champ):
        return op.set_text(draft, champ, change.valeur)
    if change.action == "remplacer" and draft.of(champ, proposals=False):
        return op.edit(draft, _meant(draft, champ, change.ancien).id, change.valeur)
    return op.add(draft, champ, change.valeur)


def _meant(draft: Draft, champ: str, text: str) -> Valeur:
    values = draft.of(champ)
    settled = draft.of(champ, proposals=False)
    found = described_by(text, values) or (settled if len(settled) == 1 and not text else [])
    if not found:
        raise UsageError(f"je ne sais pas de quelle valeur de « {label(champ)} » il s'agit")
    return found[0]


def _to_confirm(before: Draft, after: Draft, why: str) -> Draft:
    """The draft in which what the model placed waits for the coordinator's word."""
    known = {v.id: v for v in before.valeurs}

    def marked(value: Valeur) -> Valeur:
        former = known.get(value.id)
        placed = value.etat in ("accepte", "modifie") and (
            former is None or former.valeur != value.valeur or former.etat in ("propose", "refuse")
        )
        return value.model_copy(update={"etat": "a_verifier", "raison": why}) if placed else value

    return after.model_copy(update={"valeurs": [marked(value) for value in after.valeurs]})
