"""Nothing a terminal obeys or hides comes through the door."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.text.cleaning import clean, clean_line

_CATEGORIES = {"Cc", "Cs", "Co", "Zl", "Zp"}
_DIRECTIONS = {"LRE", "RLE", "PDF", "LRO", "RLO", "LRI", "RLI", "FSI", "PDI", "BN"}


@given(st.text(st.characters()))
def test_no_control_direction_or_private_character_survives(text: str) -> None:
    left = set(clean(text)) - {"\t", "\n"}
    assert not {c for c in left if unicodedata.category(c) in _CATEGORIES}
    assert not {c for c in left if unicodedata.bidirectional(c) in _DIRECTIONS}


@given(st.text(st.characters()))
def test_cleaning_twice_changes_nothing(text: str) -> None:
    assert clean(clean(text)) == clean(text)


@given(st.text(st.characters()))
def test_a_line_stays_a_line(text: str) -> None:
    assert len(clean_line(text).splitlines()) <= 1


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("\x1b[2Jeffacé", " [2Jeffacé"),
        ("\x1b]52;c;AAAA\x07", " ]52;c;AAAA "),
        ("abc\u202etxt.exe", "abctxt.exe"),
        ("ac\u00adcueil", "accueil"),
        ("a\u200bb\ufeffc\u2066d", "abcd"),
        ("caché\U000e0041\U000e0042", "caché"),
        ("e\u0301te\u0301", "été"),
        ("\ufb01che oﬃcielle", "fiche officielle"),
        ("\uf0b7 une puce de police symbole", "• une puce de police symbole"),
        ("un\tdeux\r\ntrois\rquatre", "un\tdeux\ntrois\nquatre"),
        ("12 500 € — œuvre", "12 500 € — œuvre"),
    ],
)
def test_known_cases(raw: str, expected: str) -> None:
    assert clean(raw) == expected


def test_text_without_anything_odd_is_returned_as_it_is() -> None:
    text = "Une phrase : l’accueil, « ouvert » à 9 h 30 ; 50 %."
    assert clean(text) == text
