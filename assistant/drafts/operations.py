"""What can be done to a draft: pure functions that return a new draft with one more entry in its history.

An operation that would change nothing returns the draft it was given, without a new entry. A value set aside
(``refuse``) stays in the draft: nothing a coordinator read is lost. Every function raises
:class:`corpus.errors.UsageError` for an unknown value, an unknown field or an empty content.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from assistant.drafts.contents import belongs, check_content, check_field, is_single, label, same
from assistant.drafts.model import Changement, Draft, Valeur, now
from corpus.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from assistant.drafts.model import Contenu

LONGEST_HISTORY = 200
"""Changes kept in a draft; the oldest are forgotten first."""

_QUOTED = 60


def accept(draft: Draft, value_id: str) -> Draft:
    """Accept a value; in a field of one text, whatever else stood there is set aside."""
    target = find(draft, value_id)
    values = _decide(draft.valeurs, target.model_copy(update={"etat": "accepte"}))
    return _changed(draft, values, f"accepté dans « {label(target.champ)} » : {_short(target.valeur)}")


def refuse(draft: Draft, value_id: str) -> Draft:
    """Set a value aside: it stays in the draft but no longer counts."""
    target = find(draft, value_id)
    values = _swap(draft.valeurs, target.model_copy(update={"etat": "refuse"}))
    return _changed(draft, values, f"écarté de « {label(target.champ)} » : {_short(target.valeur)}")


def edit(draft: Draft, value_id: str, contenu: Contenu) -> Draft:
    """Put the coordinator's words in place of a value; they keep the citation they rest on.

    Editing a proposal without changing a word accepts it.
    """
    target = find(draft, value_id)
    checked = check_content(target.champ, contenu)
    if checked == target.valeur:
        return accept(draft, value_id) if target.etat in ("propose", "refuse", "a_verifier") else draft
    edited = target.model_copy(update={"valeur": checked, "etat": "modifie", "origine": "utilisateur"})
    return _changed(
        draft, _decide(draft.valeurs, edited), f"modifié dans « {label(target.champ)} » : {_short(checked)}"
    )


def add(draft: Draft, champ: str, contenu: Contenu) -> Draft:
    """Add the coordinator's own value at the end of a field; in a field of one text it replaces the text.

    Words already proposed become hers and keep their citation; words already there change nothing.
    """
    checked = check_content(champ, contenu)
    known = next((v for v in draft.valeurs if v.champ == champ and same(v.valeur, checked)), None)
    if known and known.etat in ("accepte", "modifie") and known.origine == "utilisateur":
        return draft
    update = {"valeur": checked, "etat": "accepte", "origine": "utilisateur"}
    hers = known.model_copy(update=update) if known else Valeur.model_validate({"champ": champ, **update})
    values = draft.valeurs if known else [*draft.valeurs, hers]
    return _changed(draft, _decide(values, hers), f"ajouté à « {label(champ)} » : {_short(checked)}")


def set_text(draft: Draft, champ: str, texte: str) -> Draft:
    """Write the one text of a field in the coordinator's words; an empty text empties the field."""
    check_field(champ)
    if not is_single(champ):
        raise UsageError(f"« {label(champ)} » est une liste.", "Ajoutez, modifiez ou enlevez ses éléments un par un.")
    settled = draft.of(champ, proposals=False)
    if texte.strip():
        return edit(draft, settled[0].id, texte) if settled else add(draft, champ, texte)
    values = [v.model_copy(update={"etat": "refuse"}) if v in settled else v for v in draft.valeurs]
    return _changed(draft, values, f"vidé : « {label(champ)} »")


def remove(draft: Draft, value_id: str) -> Draft:
    """Take a value out of the draft; only the history keeps it."""
    target = find(draft, value_id)
    values = [v for v in draft.valeurs if v.id != value_id]
    return _changed(draft, values, f"enlevé de « {label(target.champ)} » : {_short(target.valeur)}")


def move(draft: Draft, value_id: str, rank: int) -> Draft:
    """Give a value the rank ``rank`` (from 1, as shown) among the values of its field that count."""
    target = find(draft, value_id)
    siblings = [v for v in draft.of(target.champ) if v.id != value_id]
    place = min(max(rank, 1), len(siblings) + 1) - 1
    ordered = iter([*siblings[:place], target, *siblings[place:]])
    moved = {v.id for v in siblings} | {value_id}
    values = [next(ordered) if v.id in moved else v for v in draft.valeurs]
    return _changed(draft, values, f"déplacé dans « {label(target.champ)} » : {_short(target.valeur)}")


def accept_all(draft: Draft, champ: str | None = None) -> Draft:
    """Accept every proposal of a field, or of the draft.

    A field of one text takes its first proposal, unless the coordinator has settled it: then nothing changes.
    """
    values = draft.valeurs
    for proposal in draft.valeurs:
        if proposal.etat != "propose" or (champ and not belongs(proposal.champ, champ)):
            continue
        if is_single(proposal.champ) and any(_settled(v) for v in values if v.champ == proposal.champ):
            continue
        values = _decide(values, proposal.model_copy(update={"etat": "accepte"}))
    return _changed(draft, values, f"tout accepté dans « {label(champ)} »" if champ else "tout accepté")


