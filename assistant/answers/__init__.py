"""Cited answers to questions, or a refusal."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from corpus.models import Filters

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from assistant.answers.model import Answer
    from assistant.engines.base import Engine
    from corpus.indexing import Corpus
    from corpus.models import SearchHit
    from corpus.search import Question

__all__ = ["ask", "stream"]

EVIDENCE = 16
"""Passages looked at for an answer."""
BUDGET = 6000
"""Tokens of evidence handed to an engine, cut by whole passages."""


def ask(
    question: str, corpus: Corpus, engine: Engine, *, filters: Filters | None = None, history: Sequence[str] = ()
) -> Answer:
    """Answer a question from the corpus, with citations, or refuse; a follow-up is completed from what came before."""
    understood, evidence = _evidence(question, corpus, engine, filters, history)
    answer = engine.answer(understood, evidence, corpus)
    return answer.model_copy(update={"question": question})


def stream(
    question: str, corpus: Corpus, engine: Engine, *, filters: Filters | None = None, history: Sequence[str] = ()
) -> Iterator[str | Answer]:
    """The same, piece by piece when the engine writes so: unchecked text to watch, then the answer that counts."""
    understood, evidence = _evidence(question, corpus, engine, filters, history)
    pieces = getattr(engine, "stream_answer", None)
    if pieces is None:
        yield engine.answer(understood, evidence, corpus).model_copy(update={"question": question})
        return
    for piece in pieces(understood, evidence, corpus):
        yield piece if isinstance(piece, str) else piece.model_copy(update={"question": question})


def _evidence(
    question: str, corpus: Corpus, engine: Engine, filters: Filters | None, history: Sequence[str]
) -> tuple[Question, list[SearchHit]]:
    """The question, completed and understood, and the passages found for it, within the budget."""
    from assistant.answers.followup import complete, follows
    from assistant.tokens import fit
    from corpus.search.retriever import ConventionRetriever, as_hit

    searcher = corpus.searcher()
    whole = complete(question, history, searcher.understand)
    rewrite = getattr(engine, "rewrite", None)
    if rewrite is not None and history and follows(question):
        whole = rewrite(question, history, corpus) or whole
    retriever = ConventionRetriever(searcher=searcher, k=EVIDENCE, filters=filters or Filters())
    hits: list[SearchHit] = [as_hit(found) for found in retriever.invoke(whole)]
    evidence = fit(hits, BUDGET, lambda hit: f"{hit.passage.contexte}\n{hit.passage.extrait}")
    return replace(searcher.understand(whole), filters=filters or Filters()), evidence
