"""What a searcher keeps in memory for one generation of the catalogue."""

from __future__ import annotations

from collections import defaultdict
from functools import cached_property
from typing import TYPE_CHECKING, Any

from corpus.catalogue.memory import Memory
from corpus.models import Filters
from corpus.search.names import Names
from corpus.search.understanding import Understanding
from corpus.search.views import Views
from corpus.text.french import stem

if TYPE_CHECKING:
    from corpus.catalogue import Catalogue
    from corpus.search.question import Question
    from corpus.vectors import VectorStore

_QUESTIONS = 32
"""Questions last understood."""
_SCOPES = 16
"""Filters whose passages are kept in memory."""


class SearchState:
    """Names, statistics and views of the passages, read from the catalogue when first needed."""

    def __init__(self, catalogue: Catalogue, vectors: VectorStore | None, generation: int) -> None:
        self.generation = generation
        self.views = Views(catalogue)
        self._catalogue = catalogue
        self._vectors = vectors
        self._spread: dict[tuple[str, str], int] = {}
        self._questions: Memory[Question] = Memory(_QUESTIONS)
        self._scopes: Memory[dict[str, list[int]]] = Memory(_SCOPES)

    def understand(self, text: str) -> Question:
        """What a question asks; an answer asks it several times of the same question."""
        return self._questions.get(self.generation, text, lambda: self.understanding.understand(text))

    @cached_property
    def understanding(self) -> Understanding:
        """The understanding of questions about this corpus."""
        cartes = {e.name: e.carte for e in self._catalogue.documents() if e.state == "lu"}
        return Understanding(self._catalogue, Names(cartes, self._outside), cartes)

    @cached_property
    def _passages_of(self) -> dict[str, int]:
        return {entry.name: entry.passages for entry in self._catalogue.documents()}

    def _scope(self, filters: Filters) -> dict[str, list[int]]:
        """The passages that some filters let through, by the key they are embedded under."""

        def read() -> dict[str, list[int]]:
            found: dict[str, list[int]] = defaultdict(list)
            for number, key in self._catalogue.passage_keys(filters):
                found[key].append(number)
            return dict(found)

        return self._scopes.get(self.generation, filters, read)

    def dense(self, vector: Any, limit: int, filters: Filters) -> list[tuple[int, float]]:  # noqa: ANN401
        """The passages nearest to a vector, with their similarity, best first."""
        if self._vectors is None:
            return []
        if filters == Filters():
            found = self._vectors.search(vector, limit)
            scope = self._catalogue.ids_by_key(key for key, _ in found)
        else:
            scope = self._scope(filters)
            found = self._vectors.search(vector, limit, scope.keys()) if scope else []
        return [(number, score) for key, score in found for number in scope.get(key, ())]

    def _outside(self, word: str, document: str) -> float:
        """The share of the passages of other documents that hold a word."""
        others = self._catalogue.passage_count() - self._passages_of.get(document, 0)
        key = stem(word), document
        if key not in self._spread:
            self._spread[key] = self._catalogue.held_elsewhere(*key)
        return self._spread[key] / others if others else 0.0