def offer(draft: Draft, proposals: Sequence[Valeur], quoi: str = "nouvelles propositions") -> Draft:
    """Put proposals beside what stands; one that repeats a value of its field, refused included, is left out."""
    values = list(draft.valeurs)
    for proposal in proposals:
        if not any(v.champ == proposal.champ and same(v.valeur, proposal.valeur) for v in values):
            values.append(proposal)
    return _changed(draft, values, quoi)


def undo(draft: Draft) -> Draft:
    """Take back the last change: the values are what they were before it."""
    if not draft.historique:
        raise UsageError("Il n'y a rien à annuler.", "Modifiez d'abord la fiche.")
    *earlier, last = draft.historique
    return _stamped(draft, list(last.avant), earlier)


def undo_field(draft: Draft, champ: str) -> Draft:
    """Take back the last change made to one field, leaving the others; this is itself a change."""
    current = [v for v in draft.valeurs if belongs(v.champ, champ)]
    for change in reversed(draft.historique):
        before = [v for v in change.avant if belongs(v.champ, champ)]
        if before != current:
            others = [v for v in draft.valeurs if not belongs(v.champ, champ)]
            return _changed(draft, [*others, *before], f"annulé dans « {champ} »")
    raise UsageError(f"Le champ « {champ} » n'a pas changé.", "Choisissez un champ modifié.")


def as_one(before: Draft, after: Draft, quoi: str) -> Draft:
    """Fold everything done between two states of a draft into one change, so that one undo takes it all back."""
    return _changed(after.model_copy(update={"historique": before.historique}), after.valeurs, quoi, before.valeurs)


def duplicate(draft: Draft, new_id: str) -> Draft:
    """A copy of a draft under another identifier, with its values and without its conversation."""
    fresh = {"id": new_id, "cree": now(), "modifie": now(), "historique": [], "messages": [], "saisie": ""}
    return draft.model_copy(update=fresh, deep=True)


def find(draft: Draft, value_id: str) -> Valeur:
    """The value that has this identifier."""
    for value in draft.valeurs:
        if value.id == value_id:
            return value
    raise UsageError(f"La valeur « {value_id} » n'est pas dans ce brouillon.", "Relisez le brouillon et recommencez.")


def _settled(value: Valeur) -> bool:
    return value.etat in ("accepte", "modifie", "a_verifier")


def _swap(values: Sequence[Valeur], new: Valeur) -> list[Valeur]:
    return [new if v.id == new.id else v for v in values]


def _decide(values: Sequence[Valeur], chosen: Valeur) -> list[Valeur]:
    """Put a decided value in its place; in a field of one text the others are set aside.

    What says another value in other words takes its place, and that value is set aside.
    """
    swapped = _swap(_in_place(values, chosen), chosen)
    if not is_single(chosen.champ):
        return swapped
    aside = {v.id for v in swapped if v.champ == chosen.champ and v.id != chosen.id and v.etat != "refuse"}
    return [v.model_copy(update={"etat": "refuse"}) if v.id in aside else v for v in swapped]


def _in_place(values: Sequence[Valeur], chosen: Valeur) -> list[Valeur]:
    """The values with a rewording where what it rewords stood, and that value set aside."""
    former = next((v for v in values if v.id == chosen.remplace), None)
    if former is None or former.etat == "refuse":
        return list(values)
    others = [v for v in values if v.id != chosen.id]
    place = others.index(former)
    return [*others[:place], chosen, former.model_copy(update={"etat": "refuse"}), *others[place + 1 :]]


def _changed(draft: Draft, values: Sequence[Valeur], quoi: str, avant: Sequence[Valeur] | None = None) -> Draft:
    before = draft.valeurs if avant is None else avant
    if list(values) == list(before):
        return draft
    entry = Changement(quoi=quoi, avant=list(before))
    return _stamped(draft, list(values), [*draft.historique, entry][-LONGEST_HISTORY:])


def _stamped(draft: Draft, values: list[Valeur], history: list[Changement]) -> Draft:
    titre = next((str(v.valeur) for v in values if v.champ == "titre" and _settled(v)), draft.titre)
    update = {"valeurs": values, "historique": history, "modifie": now(), "titre": titre}
    return draft.model_copy(update=update)


def _part(part: object) -> str:
    """A part of a person or of a line of the budget, an amount as French writes it."""
    if isinstance(part, Decimal | float):
        return f"{part:.2f} €".replace(".", ",").replace(",00 €", " €")
    return str(part)


def _short(contenu: Contenu) -> str:
    if isinstance(contenu, str):
        text = contenu
    else:
        text = ", ".join(_part(part) for part in contenu.model_dump().values() if part is not None)
    return text if len(text) <= _QUOTED else f"{text[: _QUOTED - 1].rstrip()}…"
