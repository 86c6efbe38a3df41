"""The orders a message may give, each a function from a draft and a clause to a new draft, or ``None``."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from assistant.drafting.amendments import words as w
from assistant.drafting.amendments.targets import content_words, field_in, ranks_in, values_meant
from assistant.drafting.questions import DECLINED
from assistant.drafting.reading.bodies import split_bodies, split_list, surely_body, trim
from assistant.drafting.reading.text import same_length_fold, tidy
from assistant.drafts import operations as op
from assistant.drafts.contents import is_single
from corpus.errors import UsageError
from corpus.fiche import LigneBudget, Personne

if TYPE_CHECKING:
    from collections.abc import Sequence

    from assistant.drafts.model import Draft, Valeur

BODIES = frozenset({"partenaires", "porteurs"})


def rest_after(pattern: re.Pattern[str], clause: str) -> str | None:
    """What follows a verb at the head of a clause, polite words aside; ``None`` when it is not there."""
    folded = same_length_fold(clause)
    lead = w.LEAD.match(folded)
    start = lead.end() if lead else 0
    match = pattern.match(folded, start)
    if match is None and start:
        match = pattern.match(folded)
    return clause[match.end() :].strip() if match else None


def accept(draft: Draft, clause: str) -> Draft | None:
    """« Accepte tout », « accepte les indicateurs », « je garde le deuxième effet »."""
    rest = rest_after(w.ACCEPT, clause)
    if rest is None:
        return None
    but = _EXCEPT.search(same_length_fold(rest))
    if but:
        return _accept_but(draft, rest[: but.start()], rest[but.end() :])
    named = field_in(rest, draft)
    if not named and (w.ALL.search(same_length_fold(rest)) or not rest):
        return _confirm(op.accept_all(draft))
    values = [v for part in _fields_apart(rest, draft) for v in values_meant(part, draft)]
    for value in values:
        if value.etat in ("propose", "a_verifier"):
            if is_single(value.champ) and any(v.champ == value.champ for v in values[: values.index(value)]):
                continue
            draft = op.accept(draft, value.id)
    return draft


_EXCEPT = re.compile(r"[\s,]+(?:sauf|excepte|hormis|a part|mais pas|a l'exception (?:de|des|du))\s+")


def _accept_but(draft: Draft, what: str, but: str) -> Draft | None:
    """« Accepte tout sauf les indicateurs »: what is set apart stays as it is."""
    apart = {v.id for part in _fields_apart(but, draft) for v in values_meant(part, draft)}
    whole = w.ALL.search(same_length_fold(what)) or re.search(r"propositions?|reste", same_length_fold(what))
    values = draft.valeurs if whole else [v for part in _fields_apart(what, draft) for v in values_meant(part, draft)]
    seen: set[str] = set()
    for value in values:
        if value.id in apart or value.etat not in ("propose", "a_verifier"):
            continue
        if is_single(value.champ) and (
            value.champ in seen or (value.etat == "propose" and _is_set(draft, value.champ))
        ):
            continue
        seen.add(value.champ)
        draft = op.accept(draft, value.id)
    return draft if apart else None


def _is_set(draft: Draft, champ: str) -> bool:
    return bool(draft.of(champ, proposals=False))


def _fields_apart(rest: str, draft: Draft) -> list[str]:
    """« les besoins et les objectifs »: one part a field, when each part names one; else the words as they are."""
    parts = re.split(r"\s*,\s*(?:et\s+)?|\s+et\s+|\s+ainsi que\s+", rest)
    named = [field_in(re.sub(r"^(?:les? |la |l['’]|des |aux? )", "", part), draft) for part in parts]
    return parts if len(parts) > 1 and all(n is not None and n[1] == 0 for n in named) else [rest]


def confirm(draft: Draft, clause: str) -> Draft | None:
    """« Oui, c'est bien ça »: what was understood and is to confirm is accepted."""
    return _confirm(draft) if w.YES.match(same_length_fold(clause)) else None


