"""What a searcher keeps in memory for one generation of the catalogue."""

from __future__ import annotations

from collections import defaultdict
from functools import cached_property
from typing import TYPE_CHECKING, Any

from corpus.models import Filters
from corpus.search.names import Names
from corpus.search.understanding import Understanding
from corpus.search.views import Views
from corpus.text.french import stem

if TYPE_CHECKING:
    from corpus.catalogue import Catalogue
    from corpus.vectors import VectorStore

_SAMPLE = 400
"""Passages looked at to know whether a word of a name is common elsewhere."""


class SearchState:
    """Names, statistics and views of the passages, read from the catalogue when first needed."""

    def __init__(self, catalogue: Catalogue, vectors: VectorStore | None, generation: int) -> None:
        self.generation = generation
        self.views = Views(catalogue)
        self._catalogue = catalogue
        self._vectors = vectors
        self._spread: dict[str, dict[str, int]] = {}
        self._scopes: dict[Filters, dict[str, list[int]]] = {}

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
        if filters not in self._scopes:
            found: dict[str, list[int]] = defaultdict(list)
            for number, key in self._catalogue.passage_keys(filters):
                found[key].append(number)
            self._scopes[filters] = dict(found)
        return self._scopes[filters]

    def dense(self, vector: Any, limit: int, filters: Filters) -> list[tuple[int, float]]:  # noqa: ANN401
        """The passages nearest to a vector, with their similarity, best first."""
        scope = self._scope(filters)
        if self._vectors is None or not scope:
            return []
        found = self._vectors.search(vector, limit, None if filters == Filters() else scope.keys())
        return [(number, score) for key, score in found for number in scope.get(key, ())]

    def _outside(self, word: str, document: str) -> float:
        """The share of the passages of other documents that hold a word."""
        if word not in self._spread:
            spread: dict[str, int] = defaultdict(int)
            found = self._catalogue.lexical([stem(word)], _SAMPLE)
            for view in self.views.get(number for number, _ in found):
                spread[view.passage.document] += stem(word) in view.body
            self._spread[word] = dict(spread)
        others = sum(n for name, n in self._passages_of.items() if name != document)
        held = sum(n for name, n in self._spread[word].items() if name != document)
        return held / others if others else 0.0
