"""A corpus stand-in for drafting: documents read and extracted in memory, a search that finds by shared words."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, cast

from corpus.models import Passage, SearchHit
from corpus.text.french import stems

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corpus.indexing import Corpus
    from corpus.models import Extraction, ReadDocument


class _Catalogue:
    def __init__(self, documents: Sequence[ReadDocument], extractions: Sequence[Extraction]) -> None:
        self._documents = {d.name: d for d in documents}
        self._extractions = list(extractions)
        self.path = Path(f"memoire-{id(self)}")

    def generation(self) -> int:
        return 1

    def extractions(self) -> list[Extraction]:
        return self._extractions

    def read_document(self, name: str) -> ReadDocument:
        return self._documents[name]


class _Searcher:
    def __init__(self, documents: Sequence[ReadDocument]) -> None:
        self._documents = documents

    def search(self, question: str, k: int = 10) -> list[SearchHit]:
        asked = set(stems(question))
        found = [
            (len(asked & set(stems(line.text))), document, line)
            for document in self._documents
            for line in document.lines
        ]
        best = sorted((f for f in found if f[0]), key=lambda f: -f[0])[:k]
        return [
            SearchHit(
                passage=Passage(document=d.name, ligne_debut=line.number, ligne_fin=line.number, extrait=line.text),
                rang=rank,
                score=float(score),
            )
            for rank, (score, d, line) in enumerate(best, 1)
        ]


class _Corpus:
    def __init__(self, documents: Sequence[ReadDocument], extractions: Sequence[Extraction]) -> None:
        self.catalogue = _Catalogue(documents, extractions)
        self._documents = documents

    def searcher(self) -> _Searcher:
        return _Searcher(self._documents)


def corpus_of(documents: Sequence[ReadDocument] = (), extractions: Sequence[Extraction] = ()) -> Corpus:
    """A corpus of documents already read and extracted; empty by default."""
    return cast("Corpus", _Corpus(documents, extractions))
