"""Answering from the best passage: the sentences that say what is asked, or the whole list, and no more."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from assistant.answers.lists import after_heading, announced, whole_list
from assistant.answers.noise import is_label
from assistant.answers.quoting import cite_lines
from corpus.text.folding import fold, words

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from assistant.answers.builder import AnswerBuilder
    from assistant.answers.evidence import Scored, Source
    from assistant.answers.expected import Expected
    from assistant.answers.units import Unit
    from corpus.indexing import Corpus
    from corpus.models import Citation, Passage
    from corpus.search.question import Question

_PLURAL = re.compile(
    r"\b(?:quels|quelles|lesquels|lesquelles|qui sont|liste[rsz]?|citer?|enumer\w+|sur quels|sur quelles)\b"
)
_TWO_QUESTIONS = re.compile(
    r"\b(?:et|puis) (?:a partir de |depuis |avec |par |devant |dans |pour |en )?"
    r"(?:quand|ou|combien|comment|qui|pourquoi|quels?|quelles?)\b"
)
_GOES_ON = re.compile(r"(?:ces dernier|cette derniere|ce dernier|ceux-ci|celles?-ci|celui-ci|il s'agit|elles? |ils? )")
"""How a sentence begins that cannot be understood, or completes, the one before."""
_COMPOSITION = re.compile(
    r"\bcompos\w+|\bqui (?:siege|participe|prend part|fait partie|est associe)|\bmembres\b|\bqui est dans\b"
)
_COMPOSED = re.compile(r"composition\b[^.]{0,60}:?$")
HEADING_MARGIN = 0.15
SHORT = 80
"""Words under which a passage is said whole."""
FEW = 8
"""Words of text under which a passage is made of its titles."""
LONG = 75
"""Words an answer from one passage aims not to exceed."""
FLOOR = 0.4
"""Share of the best score under which a unit does not fill a short entry."""
LIST_WORDS = 120
ALMOST = 0.8
"""Share of the best score from which a unit is worth as much as the best."""


def wants_list(question: Question) -> bool:
    """Whether several things are asked for."""
    return question.nature == "liste" or bool(_PLURAL.search(fold(question.text)))


def cite_units(source: Source, units: Sequence[Unit], corpus: Corpus) -> Citation:
    """One citation for units of the same passage: from the first to the last of their lines."""
    passage = source.hit.passage
    first, last = min(u.first for u in units), max(u.last for u in units)
    return cite_lines(passage.document, first, last, corpus, passage.section)


def select(source: Source, question: Question, expected: Expected, corpus: Corpus, budget: int = LONG) -> list[Unit]:
    """The units of a passage worth saying, in order: all of a short one, else the best within a budget of words."""
    if not source.body:
        return []
    best = max(source.body, key=lambda s: s.score)
    listed = _listed(source, best, question, expected, corpus, budget)
    return listed or _sentences(source, best, question, expected, budget)


def _listed(
    source: Source, best: Scored, question: Question, expected: Expected, corpus: Corpus, budget: int
) -> list[Unit]:
    """A whole list, when that is what answers: what a sentence or a heading announces, who makes up a body."""
    passage = source.hit.passage
    members = _composition(source) if asks_composition(question) else []
    if members:
        return _within(members, LIST_WORDS)
    if best.unit.text.rstrip().endswith(":"):
        return _within([best.unit, *announced(best.unit, passage, corpus)], LIST_WORDS)
    heading = _best_heading(source, best)
    if heading is not None and not (asks_twice(question) and source.length <= SHORT):
        return _under(heading, passage, expected, corpus, budget)
    if best.unit.kind == "item" and wants_list(question):
        return _within(whole_list(best.unit, passage, corpus), LIST_WORDS)
    return []


def _sentences(source: Source, best: Scored, question: Question, expected: Expected, budget: int) -> list[Unit]:
    """The sentences of a passage that answer."""
    body = source.body
    if question.articles and source.length <= LIST_WORDS:
        return [s.unit for s in body]
    if asks_twice(question) and source.length <= SHORT:
        return [s.unit for s in source.units]
    if expected.any and not expected.duty and expected.held_by(best.unit.text) and not asks_twice(question):
        return [s.unit for s in body if s.score >= ALMOST * best.score][:3]
    announcing = next((s.unit for s in source.units if s.unit.text == best.unit.lead), None)
    if announcing and expected.any and expected.held_by(announcing.text) and best.unit.kind == "item":
        return [announcing, best.unit]
    if source.length <= min(SHORT, budget):
        titles = sum(s.length for s in body) < FEW or (expected.any and not _holds(body, expected))
        return [s.unit for s in (source.units if titles else body)]
    return _best_within(body, budget, FLOOR * best.score if budget < LONG else 0.0)


def asks_composition(question: Question) -> bool:
    """Whether the members of a body are asked for."""
    return bool(_COMPOSITION.search(fold(question.text)))


def _composition(source: Source) -> list[Unit]:
    """What follows « Composition : », up to the next label; empty when a passage has no such label."""
    units = source.units
    at = next((n for n, s in enumerate(units) if _COMPOSED.match(fold(s.unit.text))), None)
    if at is None:
        return []
    found: list[Unit] = []
    for scored in units[at + 1 :]:
        if scored.heading and is_label(scored.unit.text):
            break
        found.append(scored.unit)
    return found


def _holds(body: Sequence[Scored], expected: Expected) -> bool:
    return any(expected.held_by(s.unit.text) for s in body)


def _under(heading: Scored, passage: Passage, expected: Expected, corpus: Corpus, budget: int) -> list[Unit]:
    """What a heading announces; the heading itself when nothing does follow, or when it holds the fact expected."""
    if expected.any and expected.held_by(heading.unit.text):
        return [heading.unit]
    return _within(after_heading(heading.unit, passage, corpus), budget) or [heading.unit]


def _best_heading(source: Source, best: Scored) -> Scored | None:
    """The heading that says more of the subject than anything under it in the passage, near its end."""
    headings = [s for s in source.units if s.heading and s.alone >= best.alone + HEADING_MARGIN]
    chosen = max(headings, key=lambda s: s.alone, default=None)
    if chosen is None or source.units.index(chosen) < len(source.units) // 2:
        return None
    return chosen


def asks_twice(question: Question) -> bool:
    """Whether a question is two: « … et quand ? »."""
    return bool(_TWO_QUESTIONS.search(fold(question.text)))


def _within(units: Sequence[Unit], budget: int) -> list[Unit]:
    kept: list[Unit] = []
    spent = 0
    for unit in units:
        spent += len(words(unit.text))
        if kept and spent > budget:
            break
        kept.append(unit)
    return kept


def _best_within(body: Sequence[Scored], budget: int, floor: float = 0.0) -> list[Unit]:
    """The units of best score that fit, from ``floor`` on, with what they announce, in order."""
    kept: set[int] = set()
    spent = 0
    for place in sorted(range(len(body)), key=lambda n: (-body[n].score, n)):
        if kept and (spent + body[place].length > budget or body[place].score < floor):
            continue
        kept.add(place)
        spent += body[place].length
        after = place + 1
        if after < len(body) and _GOES_ON.match(fold(body[after].unit.text)) and after not in kept:
            kept.add(after)
            spent += body[after].length
    return [body[place].unit for place in sorted(kept | _announced_items(body, kept, spent))]


def _announced_items(body: Sequence[Scored], kept: Collection[int], spent: int) -> set[int]:
    """The items that what is kept announces: a colon says nothing without them, a few words hardly more."""
    leads = {body[place].unit.text for place in kept if body[place].unit.text.rstrip().endswith(":")}
    under = _under_short(body, kept)
    more: set[int] = set()
    for place, scored in enumerate(body):
        if place in kept or scored.unit.kind != "item" or not (scored.unit.lead in leads or place in under):
            continue
        spent += scored.length
        if spent > LIST_WORDS:
            break
        more.add(place)
    return more


def _under_short(body: Sequence[Scored], kept: Collection[int]) -> set[int]:
    """The items that come right under a sentence kept of a few words, as the details of it."""
    found: set[int] = set()
    for place in kept:
        if body[place].unit.kind != "phrase" or body[place].length > FEW:
            continue
        following = place + 1
        while following < len(body) and body[following].unit.kind == "item":
            found.add(following)
            following += 1
    return found


def say_units(builder: AnswerBuilder, source: Source, units: Sequence[Unit], corpus: Corpus) -> None:
    """Say units of one passage under one citation; the items of a list as bullets after what announces them."""
    if not units:
        return
    citation = cite_units(source, units, corpus)
    several = len(units) > 1
    for unit in units:
        lead = unit.lead.rstrip(" :") if unit.kind != "phrase" and not several else ""
        text = f"{lead} : {unit.text}" if lead and len(words(lead)) <= 12 else unit.text
        builder.add(text, [citation], bullet=several)
