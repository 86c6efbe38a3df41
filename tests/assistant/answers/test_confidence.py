"""How sure the choice of a passage is: by its score, alone and beside the others."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from assistant.answers.confidence import confidence
from assistant.answers.evidence import Source
from corpus.models import Passage, SearchHit


def scored(*scores: float) -> list[Source]:
    """Passages found with these scores."""
    passage = Passage(document="brume.txt", ligne_debut=1, ligne_fin=1, extrait="Un relais.")
    return [
        Source(SearchHit(passage=passage, rang=n, score=score, couverture=0.5), ()) for n, score in enumerate(scores, 1)
    ]


def test_nothing_found_answers_nothing() -> None:
    assert confidence([]) == 0.0


def test_a_passage_far_above_the_others_is_sure() -> None:
    assert confidence(scored(1.4, 0.6, 0.5)) > 0.8


def test_a_passage_among_its_equals_is_not() -> None:
    assert confidence(scored(0.8, 0.79, 0.78)) < 0.5


def test_one_chosen_below_another_is_less_sure_than_the_first() -> None:
    assert confidence(scored(0.8, 1.0, 0.7)) < confidence(scored(1.0, 0.8, 0.7))


@given(st.lists(st.floats(0, 3), min_size=1, max_size=12))
def test_it_is_a_likelihood(scores: list[float]) -> None:
    assert 0.0 <= confidence(scored(*scores)) <= 1.0


@given(st.floats(0.1, 2), st.floats(0, 1), st.floats(0, 1))
def test_a_nearer_rival_never_makes_it_surer(score: float, near: float, nearer: float) -> None:
    near, nearer = sorted((near, nearer))
    assert confidence(scored(score, nearer * score)) <= confidence(scored(score, near * score))
