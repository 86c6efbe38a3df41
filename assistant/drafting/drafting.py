"""From a request to a draft: what is stated, what neighbours offer, what does not hold, what to ask."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.drafting.amendments.targets import content_words
from assistant.drafting.held import held_points
from assistant.drafting.knowledge import knowledge_of
from assistant.drafting.model import Drafting
from assistant.drafting.period import outside_the_convention
from assistant.drafting.proposals import proposals_for
from assistant.drafting.questions import next_questions
from assistant.drafting.reading import read_request
from assistant.drafts.contents import label
from assistant.drafts.model import Draft, Message, Valeur
from assistant.drafts.register import with_register
from assistant.validation.typography import plural
from corpus.text.folding import slug

if TYPE_CHECKING:
    from collections.abc import Sequence

    from assistant.drafting.model import Reading, Statement
    from assistant.engines import Engine
    from corpus.indexing import Corpus

_CHAIN = (
    "besoins",
    "objectifs_strategiques",
    "objectifs_operationnels",
    "description",
    "effets_attendus",
    "indicateurs",
)
"""The fields that only close fiches can help to fill: that none did is said."""


def draft_from(request: str, corpus: Corpus, engine: Engine | None = None) -> Drafting:
    """A draft of what a request states, with proposals from the corpus; declined when it asks for no fiche.

    The identifier is a provisional one, from the title: the store gives the final one.
    """
    knowledge = knowledge_of(corpus)
    reading = read_request(request, knowledge.names)
    if reading.motif:
        return Drafting(draft=None, refus=True, motif=reading.motif, message=reading.message)
    titre = next(iter(reading.texts("titre")), "")
    draft = Draft(
        id=slug(titre) if titre else "brouillon",
        titre=titre,
        demande=request,
        valeurs=[_value(s) for s in reading.statements],
        alertes=list(reading.alertes),
        registre=held_points(reading),
        moteur=engine.name if engine else "integre",
    )
    draft.alertes += outside_the_convention(draft, knowledge)
    draft.valeurs += proposals_for(draft, corpus)
    enrich = getattr(engine, "enrich", None)
    if enrich is not None:
        draft = enrich(draft, corpus)
    draft.questions = next_questions(draft, reading.questions)
    ask_next, note = getattr(engine, "ask_next", None), ""
    if ask_next is not None:
        draft.questions, note = ask_next(draft, corpus)
    draft = with_register(draft)
    message = "\n".join(part for part in (_message(draft, reading), note) if part)
    draft.messages = [Message(de="vous", texte=request), Message(de="assistant", texte=message)]
    return Drafting(draft=draft, message=message)


def propose(draft: Draft, corpus: Corpus, champs: Sequence[str] | None = None) -> Draft:
    """The draft with fresh proposals for its open fields, or for those asked for; what was refused stays out."""
    from assistant.drafts.operations import offer

    return offer(draft, proposals_for(draft, corpus, champs))


def _value(statement: Statement) -> Valeur:
    return Valeur(
        champ=statement.champ,
        valeur=statement.valeur,
        origine="utilisateur",
        etat="accepte" if statement.sure else "a_verifier",
        raison=statement.raison,
    )


def _to_confirm(unsure: list[Valeur]) -> str:
    """The inferences, each with its field, and how to confirm them all."""
    said = " ; ".join(f"{label(v.champ)} « {content_words(v.valeur)} »" for v in unsure[:MOST_TOLD])
    more = f" ; et {len(unsure) - MOST_TOLD} de plus" if len(unsure) > MOST_TOLD else ""
    head = "Une déduction est" if len(unsure) == 1 else f"{len(unsure)} déductions sont"
    return f"{head} à confirmer : {said}{more}. Répondez « oui » si c'est bien cela."


MOST_TOLD = 4
"""Inferences told one by one at the opening of a draft."""


def _message(draft: Draft, reading: Reading) -> str:
    """What was made of the request, in a few lines."""
    stated = len({v.champ.split(".")[0] for v in draft.valeurs if v.origine == "utilisateur"})
    offered = [v for v in draft.valeurs if v.etat == "propose"]
    lines = (
        [f"J'ai repris ce que vous avez dit dans {plural(stated, 'champ')}."]
        if stated
        else ["Le brouillon est ouvert, encore vide."]
    )
    unsure = [v for v in draft.valeurs if v.etat == "a_verifier"]
    if unsure:
        lines.append(_to_confirm(unsure))
    if offered:
        documents = len({v.citation.document for v in offered if v.citation})
        verb = "vient" if len(offered) == 1 else "viennent"
        each = "avec sa source" if len(offered) == 1 else "chacune avec sa source"
        lines.append(f"{plural(len(offered), 'proposition')} {verb} de {plural(documents, 'convention')}, {each}.")
        empty = [label(champ).lower() for champ in _CHAIN if not draft.of(champ)]
        if len(empty) >= len(_CHAIN) - 1:
            lines.append("Rien dans le corpus n'est assez proche de cette action : le fond de la fiche vous attend.")
        elif empty:
            lines.append(f"Rien d'assez proche dans le corpus pour : {' ; '.join(empty)}.")
    elif reading.texts("titre"):
        lines.append("Le corpus n'offre pas de proposition : ajoutez des conventions pour en avoir.")
    lines += [f"Attention : {a}" for a in draft.alertes]
    return "\n".join(lines + draft.questions)
