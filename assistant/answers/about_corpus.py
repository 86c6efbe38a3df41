"""Answers about the corpus itself: how many conventions, which territories, which fiches on a theme or a year."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from assistant.answers.quoting import cite_lines
from assistant.answers.scoring import Subject, stems_of
from corpus.fiche import CHAMPS
from corpus.search.lexicon import FRAMES
from corpus.text.dates import moments
from corpus.text.folding import fold, words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from assistant.answers.builder import AnswerBuilder
    from assistant.answers.scope import Scope
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
_TOLD_OF = ("porteurs", "partenaires", "public_cible")
"""Fields that fiches may be chosen by: « quelles fiches ont la MSA pour partenaire »."""
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
    named = {"titre", "axe", "numero", *_TOLD_OF}
    return "fiches" if _FICHES.search(folded) and not (set(question.champs) - named) and not question.fiches else None


def _title_citation(entry: DocumentEntry, corpus: Corpus) -> Citation:
    sources = entry.carte.sources
    span = sources.get("territoire") or sources.get("titre")
    first = span.ligne_debut if span else 1
    last = span.ligne_fin if span else min(entry.lines, 12)
    return cite_lines(entry.name, first, last, corpus)


def say_documents(builder: AnswerBuilder, scope: Scope, corpus: Corpus, ending: Sequence[int] = ()) -> None:
    """How many documents, and one bullet each: territory, period, fiches; only those that end in a year, if given."""
    read = scope.entries
    kept = [e for e in read if not ending or {m.year for m in moments(e.carte.periode_fin or "")} & set(ending)]
    if kept:
        where = "dans le corpus" if scope.open else "avec ces filtres"
        told = f"{len(kept)} document{'s' if len(kept) > 1 else ''} {where}"
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


def _matches(extracted: ExtractedFiche, question: Question, subject: Subject, *, itself: bool) -> bool:
    """Whether a fiche is one of those asked for; ``itself`` asks for the very words of the question."""
    fiche = extracted.fiche
    if question.annees and _ENDING.search(fold(question.text)):
        return any(m.year in question.annees for m in moments(fiche.echeances.fin or ""))
    chosen = [champ for champ in question.champs if champ in _TOLD_OF]
    texts = [str(value) for champ in chosen for value in getattr(fiche, champ)]
    goals = (*fiche.objectifs_strategiques, *fiche.objectifs_operationnels)
    text = " ".join(texts if chosen else (fiche.titre or "", fiche.axe or "", *goals))
    labels = stems_of(" ".join(CHAMPS[champ].libelle for champ in chosen))
    told = Subject(tuple(c for c in subject.concepts if c.stem not in FRAMES and c.stem not in labels))
    return not told.concepts or (told.own_coverage(text) if itself else told.coverage(text)) >= ENOUGH


def say_fiches_list(builder: AnswerBuilder, question: Question, subject: Subject, scope: Scope, corpus: Corpus) -> None:
    """One bullet a fiche that fits: those that say it in the same words, else in near ones."""
    found = _fiches_found(question, subject, scope, corpus, itself=True)
    found = found or _fiches_found(question, subject, scope, corpus, itself=False)
    if found and fold(question.text).startswith("combien"):
        builder.add(f"{len(found)} fiche{'s' if len(found) > 1 else ''}", [c for _, cited in found for c in cited])
    for text, cited in found[:MOST_FICHES]:
        builder.add(text, cited)


def _fiches_found(
    question: Question, subject: Subject, scope: Scope, corpus: Corpus, *, itself: bool
) -> list[tuple[str, list[Citation]]]:
    found: list[tuple[str, list[Citation]]] = []
    documents = question.documents or tuple(e.name for e in scope.entries)
    for document in documents:
        for extracted in corpus.catalogue.fiches(document):
            if not _matches(extracted, question, subject, itself=itself):
                continue
            if not scope.holds(document, extracted.source):
                continue
            fiche, first = extracted.fiche, extracted.source.ligne_debut
            name = " ".join(part for part in (fiche.numero, fiche.titre) if part)
            citation = cite_lines(document, first, first + 1, corpus)
            found.append((f"{corpus.catalogue.carte(document).territoire or document} — fiche {name}", [citation]))
    return found
