"""Answers about the corpus itself: how many conventions, which territories, which fiches on a theme or a year."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from assistant.answers.quoting import cite_lines
from corpus.text.dates import moments
from corpus.text.folding import fold

if TYPE_CHECKING:
    from assistant.answers.builder import AnswerBuilder
    from assistant.answers.scoring import Subject
    from corpus.catalogue import DocumentEntry
    from corpus.indexing import Corpus
    from corpus.models import Citation, ExtractedFiche
    from corpus.search.question import Question

_CORPUS = r"(?:dans (?:le|ton|votre|mon) corpus|as-tu|avez-vous|connais-tu|sont indexee?s|y a-t-il|dans l'index)"
_DOCUMENTS = re.compile(
    r"^(?:combien de|quelles?|liste\w* (?:les|des)|quels?) (?:conventions?|ctg|territoires?|documents?)\b"
    rf".{{0,25}}(?:{_CORPUS}|\?$|$)"
)
_FICHES = re.compile(r"^(?:combien de|quelles?|liste\w* (?:les|des)|y a-t-il des) fiches?(?: actions?)?\b")
_ENDING = re.compile(r"\b(?:finissent|se terminent|s'achevent|prennent fin|terminent|fin|echeance)\b")
MOST = 12
ENOUGH = 0.6


def asks_about_corpus(question: Question) -> str | None:
    """``documents`` or ``fiches`` when a question is about what the corpus holds, else ``None``."""
    folded = fold(question.text).rstrip(" ?") + "?"
    if _DOCUMENTS.search(folded) and not question.documents:
        return "documents"
    if _FICHES.search(folded) and not question.champs and not question.fiches:
        return "fiches"
    return None


def _title_citation(entry: DocumentEntry, corpus: Corpus) -> Citation:
    sources = entry.carte.sources
    span = sources.get("territoire") or sources.get("titre")
    first = span.ligne_debut if span else 1
    last = span.ligne_fin if span else min(entry.lines, 12)
    return cite_lines(entry.name, first, last, corpus)


def say_documents(builder: AnswerBuilder, corpus: Corpus) -> None:
    """One bullet a document: territory, period, fiches."""
    for entry in [e for e in corpus.catalogue.documents() if e.state == "lu"][:MOST]:
        carte = entry.carte
        years = [m.year for end in (carte.periode_debut, carte.periode_fin) if end for m in moments(end)[:1]]
        period = f", {years[0]}-{years[-1]}" if len(years) > 1 else ""
        fiches = f"{entry.fiches} fiche{'s' if entry.fiches > 1 else ''}"
        builder.add(
            f"{carte.territoire or carte.titre or entry.name}{period} : {fiches}", [_title_citation(entry, corpus)]
        )


def _matches(extracted: ExtractedFiche, question: Question, subject: Subject) -> bool:
    fiche = extracted.fiche
    if question.annees and _ENDING.search(fold(question.text)):
        return any(m.year in question.annees for m in moments(fiche.echeances.fin or ""))
    text = " ".join((fiche.titre or "", fiche.axe or "", *fiche.objectifs_operationnels))
    return not subject.concepts or subject.coverage(text) >= ENOUGH


def say_fiches_list(builder: AnswerBuilder, question: Question, subject: Subject, corpus: Corpus) -> None:
    """One bullet a fiche that fits."""
    documents = question.documents or tuple(e.name for e in corpus.catalogue.documents() if e.state == "lu")
    for document in documents:
        extraction = corpus.catalogue.extraction(document)
        for extracted in extraction.fiches:
            if not _matches(extracted, question, subject):
                continue
            fiche, first = extracted.fiche, extracted.source.ligne_debut
            name = " ".join(part for part in (fiche.numero, fiche.titre) if part)
            citation = cite_lines(document, first, first + 1, corpus)
            builder.add(f"{extraction.carte.territoire or document} — fiche {name}", [citation])
