"""Running every rule on a fiche or on a draft, and gathering all the findings at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.drafts.contents import belongs, label
from assistant.validation.chain import FOLLOWED, followers, unfollowed
from assistant.validation.completeness import completeness
from assistant.validation.context import ValidationContext
from assistant.validation.model import Constat, Validation
from assistant.validation.registry import RULES
from assistant.validation.typography import plural, short, unbreakable
from corpus.fiche import CHAMPS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from assistant.drafts.model import Draft, Valeur
    from corpus.fiche import FicheAction

_SEVERITY = {"erreur": 0, "avertissement": 1, "conseil": 2}
_ORDER = {cle: rank for rank, cle in enumerate(CHAMPS)}
PENDING = "proposition_en_attente"
TO_CHECK = "valeur_a_verifier"


def validate(fiche: FicheAction, context: ValidationContext | None = None) -> Validation:
    """All the findings of every rule on a fiche, the most serious first, then in the order of the form."""
    around = context or ValidationContext()
    return _gathered(fiche, (found for rule in RULES.values() for found in rule(fiche, around)))


def validate_draft(draft: Draft, context: ValidationContext | None = None) -> Validation:
    """All the findings on the settled values of a draft; what still waits for the coordinator is a finding too.

    A required field that only a proposal would fill is an error, ``proposition_en_attente``, in place of
    ``champ_obligatoire``; other proposals give advice, and values to be checked a warning.
    """
    fiche = draft.fiche(proposals=False)
    found = [
        _pending(draft, constat) or _with_candidates(draft, fiche, constat)
        for constat in validate(fiche, context).constats
    ]
    asked = {constat.champ for constat in found if constat.regle == PENDING}
    return _gathered(fiche, [*found, *_waiting(draft, asked), *_to_check(draft)])


def _gathered(fiche: FicheAction, constats: Iterable[Constat]) -> Validation:
    ordered = sorted(constats, key=lambda c: (_SEVERITY[c.niveau], _ORDER.get((c.champ or "").split(".")[0], 99)))
    valid = not any(c.niveau == "erreur" for c in ordered)
    return Validation(valide=valid, constats=ordered, completude=completeness(fiche))


def _proposals(draft: Draft, champ: str) -> list[Valeur]:
    return [v for v in draft.valeurs if v.etat == "propose" and belongs(v.champ, champ)]


def _pending(draft: Draft, constat: Constat) -> Constat | None:
    """The finding that stands for an empty required field when proposals wait in it."""
    proposals = _proposals(draft, constat.champ or "") if constat.regle == "champ_obligatoire" else []
    if not proposals:
        return None
    offered = proposals[0].valeur
    example = f" : « {short(offered)} »" if isinstance(offered, str) else ""
    count = "qu'une proposition" if len(proposals) == 1 else f"que {len(proposals)} propositions"
    message = f"« {label(proposals[0].champ)} » n'a {count} à décider{example}."
    return Constat(
        regle=PENDING,
        niveau="erreur",
        champ=constat.champ,
        message=unbreakable(message),
        piste="Proposition à accepter ou refuser, ou à remplacer par vos mots.",
    )


def _with_candidates(draft: Draft, fiche: FicheAction, constat: Constat) -> Constat:
    """The finding on an item that no indicator follows, with the proposed indicators that would."""
    champ = constat.champ or ""
    if champ not in FOLLOWED or not constat.regle.endswith("_sans_indicateur"):
        return constat
    proposed = [str(value.valeur) for value in _proposals(draft, "indicateurs")]
    candidates = list(dict.fromkeys(i for text in unfollowed(fiche, champ) for i in followers(text, proposed)))
    if not candidates:
        return constat
    offered = ", ".join(f"« {short(text)} »" for text in candidates[:2])
    return constat.model_copy(update={"piste": unbreakable(f"{constat.piste} Proposé, à accepter : {offered}.")})


def _waiting(draft: Draft, asked: set[str | None]) -> Iterator[Constat]:
    for champ in dict.fromkeys(v.champ for v in draft.valeurs if v.etat == "propose"):
        if champ not in asked:
            count = plural(len(_proposals(draft, champ)), "proposition")
            yield Constat(
                regle=PENDING,
                niveau="conseil",
                champ=champ,
                message=unbreakable(f"« {label(champ)} » garde {count} à décider."),
                piste="Acceptez ce qui vous convient, refusez le reste : une proposition n'est pas exportée.",
            )


def _to_check(draft: Draft) -> Iterator[Constat]:
    for value in draft.valeurs:
        if value.etat == "a_verifier":
            said = f" ({short(value.raison)})" if value.raison else ""
            shown = short(value.valeur) if isinstance(value.valeur, str) else label(value.champ)
            yield Constat(
                regle=TO_CHECK,
                niveau="avertissement",
                champ=value.champ,
                message=unbreakable(f"« {shown} » est à confirmer dans « {label(value.champ)} »{said}."),
                piste="Acceptez cette valeur si elle est juste, sinon modifiez-la.",
            )
