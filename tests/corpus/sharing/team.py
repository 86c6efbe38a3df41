"""Colleagues with a machine each, one server, a model made of hashed words and one passage a line."""

from __future__ import annotations

from contextlib import ExitStack
from typing import TYPE_CHECKING, Self

from corpus.sharing import checked_address, open_shared
from tests.corpus.indexing_tools import Tools, write
from tests.corpus.vectors.fakes import FakeEmbedder

if TYPE_CHECKING:
    from pathlib import Path

    from corpus.indexing import Corpus
    from corpus.pipeline import Pipeline
    from corpus.sharing import SharedCorpus


class Team:
    """Opens the shared corpus from several machines and closes it at the end."""

    def __init__(self, url: str, folder: Path) -> None:
        self.url = url
        self.folder = folder
        self._opened = ExitStack()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self._opened.close()

    def open(self, name: str, embedder: FakeEmbedder | None = None, pipeline: Pipeline | None = None) -> SharedCorpus:
        """The corpus as this colleague has it, in line with the server."""
        corpus = open_shared(
            self.folder / name,
            checked_address(self.url),
            pipeline=pipeline or Tools().pipeline(),
            embedder=embedder or FakeEmbedder(),
        )
        return self._opened.enter_context(corpus)

    def document(self, colleague: str, name: str, lines: int = 4, word: str = "relais") -> Path:
        """A document on the machine of a colleague."""
        return write(self.folder / f"documents-{colleague}", name, lines, word)


def names(corpus: Corpus) -> list[str]:
    """The documents of a corpus."""
    return [entry.name for entry in corpus.catalogue.documents()]


def look_again(corpus: SharedCorpus) -> None:
    """Compare with the server at once, however lately it was done."""
    corpus._next = 0.0
    corpus.refresh()


def hits(corpus: Corpus, question: str) -> list[tuple[str, int, float]]:
    """What a search finds: document, first line and score."""
    found = corpus.searcher().search(question, 10)
    return [(hit.passage.document, hit.passage.ligne_debut, hit.score) for hit in found]
