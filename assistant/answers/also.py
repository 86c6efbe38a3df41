"""What search put first is said too, when the answer chose otherwise: a reader sees both and loses nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.answers.evidence import read_source
from assistant.answers.passages import say_units, select
from corpus.text.folding import words

if TYPE_CHECKING:
    from assistant.answers.work import Work
    from corpus.models import Citation, SearchHit

ROOM = 110
"""Words of an answer beyond which nothing is added."""
MOST = 60
"""Words that are added at most."""


def say_first_found(work: Work) -> None:
    """Add what the first passage found says, unless the answer cites it already or is long."""
    room = ROOM - sum(len(words(line)) for line in work.builder.said())
    for hit in work.hits[:1] if room >= MOST // 2 else ():
        if not any(_overlaps(hit, citation) for citation in work.builder.citations):
            source = read_source(hit, work.question.text, work.subject, work.expected, work.corpus)
            units = select(source, work.question, work.expected, work.corpus, min(room, MOST))
            say_units(work.builder, source, units, work.corpus)


def _overlaps(hit: SearchHit, citation: Citation) -> bool:
    passage = hit.passage
    return (
        passage.document == citation.document
        and passage.ligne_debut <= citation.ligne_fin
        and citation.ligne_debut <= passage.ligne_fin
    )