def _confirm(draft: Draft) -> Draft:
    for value in [v for v in draft.valeurs if v.etat == "a_verifier"]:
        if not is_single(value.champ) or draft.of(value.champ, proposals=False)[:1] == [value]:
            draft = op.accept(draft, value.id)
    return draft


def remove(draft: Draft, clause: str) -> Draft | None:
    """« Enlève le deuxième indicateur », « sans la PMI », « refuse les effets »."""
    rest = rest_after(w.REFUSE, clause)
    rest = rest_after(w.REMOVE, clause) if rest is None else rest
    if rest is None:
        return None
    rest = re.sub(r"\s+(?:finalement|en fait|du coup|en définitive|svp|stp)\W*$", "", rest)
    for value in _removed(rest, draft):
        draft = op.refuse(draft, value.id) if value.origine != "utilisateur" else op.remove(draft, value.id)
    return draft


def _removed(rest: str, draft: Draft) -> list[Valeur]:
    """The values to take out; a list of bodies names several (« enlève la PMI et la Caf »)."""
    match = re.search(r"\s+(?:des|du|de la|dans les|de l')\s*(?=\w+\W*$)", same_length_fold(rest))
    if match and field_in(rest[match.start() :], draft) and re.search(r"\w{2}", rest[: match.start()]):
        named = field_in(rest[match.start() :], draft)
        champ = named[0] if named else None
        return [v for item in split_bodies(rest[: match.start()]) for v in values_meant(item, draft, champ)]
    apart = _fields_apart(rest, draft)
    if len(apart) > 1:
        return [v for part in apart for v in values_meant(part, draft)]
    if not field_in(rest, draft):
        return [v for item in split_bodies(rest) for v in values_meant(item, draft)]
    return values_meant(rest, draft)


def add(draft: Draft, clause: str) -> Draft | None:
    """« Ajoute le RPE aux partenaires », « ajoute un indicateur : nombre de séances »."""
    rest = rest_after(w.ADD, clause)
    if rest is None:
        return None
    target = _added_to(rest, draft) or _bodies_alone(rest)
    if target is None:
        return draft
    champ, items = target
    for item in items:
        draft = _put(draft, champ, item)
    return draft


def _bodies_alone(rest: str) -> tuple[str, list[str]] | None:
    """« Ajoute la PMI et le RPE »: bodies named without a field are partners."""
    items = split_bodies(rest)
    short = all(len(item.split()) <= 6 for item in items)
    return ("partenaires", items) if items and short and all(surely_body(item) for item in items) else None


def _added_to(rest: str, draft: Draft) -> tuple[str, list[str]] | None:
    folded = same_length_fold(rest)
    tail = re.search(
        (
            r"\s+(?:aux?|a la|a l'|dans les?|dans la|parmi les|comme|en tant que|en"
            r"|a)\s+(?:la liste des |les |le |la |l')?(?P<f>[a-z' -]+?)\W*$"
        ),
        folded,
    )
    named = field_in(rest[tail.start("f") :], draft) if tail else None
    if tail and named and named[1] == 0:
        return named[0], _items(named[0], rest[: tail.start()])
    head = re.match(
        (
            r"(?:comme |en |aux? |a la |dans les |encore )?(?:un |une |des |le |la |les |l'"
            r"|deux |trois |quatre |plusieurs |\d+ )?(?:nouve(?:au|lle|aux|lles) |autres? )?"
        ),
        folded,
    )
    start = head.end() if head else 0
    named = field_in(rest[start:], draft)
    if named and named[1] == 0:
        words = re.sub(r"^[\s:=,–-]+", "", rest[start + named[2] :])
        return (named[0], _items(named[0], words)) if re.search(r"\w", words) else None
    return None


def _items(champ: str, text: str) -> list[str]:
    if champ in BODIES:
        return split_bodies(text, one=champ == "porteurs")
    if is_single(champ) or champ == "personnes_en_charge":
        return [tidy(text.strip(" «»\"'“”"))]
    return [tidy(item.strip(" «»\"'“”")) for item in split_list(text) if item.strip(" «»\"'“”")]


