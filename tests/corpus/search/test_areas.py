"""Parts of a territory that a question names."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from corpus.search.areas import named_areas
from corpus.search.understanding import tokens_of

if TYPE_CHECKING:
    from collections.abc import Sequence

HELD = {
    ("bassin", "sud"): {"brume": 12},
    ("secteur", "nord"): {"brume": 4, "orvelle": 5},
    ("plateau", "sourcel"): {"orvelle": 6},
    ("valle", "est"): {"brume": 1},
    ("secteur", "lucr"): {"brume": 9},
}


def holders(stems: Sequence[str]) -> dict[str, int]:
    return HELD.get((stems[0], stems[1]), {})


@pytest.mark.parametrize(
    ("question", "documents"),
    [
        ("Que prévoit le bassin sud pour les ados ?", [{"brume"}]),
        ("les crèches du Bassin SUD", [{"brume"}]),
        ("Les haltes-jeux du plateau Sourcelle", [{"orvelle"}]),
        ("les actions du secteur nord", []),
        ("la vallée est", []),
        ("une crèche du secteur lucratif", []),
        ("le bassin d'emploi", []),
    ],
)
def test_a_part_of_a_territory_means_the_only_convention_that_names_it(
    question: str, documents: list[set[str]]
) -> None:
    assert [set(mention.documents) for mention in named_areas(tokens_of(question), holders)] == documents
