"""Debris and labels are kept out of answers; sentences are not."""

from __future__ import annotations

import pytest

from assistant.answers.noise import is_label, is_noise


@pytest.mark.parametrize(
    "text", ["", "— - |", "1. 1", "Doc a g t t", "{ +_ 0@‘. «»", "...... ......", "XcrpmMx<CvTR 2 rrrtm"]
)
def test_debris_is_noise(text: str) -> None:
    assert is_noise(text) or not any(c.isalpha() for c in text)


@pytest.mark.parametrize(
    "text",
    [
        "La Caf finance le poste.",
        "42 places",
        "CCAS, MSA",
        "MDPH",
        "RPE et CLSH",
        "eREAAP McDo Sud",
        "Le comité : 3 fois par an",
    ],
)
def test_what_can_be_read_is_not(text: str) -> None:
    assert not is_noise(text)


@pytest.mark.parametrize(
    "text", ["Indicateurs de réussite", "Principaux acteurs", "Public visé :", "Les indicateurs :"]
)
def test_the_name_of_a_field_alone_is_a_label(text: str) -> None:
    assert is_label(text)


@pytest.mark.parametrize("text", ["Public visé : les jeunes de la vallée", "Nombre d'indicateurs renseignés"])
def test_a_field_with_its_value_is_not(text: str) -> None:
    assert not is_label(text)
