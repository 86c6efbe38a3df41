"""The searcher as a LangChain retriever, for whoever builds a chain on the corpus.

Import this module only where LangChain is wanted: it is slow to load, and nothing else here needs it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from langchain_core.documents import Document
from langchain_core.retrievers import BaseRetriever
from pydantic import ConfigDict, Field

from corpus.models import Filters, SearchHit
from corpus.search.searcher import Searcher

if TYPE_CHECKING:
    from langchain_core.callbacks import CallbackManagerForRetrieverRun


class ConventionRetriever(BaseRetriever):
    """Retrieves passages of the conventions; the metadata of a document hold everything a citation needs."""

    model_config = ConfigDict(arbitrary_types_allowed=True)

    searcher: Searcher
    k: int = 10
    filters: Filters = Field(default_factory=Filters)

    def _get_relevant_documents(self, query: str, *, run_manager: CallbackManagerForRetrieverRun) -> list[Document]:
        """The passages that answer ``query``, the best first."""
        del run_manager
        return [as_document(hit) for hit in self.searcher.search(query, self.k, self.filters)]


def as_document(hit: SearchHit) -> Document:
    """A passage found, as LangChain holds one: its text, and the hit in plain values as metadata."""
    passage = hit.passage.model_dump(mode="json")
    text = str(passage.pop("extrait"))
    found = {"rang": hit.rang, "score": hit.score, "couverture": hit.couverture}
    return Document(page_content=text, metadata={**passage, **found})


def as_hit(document: Document) -> SearchHit:
    """The hit a document of this retriever was made from."""
    found = {key: document.metadata[key] for key in ("rang", "score", "couverture")}
    passage = {key: value for key, value in document.metadata.items() if key not in found}
    return SearchHit.model_validate({"passage": {**passage, "extrait": document.page_content}, **found})
