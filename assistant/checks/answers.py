"""An answer held to its own citations: what the checks of every engine look at."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from assistant.checks.checker import Source, check

if TYPE_CHECKING:
    from assistant.answers.model import Answer
    from assistant.checks.checker import Report
    from corpus.indexing import Corpus


_NOTES = re.compile(r"\(rien trouvé pour [^()\n]*\)")
"""What the embedded engine says of territories where it found nothing: there is nothing to cite."""


def context_of(document: str, corpus: Corpus) -> str:
    """What is known of a document before any line of it: name, territory, title, period, how many fiches."""
    carte, entry = corpus.catalogue.carte(document), corpus.catalogue.document(document)
    counted = f"{entry.fiches} fiches" if entry else ""
    known = (document, carte.territoire, carte.titre, carte.periode_debut, carte.periode_fin, counted)
    return " › ".join(part for part in known if part)


def check_answer(answer: Answer, corpus: Corpus) -> Report:
    """Hold an answer to its citations, the cards of their documents and the question."""
    sources = [Source(c.rang, c.extrait, f"{context_of(c.document, corpus)} › {c.section}") for c in answer.citations]
    text = _NOTES.sub("", answer.reponse) if answer.moteur == "integre" else answer.reponse
    return check(text, sources, answer.question, must_cite=not answer.refus)
