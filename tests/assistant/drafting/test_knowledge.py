"""Which document a request is at home in."""

from __future__ import annotations

import pytest

from assistant.drafting.knowledge import build
from corpus.models import Carte, Extraction

TEXTS = {
    "montcel.txt": "La commune de Montcel et celle de Virac portent le relais.",
    "brumeval.txt": "À Brumeval, le Café Parents et la Ludothèque ouvrent chaque mois.",
}
KNOWN = build(tuple(Extraction(document=name, carte=Carte()) for name in TEXTS), {}, TEXTS)


@pytest.mark.parametrize(
    ("request_", "home"),
    [
        ("Café des parents à Montcel. Café des parents porté par la ville.", "montcel.txt"),
        ("un café pour les parents de la ludothèque, à Virac", "montcel.txt"),
        ("un relais pour montcel", "montcel.txt"),
        ("La Ludothèque de Brumeval", "brumeval.txt"),
        ("un jardin partagé", None),
    ],
)
def test_a_name_written_as_a_name_tells_more_than_a_word_that_may_be_one(request_: str, home: str | None) -> None:
    assert KNOWN.home(request_) == home
