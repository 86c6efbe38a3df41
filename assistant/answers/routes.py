"""The ways a question is answered, tried in order: the first that says something wins."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from assistant.answers import refusals
from assistant.answers.about_corpus import asks_about_corpus, say_documents, say_fiches_list
from assistant.answers.also import say_next
from assistant.answers.asks import answer_each, complete
from assistant.answers.best import answer_from_best
from assistant.answers.cards import asked_of_card, say_card
from assistant.answers.choosing import best_first, states
from assistant.answers.clauses import with_clauses
from assistant.answers.each_clause import say_each_clause
from assistant.answers.evidence import read_source
from assistant.answers.fiches import fiches_for, say_fiches
from assistant.answers.glossary import asked_sigle, say_meaning
from assistant.answers.leaders import leader_asked, say_led
from assistant.answers.no_such_fiche import no_fiche_about
from assistant.answers.off_topic import off_topic
from assistant.answers.passages import wants_list
from assistant.answers.people import asks_who, names_a_person, say_named, say_who
from assistant.answers.plans import (
    asks_actions,
    counted_field,
    counts_actions,
    is_about_plan,
    of_orientation,
    row_at,
    say_count,
    say_list,
    say_rows,
)
from assistant.answers.scoring import Subject
from assistant.answers.several import answer_by_territory
from assistant.answers.tables import say_cell, say_row_count
from assistant.answers.totals import asks_total, say_total
from corpus.fiche import CHAMPS
from corpus.text.dates import moments
from corpus.text.folding import fold

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from assistant.answers.evidence import Source
    from assistant.answers.model import Answer
    from assistant.answers.work import Work
    from corpus.models import SearchHit

FICHE_ENOUGH = 0.45
SUBJECT_OF_PLAN = 0.4
"""Coverage from which a row of a plan is what the question is about."""
SOURCES = 10
"""Passages read unit by unit."""
_FICHE = re.compile(r"\bfiches?\b")
_COUNTING = re.compile(r"\b(?:combien|cb|nombre)\b")
_OF_CONVENTION = re.compile(r"\b(?:de|dans) (?:la|cette|chaque) (?:convention|ctg)\b(?!.*\bfiche)")
"""Something asked of the convention itself, not of one of its fiches."""


def from_passages(work: Work) -> Answer:
    """Answer from passages, by territory when several are meant, or refuse when the evidence is thin."""
    builder, question, expected, corpus = work.builder, work.question, work.expected, work.corpus
    hits = with_clauses(question, work.hits, corpus)
    found = _read(work, hits[:SOURCES])
    sources = found if work.several else best_first(found, question, expected)
    if expected.counted and sources and not work.several and _counted(work, sources):
        return builder.answer()
    if refusals.too_thin(sources, question, work.subject, expected):
        return refusals.refuse(builder, question, sources, corpus)
    if expected.counted and asks_total(question.text) and say_total(builder, sources, expected):
        return builder.answer()
    if work.several and say_each_clause(builder, question, expected, work.scope, corpus):
        return builder.answer()
    if not work.several and answer_each(builder, question, expected, sources, corpus):
        return builder.answer()
    if work.several:
        answer_by_territory(builder, question, sources, expected, work.subject, corpus)
    else:
        answer_from_best(builder, question, sources, expected, corpus)
        complete(builder, question, expected, sources, corpus)
        say_next(work, sources)
    return work.done() or refusals.refuse(builder, question, sources, corpus)


def _read(work: Work, hits: Sequence[SearchHit]) -> list[Source]:
    return [read_source(hit, work.question.text, work.subject, work.expected, work.corpus) for hit in hits]


def _counted(work: Work, sources: Sequence[Source]) -> bool:
    """Whether a table tells or shows the number, when no sentence states it."""
    if any(states(source, work.expected) for source in sources):
        return False
    if say_cell(work.builder, work.question, sources, work.expected, work.corpus):
        return True
    return say_row_count(work.builder, sources, work.matter, work.expected, work.corpus)


def _meaning(work: Work) -> Answer | None:
    sigle = asked_sigle(work.question)
    if sigle and say_meaning(work.builder, sigle, work.hits, work.corpus):
        return work.builder.answer()
    return None


def _empty_corpus(work: Work) -> Answer | None:
    return None if work.corpus.catalogue.passage_count() else refusals.refuse_empty(work.builder)


def _about_corpus(work: Work) -> Answer | None:
    asked = asks_about_corpus(work.question)
    if asked in ("documents", "fins"):
        say_documents(work.builder, work.scope, work.corpus, work.question.annees if asked == "fins" else ())
    elif asked == "fiches":
        say_fiches_list(work.builder, work.question, work.subject, work.scope, work.corpus)
    return work.done()


def _absent(work: Work) -> Answer | None:
    """Refusals that need no search: a period, a place or a fiche the corpus does not have."""
    if work.aside and not work.question.documents:
        return work.builder.refusal(refusals.filtered_out(work.aside, work.scope, work.corpus), "information_absente")
    period = refusals.wrong_period(work.question, work.scope)
    if period:
        return work.builder.refusal(period, "periode_absente")
    place = refusals.absent_place(work.question, work.hits, work.scope)
    if place:
        return work.builder.refusal(place, "territoire_absent")
    absent = refusals.missing_fiche(work.question, work.scope, work.corpus)
    absent = absent or refusals.missing_axis(work.question, work.corpus) or no_fiche_about(work)
    return work.builder.refusal(absent, "information_absente") if absent else None


def _off_topic(work: Work) -> Answer | None:
    outside = off_topic(work.question, work.hits)
    return work.builder.refusal(outside, "hors_sujet") if outside else None


def _card(work: Work) -> Answer | None:
    asked = asked_of_card(work.question)
    if asked is None or not work.documents or work.scope.fiches_only:
        return None
    counting = _COUNTING.search(fold(work.question.text)) is not None
    if say_card(work.builder, asked, _documents_of_card(work), work.corpus, counting=counting):
        if not work.several:
            complete(work.builder, work.question, work.expected, _read(work, work.hits[:SOURCES]), work.corpus)
        return work.builder.answer()
    lacking = asked == "date_signature" or (asked == "periode" and not _dated_clause(work))
    if lacking and work.question.documents:
        return refusals.refuse(work.builder, work.question, [], work.corpus)
    return None


def _documents_of_card(work: Work) -> Sequence[str]:
    """The documents whose card is asked: all those meant, or the first found."""
    if work.question.large and not work.question.documents:
        return sorted(work.scope.names)
    return work.documents if work.several else work.documents[:1]


def _dated_clause(work: Work) -> bool:
    """Whether a passage found is the clause of the duration and holds a date, for a card that says none."""
    clauses = [hit.passage for hit in work.hits if hit.passage.kind == "clause"]
    return any("duree" in fold(passage.section) and moments(passage.extrait) for passage in clauses)


def _people(work: Work) -> Answer | None:
    if work.scope.fiches_only:
        return None
    if not asks_who(work.question) or not say_who(work.builder, work.question, work.documents, work.corpus):
        who = names_a_person(work.question)
        if who and say_named(work.builder, work.question, work.hits, work.corpus):
            return work.builder.answer()
        return refusals.refuse(work.builder, work.question, [], work.corpus) if who else None
    return work.builder.answer()


def _fiche(work: Work) -> Answer | None:
    question = work.question
    if not (question.fiches or question.champs) or (work.best_is_plan and not question.fiches):
        return None
    if not question.fiches and (work.several or work.expected.strict or _OF_CONVENTION.search(fold(question.text))):
        return None
    if not (question.fiches or _FICHE.search(fold(question.text)) or work.best_kind in ("champ", "fiche")):
        return None
    found = fiches_for(question, work.documents, work.hits, work.matter, work.scope, work.corpus)
    if not found or not (question.fiches or found[0].score >= FICHE_ENOUGH):
        return None
    if say_fiches(work.builder, question, found, work.matter, work.corpus):
        return work.builder.answer()
    asked = next((champ for champ in question.champs if champ in CHAMPS), None)
    return refusals.refuse_empty_field(work.builder, found[0], asked, work.corpus) if asked else None


def _plan(work: Work) -> Answer | None:
    if work.scope.fiches_only:
        return None
    if counts_actions(work.question):
        matter = Subject(()) if work.nothing_in_particular else work.matter
        say_count(work.builder, work.question, work.documents, matter, work.scope, work.corpus)
    elif leader_asked(work.question):
        say_led(work.builder, work.question, work.documents, work.scope, work.corpus)
    elif is_about_plan(work.question, work.hits):
        _say_rows(work)
        say_next(work, _read(work, work.hits[:SOURCES]))
    elif _lists_actions(work):
        say_list(work.builder, work.hits, work.matter, work.scope, work.corpus)
    return work.done()


def _lists_actions(work: Work) -> bool:
    """Whether rows of a plan are the answer: several are wanted, of something that conventions speak of."""
    if not work.best_is_plan or work.several or refusals.is_strange(work.question, work.subject, work.hits):
        return False
    return wants_list(work.question) or asks_actions(work.question)


def _say_rows(work: Work) -> None:
    """The row found, or all those of its orientation when that is what the question is about."""
    counted = counted_field(work.question)
    if of_orientation(work.hits, work.matter, work.corpus):
        say_list(work.builder, work.hits, work.matter, work.scope, work.corpus, counted)
    else:
        say_rows(work.builder, work.hits, work.corpus, work.question.annees, counted)


def _field_of_plan(work: Work) -> Answer | None:
    """A field that plans do not have, asked of something only a plan speaks of."""
    if {"porteurs", "partenaires"} & set(work.question.champs):
        return None
    lacking = [c for c in work.question.champs if c not in ("porteurs", "partenaires", "echeances", "axe", "titre")]
    if not lacking or not work.best_is_plan or work.hits[0].couverture < SUBJECT_OF_PLAN:
        return None
    row = row_at(work.hits[0].passage, work.corpus)
    if row is None or work.matter.coverage(row.action) < SUBJECT_OF_PLAN:
        return None
    label, document = CHAMPS[lacking[0]].libelle, work.hits[0].passage.document
    return refusals.refuse_field(work.builder, label, document, row, work.corpus)


ROUTES: tuple[Callable[[Work], Answer | None], ...] = (
    _empty_corpus,
    _off_topic,
    _about_corpus,
    _absent,
    _people,
    _meaning,
    _card,
    _field_of_plan,
    _plan,
    _fiche,
)
"""The routes in order: what the corpus is, what it lacks, then its structured parts; passages come last."""
