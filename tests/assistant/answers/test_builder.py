"""An answer holds together: every mark has its citation, every line its mark."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from assistant.answers.builder import AnswerBuilder
from corpus.models import Citation


def cited(line: int, text: str = "le texte cité") -> Citation:
    return Citation(document="a.txt", ligne_debut=line, ligne_fin=line, extrait=text)


def test_the_same_lines_are_cited_once() -> None:
    builder = AnswerBuilder("q")
    builder.add("un", [cited(1)])
    builder.add("deux", [cited(1)])
    answer = builder.answer()
    assert [c.rang for c in answer.citations] == [1]
    assert answer.reponse == "- Un [1]\n- Deux [1]"


def test_the_same_words_are_said_once_and_nothing_goes_uncited() -> None:
    builder = AnswerBuilder("q")
    builder.add("Un, deux.", [cited(1)])
    builder.add("un deux", [cited(2)])
    builder.add("sans source", [])
    assert builder.answer().reponse == "Un, deux. [1]"


def test_a_refusal_keeps_what_comes_nearest() -> None:
    builder = AnswerBuilder("q")
    builder.add("Le plus proche : rien.", [cited(4)])
    refusal = builder.refusal("Je ne trouve pas.", "sujet_absent")
    assert refusal.refus
    assert refusal.motif == "sujet_absent"
    assert refusal.reponse.startswith("Je ne trouve pas.")
    assert [c.ligne_debut for c in refusal.citations] == [4]


@given(st.lists(st.tuples(st.text(min_size=1), st.lists(st.integers(1, 9), max_size=3)), max_size=8))
def test_every_mark_points_at_a_citation(said: list[tuple[str, list[int]]]) -> None:
    builder = AnswerBuilder("q")
    for text, lines in said:
        builder.add(re.sub(r"[\[\]]", "", text), [cited(line, f"ligne {line}") for line in lines])
    answer = builder.answer()
    marks = {int(n) for n in re.findall(r"\[(\d+)\]", answer.reponse)}
    assert marks == {c.rang for c in answer.citations}
