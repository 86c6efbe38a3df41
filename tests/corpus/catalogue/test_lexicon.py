"""Whatever is typed, the lexical query is safe, bounded, and means its words only."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from corpus.catalogue import Catalogue
from corpus.catalogue.lexicon import MOST_TERMS, query_terms
from corpus.models import Filters
from corpus.text.folding import words
from corpus.text.french import stems
from tests.corpus.catalogue import samples

if TYPE_CHECKING:
    from collections.abc import Iterator

HOSTILE = [
    '"',
    'a" OR "b',
    "body:relais",
    "relais*",
    "NEAR(a b)",
    "NOT",
    "AND",
    "^relais",
    "(",
    "-",
    "\x00",
    "'; DROP TABLE",
]


@pytest.fixture(scope="module")
def catalogue(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Catalogue]:
    with Catalogue(tmp_path_factory.mktemp("lexique") / "catalogue.sqlite") as catalogue:
        document = samples.document()
        catalogue.save(document, samples.extraction(document), samples.passages(document), path=Path("/x"), sha256="0")
        yield catalogue


@pytest.mark.parametrize("term", HOSTILE)
def test_query_syntax_is_only_text(catalogue: Catalogue, term: str) -> None:
    found = {number for number, _ in catalogue.lexical([term], 10)}
    holders = [p for p in catalogue.passages() if set(words(term)) & set(stems(p.passage.extrait))]
    assert found == {p.id for p in holders}
    catalogue.document_frequency([term])
    assert catalogue.verify() == []


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=150)
@given(
    terms=st.lists(st.text(max_size=30), max_size=8),
    filters=st.builds(
        Filters,
        documents=st.lists(st.text(max_size=10), max_size=2).map(tuple),
        territoires=st.lists(st.text(max_size=10), max_size=2).map(tuple),
        fiches_seulement=st.booleans(),
    ),
)
@example(terms=["relais\ud800"], filters=Filters())
def test_any_text_can_be_searched(catalogue: Catalogue, terms: list[str], filters: Filters) -> None:
    scores = [score for _, score in catalogue.lexical(terms, 5, filters, terms[1:])]
    assert scores == sorted(scores, reverse=True)
    assert len(scores) <= 5


def test_words_looked_up_together_add_the_passages_that_hold_them_all(catalogue: Catalogue) -> None:
    held = [set(stems(p.passage.extrait)) | set(stems(p.passage.contexte)) for p in catalogue.passages()]
    both = next(sorted(one & two)[:2] for one in held for two in held if one is not two and len(one & two) >= 2)
    alone = catalogue.lexical(["absent"], 50)
    found = catalogue.lexical([stems("relais")[0]], 50, Filters(), both)
    assert alone == []
    assert len(found) == sum(set(both) <= told or stems("relais")[0] in told for told in held)


def test_a_pasted_page_is_bounded() -> None:
    assert len(query_terms([f"mot{i}" for i in range(5_000)])) == MOST_TERMS


def test_in_a_large_corpus_the_commonest_words_are_left_out_unless_alone(
    catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch
) -> None:
    everywhere, rare = stems("brume")[0], stems("relais")[0]
    small = catalogue.lexical([everywhere, rare], 10)
    monkeypatch.setattr("corpus.catalogue.lexicon.LARGE", 5)
    large = catalogue.lexical([everywhere, rare], 10)
    assert (len(small), len(large)) == (5, 1)
    assert small[0][0] == large[0][0]
    assert small[0][1] == pytest.approx(large[0][1], abs=1e-4)
    assert len(catalogue.lexical([everywhere], 10)) == 5
