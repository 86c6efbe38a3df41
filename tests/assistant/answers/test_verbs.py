"""Verbs and adverbs of a question, by their shape or their place."""

from __future__ import annotations

import pytest

from assistant.answers.verbs import verbs_of


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Que reproche-t-on au contrat ?", "reproche"),
        ("Combien de communes adhèrent à la charte ?", "adherent"),
        ("Est-elle renouvelée automatiquement ?", "automatiquement"),
        ("Pourquoi les parents boudent-ils les ateliers ?", "boudent"),
        ("Quoi pour que les parents soufflent un peu ?", "soufflent"),
        ("Que faire pour rompre l'isolement ?", "rompre"),
    ],
)
def test_a_verb_is_known_by_its_shape(text: str, word: str) -> None:
    assert word in verbs_of(text)


@pytest.mark.parametrize("text", ["Programme du cinéma", "Qui a remporté les élections ?", "Combien d'adolescents ?"])
def test_nouns_and_participles_are_not_taken_for_verbs(text: str) -> None:
    assert not verbs_of(text)
