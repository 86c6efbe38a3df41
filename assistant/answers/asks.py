"""The several things one question asks: each is answered, by the sentence that says it best when none said it yet."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from assistant.answers.builder import citation_of
from assistant.answers.evidence import UNDER, read_source
from assistant.answers.expected import expected_of
from assistant.answers.scoring import Subject, said, stems_of
from corpus.models import SearchHit
from corpus.text.folding import fold, words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from assistant.answers.builder import AnswerBuilder
    from assistant.answers.evidence import Source
    from assistant.answers.expected import Expected
    from assistant.answers.units import Unit
    from corpus.indexing import Corpus
    from corpus.search.question import Concept, Question

_NEXT = re.compile(
    r",? (?:et|puis) (?=(?:(?:à partir|au bout) de |depuis |avec |par |sous |dans |pour |en |à )?"
    r"(?:quand|où|combien|comment|qui|pourquoi|quels?|quelles?)\b)",
    re.IGNORECASE,
)
_PAIR = re.compile(
    r"\b(?:le |la |les |l'|un |une |du |des )?(\w{3,}) et (?:le |la |les |l'|un |une |du |des )?(\w{3,})\b"
)
_COUNTS = re.compile(
    r"\b(combien (?:de |d'))(.{3,40}?) et (?:de |d')(.{3,40}?)(?=[?,;:]|$| (?:dans|sur|a|au|aux|en|pour|par|selon|y)\b)"
)
ENOUGH = 0.45
"""How much of what is asked a sentence must say to answer it."""
TITLE = 6
"""Words under which a unit is a title, that answers nothing but says what follows it is about."""
OPENING = 9
"""Words at the beginning of a sentence, where stands what it is about."""


@dataclass(frozen=True, slots=True)
class Ask:
    """One thing asked: what it is about, the fact expected, and what its sentence must begin with, if anything."""

    subject: Subject
    expected: Expected
    opening: Concept | None = None

    def worth(self, unit: Unit, title: str = "") -> float:
        """How well a unit answers under its title; 0 when it does not."""
        says = self.subject.coverage(unit.text, f"{unit.lead} {title}", discount=UNDER)
        if says < ENOUGH or (self.expected.any and not self.expected.held_by(unit.text)):
            return 0.0
        if self.opening is not None and said(self.opening, stems_of(" ".join(words(unit.text)[:OPENING]))) <= 0:
            return 0.0
        return says

    def may_be_in(self, text: str) -> bool:
        """Whether a passage may hold a unit that answers."""
        says = self.subject.coverage(text) >= ENOUGH
        return says and (not self.expected.any or self.expected.held_by(text))


def asks_of(question: Question, expected: Expected) -> list[Ask]:
    """The things asked when there are several: « … et quel préavis », « combien de … et de … »; else none."""
    parts = [part for part in _NEXT.split(question.text) if part]
    if len(parts) > 1:
        asks = [Ask(_within(question, part), expected_of(part, question.concepts)) for part in parts]
        return [ask for ask in asks if ask.subject.weight]
    if expected.counted:
        return list(_counted(question))
    return list(_paired(question, expected)) if expected.often or expected.date or expected.duration else []


def _within(question: Question, part: str) -> Subject:
    here = stems_of(part) | frozenset(words(part))
    named = {word for mention in question.mentions for word in words(mention)}
    return Subject(
        tuple(c for c in question.concepts if (c.stem in here or fold(c.surface) in here) and c.surface not in named)
    )


def _counted(question: Question) -> Iterator[Ask]:
    """One ask for each of two things that are counted: « combien de … et de … »."""
    both = _COUNTS.search(fold(question.text))
    for what in (both[2], both[3]) if both else ():
        subject = _within(question, what)
        if subject.weight:
            yield Ask(subject, expected_of(f"combien de {what} ?", question.concepts))


def _paired(question: Question, expected: Expected) -> Iterator[Ask]:
    """One ask for each of two things that a question joins, and asks the same fact of."""
    by_word = {fold(c.surface): c for c in question.concepts}
    for first, second in _PAIR.findall(fold(question.text)):
        pair = by_word.get(first), by_word.get(second)
        if pair[0] is None or pair[1] is None:
            continue
        for kept, other in (pair, pair[::-1]):
            rest = Subject(tuple(c for c in question.concepts if c is not other and c.known))
            yield Ask(rest, expected, kept)


def clause_sources(
    question: Question, document: str, expected: Expected, corpus: Corpus, *, may_answer: Callable[[str], bool]
) -> list[Source]:
    """The clauses and texts of a convention that may answer, read unit by unit, whether search brought them or not."""
    stored = [s.passage for s in corpus.catalogue.passages(document) if s.passage.kind in ("clause", "texte")]
    kept = [passage for passage in stored if may_answer(passage.extrait)]
    hits = [SearchHit(passage=passage, rang=n, score=0.0, couverture=0.0) for n, passage in enumerate(kept, 1)]
    return [read_source(hit, question.text, Subject(question.concepts), expected, corpus) for hit in hits]


def complete(
    builder: AnswerBuilder, question: Question, expected: Expected, sources: Sequence[Source], corpus: Corpus
) -> None:
    """Add, for each thing asked that nothing said answers, the sentence of the same document that answers it best."""
    if not sources or builder.empty:
        return
    document = sources[0].document
    near = [source for source in sources if source.document == document]
    for ask in asks_of(question, expected):
        if _answered(builder, ask):
            continue
        unit = _best(ask, near) or (_best(ask, _clauses(question, document, ask, corpus)))
        if unit is not None:
            builder.add(f"{unit.lead.rstrip(' :')} : {unit.text}" if _brief(unit) else unit.text, [citation_of(unit)])


def _clauses(question: Question, document: str, ask: Ask, corpus: Corpus) -> list[Source]:
    if not question.restricts:
        return []
    return clause_sources(question, document, ask.expected, corpus, may_answer=ask.may_be_in)


def _brief(unit: Unit) -> bool:
    return unit.kind == "item" and 0 < len(words(unit.lead)) <= 12


def _answered(builder: AnswerBuilder, ask: Ask) -> bool:
    for text in builder.said():
        if ask.opening is not None and said(ask.opening, stems_of(" ".join(words(text)[:OPENING]))) <= 0:
            continue
        if ask.subject.coverage(text) >= ENOUGH and (not ask.expected.any or ask.expected.held_by(text)):
            return True
    return False


def _titled(sources: Sequence[Source]) -> Iterator[tuple[Unit, str]]:
    """The units that may answer, each with the short title it comes right under."""
    for source in sources:
        title = ""
        for scored in source.units:
            if scored.heading or (scored.length < TITLE and scored.unit.kind != "item"):
                title = scored.unit.text
                continue
            yield scored.unit, title
            title = ""


def _best(ask: Ask, sources: Sequence[Source]) -> Unit | None:
    """The unit that answers best, a sentence rather than a heading; none when no unit does."""
    worths = [(ask.worth(unit, title), unit) for unit, title in _titled(sources)]
    best, chosen = max(worths, key=lambda worth: worth[0], default=(0.0, None))
    return chosen if best > 0 else None


def answer_each(
    builder: AnswerBuilder, question: Question, expected: Expected, sources: Sequence[Source], corpus: Corpus
) -> bool:
    """Answer a question of several asks about the clauses of one convention, each by its sentence; whether all are."""
    if not (sources and question.clauses):
        return False
    document = sources[0].document
    asks = asks_of(question, expected)
    if not (asks and asks[0].expected.any):
        return False
    found = (_best(ask, _clauses(question, document, ask, corpus)) for ask in asks if len(asks) > 1)
    units = [unit for unit in found if unit is not None]
    if len(units) < max(2, len(asks)):
        return False
    for unit in units:
        builder.add(unit.text, [citation_of(unit)])
    return True
