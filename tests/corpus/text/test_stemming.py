"""Stems: what must be one word for the index, and what must not."""

from __future__ import annotations

import pytest

from corpus.text.acronyms import acronyms
from corpus.text.french import stem, stems


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("communes", "communication"),
        ("PS", "p"),
        ("CAF", "cafés"),
        ("relais", "relie"),
        ("équipe", "équipement"),
        ("associations", "associer"),
        ("cours", "course"),
    ],
)
def test_words_that_mean_something_else_have_another_stem(one: str, other: str) -> None:
    assert stem(one) != stem(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("lieu", "lieux"),
        ("foyer", "foyers"),
        ("loisir", "loisirs"),
        ("enjeu", "enjeux"),
        ("EAJE", "eajes"),
        ("LAEP", "laeps"),
        ("réseau", "reseaux"),
        ("communication", "communiquer"),
        ("équipe", "equipes"),
    ],
)
def test_forms_of_one_word_have_one_stem(one: str, other: str) -> None:
    assert stem(one) == stem(other)


def test_every_sigle_is_kept_whole() -> None:
    assert [name for name in acronyms() if name.isalnum() and stem(name) != name] == []


def test_no_stem_of_the_table_is_cut_again() -> None:
    """What is looked up must be what was indexed, were a stem to go through twice."""
    told = "communication associations relais cafés équipes lieux foyers loisirs jeux numéros cours"
    assert stems(" ".join(stems(told))) == stems(told)
