"""The embedded engine: extracts, selects and arranges what the corpus says; no network, key or model."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.answers.compound import again, joined, parts_of
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
        """Answer from the passages found and from what was extracted, part by part, or refuse."""
        searcher = corpus.searcher()
        parts = [again(question, searcher.understand(part)) for part in parts_of(question, searcher.understand)]
        answers = [
            self._whole(part, searcher.search_understood(part, len(evidence), part.filters), corpus) for part in parts
        ]
        return joined(question, answers, self.name) or self._whole(question, evidence, corpus)

    def _whole(self, question: Question, evidence: Sequence[SearchHit], corpus: Corpus) -> Answer:
        """Answer a question taken as one."""
        work = Work(question, evidence, corpus, self.name)
        for route in ROUTES:
            found = route(work)
            if found is not None:
                return found
        return from_passages(work)
