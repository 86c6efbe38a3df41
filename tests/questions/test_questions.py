"""What the product answers on the sample conventions: found, complete, cited, refused when it must."""

from __future__ import annotations

import re
from statistics import mean
from typing import TYPE_CHECKING

import pytest

from assistant.answers import ask
from assistant.engines import load_engine
from tests.questions.cases import Case, cases, is_quoted

if TYPE_CHECKING:
    from corpus.indexing import Corpus

CASES = cases()
ANSWERED = [case for case in CASES if case.places]
REFUSED = [case for case in CASES if not case.places]
RECALL, COMPLETE, REFUSALS, RELEVANT, WORDS = 0.9, 0.85, 0.9, 0.8, 120


def test_the_set_is_large_and_of_every_kind() -> None:
    assert len(CASES) >= 60
    assert {case.kind for case in CASES} >= {"article", "fiche", "plan", "chiffre", "liste", "fait", "comparaison"}
    assert len(REFUSED) >= 12


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.id)
def test_every_answer_is_cited_word_for_word(case: Case, samples: Corpus) -> None:
    answer = ask(case.question, samples, load_engine("integre"))
    marks = {int(mark) for mark in re.findall(r"\[(\d+)\]", answer.reponse)}
    assert marks <= {citation.rang for citation in answer.citations}
    assert is_quoted(answer, samples)
    if not answer.refus:
        assert all(re.search(r"\[\d+\]$", line) for line in answer.reponse.splitlines())


def test_the_right_lines_are_found_among_five(samples: Corpus) -> None:
    found = []
    for case in ANSWERED:
        hits = samples.searcher().search(case.question, 5)
        passages = [(h.passage.document, h.passage.ligne_debut, h.passage.ligne_fin) for h in hits]
        for place in case.places:
            line = place.line(samples)
            found.append(any(d == place.document and first <= line <= last for d, first, last in passages))
    assert mean(found) >= RECALL


def test_answers_are_complete_short_and_cite_the_right_lines(samples: Corpus) -> None:
    complete, relevant, lengths = {}, [], []
    for case in ANSWERED:
        answer = ask(case.question, samples, load_engine("integre"))
        complete[case.id] = all(case.found(answer.reponse)) and not answer.refus
        lengths.append(len(answer.reponse.split()))
        places = [(place.document, place.line(samples)) for place in case.places]
        relevant.append(
            any(c.document == d and c.ligne_debut <= n <= c.ligne_fin for c in answer.citations for d, n in places)
        )
    short = [case for case, whole in complete.items() if not whole]
    assert mean(complete.values()) >= COMPLETE, short
    assert mean(relevant) >= RELEVANT
    assert mean(lengths) <= WORDS


def test_what_the_samples_do_not_hold_is_refused_with_a_reason(samples: Corpus) -> None:
    answers = {case.id: ask(case.question, samples, load_engine("integre")) for case in REFUSED}
    answered = [id_ for id_, answer in answers.items() if not answer.refus]
    assert 1 - len(answered) / len(REFUSED) >= REFUSALS, answered
    for case in REFUSED:
        assert case.motif is None or answers[case.id].motif == case.motif, case.question
