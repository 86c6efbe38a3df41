"""An invented draft: complete and valid, or with what is still open."""

from __future__ import annotations

from assistant.drafts import operations as op
from assistant.drafts.imports import draft_from_data
from assistant.drafts.model import Draft
from tests.assistant.drafts.samples import CITATION, proposal
from tests.assistant.fiches import COMPLETE


def complete() -> Draft:
    """A valid draft of which one value comes from the corpus and one was reworded by the coordinator."""
    draft = draft_from_data(COMPLETE).model_copy(update={"id": "2026-11-21-ludotheque-1"})
    draft = op.offer(draft, [proposal("moyens", "Un local <partagé> & *clair*", ident="m")])
    draft = op.accept(draft, "m")
    draft = op.offer(draft, [proposal("besoins", "Un besoin du corpus", ident="b")])
    return op.edit(draft, "b", "=2+2 besoins reformulés")


def unfinished() -> Draft:
    """The same without its place, with a proposal for it, a question and a contradiction."""
    draft = complete()
    draft = op.remove(draft, draft.of("lieu")[0].id)
    draft = op.offer(draft, [proposal("lieu", "Six communes"), proposal("moyens", "Un second véhicule")])
    return draft.model_copy(update={"questions": ["Où se tient l'action ?"], "alertes": ["Deux porteurs sont nommés."]})


__all__ = ["CITATION", "complete", "unfinished"]
