"""Candidates put in order by evidence that is cheap to compute."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from corpus.search.evidence import Evidence, evidence

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from corpus.search.question import Question
    from corpus.search.views import PassageView


@dataclass(frozen=True, slots=True)
class Weights:
    """What each kind of evidence counts in the score; zero removes it (used to measure what it brings)."""

    fusion: float = 0.20
    lexical: float = 0.55
    coverage: float = 0.35
    dense: float = 0.20
    proximity: float = 0.10
    title: float = 0.15
    clause: float = 0.20
    field: float = 0.35
    number: float = 0.60
    year: float = 0.05
    nature: float = 0.12
    apart: float = 0.60
    """Taken from a passage of a document the question does not mean."""
    quiet: float = 0.20
    """Taken from a table of contents or a block of signatures."""


DEFAULT = Weights()


@dataclass(frozen=True, slots=True)
class Ranked:
    """A passage with its score and the evidence behind it."""

    view: PassageView
    score: float
    evidence: Evidence
    clause: float = 0.0
    """How well it is the clause that the question asks for."""


def _scaled(values: Mapping[int, float]) -> dict[int, float]:
    """The values of a ranking between 0 and 1."""
    if not values:
        return {}
    low, high = min(values.values()), max(values.values())
    return {n: (value - low) / (high - low) if high > low else 1.0 for n, value in values.items()}


def weigh(question: Question, views: Iterable[PassageView]) -> dict[int, Evidence]:
    """What each passage brings to a question, by identifier."""
    counting = question.nature == "chiffre"
    return {view.id: evidence(question.concepts, view, counting=counting) for view in views}


def rank(
    question: Question,
    views: Sequence[PassageView],
    fused: Mapping[int, float],
    dense: Mapping[int, float],
    weights: Weights = DEFAULT,
    known: Mapping[int, Evidence] | None = None,
) -> list[Ranked]:
    """Order candidates; ``fused`` are fusion scores and ``dense`` similarities, by passage identifier.

    ``known`` is the evidence already weighed by :func:`weigh`.
    """
    near, first = _scaled(dense), _scaled(fused)
    told = known or {}
    weighed = {**told, **weigh(question, [view for view in views if view.id not in told])}
    found = [(view, weighed[view.id]) for view in views]
    best = max((e.lexical for _, e in found), default=0.0) or 1.0
    scored = [
        Ranked(
            view,
            _score(question, view, e, (first.get(view.id, 0.0), near.get(view.id, 0.0), best), weights),
            e,
            _clause(question, view),
        )
        for view, e in found
    ]
    return sorted(scored, key=lambda r: (-r.score, r.view.id))


def _score(
    question: Question, view: PassageView, found: Evidence, relative: tuple[float, float, float], weights: Weights
) -> float:
    fused, dense, best = relative
    score = weights.fusion * fused + weights.dense * dense + weights.lexical * found.lexical / best
    score += weights.coverage * found.coverage + weights.proximity * found.proximity
    score += weights.field * _field(question, view) + weights.number * _numbers(question, view)
    score += weights.title * found.title
    score += weights.clause * _clause(question, view)
    score += weights.year * any(str(year) in view.body for year in question.annees)
    score += weights.nature * _nature(question, view, found)
    if question.documents and view.passage.document not in question.documents:
        score -= weights.apart if question.restricts else weights.apart / 4
    if view.passage.kind in {"sommaire", "signature"}:
        score -= weights.quiet
    return score


def _clause(question: Question, view: PassageView) -> float:
    return max((clause.match(view.heading) for clause in question.clauses), default=0.0)


_COLUMNS = frozenset({"porteurs", "partenaires", "echeances"})


def _field(question: Question, view: PassageView) -> float:
    """Whether a passage is the field asked for; a row of a plan has its own columns."""
    passage = view.passage
    if not question.champs:
        return 0.0
    if passage.champ in question.champs:
        return 1.0
    if passage.kind == "plan" and _COLUMNS & set(question.champs):
        return 0.8
    return -0.2 if passage.kind == "champ" and question.nature in {"fiche", "champ"} else 0.0


def _numbers(question: Question, view: PassageView) -> float:
    """Whether a passage is of the fiche or of the article that the question names."""
    score = 0.0
    if question.fiches and view.passage.fiche:
        score += 1.0 if view.passage.fiche in question.fiches else -0.4
    if question.articles:
        score += 1.0 if set(question.articles) & set(view.articles) else 0.0
    return score


def _nature(question: Question, view: PassageView, found: Evidence) -> float:
    kind = view.passage.kind
    if question.nature == "article":
        return 1.0 if kind == "clause" else 0.0
    if question.nature == "plan":
        return 1.0 if kind == "plan" else 0.0
    if question.nature == "chiffre":
        return 1.0 if found.counted else 0.3 if view.numbers else 0.0
    return 0.0
