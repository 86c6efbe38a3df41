"""Folding: fast for French, right for everything."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.text.folding import fold


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("L’ÉTÉ  à\tNîmes", "l'ete a nimes"),
        ("Cœur, ŒUVRE, ex æquo", "coeur, oeuvre, ex aequo"),
        ("№ 1 « ﬁche »", "no 1 « fiche »"),
        ("и\u0306", "и"),
        ("e\u0301tude", "etude"),
    ],
)
def test_what_folding_gives(text: str, folded: str) -> None:
    assert fold(text) == folded


@given(st.text())
def test_no_accent_is_left_whatever_the_script(text: str) -> None:
    assert not any(unicodedata.combining(c) for c in fold(text))
