"""Sentences are cut where they end, and nowhere else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.answers.sentences import sentences


def cut(text: str) -> list[str]:
    return [text[start:end] for start, end in sentences(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Le comité se réunit. Il décide.", ["Le comité se réunit.", "Il décide."]),
        ("Signé par M. Vautrin. La suite.", ["Signé par M. Vautrin.", "La suite."]),
        ("Vu l'art. L. 263-1 du code. Fin.", ["Vu l'art. L. 263-1 du code.", "Fin."]),
        ("Crèches, RPE, etc. Les communes suivent.", ["Crèches, RPE, etc.", "Les communes suivent."]),
        ("Est-ce fait ? Oui ! Bien.", ["Est-ce fait ?", "Oui !", "Bien."]),
        ("un seul morceau sans point", ["un seul morceau sans point"]),
    ],
)
def test_where_sentences_end(text: str, expected: list[str]) -> None:
    assert cut(text) == expected


@given(st.text(alphabet="abé .!?MA\n«»", max_size=200))
def test_nothing_but_spaces_is_lost(text: str) -> None:
    kept = "".join("".join(piece.split()) for piece in cut(text))
    assert len(kept) >= len("".join(text.split())) - text.count("»")
