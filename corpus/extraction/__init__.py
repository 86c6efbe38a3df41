"""Fiches, plan rows and the card of a convention, out of numbered lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.models import Extraction

if TYPE_CHECKING:
    from corpus.extraction.vocabulary import Vocabulary
    from corpus.models import ReadDocument

__all__ = ["extract"]


def extract(document: ReadDocument, vocabulary: Vocabulary | None = None) -> Extraction:
    """Everything the reader makes of one document; ``vocabulary`` adds a user's own labels to ours."""
    from corpus.extraction.carte import read_carte
    from corpus.extraction.fiches import find_fiches
    from corpus.extraction.plan import find_plan
    from corpus.structure import outline

    sections = outline(document)
    return Extraction(
        document=document.name,
        carte=read_carte(document, sections),
        sections=sections,
        fiches=find_fiches(document, sections, vocabulary),
        plan=find_plan(document, sections),
    )
