"""Answers about the corpus itself: how many conventions, which territories, which fiches on a theme or a year."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from assistant.answers.quoting import cite_lines
from assistant.answers.scoring import Subject
from corpus.search.lexicon import FRAMES
from corpus.text.dates import moments
from corpus.text.folding import fold, words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from assistant.answers.builder import AnswerBuilder
    from corpus.catalogue import DocumentEntry
    from corpus.indexing import Corpus
    from corpus.models import Citation, ExtractedFiche
    from corpus.search.question import Question

_DOCUMENTS = re.compile(
    r"^(?:combien (?:de|d')|quelles?|liste\w* (?:moi )?(?:les|des)|quels?|donne\w*(?: moi)? (?:les|la liste des))\s*"
    r"(?:sont les |est le nombre de )?(?:conventions?|ctg|territoires?|documents?|intercommunalites?)\b"
)
_HELD = frozenset(
    "corpus as avez tu vous connais connaissez indexe indexee indexees indexes sont y a t il dans le ton votre mon"
    " couverts couvertes presents presentes disponibles index les des de la en tout total au contient est base".split()
)
"""Words that say nothing but that the corpus is meant."""
_FICHES = re.compile(
    r"^(?:combien de|quelles?|liste\w*(?: moi)? (?:les|des)|y a-t-il des|donne\w*(?: moi)? (?:les|la liste des))"
    r" (?:sont les )?fiches?(?: actions?)?\b"
)
_ENDING = re.compile(r"\b(?:finissent|finit|se terminent|s'achevent|prennent fin|terminent|fin|echeance|expirent)\b")
MOST = 12
MOST_FICHES = 16
ENOUGH = 0.5


def asks_about_corpus(question: Question) -> str | None:
    """``documents``, ``fins`` or ``fiches`` when a question is about what the corpus holds, else ``None``."""
    folded = fold(question.text).rstrip(" ?")
    asked = _DOCUMENTS.search(folded)
    if asked and not question.documents:
        if question.annees and _ENDING.search(folded):
            return "fins"
        return "documents" if set(words(folded[asked.end() :])) <= _HELD else None
    named = {"titre", "axe", "numero"}
    return "fiches" if _FICHES.search(folded) and not (set(question.champs) - named) and not question.fiches else None


def _title_citation(entry: DocumentEntry, corpus: Corpus) -> Citation:
    sources = entry.carte.sources
    span = sources.get("territoire") or sources.get("titre")
    first = span.ligne_debut if span else 1
    last = span.ligne_fin if span else min(entry.lines, 12)
    return cite_lines(entry.name, first, last, corpus)


def say_documents(builder: AnswerBuilder, corpus: Corpus, ending: Sequence[int] = ()) -> None:
    """How many documents, and one bullet each: territory, period, fiches; only those that end in a year, if given."""
    read = [entry for entry in corpus.catalogue.documents() if entry.state == "lu"]
    kept = [e for e in read if not ending or {m.year for m in moments(e.carte.periode_fin or "")} & set(ending)]
    if kept:
        told = f"{len(kept)} document{'s' if len(kept) > 1 else ''} dans le corpus"
        if ending:
            told = f"{len(kept)} sur {len(read)} se terminent en {', '.join(map(str, ending))}"
        builder.add(told, [_title_citation(e, corpus) for e in kept[:MOST]])
    for entry in kept[:MOST]:
        carte = entry.carte
        ends = [m.year for end in (carte.periode_debut, carte.periode_fin) if end for m in moments(end)[:1]]
        period = f", {ends[0]}-{ends[-1]}" if len(ends) > 1 else f", jusqu'en {ends[0]}" if ends else ""
        fiches = f"{entry.fiches} fiche{'s' if entry.fiches > 1 else ''}"
        builder.add(
            f"{carte.territoire or carte.titre or entry.name}{period} : {fiches}", [_title_citation(entry, corpus)]
        )


def _matches(extracted: ExtractedFiche, question: Question, subject: Subject) -> bool:
    fiche = extracted.fiche
    if question.annees and _ENDING.search(fold(question.text)):
        return any(m.year in question.annees for m in moments(fiche.echeances.fin or ""))
    text = " ".join((fiche.titre or "", fiche.axe or "", *fiche.objectifs_operationnels))
    told = Subject(tuple(c for c in subject.concepts if c.stem not in FRAMES))
    return not told.concepts or told.coverage(text) >= ENOUGH


def say_fiches_list(builder: AnswerBuilder, question: Question, subject: Subject, corpus: Corpus) -> None:
    """One bullet a fiche that fits."""
    found: list[tuple[str, list[Citation]]] = []
    documents = question.documents or tuple(e.name for e in corpus.catalogue.documents() if e.state == "lu")
    for document in documents:
        extraction = corpus.catalogue.extraction(document)
        for extracted in extraction.fiches:
            if not _matches(extracted, question, subject):
                continue
            fiche, first = extracted.fiche, extracted.source.ligne_debut
            name = " ".join(part for part in (fiche.numero, fiche.titre) if part)
            citation = cite_lines(document, first, first + 1, corpus)
            found.append((f"{extraction.carte.territoire or document} — fiche {name}", [citation]))
    if found and fold(question.text).startswith("combien"):
        builder.add(f"{len(found)} fiche{'s' if len(found) > 1 else ''}", [c for _, cited in found for c in cited])
    for text, cited in found[:MOST_FICHES]:
        builder.add(text, cited)
