"""What a fiche undertakes, when search found it by another of its fields: its title and the objectives that say it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.answers.fiches import SUMMARY, field_citations, told_values
from corpus.text.folding import words

if TYPE_CHECKING:
    from assistant.answers.evidence import Source
    from assistant.answers.scoring import Subject
    from corpus.indexing import Corpus
    from corpus.models import Citation, ExtractedFiche

ENOUGH = 0.3
"""How much of the subject a title or an objective must say."""
MOST = 2
"""Objectives said beside a title."""


def undertaken(source: Source, subject: Subject, corpus: Corpus, budget: int) -> tuple[str, list[Citation]] | None:
    """The title and the nearest objectives of the fiche of a passage, with where they stand.

    None when the passage is of no fiche, is itself what the fiche undertakes, or when nothing of it says the subject.
    """
    passage = source.hit.passage
    fiche = _fiche_at(passage.document, passage.ligne_debut, corpus)
    if fiche is None or passage.champ is None or passage.champ in SUMMARY:
        return None
    said: list[str] = []
    cited: list[Citation] = []
    title = fiche.fiche.titre or ""
    if subject.coverage(title) >= ENOUGH:
        said, cited = [title], field_citations(passage.document, fiche, "titre", corpus)
    for _, champ, value in _nearest(fiche, subject):
        if said and len(words(" ".join([*said, value]))) > budget:
            continue
        said.append(value)
        cited += [c for c in field_citations(passage.document, fiche, champ, corpus) if c not in cited]
    return ("\u202f; ".join(text.rstrip(" .;,") for text in said), cited) if said and cited else None


def _fiche_at(document: str, line: int, corpus: Corpus) -> ExtractedFiche | None:
    inside = (f for f in corpus.catalogue.fiches(document) if f.source.ligne_debut <= line <= f.source.ligne_fin)
    return next(inside, None)


def _nearest(fiche: ExtractedFiche, subject: Subject) -> list[tuple[float, str, str]]:
    """The objectives and actions that say the subject best, with their field."""
    found = [(subject.coverage(value), champ, told) for champ in SUMMARY for value, told in told_values(fiche, champ)]
    return sorted((one for one in found if one[0] >= ENOUGH), key=lambda one: -one[0])[:MOST]
