"""Cited answers to questions, or a refusal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.models import Filters

if TYPE_CHECKING:
    from collections.abc import Sequence

    from assistant.answers.model import Answer
    from assistant.engines.base import Engine
    from corpus.indexing import Corpus
    from corpus.models import SearchHit

__all__ = ["ask"]

EVIDENCE = 16
"""Passages looked at for an answer."""
BUDGET = 6000
"""Tokens of evidence handed to an engine, cut by whole passages."""


def ask(
    question: str, corpus: Corpus, engine: Engine, *, filters: Filters | None = None, history: Sequence[str] = ()
) -> Answer:
    """Answer a question from the corpus, with citations, or refuse; a follow-up is completed from what came before."""
    from assistant.answers.followup import complete
    from assistant.tokens import fit
    from corpus.search.retriever import ConventionRetriever, as_hit

    searcher = corpus.searcher()
    whole = complete(question, history, searcher.understand)
    retriever = ConventionRetriever(searcher=searcher, k=EVIDENCE, filters=filters or Filters())
    hits: list[SearchHit] = [as_hit(found) for found in retriever.invoke(whole)]
    evidence = fit(hits, BUDGET, lambda hit: f"{hit.passage.contexte}\n{hit.passage.extrait}")
    answer = engine.answer(searcher.understand(whole), evidence, corpus)
    return answer.model_copy(update={"question": question})
