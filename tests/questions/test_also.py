"""What search put first is said too, once, while there is room."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from assistant.answers.also import say_first_found
from assistant.answers.cards import asked_of_card
from assistant.answers.quoting import cite_lines
from assistant.answers.work import Work

if TYPE_CHECKING:
    from corpus.indexing import Corpus

QUESTION = "Comment sont accueillis les jeunes enfants du Val-de-Brume ?"


def work_on(question: str, samples: Corpus) -> Work:
    searcher = samples.searcher()
    return Work(searcher.understand(question), searcher.search(question, 8), samples, "essai")


def test_the_first_passage_found_is_said_when_the_answer_chose_another(samples: Corpus) -> None:
    work = work_on(QUESTION, samples)
    other = work.hits[-1].passage
    work.builder.add("Une autre phrase", [cite_lines(other.document, other.ligne_debut, other.ligne_fin, samples)])
    say_first_found(work)
    first = work.hits[0].passage
    added = work.builder.citations[-1]
    assert added.document == first.document
    assert first.ligne_debut <= added.ligne_debut <= added.ligne_fin <= first.ligne_fin
    said = work.builder.said()
    say_first_found(work)
    assert work.builder.said() == said


def test_nothing_is_added_to_a_long_answer(samples: Corpus) -> None:
    work = work_on(QUESTION, samples)
    other = work.hits[-1].passage
    cited = [cite_lines(other.document, other.ligne_debut, other.ligne_fin, samples)]
    work.builder.add(" ".join(f"mot{n}" for n in range(100)), cited)
    say_first_found(work)
    assert len(work.builder.said()) == 1


@pytest.mark.parametrize(
    "question",
    [
        "Jusqu'à quelle date court chaque CTG ?",
        "Dates de fin des différentes CTG ?",
        "Quand expirent les conventions ?",
    ],
)
def test_the_end_of_conventions_is_asked_in_any_order(question: str, samples: Corpus) -> None:
    assert asked_of_card(samples.searcher().understand(question)) == "periode"


@pytest.mark.parametrize(
    "question",
    [
        "Pour mettre fin à la CTG, combien de temps à l'avance faut-il prévenir ?",
        "Combien de temps les données de la convention sont-elles conservées ?",
        "Jusqu'à quand court l'avenant de la convention ?",
    ],
)
def test_other_delays_are_not_the_end_of_a_convention(question: str, samples: Corpus) -> None:
    assert asked_of_card(samples.searcher().understand(question)) != "periode"
