"""The clause a question asks for by its usual matter, read in the convention itself when search did not bring it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.models import Filters, SearchHit
from corpus.text.folding import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from corpus.indexing import Corpus
    from corpus.models import Passage
    from corpus.search.question import Question

NEARLY_BEST = 0.95
"""Score given to such a clause, the best passage found scoring 1."""
WEAK = 0.45
"""Coverage of the best passage under which it may be another clause than the one asked for."""
LONGEST_HEADING = 60
_FEW = 2


def _is_headed(passage: Passage, question: Question) -> bool:
    heading = fold(passage.section.rpartition(" › ")[2])
    return len(heading) <= LONGEST_HEADING and any(clause.headed.search(heading) for clause in question.clauses)


def _unfound(question: Question, hits: Sequence[SearchHit], corpus: Corpus) -> Iterator[Passage]:
    """The clauses of the conventions meant that search did not bring, a few for each."""
    found = {hit.passage.document for hit in hits}
    for document in question.documents if question.filters == Filters() else ():
        if document not in found:
            stored = [s.passage for s in corpus.catalogue.passages(document) if s.passage.kind == "clause"]
            yield from [passage for passage in stored if _is_headed(passage, question)][:_FEW]


def with_clauses(question: Question, hits: Sequence[SearchHit], corpus: Corpus) -> list[SearchHit]:
    """The passages found; when the best says little, the clauses asked for come right after it."""
    if not question.clauses or not question.restricts or not hits or hits[0].couverture >= WEAK:
        return list(hits)
    score, cover = NEARLY_BEST * hits[0].score, hits[0].couverture
    headed = [hit for hit in hits[1:] if _is_headed(hit.passage, question)]
    unfound = [
        SearchHit(passage=passage, rang=len(hits) + n, score=score, couverture=cover)
        for n, passage in enumerate(_unfound(question, headed, corpus), 1)
    ]
    raised = [hit.model_copy(update={"score": max(hit.score, score)}) for hit in headed[:_FEW]]
    return [hits[0], *raised, *unfound, *(hit for hit in hits[1:] if hit not in headed[:_FEW])]
