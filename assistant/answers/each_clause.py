"""One clause asked of every convention: the sentence of each that holds the fact, and who has none."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from assistant.answers.asks import OPENING, clause_sources
from assistant.answers.builder import citation_of
from assistant.answers.scoring import Subject
from corpus.text.folding import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from assistant.answers.builder import AnswerBuilder
    from assistant.answers.expected import Expected
    from assistant.answers.scope import Scope
    from assistant.answers.units import Unit
    from corpus.indexing import Corpus
    from corpus.search.clauses import Clause
    from corpus.search.question import Question

_EACH = re.compile(
    r"\b(?:chacune?s?|chaque|differente?s|toutes les|les|des|selon les) (?:des )?(?:ctgs?|conventions?)\b"
)
MOST = 8
FEW = 2
"""Conventions from which the answer is one of all of them."""

OPENS = 0.2
"""What the beginning of a sentence adds when it says the subject: that is what the sentence is about."""


def say_each_clause(
    builder: AnswerBuilder, question: Question, expected: Expected, scope: Scope, corpus: Corpus
) -> bool:
    """Say, for each convention, the sentence of the clause that holds the fact expected; whether several have one."""
    if not (question.clauses and (expected.duration or expected.date) and _EACH.search(fold(question.text))):
        return False
    meant = [e for e in scope.entries if not question.documents or e.name in question.documents]
    if len(meant) > MOST:
        return False
    said = [(entry, _sentence(question, entry.name, expected, corpus)) for entry in meant]
    told = [(entry, unit) for entry, unit in said if unit is not None]
    if len(told) < FEW:
        return False
    for entry, unit in told:
        builder.add(f"{entry.carte.territoire or entry.name} : {unit.text}", [citation_of(unit)])
    silent = [entry.carte.territoire or entry.name for entry, unit in said if unit is None]
    builder.remark(f"rien trouvé pour {', '.join(silent)}" if silent else "")
    return True


def _sentence(question: Question, document: str, expected: Expected, corpus: Corpus) -> Unit | None:
    """The sentence of a convention that says the clause best among those that hold the fact."""
    subject = Subject(question.concepts)

    def holds(text: str) -> bool:
        return expected.held_by(text) and _said(question.clauses, text)

    def worth(text: str) -> float:
        opening = OPENS * subject.coverage(" ".join(text.split()[:OPENING]))
        return subject.coverage(text) + opening

    sources = clause_sources(question, document, expected, corpus, may_answer=holds)
    units = [s.unit for source in sources for s in source.units if not s.heading and holds(s.unit.text)]
    return max(units, key=lambda unit: worth(unit.text), default=None)


def _said(clauses: Sequence[Clause], text: str) -> bool:
    """Whether a text says one of the expressions that ask for a clause."""
    folded = fold(text)
    return any(clause.asked.search(folded) for clause in clauses)
