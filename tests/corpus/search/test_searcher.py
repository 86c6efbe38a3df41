"""From a question to passages, on two invented conventions in a real catalogue."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from corpus.catalogue import Catalogue
from corpus.models import Filters, SearchHit
from corpus.passages import cut_passages
from corpus.search import Searcher
from tests.corpus.documents import orvelle, val_de_brume

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from pathlib import Path

    from numpy.typing import NDArray


@pytest.fixture
def catalogue(tmp_path: Path) -> Iterator[Catalogue]:
    with Catalogue(tmp_path / "catalogue.sqlite") as opened:
        for read, extraction in (val_de_brume(), orvelle()):
            passages = cut_passages(read, extraction)
            opened.save(read, extraction, passages, path=tmp_path / read.name, sha256=read.name)
        yield opened


@pytest.fixture
def searcher(catalogue: Catalogue) -> Searcher:
    return Searcher(catalogue)


def first(hits: list[SearchHit]) -> tuple[str, int]:
    return hits[0].passage.document, hits[0].passage.ligne_debut


@pytest.mark.parametrize(
    ("question", "document", "line"),
    [
        ("tribunal competent en cas de litige au val de brume", "val-de-brume.txt", 10),
        ("tribunal en cas de litige, pays d'orvelle", "orvelle.txt", 11),
        ("Jusqu'à quand court la CTG de la CCVB ?", "val-de-brume.txt", 7),
        ("Qui est chef de file de la navette ?", "val-de-brume.txt", 21),
        ("reseau des RAM : chef de file", "val-de-brume.txt", 23),
        ("indicateurs de la fiche 1.1", "val-de-brume.txt", 29),
        ("à qui s'adresse la fiche sur le numérique ?", "val-de-brume.txt", 28),
        ("le LAEP ouvre combien de matinées", "orvelle.txt", 14),
        ("bus pour aller au devant des habitants", "orvelle.txt", 14),
        ("comité de pilotge", "val-de-brume.txt", 13),
    ],
)
def test_the_passage_that_answers_comes_first(searcher: Searcher, question: str, document: str, line: int) -> None:
    assert first(searcher.search(question, 5)) == (document, line)


def test_near_words_find_what_the_question_does_not_say(searcher: Searcher) -> None:
    assert searcher.search("quelle action pour le grand âge ?", 1)[0].passage.fiche == "1.1"


def test_a_broad_question_hears_every_territory_first(searcher: Searcher) -> None:
    hits = searcher.search("Quand finit chaque convention ?", 4)
    assert {(h.passage.document, h.passage.ligne_debut) for h in hits[:2]} == {
        ("val-de-brume.txt", 7),
        ("orvelle.txt", 8),
    }


def test_a_territory_named_comes_before_the_others_but_hides_nothing(searcher: Searcher) -> None:
    hits = searcher.search("Que dit le Pays d'Orvelle du tribunal ?", 20)
    documents = [h.passage.document for h in hits]
    assert documents[0] == "orvelle.txt"
    assert "val-de-brume.txt" in documents


def test_filters_are_honoured(searcher: Searcher) -> None:
    for filters in (Filters(documents=("orvelle.txt",)), Filters(territoires=("Orvelle",))):
        assert {h.passage.document for h in searcher.search("tribunal du Val-de-Brume", 20, filters)} == {"orvelle.txt"}
    fiches = searcher.search("les seniors", 20, Filters(fiches_seulement=True))
    assert fiches
    assert all(h.passage.kind in {"champ", "fiche"} for h in fiches)


def test_coverage_tells_what_is_answered_from_what_is_not(searcher: Searcher) -> None:
    held = searcher.search("navette vers le marché", 1)[0]
    absent = searcher.search("navette spatiale vers la lune", 1)[0]
    assert held.couverture > 0.9
    assert absent.couverture < 0.6


def test_what_the_corpus_does_not_know_is_said(searcher: Searcher) -> None:
    question = searcher.understand("Combien de crèches à Rochemaure en 2031 ?")
    assert question.noms_inconnus == ("Rochemaure",)
    assert question.annees == (2031,)
    assert question.nature == "chiffre"


def test_a_correction_is_told(searcher: Searcher) -> None:
    assert searcher.understand("les navettte du marché").corrections == {"navettte": "navette"}


def test_ranks_follow_scores_and_are_distinct(searcher: Searcher) -> None:
    hits = searcher.search("action de la communauté de communes", 10)
    assert [h.rang for h in hits] == list(range(1, len(hits) + 1))
    places = [(h.passage.document, h.passage.ligne_debut, h.passage.extrait) for h in hits]
    assert len(set(places)) == len(places)


@pytest.mark.parametrize("question", ["", "   ", "?", "le la les", "🙂", "\x00", "a" * 5000, "« '\" OR NEAR(", "et ?"])
def test_any_text_is_a_question(searcher: Searcher, question: str) -> None:
    assert isinstance(searcher.search(question, 5), list)
    assert searcher.search(question, 0) == []


def test_an_empty_corpus_finds_nothing(tmp_path: Path) -> None:
    with Catalogue(tmp_path / "vide.sqlite") as catalogue:
        assert Searcher(catalogue).search("une navette") == []


def test_a_change_of_the_corpus_is_seen(searcher: Searcher, catalogue: Catalogue) -> None:
    assert searcher.search("tribunal Orvelle", 5)[0].passage.document == "orvelle.txt"
    catalogue.remove("orvelle.txt")
    hits = searcher.search("tribunal Orvelle", 5)
    assert {h.passage.document for h in hits} == {"val-de-brume.txt"}


class _Vectors:
    """Two axes: what is about water, and the rest; the questions of these tests are all about water."""

    name, dimension = "axes", 2

    def __init__(self, catalogue: Catalogue, near: str) -> None:
        self._keys = [(s.key, 1.0 if near in s.passage.extrait else 0.1) for s in catalogue.passages()]

    def query(self, text: str) -> NDArray[np.float32]:
        assert text
        return np.array([1.0, 0.0], dtype=np.float32)

    def passages(self, texts: object) -> NDArray[np.float32]:
        raise NotImplementedError

    def search(self, vector: object, limit: int, keys: Collection[str] | None = None) -> list[tuple[str, float]]:
        assert vector is not None
        found = [(key, score) for key, score in self._keys if keys is None or key in keys]
        return sorted(found, key=lambda pair: -pair[1])[:limit]


def test_meaning_finds_what_words_do_not(catalogue: Catalogue) -> None:
    vectors = _Vectors(catalogue, "navette")
    question = "se rendre aux halles"
    assert first(Searcher(catalogue, vectors, vectors).search(question, 3)) == ("val-de-brume.txt", 21)  # type: ignore[arg-type]
    assert Searcher(catalogue).search(question, 3) == []


def test_langchain_retriever_gives_the_same_passages(searcher: Searcher) -> None:
    from corpus.search.retriever import ConventionRetriever, as_hit

    documents = ConventionRetriever(searcher=searcher, k=3).invoke("tribunal du Val-de-Brume")
    assert [as_hit(document) for document in documents] == searcher.search("tribunal du Val-de-Brume", 3)
