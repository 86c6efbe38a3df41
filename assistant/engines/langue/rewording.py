"""A value said in other words: a proposal beside it, shown as a difference, with its facts and none other."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from assistant.checks.checker import Source, check
from assistant.checks.contacts import contacts
from assistant.checks.ground import ground_of
from assistant.checks.names import names
from assistant.checks.numbers import figures
from assistant.checks.text import said
from assistant.drafts import operations as op
from assistant.drafts.contents import label, same
from assistant.drafts.model import Valeur
from assistant.engines.langue.faults import EngineError
from assistant.engines.langue.schemas import Wording
from assistant.engines.langue.tasks import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from assistant.drafts.model import Draft
    from assistant.engines.langue.engine import LanguageEngine
    from assistant.engines.langue.tasks import Desk
    from corpus.indexing import Corpus

MOST = 3
"""Values said in other words at once."""


@dataclass(frozen=True, slots=True)
class Reworded:
    """Other words for a text, or why those of the model were turned down, in French."""

    texte: str = ""
    refus: str = ""


def rephrase(desk: Desk, champ: str, texte: str, consigne: str = "") -> Reworded:
    """A text in other words; turned down when a fact comes, goes or turns round."""
    values = {"champ": label(champ), "consigne": desk.hidden(consigne) or "aucune", "texte": desk.hidden(texte)}
    found = one_line(desk.mask.reveal(desk.ask("reformuler", Wording, values).texte))
    added = check(f"{found} [1]", [Source(1, texte)]).findings
    if added:
        return Reworded(refus=said(added[0]))
    lost = next(_lost(texte, found), "")
    if lost:
        return Reworded(refus=f"« {lost} » n'y est plus")
    turned = [f for f in check(f"{texte} [1]", [Source(1, found)]).findings if f.kind == "negation"]
    if turned:
        return Reworded(refus="une négation n'y est plus")
    return Reworded(refus="les mots sont les mêmes") if same(texte, found) else Reworded(found)


def _lost(before: str, after: str) -> Iterator[str]:
    """The figures, dates, contacts and names of a text that are no longer there."""
    ground = ground_of([after])
    yield from (f.text for f in figures(before) if not ground.holds_figure(f))
    yield from (c.text for c in contacts(before) if not ground.holds_contact(c))
    yield from (n.text for n in names(before) if not ground.holds_name(n))


def reword(
    engine: LanguageEngine, draft: Draft, targets: Sequence[Valeur], consigne: str, corpus: Corpus
) -> tuple[Draft, list[str]]:
    """The draft with other words proposed for these values, and one line a value: the difference, or why there is none.

    A failure of the endpoint leaves what was already proposed, and is told.
    """
    told: list[str] = []
    try:
        with engine.session() as session:
            desk = engine.desk(session, corpus)
            for target in targets[:MOST]:
                found = rephrase(desk, target.champ, str(target.valeur), consigne)
                draft = _offered(draft, target, found.texte, engine.name) if found.texte else draft
                told += _difference(target, found, engine.name)
    except EngineError as error:
        told.append(f"{error.message} Rien d'autre n'a changé. {error.next_step}".strip())
    return draft, told


def _offered(draft: Draft, target: Valeur, texte: str, name: str) -> Draft:
    """The draft with these words beside the value; those proposed for it before are set aside."""
    values = [v.model_copy(update={"etat": "refuse"}) if v.is_rewording and v.remplace == target.id else v
              for v in draft.valeurs]  # fmt: skip
    proposal = Valeur(
        champ=target.champ,
        valeur=texte,
        origine="modele",
        etat="propose",
        citation=target.citation,
        remplace=target.id,
        raison=f"reformulé par le modèle « {name} »",
    )
    return op.offer(draft.model_copy(update={"valeurs": values}), [proposal], "reformulation proposée")


def _difference(target: Valeur, found: Reworded, name: str) -> list[str]:
    if not found.texte:
        return [f"{label(target.champ)} : la reformulation du modèle « {name} » est écartée ({found.refus})."]
    return [
        f"{label(target.champ)}, reformulé par le modèle « {name} » :",
        f"Avant : {target.valeur}",
        f"Après : {found.texte}",
    ]
