"""Answers out of plans d'actions: who leads an action, with whom, when, and how many there are."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from assistant.answers.quoting import cite_lines, cite_spans
from corpus.text.dates import moments
from corpus.text.folding import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from assistant.answers.builder import AnswerBuilder
    from assistant.answers.scoring import Subject
    from corpus.indexing import Corpus
    from corpus.models import Passage, PlanRow, SearchHit
    from corpus.search.question import Question

_COUNT_ACTIONS = re.compile(r"\bcombien d'actions?\b|\bnombre d'actions?\b")
_NUMBER = re.compile(r"^\s*\d+\s*[/.)]\s*")
MOST_ROWS = 4
NEARLY = 0.85
"""Share of the best passage's score from which another row is said too."""
ENOUGH = 0.4


def counts_actions(question: Question) -> bool:
    """Whether a question asks how many actions there are."""
    return bool(_COUNT_ACTIONS.search(fold(question.text)))


def is_about_plan(question: Question, hits: Sequence[SearchHit]) -> bool:
    """Whether the best passage is a row of a plan, and the question asks what a row tells."""
    if question.fiches or not hits or hits[0].passage.kind != "plan":
        return False
    return bool({"porteurs", "partenaires", "echeances"} & set(question.champs)) or question.nature == "plan"


def row_at(passage: Passage, corpus: Corpus) -> PlanRow | None:
    """The row of the plan a passage is made of."""
    for row in corpus.catalogue.extraction(passage.document).plan:
        if row.source.ligne_debut <= passage.ligne_fin and passage.ligne_debut <= row.source.ligne_fin:
            return row
    return None


def _name(action: str) -> str:
    return _NUMBER.sub("", action).strip().rstrip(".")


def described(row: PlanRow) -> str:
    """A row in words; what the source leaves empty or doubtful is said to be so."""
    lead = row.chef_de_file or "non renseigné"
    partner = row.coporteur or "non renseigné"
    doubt = " (« ? » dans la source)" if "?" in f"{row.chef_de_file}{row.coporteur}" else ""
    when = f" ; échéance : {row.echeance}" if row.echeance else ""
    return f"{_name(row.action)} — chef de file : {lead} ; coporteur : {partner}{doubt}{when}"


def say_rows(builder: AnswerBuilder, hits: Sequence[SearchHit], corpus: Corpus) -> None:
    """One bullet for the best row found, and for those found nearly as well."""
    best = hits[0].score
    for hit in hits[:MOST_ROWS]:
        row = row_at(hit.passage, corpus) if hit.passage.kind == "plan" else None
        if row is None or hit.score < NEARLY * best:
            continue
        source = row.source
        citation = cite_lines(hit.passage.document, source.ligne_debut, source.ligne_fin, corpus, hit.passage.section)
        builder.add(described(row), [citation])


def _about(rows: Sequence[PlanRow], subject: Subject) -> list[PlanRow]:
    """The rows about a subject: by their action or orientation, else by their axis."""
    close = [r for r in rows if subject.own_coverage(f"{r.action} {r.orientation}") >= ENOUGH]
    return close or [r for r in rows if subject.own_coverage(r.axe) >= ENOUGH]


def say_count(
    builder: AnswerBuilder, question: Question, documents: Sequence[str], subject: Subject, corpus: Corpus
) -> None:
    """How many actions of the plans are about the subject, and how many of them in a year that is named."""
    for document in documents:
        plan = corpus.catalogue.extraction(document).plan
        rows = _about(plan, subject) if subject.concepts else list(plan)
        if not rows:
            continue
        text = f"{len(rows)} action{'s' if len(rows) > 1 else ''} du plan"
        for year in question.annees:
            dated = [row for row in rows if any(m.year == year for m in moments(row.echeance))]
            text += f", dont {len(dated)} en {year}"
        names = " ; ".join(_name(row.action)[:60] for row in rows[:8])
        citations = cite_spans(document, [row.source for row in rows], corpus, "Plan d'actions")
        builder.add(f"{text} : {names}", citations, bullet=False)
