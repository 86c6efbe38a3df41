"""Questions made of several about one topic are cut, and their answers joined."""

from __future__ import annotations

import pytest

from assistant.answers.compound import WORDS, joined, parts_of
from assistant.answers.model import Answer, AnswerCitation
from corpus.search.question import Alternative, Concept, Question
from corpus.search.understanding import tokens_of
from corpus.text.french import STOP_WORDS


def understand(text: str) -> Question:
    """A question whose every word that is no stop word is known."""
    kept = [token for token in tokens_of(text) if token.folded not in STOP_WORDS]
    concepts = tuple(Concept(t.surface, (Alternative((t.stem,), 1.0, "question", 1.0),), 1.0, known=True) for t in kept)
    return Question(text=text, concepts=concepts)


@pytest.mark.parametrize(
    ("question", "parts"),
    [
        (
            "Ludothèque d'Orvelle : combien de jeux et quel budget annuel ?",
            ["Ludothèque d'Orvelle : combien de jeux ?", "Ludothèque d'Orvelle : quel budget annuel ?"],
        ),
        (
            "Relais : quelle crainte à Orvelle, quel projet au Val-de-Brume ?",
            ["Relais : quelle crainte à Orvelle ?", "Relais : quel projet au Val-de-Brume ?"],
        ),
        ("Ludothèque : qui anime et quand ?", []),
        ("Ludothèque d'Orvelle : combien de jeux ?", []),
        ("Combien de jeux et quel budget pour la ludothèque ?", []),
        ("Article 3 : durée", []),
        ("Jeux : quoi, combien de tables, quelle salle, quel budget, quel horaire ?", []),
    ],
)
def test_the_parts(question: str, parts: list[str]) -> None:
    assert parts_of(understand(question), understand) == parts


def said(text: str, line: int) -> Answer:
    """An answer of one sentence, found on a line."""
    citation = AnswerCitation(document="a.txt", ligne_debut=line, ligne_fin=line, extrait=text, rang=1)
    return Answer(question="?", reponse=f"{text} [1]", citations=[citation])


def test_answers_are_joined_under_new_marks() -> None:
    whole = joined(Question(text="?"), [said("Douze jeux", 3), said("Neuf cents euros", 8)], "integre")
    assert whole is not None
    assert whole.reponse == "- Douze jeux [1]\n- Neuf cents euros [2]"
    assert [(c.rang, c.ligne_debut) for c in whole.citations] == [(1, 3), (2, 8)]


def test_a_part_without_answer_leaves_the_others_and_is_told() -> None:
    refused = Answer(question="Ludothèque : quel budget annuel ?", reponse="Rien.", refus=True)
    whole = joined(Question(text="?"), [refused, said("Douze jeux", 3)], "x")
    assert whole is not None
    assert whole.reponse == "Douze jeux (rien trouvé pour « quel budget annuel ») [1]"


def test_nothing_answered_is_no_answer() -> None:
    assert joined(Question(text="?"), [Answer(question="?", reponse="Rien.", refus=True)], "x") is None


def test_each_part_is_kept_short() -> None:
    lines = "\n".join(f"- {'mot ' * 20}numéro {n} [1]" for n in range(8))
    long = said("x", 1).model_copy(update={"reponse": lines})
    whole = joined(Question(text="?"), [long], "x")
    assert whole is not None
    assert 0 < len(whole.reponse.split()) <= WORDS + 20
