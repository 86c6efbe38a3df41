"""The order of results: copies, documents in turn, what is worth a place."""

from __future__ import annotations

from corpus.catalogue import StoredPassage
from corpus.models import Passage
from corpus.search.diversity import arrange, distinct
from corpus.search.evidence import Evidence
from corpus.search.question import Question
from corpus.search.ranking import Ranked
from corpus.search.views import PassageView
from corpus.text.french import stems

CLAUSE = "Les parties gardent secrets les faits, études et décisions connus durant la convention et après elle"


def ranked(number: int, document: str, text: str, score: float, coverage: float = 1.0) -> Ranked:
    passage = Passage(document=document, ligne_debut=number, ligne_fin=number, extrait=text)
    return Ranked(
        PassageView(StoredPassage(number, str(number), passage), (" ".join(stems(text)), "")),
        score,
        Evidence(coverage, score, 0.0),
    )


def ids(found: list[Ranked]) -> list[int]:
    return [item.view.id for item in found]


def test_a_passage_repeated_in_one_document_is_shown_after_the_others() -> None:
    found = [ranked(1, "a", CLAUSE, 0.9), ranked(2, "a", CLAUSE, 0.8), ranked(3, "b", "Une navette part le mardi", 0.2)]
    assert ids(distinct(found, 3)) == [1, 3, 2]


def test_a_clause_that_conventions_share_does_not_fill_the_page() -> None:
    found = [ranked(n, f"d{n}", CLAUSE, 1 - n / 100) for n in range(6)]
    found.append(ranked(9, "z", "Une navette part le mardi", 0.1))
    assert ids(distinct(found, 4)) == [0, 1, 2, 9]


def test_a_broad_question_hears_a_shared_clause_from_each_document() -> None:
    found = [ranked(n, f"d{n}", CLAUSE, 1 - n / 100) for n in range(6)]
    assert ids(arrange(Question("la clause dans chaque convention", large=True), found, 6)) == [0, 1, 2, 3, 4, 5]


def test_documents_take_turns_in_a_broad_question_while_they_have_something_to_say() -> None:
    found = [
        ranked(1, "a", "navette du marché", 1.0),
        ranked(2, "a", "navette de la gare", 0.95),
        ranked(3, "b", "navette du lycée", 0.7),
        ranked(4, "c", "marché couvert", 0.68, coverage=0.2),
    ]
    assert ids(arrange(Question("les navettes des territoires", large=True), found, 4)) == [1, 3, 2, 4]
    assert ids(arrange(Question("navette", documents=("a",), restricts=True), found, 4)) == [1, 2, 3, 4]
