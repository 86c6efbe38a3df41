"""Answers out of fiches: a field of the fiche that is asked about, item by item."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from assistant.answers.quoting import cite_lines, cite_spans
from assistant.answers.scoring import Subject
from corpus.fiche import CHAMPS, Personne
from corpus.search.lexicon import FRAMES
from corpus.text.folding import words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from assistant.answers.builder import AnswerBuilder
    from assistant.answers.scope import Scope
    from corpus.indexing import Corpus
    from corpus.models import Citation, ExtractedFiche, SearchHit
    from corpus.search.question import Question

SUMMARY = ("objectifs_strategiques", "objectifs_operationnels", "description")
"""The fields that say what a fiche undertakes."""
MOST_WORDS = 110
CORRECTED = "(corrigé)"
"""What follows a value that a person wrote in place of what was read."""
SAME_FICHE = 0.8
PRECISE = 0.6
"""How much of what is asked of a fiche an item must say to be said alone."""
TITLED = 0.4
"""What a title that says the whole subject in its very words adds."""
WHOLE = 0.8
"""What being said anywhere in a fiche counts, beside being said in its title."""


@dataclass(frozen=True, slots=True)
class FoundFiche:
    """A fiche with how much of the subject it says."""

    document: str
    found: ExtractedFiche
    score: float


def _text(extracted: ExtractedFiche) -> str:
    fiche = extracted.fiche
    return " ".join((fiche.titre or "", fiche.axe or "", *fiche.objectifs_operationnels, *fiche.objectifs_strategiques))


def _whole(extracted: ExtractedFiche) -> str:
    fiche = extracted.fiche
    return " ".join((_text(extracted), *fiche.description, *fiche.besoins, *fiche.effets_attendus))


def fiches_for(
    question: Question,
    documents: Sequence[str],
    hits: Sequence[SearchHit],
    subject: Subject,
    scope: Scope,
    corpus: Corpus,
) -> list[FoundFiche]:
    """The fiches a question means, best first: by number, else by what they say and where passages were found."""
    lines = [(hit.passage.document, hit.passage.ligne_debut, hit.rang) for hit in hits]
    found: list[FoundFiche] = []
    for document in documents:
        for extracted in corpus.catalogue.fiches(document):
            if question.fiches and extracted.fiche.numero not in question.fiches:
                continue
            if not scope.holds(document, extracted.source):
                continue
            source = extracted.source
            ranks = [r for d, n, r in lines if d == document and source.ligne_debut <= n <= source.ligne_fin]
            score = max(
                subject.coverage(extracted.fiche.titre or "", _text(extracted)),
                WHOLE * subject.coverage(_whole(extracted)),
            )
            score += TITLED * subject.own_coverage(extracted.fiche.titre or "")
            found.append(FoundFiche(document, extracted, score + (0.5 / min(ranks) if ranks else 0.0)))
    return sorted(found, key=lambda f: -f.score)


def shown(value: object) -> str:
    """A value of a field as it is said."""
    if isinstance(value, Personne):
        return ", ".join(part for part in value.model_dump().values() if part)
    return str(value)


def field_values(extracted: ExtractedFiche, champ: str) -> list[str]:
    """The values of a field of a fiche, in order; the two ends of a period as one."""
    if champ == "echeances":
        ends = [extracted.fiche.echeances.debut, extracted.fiche.echeances.fin]
        return [" – ".join(end for end in ends if end)] if any(ends) else []
    value = getattr(extracted.fiche, champ)
    if value is None or champ == "budget":
        return []
    return [shown(item) for item in value] if isinstance(value, list) else [shown(value)]


def field_citations(document: str, extracted: ExtractedFiche, champ: str, corpus: Corpus) -> list[Citation]:
    """Where a field stands."""
    spans = [s.source for s in extracted.sources if s.champ.partition(".")[0] == champ]
    numero = extracted.fiche.numero or ""
    section = " › ".join(part for part in (f"Fiche {numero}".strip(), CHAMPS[champ].libelle) if part)
    return cite_spans(document, spans, corpus, section)


def corrected_ranks(extracted: ExtractedFiche, champ: str) -> frozenset[int]:
    """The ranks of the values of a field that a person wrote; a value alone has rank 0."""
    sources = [s for s in extracted.sources if s.corrige and s.champ.partition(".")[0] == champ]
    if isinstance(getattr(extracted.fiche, champ), list):
        return frozenset(s.rang for s in sources)
    return frozenset({0} if sources else ())


def told_values(extracted: ExtractedFiche, champ: str) -> list[tuple[str, str]]:
    """The values of a field, each with what is said of it: one that a person corrected says so."""
    corrected = corrected_ranks(extracted, champ)
    values = field_values(extracted, champ)
    return [(value, f"{value} {CORRECTED}" if rank in corrected else value) for rank, value in enumerate(values)]


def say_field(builder: AnswerBuilder, one: FoundFiche, champ: str, corpus: Corpus) -> bool:
    """Say every item of a field with its citation; whether the field holds something."""
    values = told_values(one.found, champ)
    citations = field_citations(one.document, one.found, champ, corpus)
    if not values or not citations:
        return False
    if len(values) == 1:
        builder.add(f"{CHAMPS[champ].libelle} : {values[0][1]}", citations, bullet=False)
        return True
    spent = 0
    for value, told in values:
        spent += len(words(value))
        if spent > MOST_WORDS:
            break
        holding = [c for c in citations if _holds(c, value)] or citations[:1]
        builder.add(told, holding[:1])
    return True


def _holds(citation: Citation, value: str) -> bool:
    return " ".join(words(value)[:6]) in " ".join(words(citation.extrait))


def say_empty(builder: AnswerBuilder, one: FoundFiche, champ: str, corpus: Corpus) -> None:
    """Say that a fiche leaves a field empty, citing its title."""
    fiche, first = one.found.fiche, one.found.source.ligne_debut
    citation = cite_lines(one.document, first, first + 1, corpus, f"Fiche {fiche.numero or ''}".strip())
    name = f"{fiche.numero} {fiche.titre or ''}".strip() if fiche.numero else fiche.titre or ""
    builder.add(f"La fiche « {name} » laisse ce champ vide : {CHAMPS[champ].libelle}", [citation], bullet=False)


def _said_of(builder: AnswerBuilder, question: Question, one: FoundFiche, subject: Subject, corpus: Corpus) -> bool:
    """Say the items of a fiche named by its number that are about something precise; whether there are any."""
    told = Subject(tuple(c for c in subject.concepts if c.stem not in FRAMES))
    title = f"{one.found.fiche.titre or ''} {one.found.fiche.axe or ''}"
    if not question.fiches or not told.concepts or told.own_coverage(title) >= PRECISE:
        return False
    for champ in SUMMARY:
        citations = field_citations(one.document, one.found, champ, corpus)
        for value, said in told_values(one.found, champ):
            holding = [c for c in citations if _holds(c, value)] or citations[:1]
            if told.own_coverage(value) >= PRECISE and holding:
                builder.add(said, holding[:1])
    return not builder.empty


def say_fiches(
    builder: AnswerBuilder, question: Question, found: Sequence[FoundFiche], subject: Subject, corpus: Corpus
) -> bool:
    """Say the fields asked for of the best fiche, or of the few as good; whether something was said."""
    champs = [champ for champ in question.champs if champ in CHAMPS]
    best = found[0].score
    chosen = [f for f in found if f.score >= SAME_FICHE * best and best > 0] or list(found[:1])
    for one in chosen[:1] if not question.large else chosen[:4]:
        if champs:
            for champ in champs:
                say_field(builder, one, champ, corpus)
        elif not _said_of(builder, question, one, subject, corpus):
            for champ in SUMMARY:
                say_field(builder, one, champ, corpus)
    return not builder.empty
