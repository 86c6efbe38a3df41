"""A draft started from a fiche of the corpus: what holds anywhere is proposed, cited; what is its own is asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.drafting.knowledge import knowledge_of
from assistant.drafting.model import Drafting
from assistant.drafting.proposals import value_of
from assistant.drafting.proposals.candidates import LISTS, from_units, is_sound, make
from assistant.drafting.proposals.partners import partners_of
from assistant.drafting.proposals.units import Unit
from assistant.drafting.questions import next_questions
from assistant.drafts.model import Draft, Message
from assistant.drafts.register import with_register
from assistant.validation.typography import plural
from corpus.errors import UsageError
from corpus.text.folding import fold, slug

if TYPE_CHECKING:
    from assistant.drafting.knowledge import Knowledge
    from corpus.indexing import Corpus
    from corpus.models import ExtractedFiche

TAKEN = ("titre", "public_cible", "axe", "partenaires", *LISTS)
"""Fields a model may fill; dates, places, carriers, people, numbers and amounts belong to its territory."""


def draft_from_fiche(document: str, fiche_id: str, corpus: Corpus) -> Drafting:
    """A draft whose every value is proposed from one fiche, each cited; its own facts are left to be filled.

    ``fiche_id`` is the number of the fiche, ``@`` and its first line, or words of its title. Raises
    :class:`UsageError` when the document or
    the fiche is not in the corpus.
    """
    knowledge = knowledge_of(corpus)
    found = _find(document, fiche_id, knowledge)
    unit = Unit(document, found.source, fiche=found)
    candidates = [*from_units([(unit, 1.0)], knowledge), *partners_of(unit, knowledge)]
    for source in found.sources:
        if source.champ in ("titre", "public_cible"):
            text = getattr(found.fiche, source.champ)
            made = make(source.champ, text, document, source.source, knowledge, unit=unit, closeness=1.0)
            candidates += [made] if made else []
    unique = {(c.champ, c.words.text): c for c in candidates if c.champ in TAKEN and is_sound(c)}
    values = [value_of(candidate, [], knowledge) for candidate in unique.values()]
    titre = next((str(v.valeur) for v in values if v.champ == "titre"), "")
    name = found.fiche.numero or found.fiche.titre or fiche_id
    draft = Draft(
        id=slug(titre) or "brouillon", titre=titre, demande=f"D'après la fiche {name} de {document}", valeurs=values
    )
    draft.questions = _what_is_its_own(draft)
    message = (
        f"{plural(len(values), 'proposition')} d'après la fiche {name} de {knowledge.territory(document)}. "
        "Ce qui est propre à son territoire (lieu, porteurs, contacts, dates, montants) n'est pas repris : "
        "c'est à vous de le dire."
    )
    draft.messages = [Message(de="assistant", texte=message)]
    return Drafting(draft=with_register(draft), message="\n".join([message, *draft.questions]))


def _what_is_its_own(draft: Draft) -> list[str]:
    """Questions on what the fiche taken as a model cannot give: its title is proposed, the action is known."""
    known = [v.model_copy(update={"etat": "accepte"}) if v.champ == "titre" else v for v in draft.valeurs]
    return next_questions(draft.model_copy(update={"valeurs": known}))


def _find(document: str, fiche_id: str, knowledge: Knowledge) -> ExtractedFiche:
    """The fiche of a document that has this number, else the only one whose title holds these words."""
    extraction = next((e for e in knowledge.extractions if e.document == document), None)
    if extraction is None:
        raise UsageError(f"« {document} » n'est pas dans le corpus.", "« fiches corpus » donne la liste des documents.")
    wanted = fold(fiche_id).strip()
    by_number = [f for f in extraction.fiches if f.fiche.numero and fold(f.fiche.numero) == wanted]
    by_title = [f for f in extraction.fiches if wanted and wanted in fold(f.fiche.titre or "")]
    by_line = [f for f in extraction.fiches if wanted == f"@{f.source.ligne_debut}"]
    found = by_line or by_number or by_title
    if len(found) != 1:
        listed = " ; ".join(
            f"@{f.source.ligne_debut} {f.fiche.titre or ''}".strip() for f in found or extraction.fiches
        )
        said = "Plusieurs fiches répondent à" if found else "Aucune fiche ne répond à"
        raise UsageError(f"{said} « {fiche_id} » dans « {document} ».", f"Nommez-la par sa ligne : {listed}.")
    return found[0]
