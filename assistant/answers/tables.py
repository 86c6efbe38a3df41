"""Answers out of tables that are not plans: the figure beside a name, and how many rows are about something."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.answers.quoting import cite_lines
from corpus.text.folding import words
from corpus.text.french import stem

if TYPE_CHECKING:
    from collections.abc import Sequence

    from assistant.answers.builder import AnswerBuilder
    from assistant.answers.evidence import Source
    from assistant.answers.expected import Expected
    from assistant.answers.scoring import Subject
    from corpus.indexing import Corpus
    from corpus.models import Citation, Line
    from corpus.search.question import Question

NAMED = 0.75
"""Share of the words of a cell that the question says, from which it names the row."""
WHOLE = 0.8
"""Share of the subject a row must say to be counted."""
MOST_NAMED = 8


def _spoken(text: str) -> set[str]:
    return {stem(word) for word in words(text)}


def _named_pair(line: Line, asked: set[str], mentions: Sequence[set[str]]) -> tuple[str, str] | None:
    """The cell that names what is asked, in full or by the start of a place's name, and the number in the next cell."""
    for name, value in zip(line.cells, line.cells[1:], strict=False):
        told = _spoken(name)
        meant = len(told & asked) >= NAMED * len(told) or any(place <= told for place in mentions)
        if told and meant and value.strip().replace(" ", "").isdigit():
            return name.strip(), value.strip()
    return None


def say_cell(
    builder: AnswerBuilder, question: Question, sources: Sequence[Source], expected: Expected, corpus: Corpus
) -> bool:
    """Say the number beside the name asked about, in a table whose head names what is counted; whether there is one."""
    asked = _spoken(question.text)
    mentions = [_spoken(mention) for mention in question.mentions]
    for source in sources:
        passage = source.hit.passage
        lines = corpus.catalogue.lines(passage.document, passage.ligne_debut, passage.ligne_fin)
        head = f"{passage.contexte} {lines[0].text if lines else ''}"
        if not set(expected.counted) & _spoken(head):
            continue
        for line in lines:
            pair = _named_pair(line, asked, mentions) if line.cells else None
            if pair:
                citation = cite_lines(passage.document, line.number, line.number, corpus, passage.section)
                builder.add(f"{pair[0]} : {pair[1]}", [citation])
                return True
    return False


def say_row_count(
    builder: AnswerBuilder, sources: Sequence[Source], subject: Subject, expected: Expected, corpus: Corpus
) -> bool:
    """Count the rows of a table that are about the whole subject, each named; whether there is one."""
    document = sources[0].document
    rows = {
        scored.unit.first: scored.unit.text
        for source in sources
        for scored in source.units
        if source.document == document
        and source.hit.passage.kind == "tableau"
        and scored.unit.kind == "cellule"
        and subject.coverage(scored.unit.text) >= WHOLE
        and set(expected.counted) & _spoken(scored.unit.text)
    }
    if not rows:
        return False
    builder.add(f"{len(rows)} dans la liste (décompte) :", [_cite(document, line, corpus) for line in sorted(rows)])
    for line in sorted(rows)[:MOST_NAMED]:
        builder.add(rows[line], [_cite(document, line, corpus)])
    return True


def _cite(document: str, line: int, corpus: Corpus) -> Citation:
    return cite_lines(document, line, line, corpus)
