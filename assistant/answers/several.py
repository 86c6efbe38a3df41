"""Answers across territories: one entry for each that says something of the subject, and who was not found to."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from assistant.answers.choosing import best_first
from assistant.answers.of_fiche import undertaken
from assistant.answers.passages import cite_units, select
from assistant.answers.plans import asks_actions, described, row_at, row_citation, rows_about, said_briefly
from assistant.answers.quoting import cite_spans
from assistant.answers.scope import Scope
from corpus.text.folding import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from assistant.answers.builder import AnswerBuilder
    from assistant.answers.evidence import Source
    from assistant.answers.expected import Expected
    from assistant.answers.scoring import Subject
    from corpus.indexing import Corpus
    from corpus.search.question import Question

ENOUGH = 0.45
"""How close to the best passage's score another territory's must come."""
SECOND = 0.8
"""How close to the first passage of a territory a second must come."""
AS_CLOSE = 0.5
"""How much of the subject a territory must say, beside the one that says the most."""
HEART = 0.4
"""How much of the heart of the subject a passage must say, its headings included."""
MOST_TERRITORIES = 6
FEW = 2
"""Territories from which each has one entry."""
TOTAL_WORDS = 200
LEAST_WORDS = 26
_ASKS_WHO = re.compile(
    r"\b(?:quel(?:le)?s? (?:territoires?|conventions?|ctg)|lesquel"
    r"|qui (?:en )?parle|qui (?:le |la |l')?(?:prevoi|envisag|propos))"
)


def _by_document(sources: Sequence[Source]) -> list[list[Source]]:
    found: dict[str, list[Source]] = {}
    for source in sources:
        found.setdefault(source.document, []).append(source)
    return list(found.values())


def _heart_said(source: Source, subject: Subject) -> float:
    passage = source.hit.passage
    return subject.heart.coverage(passage.extrait, passage.contexte, discount=0.8)


def _speaking(sources: Sequence[Source], question: Question, subject: Subject) -> list[list[Source]]:
    """The passages kept for each territory, best territory first."""
    best = max(source.hit.score for source in sources)
    says = max(source.says for source in sources)
    heart = min(HEART, 0.8 * max(_heart_said(source, subject) for source in sources))
    groups = []
    for group in _by_document(sources):
        meant = group[0].document in question.documents
        told = [s for s in group if _heart_said(s, subject) >= heart and s.says >= AS_CLOSE * says]
        close = [s for s in told if s.hit.score >= ENOUGH * best]
        if close or (meant and group):
            groups.append(_kept(close or told or group))
    return groups[:MOST_TERRITORIES] if len(groups) < FEW else [group[:1] for group in groups[:MOST_TERRITORIES]]


def _kept(group: Sequence[Source]) -> list[Source]:
    first = group[0]
    good = [s for s in group[1:4] if s.hit.score >= SECOND * first.hit.score and s.says >= SECOND * first.says]
    return [first, *good][:2]


def answer_by_territory(
    builder: AnswerBuilder,
    question: Question,
    sources: Sequence[Source],
    expected: Expected,
    subject: Subject,
    corpus: Corpus,
) -> None:
    """One entry or two for each territory whose passages come close enough to the best."""
    groups = _speaking(best_first(sources, question, expected), question, subject)
    budget = max(LEAST_WORDS, TOTAL_WORDS // max(1, sum(len(group) for group in groups)))
    for group in groups:
        for source in group:
            _say(builder, source, question, expected, budget, subject, corpus)
    if _ASKS_WHO.search(fold(question.text)):
        builder.remark(_silent({group[0].document for group in groups}, question, corpus))


def _silent(speaking: set[str], question: Question, corpus: Corpus) -> str:
    """The territories for which nothing was found, in words; empty when there is none."""
    read = Scope(corpus, question.filters).entries
    meant = [e for e in read if not question.documents or e.name in question.documents]
    names = [e.carte.territoire or e.name for e in meant if e.name not in speaking]
    return f"rien trouvé pour {', '.join(names)}" if names and len(read) <= MOST_TERRITORIES + 2 else ""


def _say(
    builder: AnswerBuilder,
    source: Source,
    question: Question,
    expected: Expected,
    budget: int,
    subject: Subject,
    corpus: Corpus,
) -> None:
    passage = source.hit.passage
    name = passage.territoire or source.document
    row = row_at(passage, corpus) if passage.kind == "plan" else None
    kin = rows_about([source.hit], subject, corpus) if row is not None else []
    if len(kin) > 1:
        said, kept = said_briefly(kin, budget)
        builder.add(f"{name} : {said}", cite_spans(source.document, [r.source for r in kept], corpus, "Plan d'actions"))
        return
    if row is not None:
        builder.add(f"{name} : {described(row)}", [row_citation(source.document, row, corpus)])
        return
    told = undertaken(source, subject, corpus, budget) if asks_actions(question) and not question.champs else None
    if told is not None:
        builder.add(f"{name} : {told[0]}", told[1])
        return
    units = select(source, question, expected, corpus, budget)
    if units:
        text = units[0].text if len(units) == 1 else " ".join(_ended(unit.text) for unit in units)
        builder.add(f"{name} : {text}", [cite_units(source, units, corpus)])


def _ended(text: str) -> str:
    """A unit among others on one line: it ends with a full stop, unless it announces the next."""
    text = text.rstrip(" ;,.")
    return text if text.endswith(":") else f"{text}."
