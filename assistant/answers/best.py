"""Saying what the best passage says: its sentences, its row of a plan, or the rows of a table like its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.answers.passages import say_units, select, wants_list
from assistant.answers.plans import described, row_at, row_citation

if TYPE_CHECKING:
    from collections.abc import Sequence

    from assistant.answers.builder import AnswerBuilder
    from assistant.answers.evidence import Source
    from assistant.answers.expected import Expected
    from assistant.answers.units import Unit
    from corpus.indexing import Corpus
    from corpus.search.question import Question

WHOLE = 0.6
"""Share of the subject a row must say to answer alone."""
FEW_ROWS = 3
SAME = 0.98
"""Share of the best row's coverage from which another row says as much."""


def answer_from_best(
    builder: AnswerBuilder, question: Question, sources: Sequence[Source], expected: Expected, corpus: Corpus
) -> None:
    """Say what the best passage says; when a precise fact is expected, the best passage that holds one."""
    main = _main(sources, expected)
    row = row_at(main.hit.passage, corpus) if main.hit.passage.kind == "plan" else None
    if row is not None:
        builder.add(described(row, question.annees), [row_citation(main.document, row, corpus)])
        return
    rows = _alike_rows(main, sources) if wants_list(question) else _one_row(main, sources, question)
    for source, units in rows:
        say_units(builder, source, units, corpus)
    if rows:
        return
    say_units(builder, main, select(main, question, expected, corpus), corpus)
    if expected.any and not expected.strict:
        _add_expected(builder, main, sources, expected, corpus)


def _alike_rows(main: Source, sources: Sequence[Source]) -> list[tuple[Source, list[Unit]]]:
    """For a list asked of a table: the rows of any passage of the document that say the subject as well as the best."""
    best = max(main.units, key=lambda s: s.alone, default=None)
    if best is None or best.unit.kind != "cellule" or best.alone <= 0:
        return []
    found = []
    for source in sources:
        if source.document == main.document:
            units = [s.unit for s in source.units if s.unit.kind == "cellule" and s.alone >= SAME * best.alone]
            found.append((source, units))
    kept = [(source, units) for source, units in found if units]
    return kept if sum(len(units) for _, units in kept) > 1 else []


def _one_row(main: Source, sources: Sequence[Source], question: Question) -> list[tuple[Source, list[Unit]]]:
    """For one thing asked of a table: the row of the document that says the subject best, wherever it was found."""
    if main.hit.passage.kind != "tableau" or question.champs:
        return []
    cells = [
        (scored.alone, source, scored.unit)
        for source in sources
        if source.document == main.document and source.hit.passage.kind == "tableau"
        for scored in source.units
        if scored.unit.kind == "cellule"
    ]
    best = max((alone for alone, _, _ in cells), default=0.0)
    chosen = [(source, [unit]) for alone, source, unit in cells if alone >= SAME * best]
    return chosen if best >= WHOLE and len(chosen) <= FEW_ROWS else []


def _main(sources: Sequence[Source], expected: Expected) -> Source:
    if not expected.strict:
        return sources[0]
    holding = [s for s in sources if any(expected.held_by(u.unit.text) and u.alone > 0 for u in s.units)]
    return holding[0] if holding else sources[0]


def _add_expected(
    builder: AnswerBuilder, main: Source, sources: Sequence[Source], expected: Expected, corpus: Corpus
) -> None:
    """Add the nearest sentence that holds the date asked for, when the passage said does not hold it."""
    if any(expected.held_by(u.unit.text) for u in main.units):
        return
    for source in sources[1:4]:
        holding = [s for s in source.units if expected.held_by(s.unit.text) and s.alone > 0]
        if source.document == main.document and holding:
            best = max(holding, key=lambda s: s.score)
            say_units(builder, source, [best.unit], corpus)
            return
