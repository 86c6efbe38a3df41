"""Leftover tags go; items of a list come on their own lines; prose is left alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.validation.context import context_from
from corpus.models import Carte, Line
from corpus.text.markup import is_rule, readable, readable_text, without_superscripts

_LIST = '<ul style="list-style-type: none">'


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        (f"{_LIST} - Ouvrir un lieu - Former les équipes ", "- Ouvrir un lieu\n- Former les équipes"),
        (f"{_LIST}- Ouvrir un lieu- Former les équipes", "- Ouvrir un lieu\n- Former les équipes"),
        (f"{_LIST} ▪ Un constat ▪ Un autre {_LIST} - Détail - Second", "- Un constat\n- Un autre\n- Détail\n- Second"),
        (f"{_LIST} - Places de 0 - 3 ans (crèche) - Relais", "- Places de 0 - 3 ans (crèche)\n- Relais"),
        (f"{_LIST} - Un mot-clé, une sous-partie - Deux", "- Un mot-clé, une sous-partie\n- Deux"),
        (f"{_LIST} - ouvrir un lieu - former les équipes", "- ouvrir un lieu\n- former les équipes"),
        (f"{_LIST} - Un <p>À compléter</p>", "- Un\nÀ compléter"),
        ("<p>Porteurs</p>", "Porteurs"),
        ("<p>Un paragraphe - avec un tiret</p>", "Un paragraphe - avec un tiret"),
        ("Caf<br/>MSA<br>CCAS", "Caf\nMSA\nCCAS"),
        ("<ul><li>Caf</li><li>MSA</li></ul>", "- Caf\n- MSA"),
        ("Enfance &amp; jeunesse&nbsp;: tous", "Enfance & jeunesse : tous"),
        ("&#27;[2J&#x202e;fin", "[2Jfin"),
        ("Caf - Commune - Département", "Caf - Commune - Département"),
        ("- Caf - Commune", "- Caf\n- Commune"),
        ("moins de 5 < 10 et R&D", "moins de 5 < 10 et R&D"),
        ("", ""),
    ],
)
def test_readable_text(raw: str, expected: str) -> None:
    assert readable_text(raw) == expected


def test_a_row_is_read_by_its_cells_and_a_line_without_its_tags() -> None:
    row = Line(number=1, text="<p>Lieu</p>\tBrume", cells=("Lieu", "Brume"))
    assert readable(row) == "Lieu\tBrume"
    assert readable(Line(number=2, text="<p>Lieu</p>")) == "Lieu"


@pytest.mark.parametrize(("text", "expected"), [("--\t---", True), ("|---|:--|", True), ("- item", False), ("", False)])
def test_rules_under_headers_are_recognised(text: str, expected: bool) -> None:
    assert is_rule(text) is expected


@given(st.text("ab -•<>/ulip&;\t\n", max_size=200))
def test_every_letter_outside_tags_is_kept(text: str) -> None:
    plain = text.replace("<", "").replace("&", "")
    assert [c for c in readable_text(plain) if c.isalpha()] == [c for c in plain if c.isalpha()]
    readable_text(text)


def test_a_date_is_shown_without_the_marks_a_conversion_left() -> None:
    assert without_superscripts("du 1^{er} janvier 2024 au 1^e mars 2026") == "du 1er janvier 2024 au 1e mars 2026"
    assert context_from(Carte(periode_debut="1^{er} janvier 2024")).periode_debut == "1er janvier 2024"
