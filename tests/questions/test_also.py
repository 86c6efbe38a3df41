"""What search put first is said beside a choice that is not sure, once, while there is room."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from assistant.answers.also import say_next
from assistant.answers.cards import asked_of_card
from assistant.answers.evidence import read_source
from assistant.answers.quoting import cite_lines
from assistant.answers.work import Work

if TYPE_CHECKING:
    from collections.abc import Sequence

    from assistant.answers.evidence import Source
    from corpus.indexing import Corpus

QUESTION = "Comment sont accueillis les jeunes enfants du Val-de-Brume ?"


def work_on(question: str, samples: Corpus) -> Work:
    searcher = samples.searcher()
    return Work(searcher.understand(question), searcher.search(question, 8), samples, "essai")


def sources_of(work: Work, scores: Sequence[float]) -> list[Source]:
    """The passages found, the last as the one chosen, with scores of our own."""
    read = [
        read_source(
            hit.model_copy(update={"score": score}), work.question.text, work.subject, work.expected, work.corpus
        )
        for hit, score in zip(work.hits, scores, strict=False)
    ]
    return [read[-1], *read[:-1]]


def say(work: Work, source: Source, words: str) -> None:
    """Answer with some words, citing a passage."""
    passage = source.hit.passage
    cited = [cite_lines(passage.document, passage.ligne_debut, passage.ligne_fin, work.corpus)]
    work.builder.add(words, cited)


UNSURE, SURE = (0.8, 0.79, 0.78), (0.3, 0.2, 1.6)


def test_what_search_put_first_is_said_beside_an_unsure_choice(samples: Corpus) -> None:
    work = work_on(QUESTION, samples)
    sources = sources_of(work, UNSURE)
    say(work, sources[0], "Une autre phrase")
    say_next(work, sources)
    first, added = work.hits[0].passage, work.builder.citations[-1]
    assert added.document == first.document
    assert first.ligne_debut <= added.ligne_debut <= added.ligne_fin <= first.ligne_fin
    said = work.builder.said()
    say_next(work, sources)
    assert work.builder.said() == said


def test_nothing_stands_beside_a_sure_choice(samples: Corpus) -> None:
    work = work_on(QUESTION, samples)
    sources = sources_of(work, SURE)
    say(work, sources[0], "Une autre phrase")
    say_next(work, sources)
    assert len(work.builder.said()) == 1


def test_nothing_stands_beside_the_fact_expected(samples: Corpus) -> None:
    work = work_on("Combien d'habitants dans le Val-de-Brume ?", samples)
    sources = sources_of(work, UNSURE)
    say(work, sources[0], "Le territoire compte 21 340 habitants")
    say_next(work, sources)
    assert len(work.builder.said()) == 1


def test_nothing_is_added_to_a_long_answer(samples: Corpus) -> None:
    work = work_on(QUESTION, samples)
    sources = sources_of(work, UNSURE)
    say(work, sources[0], " ".join(f"mot{n}" for n in range(140)))
    say_next(work, sources)
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


@pytest.mark.parametrize(
    "question",
    [
        "Combien de temps avant pour arrêter la convention à l'amiable ?",
        "Le secret de la CTG d'Orvelle, jusqu'à quand ?",
        "quitter la ctg, combien de temps à l'avance",
    ],
)
def test_other_durations_are_not_the_period_of_the_convention(question: str, samples: Corpus) -> None:
    assert asked_of_card(samples.searcher().understand(question)) != "periode"


def test_a_heading_alone_is_no_list(samples: Corpus) -> None:
    work = work_on("Quels sont les moyens de la micro-crèche du Val-de-Brume ?", samples)
    sources = sources_of(work, SURE)
    say(work, sources[0], "Les moyens de la micro-crèche")
    say_next(work, sources)
    assert len(work.builder.said()) > 1
