"""An answer says of a value that a person corrected it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from assistant.workshop import Workshop

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

NAME = "convention.txt"
TEXT = """Convention territoriale globale du Val-de-Brume

Fiche action 1.1 : Ouvrir une ludothèque itinérante

Pilotage, porteur(s)

Communauté de communes du VaI-de-Brurne

Échéances

2024-2026

Indicateurs de réussite

- Nombre de familles
- Nombre de prêts
"""


@pytest.fixture
def workshop(tmp_path: Path) -> Iterator[Workshop]:
    (tmp_path / NAME).write_text(TEXT, encoding="utf-8")
    made = Workshop(tmp_path / "donnees")
    made.index([tmp_path / NAME], with_vectors=False)
    yield made
    made.close()


def test_a_corrected_value_is_said_to_be_and_cites_its_lines(workshop: Workshop) -> None:
    question = "Qui porte la fiche action 1.1 ?"
    assert "(corrigé)" not in workshop.ask(question).reponse
    workshop.correct_fiche(NAME, "1.1", "porteurs", ["Communauté de communes du Val-de-Brume"])
    answer = workshop.ask(question)
    assert not answer.refus
    assert "Communauté de communes du Val-de-Brume (corrigé) [1]" in answer.reponse
    assert "VaI-de-Brurne" in answer.citations[0].extrait
    workshop.cancel_corrections(NAME, "1.1", "porteurs")
    assert "(corrigé)" not in workshop.ask(question).reponse


def test_only_the_corrected_items_of_a_list_say_so(workshop: Workshop) -> None:
    workshop.correct_fiche(NAME, "1.1", "indicateurs", ["Nombre de villages"], adding=True)
    said = workshop.ask("Quels sont les indicateurs de la fiche action 1.1 ?").reponse.splitlines()
    assert [line.partition(" [")[0] for line in said] == [
        "- Nombre de familles",
        "- Nombre de prêts",
        "- Nombre de villages (corrigé)",
    ]


def test_a_corrected_period_says_so(workshop: Workshop) -> None:
    workshop.correct_fiche(NAME, "1.1", "echeances.fin", ["2027"])
    said = workshop.ask("Quelles sont les échéances de la fiche action 1.1 ?").reponse
    assert "2024 – 2027 (corrigé)" in said