def _put(draft: Draft, champ: str, item: str) -> Draft:
    if champ.startswith("budget") or not item:
        return draft
    return op.set_text(draft, champ, item) if is_single(champ) else op.add(draft, champ, item)


def replace(draft: Draft, clause: str) -> Draft | None:
    """« Remplace la PMI par le RPE », « reformule le deuxième indicateur en … », « change la date de fin : 2028 »."""
    rest = rest_after(w.REPLACE, clause)
    if rest is None:
        return None
    cut = _by(rest)
    if cut is None:
        return None
    what, new = rest[: cut[0]], tidy(rest[cut[1] :].strip(' «»"“”'))
    new = re.sub(r"^(?:mets|mettez|mettre|plutôt)\s+(?=\w)", "", new)
    if not re.search(r"\w", new):
        return None
    named = field_in(what, draft)
    if named and is_single(named[0]):
        return op.set_text(draft, named[0], trim(new) if named[0] == "lieu" else new)
    values = values_meant(what, draft)
    if not values:
        return _put(draft, named[0], new) if named and not ranks_in(what, 99) else None
    return _replaced(draft, values, new)


def _by(rest: str) -> tuple[int, int] | None:
    """Where what is replaced ends and what replaces it begins."""
    folded = same_length_fold(rest)
    quoted = re.search(r"[«\"“]", rest)
    limit = quoted.start() if quoted and quoted.start() > 0 else len(rest)
    found = [m for m in w.BY.finditer(folded, 0, limit + 1) if m.start() > 0]
    return (found[0].start(), found[0].end()) if found else None


def _replaced(draft: Draft, values: Sequence[Valeur], new: str) -> Draft:
    """The first value takes the new words, at its place; the others go when a whole field was meant."""
    first = next((v for v in values if v.etat != "propose"), values[0])
    content = trim(new) if first.champ in BODIES else new
    draft = op.edit(draft, first.id, content)
    if first.champ == "porteurs":
        for value in values:
            if value.id != first.id:
                draft = op.remove(draft, value.id)
    return draft


def undo(draft: Draft, clause: str) -> Draft | None:
    """« Annule », « annule les partenaires »."""
    folded = same_length_fold(clause)
    if w.UNDO.match(folded):
        return op.undo(draft) if draft.historique else None
    match = w.UNDO_FIELD.match(folded)
    named = field_in(clause[match.start("what") :], draft) if match else None
    if named is None:
        return None
    try:
        return op.undo_field(draft, named[0])
    except UsageError:
        return None


def leave_open(draft: Draft, clause: str) -> Draft | None:
    """« Je ne sais pas »: the field named, else the one asked last, is left as a marked gap."""
    folded = same_length_fold(clause)
    if not w.UNKNOWN.search(folded):
        return None
    named = field_in(clause, draft)
    champ = named[0] if named else asked_field(draft)
    if champ is None or champ.startswith("budget"):
        return None
    settled = draft.of(champ, proposals=False)
    if settled and not (is_single(champ) and all(v.etat == "a_verifier" for v in settled)):
        return draft
    if settled:
        return op.set_text(draft, champ, DECLINED)
    gap = Personne(nom=DECLINED) if champ == "personnes_en_charge" else DECLINED
    return op.add(draft, champ, gap)


def asked_field(draft: Draft) -> str | None:
    """The field the first pending question is about."""
    from assistant.drafting.questions import field_of

    return next((champ for champ in map(field_of, draft.questions) if champ), None)


def _line(line: LigneBudget) -> str:
    """A line of the budget in words: its label, its amount, the post it stands under."""
    from assistant.drafting.reading.budget_posts import euros

    amount = euros(line.montant) if line.montant is not None else "montant à préciser"
    place = line.sous_poste or line.poste
    name = line.libelle or place
    return f"{name}, {amount}" + (f" ({place})" if place.casefold() != name.casefold() else "")


def describe(value: Valeur) -> str:
    """A value as a reply names it."""
    text = content_words(value.valeur) if not isinstance(value.valeur, LigneBudget) else _line(value.valeur)
    return f"« {text[:80].rstrip()}… »" if len(text) > 80 else f"« {text} »"
