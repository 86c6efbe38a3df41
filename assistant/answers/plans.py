"""Answers out of plans d'actions: who leads an action, with whom, when, and how many there are."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from assistant.answers.quoting import cite_lines, cite_spans
from corpus.text.dates import moments
from corpus.text.folding import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from assistant.answers.builder import AnswerBuilder
    from assistant.answers.scoring import Subject
    from corpus.indexing import Corpus
    from corpus.models import PlanRow, SearchHit
    from corpus.search.question import Question

_COUNT_ACTIONS = re.compile(r"\bcombien d'actions?\b|\bnombre d'actions?\b")
_NUMBER = re.compile(r"^\s*\d+\s*[/.)]\s*")
_AXIS_ASKED = re.compile(r"\baxe (\d)")
MOST_ROWS = 4
NEARLY = 0.85


@dataclass(frozen=True, slots=True)
class FoundRow:
    """A row of a plan with how much of the subject it says."""

    document: str
    row: PlanRow
    score: float
    alone: float


def rows_for(question: Question, documents: Sequence[str], subject: Subject, corpus: Corpus) -> list[FoundRow]:
    """The rows of these documents' plans that say something of the subject, best first."""
    axis = _AXIS_ASKED.search(fold(question.text))
    found: list[FoundRow] = []
    for document in documents:
        for row in corpus.catalogue.extraction(document).plan:
            if axis and row.axe and not re.search(rf"\baxe ?{axis[1]}\b", fold(row.axe)):
                continue
            alone = subject.coverage(row.action)
            placed = subject.coverage(row.action, f"{row.orientation} {row.axe} {row.chef_de_file} {row.coporteur}")
            if placed > 0:
                found.append(FoundRow(document, row, placed + 0.3 * alone, alone))
    return sorted(found, key=lambda f: -f.score)


def is_about_plan(question: Question, hits: Sequence[SearchHit]) -> bool:
    """Whether the question, or the best passages, are about a plan d'actions."""
    if question.fiches:
        return False
    top = [hit.passage.kind for hit in hits[:3]]
    asks = bool({"porteurs", "partenaires", "echeances"} & set(question.champs))
    return (asks and "plan" in top) or question.nature == "plan" or bool(_COUNT_ACTIONS.search(fold(question.text)))


def _name(action: str) -> str:
    return _NUMBER.sub("", action).strip().rstrip(".")


def _described(row: PlanRow) -> str:
    lead = row.chef_de_file or "non renseigné"
    partner = row.coporteur or "non renseigné"
    doubt = " (« ? » dans la source)" if "?" in f"{row.chef_de_file}{row.coporteur}" else ""
    when = f" ; échéance : {row.echeance}" if row.echeance else ""
    return f"{_name(row.action)} — chef de file : {lead} ; coporteur : {partner}{doubt}{when}"


def say_rows(builder: AnswerBuilder, found: Sequence[FoundRow], corpus: Corpus) -> None:
    """One bullet for each of the best rows of nearly the same worth."""
    if not found:
        return
    best = found[0].score
    for one in [f for f in found if f.score >= NEARLY * best][:MOST_ROWS]:
        source = one.row.source
        citation = cite_lines(one.document, source.ligne_debut, source.ligne_fin, corpus, "Plan d'actions")
        builder.add(_described(one.row), [citation])


def counts_actions(question: Question) -> bool:
    """Whether a question asks how many actions there are."""
    return bool(_COUNT_ACTIONS.search(fold(question.text)))


def say_count(builder: AnswerBuilder, question: Question, found: Sequence[FoundRow], corpus: Corpus) -> None:
    """How many actions of the plan are about the subject, and how many of them in a year that is named."""
    if not found:
        return
    best = max(f.score - 0.3 * f.alone for f in found)
    kept = [f for f in found if f.score - 0.3 * f.alone >= 0.8 * best]
    for document in dict.fromkeys(f.document for f in kept):
        rows = sorted((f.row for f in kept if f.document == document), key=lambda r: r.source.ligne_debut)
        text = f"{len(rows)} action{'s' if len(rows) > 1 else ''} du plan"
        for year in question.annees:
            dated = [row for row in rows if any(m.year == year for m in moments(row.echeance))]
            text += f", dont {len(dated)} en {year}"
        names = " ; ".join(_name(row.action)[:60] for row in rows[:8])
        citations = cite_spans(document, [row.source for row in rows], corpus, "Plan d'actions")
        builder.add(f"{text} : {names}", citations, bullet=False)
