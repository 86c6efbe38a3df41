"""A follow-up takes from the question before what it leaves out."""

from __future__ import annotations

import pytest

from assistant.answers.followup import complete, follows
from corpus.search.question import Question


def understand(question: str) -> Question:
    known = {"Brumeval": "a.txt", "Orvelle": "b.txt"}
    named = [place for place in known if place in question]
    return Question(text=question, documents=tuple(known[p] for p in named), mentions=tuple(named))


def test_a_new_territory_replaces_the_old_one() -> None:
    whole = complete("Et à Orvelle ?", ["Quels sont les indicateurs du LAEP à Brumeval ?"], understand)
    assert "Orvelle" in whole
    assert "Brumeval" not in whole
    assert "LAEP" in whole


def test_a_new_field_is_added_to_the_subject() -> None:
    whole = complete("et les partenaires ?", ["Qui porte le LAEP de Brumeval ?"], understand)
    assert "partenaires" in whole
    assert "LAEP de Brumeval" in whole


def test_a_whole_question_stands_alone() -> None:
    question = "Quels sont les axes de la convention d'Orvelle ?"
    assert complete(question, ["Autre chose ?"], understand) == question


def test_without_history_nothing_is_added() -> None:
    assert complete("Et à Orvelle ?", [], understand) == "Et à Orvelle ?"


@pytest.mark.parametrize("question", ["et les indicateurs ?", "Et à Orvelle ?", "même chose pour les jeunes ?"])
def test_what_is_a_follow_up(question: str) -> None:
    assert follows(question)
