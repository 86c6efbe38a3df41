"""Which words of a question are looked up, by what they would cost."""

from __future__ import annotations

from corpus.search.candidates import Sought, search_terms
from corpus.search.question import Alternative, Concept, Question

COUNTS = {"navet": 40, "march": 900, "person": 4_900, "famill": 15_000, "accueil": 19_000, "jeun": 11_000, "rare": 3}


def sought(*stems: str, at_least: int = 3) -> Sought:
    concepts = tuple(Concept(s, (Alternative((s,), 1.0),), 10.0 - n) for n, s in enumerate(stems))
    return search_terms(Question("?", concepts), lambda stem: COUNTS.get(stem, 0), at_least)


def test_telling_words_are_all_looked_up() -> None:
    assert sought("navet", "march", "rare", "inconnu") == Sought(("navet", "march", "rare"))


def test_a_lone_common_word_is_looked_up_whatever_it_matches() -> None:
    assert sought("accueil") == Sought(("accueil",))


def test_common_words_are_looked_up_together() -> None:
    assert sought("person", "famill", "jeun") == Sought(("person",), ("famill", "jeun"))
    assert sought("navet", "famill") == Sought(("navet",))


def test_no_word_is_looked_up_beyond_the_budget_once_there_are_enough() -> None:
    assert sought("navet", "march", "rare", "person").terms == ("navet", "march", "rare")
    assert sought("accueil", "navet", at_least=0) == Sought(())
