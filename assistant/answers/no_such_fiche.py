"""A fiche asked for by its subject, in a convention whose fiches are all about something else."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from assistant.answers.scoring import Subject
from corpus.search.lexicon import FRAMES
from corpus.text.folding import fold, words
from corpus.text.french import stem

if TYPE_CHECKING:
    from assistant.answers.work import Work
    from corpus.models import ExtractedFiche

_ONE_FICHE = re.compile(r"\b(?:la|une|cette|sa|leur) fiche(?: action)?\b(?! actions?\b)")
ABOUT = 0.3
"""How well the title or the axis of a fiche must say a word for it to be about it."""
NONE = "Cette convention n'a pas de fiche action dans ce qui est indexé : ce champ ne s'y trouve pas."
WORDS = 4
"""Words after « la fiche » by which it is called."""
MOST = 10
"""Titles said of the fiches that there are."""


def no_fiche_about(work: Work) -> str | None:
    """The sentence of a refusal when the convention meant has fiches, and none of them says a word of the subject."""
    question = work.question
    if question.fiches or not (question.restricts and len(work.documents) == 1):
        return None
    if not _ONE_FICHE.search(fold(question.text)):
        return None
    named, fiches = _named(work), work.corpus.catalogue.fiches(work.documents[0])
    if not fiches and question.champs:
        return NONE
    if any(_is_a_thing(one, work) for one in named):
        return None
    if not (fiches and named) or any(one.coverage(_said(fiche)) >= ABOUT for one in named for fiche in fiches):
        return None
    titles = [f"« {_name(one)} »" for one in fiches if one.fiche.titre]
    more = f", et {len(titles) - MOST} autres" if len(titles) > MOST else ""
    return f"Aucune fiche de cette convention ne porte là-dessus. Ses fiches : {', '.join(titles[:MOST])}{more}."


def _named(work: Work) -> list[Subject]:
    """The words by which a fiche is called, right after « la fiche », each as a subject; names of places aside."""
    called = _ONE_FICHE.search(fold(work.question.text))
    after = words(fold(work.question.text)[called.end() :])[:WORDS] if called else []
    known = [c for c in work.matter.concepts if c.stem not in FRAMES and fold(c.surface) in after]
    return [Subject((concept,)) for concept in known]


def _is_a_thing(named: Subject, work: Work) -> bool:
    """Whether the convention speaks of a « fiche bilan » or the like: a paper, and no fiche action."""
    stems = (stem("fiche"), named.concepts[0].stem)
    return work.documents[0] in work.corpus.catalogue.holders(stems)


def _name(extracted: ExtractedFiche) -> str:
    fiche = extracted.fiche
    return f"{fiche.numero} {fiche.titre}" if fiche.numero else fiche.titre or ""


def _said(extracted: ExtractedFiche) -> str:
    """What a fiche is called by; its objectives say too much to tell what it is about."""
    return f"{extracted.fiche.titre or ''} {extracted.fiche.axe or ''}"
