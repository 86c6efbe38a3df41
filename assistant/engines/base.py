"""What an engine must do: write an answer out of evidence that was found for it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence

    from assistant.answers.model import Answer
    from corpus.indexing import Corpus
    from corpus.models import SearchHit
    from corpus.search import Question


class Engine(Protocol):
    """Writes from evidence, and from nothing else. Retrieval, state and checks are the same for all engines."""

    name: str

    def answer(self, question: Question, evidence: Sequence[SearchHit], corpus: Corpus) -> Answer:
        """Answer a question from the passages found for it, each sentence with its citation, or refuse."""
        ...
