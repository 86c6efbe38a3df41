"""Finding the passages that answer a question: understood, searched two ways, fused, reordered, diversified."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

from corpus.errors import CorpusError
from corpus.models import Filters, SearchHit
from corpus.search.candidates import AT_LEAST, search_terms
from corpus.search.choices import settled
from corpus.search.diversity import arrange
from corpus.search.fusion import reciprocal_ranks
from corpus.search.ranking import DEFAULT, Weights, rank, weigh
from corpus.search.reranking import reranked
from corpus.search.state import SearchState

if TYPE_CHECKING:
    from corpus.catalogue import Catalogue
    from corpus.search.question import Question
    from corpus.search.ranking import Ranked
    from corpus.search.reranking import Reranker
    from corpus.vectors import Embedder, VectorStore

_POOL = 60
"""Candidates taken from each ranking."""
_CLAUSES = 20
"""Candidates taken for each clause of the national model that is asked for."""


class Searcher:
    """Searches one catalogue; lexical only when there are no vectors.

    What it keeps in memory belongs to one generation of the catalogue and is renewed when that changes.
    """

    def __init__(
        self,
        catalogue: Catalogue,
        vectors: VectorStore | None = None,
        embedder: Embedder | None = None,
        weights: Weights = DEFAULT,
        reranker: Reranker | None = None,
    ) -> None:
        self._catalogue = catalogue
        self._vectors = vectors
        self._embedder = embedder
        self._weights = weights
        self._reranker = reranker
        self.notices: list[str] = []
        """Why meaning is not searched or passages are not read again, in French."""
        self._state: SearchState | None = None

    def understand(self, question: str) -> Question:
        """What a question asks, in the light of what the corpus holds."""
        return self._current().understand(question)

    def settle(self, filters: Filters) -> Filters:
        """The filters a person gave, with the names of the corpus; raises ``UsageError`` with what exists."""
        return settled(filters, self._catalogue, lambda name: self.understand(name).documents)

    def search(self, question: str, k: int = 10, filters: Filters = Filters()) -> list[SearchHit]:
        """The ``k`` passages that best answer a question, the best first."""
        return self.search_understood(self.understand(question), k, filters)

    def search_understood(self, question: Question, k: int = 10, filters: Filters = Filters()) -> list[SearchHit]:
        """As :meth:`search`, for a question already understood."""
        if k <= 0:
            return []
        chosen = arrange(question, self._read_again(question, self.rank(question, filters)), k)
        return [
            SearchHit(passage=r.view.passage, rang=n, score=round(r.score, 6), couverture=round(r.evidence.coverage, 4))
            for n, r in enumerate(chosen, 1)
        ]

    def rank(self, question: Question, filters: Filters = Filters()) -> list[Ranked]:
        """Every candidate in order of score, before diversification."""
        state = self._current()
        scopes = [filters]
        meant = tuple(d for d in question.documents if not filters.documents or d in filters.documents)
        if meant and set(meant) != set(filters.documents):
            scopes.append(filters.model_copy(update={"documents": meant}))
        aside = question.restricts and len(scopes) > 1
        with ThreadPoolExecutor(1) as beside:  # embedding takes longest: words are looked up and weighed meanwhile
            embedded = beside.submit(self._vector, question)
            words = [
                found
                for scope in scopes
                for found in self._lexical(question, scope, state, aside=aside and scope is filters)
            ]
            sure = dict.fromkeys(number for ranking in words for number, _ in ranking)
            known = weigh(question, state.views.get(sure))
            vector = embedded.result()
        near = [state.dense(vector, _POOL, scope) for scope in scopes] if vector is not None else []
        rankings = [([n for n, _ in found], 1.0) for found in (*words, *near)]
        fused = reciprocal_ranks(rankings)
        dense = {number: score for found in near for number, score in found}
        return rank(question, state.views.get(fused), fused, dense, self._weights, known)

    def _read_again(self, question: Question, ranked: list[Ranked]) -> list[Ranked]:
        """The order of the reranker, when there is one; once it has failed, our order stands."""
        if self._reranker is None or not question.text.strip():
            return ranked
        try:
            return reranked(self._reranker, question.text, ranked)
        except CorpusError as error:
            self._reranker = None
            self.notices.append(f"Passages non reclassés : {error.message}")
            return ranked

    def _lexical(
        self, question: Question, scope: Filters, state: SearchState, *, aside: bool
    ) -> list[list[tuple[int, float]]]:
        """Rankings by the words of the question with what may stand for them, and by the clauses it asks for.

        ``aside`` is for the documents a question does not mean: only its rare words are worth looking up there.
        """
        sought = search_terms(question, state.understanding.frequency, 0 if aside else AT_LEAST)
        found = [self._catalogue.lexical(sought.terms, _POOL, scope, sought.together)] if sought.terms else []
        clauses = () if aside else question.clauses
        return found + [self._catalogue.lexical(clause.words, _CLAUSES, scope) for clause in clauses]

    def _vector(self, question: Question) -> object:
        if self._embedder is None or self._vectors is None or not question.text.strip():
            return None
        try:
            return self._embedder.query(question.text)
        except CorpusError as error:
            notice = f"Recherche par mots seulement : {error.message}"
            if notice not in self.notices:
                self.notices.append(notice)
            return None  # a model behind a network may be away: words still find

    def _current(self) -> SearchState:
        generation = self._catalogue.generation()
        if self._state is None or self._state.generation != generation:
            self._state = SearchState(self._catalogue, self._vectors, generation)
        return self._state
