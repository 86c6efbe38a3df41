"""Answers across territories: one entry for each that says something, and who says nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.answers.builder import citation_of
from assistant.answers.evidence import score_units, words_of
from assistant.answers.lists import items_of
from corpus.text.folding import words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from assistant.answers.builder import AnswerBuilder
    from assistant.answers.evidence import Scored
    from assistant.answers.expected import Expected
    from assistant.answers.scoring import Subject
    from assistant.answers.units import Unit
    from corpus.indexing import Corpus
    from corpus.models import SearchHit
    from corpus.search.question import Question

ENOUGH = 0.55
"""How close to the best territory's another must come to be said."""
MOST_TERRITORIES = 6
PER_TERRITORY = 3
ENTRY_WORDS = 45


def _by_document(scored: Sequence[Scored]) -> dict[str, list[Scored]]:
    found: dict[str, list[Scored]] = {}
    for one in scored:
        found.setdefault(one.document, []).append(one)
    return found


def _best_of(scored: Sequence[Scored], subject: Subject) -> list[Scored]:
    """The best unit of a territory and up to two others of nearly its worth."""
    first = scored[0]
    chosen, left = [first], subject.without(words_of(first))
    for other in scored[1:]:
        if len(chosen) >= PER_TERRITORY:
            break
        adds = left.concepts and left.coverage(other.unit.text) > 0
        same_worth = other.alone >= 0.8 * first.alone and other.alone > 0 and other.score >= 0.75 * first.score
        if adds or same_worth:
            chosen.append(other)
            left = left.without(words_of(other))
    return chosen


def _say(builder: AnswerBuilder, name: str, scored: Scored, corpus: Corpus) -> None:
    unit, section = scored.unit, scored.hit.passage.section
    if unit.kind == "phrase" and unit.text.rstrip().endswith(":"):
        items = items_of(scored, corpus)
        spent = 0
        kept: list[Unit] = []
        for item in items:
            spent += len(words(item.text))
            if spent > ENTRY_WORDS and kept:
                break
            kept.append(item)
        if kept:
            said = " ; ".join(item.text.rstrip(" ;.,") for item in kept)
            builder.add(f"{name} : {said}", [citation_of(item, section) for item in kept])
            return
    builder.add(f"{name} : {unit.text}", [citation_of(unit, section)])


def answer_by_territory(
    builder: AnswerBuilder,
    question: Question,
    hits: Sequence[SearchHit],
    subject: Subject,
    expected: Expected,
    corpus: Corpus,
) -> list[Scored]:
    """One entry or more for each territory that says something of the subject; returns what was said."""
    scored = score_units(hits, subject, expected, corpus)
    names = {hit.passage.document: hit.passage.territoire or hit.passage.document for hit in hits}
    groups = sorted(_by_document(scored).items(), key=lambda pair: -pair[1][0].score)
    if not groups:
        return []
    best = groups[0][1][0]
    meant = set(question.documents)
    said: list[Scored] = []
    for document, found in groups[:MOST_TERRITORIES]:
        close = found[0].placed >= ENOUGH * best.placed and found[0].score >= ENOUGH * best.score
        if not (close or (document in meant and found[0].placed >= 0.35)):
            continue
        for one in _best_of(found, subject):
            _say(builder, names[document], one, corpus)
            said.append(one)
    return said
