"""The embedded engine: extracts, selects and arranges what the corpus says; no network, key or model."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.answers import refusals
from assistant.answers.about_corpus import asks_about_corpus, say_documents, say_fiches_list
from assistant.answers.builder import AnswerBuilder
from assistant.answers.cards import asked_of_card, say_card
from assistant.answers.evidence import score_units
from assistant.answers.expected import expected_of
from assistant.answers.fiches import fiches_for, say_fiches
from assistant.answers.passages import answer_from_passages
from assistant.answers.plans import counts_actions, is_about_plan, rows_for, say_count, say_rows
from assistant.answers.scoring import subject_of
from assistant.answers.several import answer_by_territory
from corpus.fiche import CHAMPS

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from assistant.answers.model import Answer
    from assistant.answers.scoring import Subject
    from corpus.indexing import Corpus
    from corpus.models import SearchHit
    from corpus.search import Question

ROW_ENOUGH = 0.5
FICHE_ENOUGH = 0.45


class EmbeddedEngine:
    """Answers with the words of the conventions. Each route below tries to answer, and the first that does wins."""

    name = "integre"

    def answer(self, question: Question, evidence: Sequence[SearchHit], corpus: Corpus) -> Answer:
        """Answer from the passages found and from what was extracted, or refuse."""
        work = _Work(question, evidence, corpus)
        for route in _ROUTES:
            found = route(work)
            if found is not None:
                return found
        return work.from_passages()


class _Work:
    """One question being answered."""

    def __init__(self, question: Question, evidence: Sequence[SearchHit], corpus: Corpus) -> None:
        self.question = question
        self.corpus = corpus
        self.builder = AnswerBuilder(question.text, EmbeddedEngine.name)
        self.expected = expected_of(question.text)
        meant = set(question.documents) if question.restricts else set()
        self.hits = [hit for hit in evidence if not meant or hit.passage.document in meant]
        self.documents = question.documents or tuple(dict.fromkeys(hit.passage.document for hit in self.hits))
        labels = [CHAMPS[champ].libelle for champ in question.champs if champ in CHAMPS]
        self.subject: Subject = subject_of(question)
        self.matter: Subject = subject_of(
            question, (*labels, "chef de file coporteur pilote porteur indicateurs réussite")
        )

    def from_passages(self) -> Answer:
        """Answer from passages, by territory when several are meant, or refuse when the evidence is thin."""
        scored = score_units(self.hits, self.subject, self.expected, self.corpus)
        best = next((s for s in scored if not self.expected.strict or self.expected.held_by(s.unit.text)), None)
        if refusals.too_thin(best, self.subject, self.expected):
            return refusals.refuse(self.builder, self.question, scored, self.corpus)
        several = self.question.large or len(self.question.documents) > 1
        say = answer_by_territory if several else answer_from_passages
        say(self.builder, self.question, self.hits, self.subject, self.expected, self.corpus)
        return self.builder.answer()


def _empty_corpus(work: _Work) -> Answer | None:
    return None if work.corpus.catalogue.passage_count() else refusals.refuse_empty(work.builder)


def _about_corpus(work: _Work) -> Answer | None:
    asked = asks_about_corpus(work.question)
    if asked == "documents":
        say_documents(work.builder, work.corpus)
    elif asked == "fiches":
        say_fiches_list(work.builder, work.question, work.subject, work.corpus)
    return None if work.builder.empty else work.builder.answer()


def _absent(work: _Work) -> Answer | None:
    """Refusals that need no search: a period, a place or a fiche the corpus does not have."""
    period = refusals.wrong_period(work.question, work.corpus)
    if period:
        return work.builder.refusal(period, "periode_absente")
    place = refusals.unknown_place(work.question, work.corpus)
    if place:
        return work.builder.refusal(place, "territoire_absent")
    fiche = refusals.missing_fiche(work.question, work.corpus)
    return work.builder.refusal(fiche, "information_absente") if fiche else None


def _card(work: _Work) -> Answer | None:
    asked = asked_of_card(work.question)
    if asked is None or not work.documents:
        return None
    documents = work.documents if work.question.large or work.question.documents else work.documents[:1]
    if say_card(work.builder, asked, documents, work.corpus):
        return work.builder.answer()
    if asked == "date_signature" and work.question.documents:
        return refusals.refuse(work.builder, work.question, [], work.corpus)
    return None


def _fiche(work: _Work) -> Answer | None:
    question = work.question
    if not (question.fiches or question.champs):
        return None
    found = fiches_for(question, work.documents, work.hits, work.matter, work.corpus)
    good = question.fiches or (found and found[0].score >= FICHE_ENOUGH)
    if not found or not good or (_best_is_plan(work) and not question.fiches):
        return None
    return work.builder.answer() if say_fiches(work.builder, question, found, work.corpus) else None


def _best_is_plan(work: _Work) -> bool:
    return bool(work.hits) and work.hits[0].passage.kind == "plan"


def _plan(work: _Work) -> Answer | None:
    if not is_about_plan(work.question, work.hits):
        return None
    rows = rows_for(work.question, work.documents, work.matter, work.corpus)
    if not rows or rows[0].score < ROW_ENOUGH:
        return None
    if counts_actions(work.question):
        say_count(work.builder, work.question, rows, work.corpus)
    else:
        say_rows(work.builder, rows, work.corpus)
    return None if work.builder.empty else work.builder.answer()


def _field_of_plan(work: _Work) -> Answer | None:
    """A field that plans do not have, asked of something only a plan speaks of."""
    lacking = [c for c in work.question.champs if c not in ("porteurs", "partenaires", "echeances", "axe", "titre")]
    if not lacking or not _best_is_plan(work):
        return None
    rows = rows_for(work.question, work.documents, work.matter, work.corpus)
    if not rows or rows[0].alone < ROW_ENOUGH:
        return None
    best = rows[0]
    label = CHAMPS[lacking[0]].libelle
    return refusals.refuse_field(work.builder, label, best.document, best.row.source.ligne_debut, work.corpus)


_ROUTES: tuple[Callable[[_Work], Answer | None], ...] = (
    _empty_corpus,
    _about_corpus,
    _absent,
    _card,
    _field_of_plan,
    _plan,
    _fiche,
)
"""The routes in order: what the corpus is, what it lacks, then its structured parts; passages come last."""
