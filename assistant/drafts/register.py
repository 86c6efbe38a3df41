"""The register of what is still open in a draft: inferences to confirm, gaps to fill, contradictions to settle.

It is derived from the draft each time it is read. An entry closes when the coordinator removes its cause (a field
filled, a date corrected) or lifts it herself; no proposal of the program ever closes one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.drafts.contents import is_single, label, same
from assistant.drafts.model import PointOuvert
from assistant.drafts.operations import accept, add
from corpus.errors import UsageError
from corpus.fiche import CHAMPS, LigneBudget, Personne

if TYPE_CHECKING:
    from collections.abc import Iterator

    from assistant.drafts.model import Contenu, Draft

NAMES = {"hypothese": "hypothèse", "manque": "manque", "contradiction": "contradiction"}
"""How each nature of entry is named to the coordinator."""


def register(draft: Draft) -> list[PointOuvert]:
    """Every entry of the register as the draft now stands, lifted ones included."""
    known = {_key(point): point for point in draft.registre}
    found = [known.get(_key(point), point) for point in _found(draft)]
    return [*(_held(point, draft) for point in draft.registre if point.ecrit), *found]


def open_register(draft: Draft) -> list[PointOuvert]:
    """The entries that are still open, in the order in which they are numbered (from 1)."""
    return [point for point in register(draft) if point.etat == "ouvert"]


def with_register(draft: Draft) -> Draft:
    """The draft with its register brought up to date."""
    return draft.model_copy(update={"registre": register(draft)})


def lift(draft: Draft, number: int) -> Draft:
    """Lift the open entry of this number: what it held back is written, what it doubted is accepted.

    Raises :class:`UsageError` when there is no such entry.
    """
    points = open_register(draft)
    if not 1 <= number <= len(points):
        raise UsageError(
            f"Il n'y a pas de point {number} au registre.",
            f"Les points ouverts vont de 1 à {len(points)}." if points else "Aucun point n'est ouvert.",
        )
    point = points[number - 1]
    draft = with_register(draft)
    lifted = [p.model_copy(update={"etat": "leve"}) if p is point or p == point else p for p in draft.registre]
    for value in point.ecrit:
        draft = add(draft, value.champ, value.valeur)
    if point.vise and any(v.id == point.vise for v in draft.valeurs):
        draft = accept(draft, point.vise)
    return draft.model_copy(update={"registre": lifted})


def reopen(draft: Draft, text: str) -> Draft:
    """Open again the lifted entries that hold these words."""
    points = [
        p.model_copy(update={"etat": "ouvert"}) if p.etat == "leve" and text in p.texte else p for p in register(draft)
    ]
    return draft.model_copy(update={"registre": points})


def _held(point: PointOuvert, draft: Draft) -> PointOuvert:
    """A computed value: open until it is in the draft, whatever was undone since."""
    there = all(any(v.champ == w.champ and same(v.valeur, w.valeur) for v in draft.of(w.champ)) for w in point.ecrit)
    return point.model_copy(update={"etat": "leve" if there else "ouvert"})


def _key(point: PointOuvert) -> tuple[str, str | None, str]:
    return point.nature, point.champ, point.texte


def _found(draft: Draft) -> Iterator[PointOuvert]:
    """What the draft itself shows to be open: doubts, contradictions, then gaps."""
    for value in draft.valeurs:
        first = next(iter(draft.of(value.champ, proposals=False)), None)
        if value.etat == "a_verifier" and (not is_single(value.champ) or value is first):
            said = f"{label(value.champ)} : « {_words(value.valeur)} » est une déduction à confirmer."
            yield PointOuvert(nature="hypothese", champ=value.champ, texte=said, vise=value.id)
    for alert in draft.alertes:
        yield PointOuvert(nature="contradiction", texte=alert)
    for cle, champ in CHAMPS.items():
        if not champ.obligatoire:
            continue
        parts = ("echeances.debut", "echeances.fin") if champ.nature == "echeances" else (cle,)
        for part in parts:
            if not draft.of(part, proposals=False):
                yield PointOuvert(nature="manque", champ=part, texte=f"{label(part)} : à remplir ou à accepter.")


def _words(content: Contenu) -> str:
    if isinstance(content, Personne):
        return ", ".join(part for part in content.model_dump().values() if part)
    if isinstance(content, LigneBudget):
        return content.libelle or content.poste
    return content
