"""The embedded engine: extracts, selects and arranges what the corpus says; no network, key or model."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.answers.routes import ROUTES, from_passages
from assistant.answers.work import Work

if TYPE_CHECKING:
    from collections.abc import Sequence

    from assistant.answers.model import Answer
    from corpus.indexing import Corpus
    from corpus.models import SearchHit
    from corpus.search import Question


class EmbeddedEngine:
    """Answers with the words of the conventions: by the first route that says something, else from passages."""

    name = "integre"

    def answer(self, question: Question, evidence: Sequence[SearchHit], corpus: Corpus) -> Answer:
        """Answer from the passages found and from what was extracted, or refuse."""
        work = Work(question, evidence, corpus, self.name)
        for route in ROUTES:
            found = route(work)
            if found is not None:
                return found
        return from_passages(work)
