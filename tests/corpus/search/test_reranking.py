"""A model reads the first passages again: what it changes, and what is left when it fails."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from corpus.catalogue import Catalogue
from corpus.errors import CorpusError
from corpus.passages import cut_passages
from corpus.search import Searcher
from corpus.search.reranking import READ, CrossEncoderReranker, load_reranker
from tests.corpus.documents import orvelle, val_de_brume

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

QUESTION = "action de la communauté de communes"


class Likes:
    """Prefers the passages that say a word."""

    name = "faux:aime"

    def __init__(self, word: str, *answers: float) -> None:
        self._word = word
        self._answers = answers
        self.asked = 0

    def scores(self, question: str, texts: Sequence[str]) -> Sequence[float]:
        self.asked += 1
        assert question == QUESTION
        assert len(texts) <= READ
        return self._answers or [5.0 if self._word in text else -5.0 for text in texts]


class Broken(Likes):
    def scores(self, question: str, texts: Sequence[str]) -> Sequence[float]:
        self.asked += 1
        raise CorpusError("Le serveur de reclassement ne répond pas.")


@pytest.fixture
def catalogue(tmp_path: Path) -> Iterator[Catalogue]:
    with Catalogue(tmp_path / "catalogue.sqlite") as opened:
        for read, extraction in (val_de_brume(), orvelle()):
            passages = cut_passages(read, extraction)
            opened.save(read, extraction, passages, path=tmp_path / read.name, sha256=read.name)
        yield opened


def extracts(searcher: Searcher) -> list[str]:
    return [hit.passage.extrait for hit in searcher.search(QUESTION, 20)]


def test_what_the_model_prefers_comes_up(catalogue: Catalogue) -> None:
    plain = extracts(Searcher(catalogue))
    word = plain[3].split()[-1]
    again = extracts(Searcher(catalogue, reranker=Likes(word)))
    assert again != plain
    assert sorted(again) == sorted(plain)
    assert again.index(plain[3]) < 3


def test_scores_stay_on_our_scale(catalogue: Catalogue) -> None:
    plain = [hit.score for hit in Searcher(catalogue).search(QUESTION, 20)]
    again = [hit.score for hit in Searcher(catalogue, reranker=Likes("communes")).search(QUESTION, 20)]
    assert max(again) <= max(plain) + 1e-6
    assert min(again) >= min(plain) - 1e-6


@pytest.mark.parametrize("broken", [Broken(""), Likes("", 1.0), Likes("", *[float("nan")] * READ)])
def test_our_order_stands_when_the_model_fails(catalogue: Catalogue, broken: Likes) -> None:
    searcher = Searcher(catalogue, reranker=broken)
    assert extracts(searcher) == extracts(Searcher(catalogue)) == extracts(searcher)
    assert broken.asked == 1
    assert len(searcher.notices) == 1
    assert searcher.notices[0].startswith("Passages non reclassés : ")


def test_a_model_is_loaded_when_it_is_used_and_its_absence_is_said(tmp_path: Path) -> None:
    reranker = load_reranker(f"sentence-transformers:{tmp_path}")
    assert isinstance(reranker, CrossEncoderReranker)
    assert reranker.name == f"sentence-transformers:{tmp_path}"
    with pytest.raises(CorpusError, match="reclassement"):
        reranker.scores("question", ["texte"])


class _Away:
    name, dimension = "parti", 2

    def query(self, text: str) -> object:
        raise CorpusError("Le serveur de vecteurs ne répond pas.")


def test_words_are_searched_when_the_embedding_of_a_question_fails(catalogue: Catalogue) -> None:
    searcher = Searcher(catalogue, object(), _Away())  # type: ignore[arg-type]
    assert extracts(searcher) == extracts(Searcher(catalogue)) == extracts(searcher)
    assert searcher.notices == ["Recherche par mots seulement : Le serveur de vecteurs ne répond pas."]
