"""``fiches corpus`` field by field, and the second look of a person."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from corpus.errors import UsageError
from corpus.fiche import CHAMPS
from tests.assistant.cli.command import Command

if TYPE_CHECKING:
    from pathlib import Path

NAME = "brume.txt"
TEXT = """Convention territoriale globale 2024-2028
Communauté de communes du Val-de-Brume

Fiche action 1.1 : Ouvrir une ludothèque itinérante

Pilotage, porteur(s)

Communauté de communes

Partenaires à associer

- Médiathèque
- Relais petite enfance

Public cible

Familles
"""


@pytest.fixture
def fiches(tmp_path: Path) -> Command:
    (tmp_path / NAME).write_text(TEXT, encoding="utf-8")
    (tmp_path / "vide.txt").write_text("", encoding="utf-8")
    command = Command(tmp_path / "donnees")
    command("indexer", str(tmp_path / NAME), str(tmp_path / "vide.txt"), "--sans-vecteurs")
    return command


def champs(report: dict[str, Any], rank: int = 0) -> dict[str, dict[str, Any]]:
    return {champ["champ"]: champ for champ in report["fiches"][rank]["champs"]}


def test_the_report_tells_every_field_of_every_document(fiches: Command) -> None:
    read, failed = sorted(fiches.json("corpus", "--details"), key=lambda row: row["document"])
    assert (failed["etat"], failed["motif"], failed["fiches"]) == ("echec", "vide", [])
    found = champs(read)
    assert set(found) == set(CHAMPS)
    assert found["lieu"]["etat"] == "absent"
    assert [value["sources"][0]["ligne_debut"] for value in found["partenaires"]["valeurs"]] == [12, 13]
    carte = {part["champ"]: part for part in read["convention"]}
    assert carte["periode_fin"]["valeur"] == "2028"
    assert carte["periode_fin"]["source"]["ligne_debut"] == 1
    assert carte["caf"]["etat"] == "absent"


def test_the_report_of_one_document_is_read_by_a_person(fiches: Command) -> None:
    shown = fiches("corpus", "--details", NAME)
    assert "vide.txt" not in shown
    partners = next(line for line in shown.splitlines() if " partenaires " in line)
    assert "lignes 12-13" in partners
    assert "[2] Médiathèque ; Relais petite enfance" in partners
    assert "absent : " in shown


def test_a_correction_is_shown_with_what_was_read_and_listed(fiches: Command) -> None:
    fiches("corpus", "corriger", NAME, "1.1", "partenaires", "--ajouter", "Caf", "Centre social")
    [report] = fiches.json("corpus", "--details", NAME)
    corrected = champs(report)["partenaires"]
    assert corrected["etat"] == "corrige"
    assert [value["corrige"] for value in corrected["valeurs"]] == [False, False, True, True]
    assert corrected["lu"] == ["Médiathèque", "Relais petite enfance"]
    assert "✎ partenaires" in fiches("corpus", "--details", NAME)
    [listed] = fiches.json("corpus", "corrections")
    assert (listed["champ"], listed["valeur"], listed["mode"]) == ("partenaires", ["Caf", "Centre social"], "ajoute")
    fiches("corpus", "corriger", NAME, "1.1", "partenaires", "--annuler")
    assert fiches.json("corpus", "corrections", NAME) == []
    [report] = fiches.json("corpus", "--details", NAME)
    assert champs(report)["partenaires"]["etat"] == "trouve"


def test_an_emptied_field_says_so(fiches: Command) -> None:
    fiches("corpus", "corriger", NAME, "ludothèque", "porteurs")
    assert "(vidé) (lu : Communauté de communes)" in fiches("corpus", "--details", NAME)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("corriger",), "Il manque"),
        (("corriger", NAME, "1.1"), "Il manque"),
        (("corriger", "autre.txt", "1.1", "titre", "x"), "Aucun document"),
        (("corriger", "vide.txt", "1.1", "titre", "x"), "n'a pas pu être lu"),
        (("corriger", NAME, "1.1", "titre", "x", "--ajouter"), "n'est pas une liste"),
        (("corriger", "--annuler"), "Quelle correction"),
        (("--details", "autre.txt"), "Aucun document"),
        (("inventer",), "n'est pas possible"),
    ],
)
def test_what_is_not_understood_is_told(fiches: Command, words: tuple[str, ...], said: str) -> None:
    with pytest.raises(UsageError, match=said):
        fiches("corpus", *words)


def test_the_folder_says_what_it_could_not_read_and_goes_on(fiches: Command, tmp_path: Path) -> None:
    mixed = tmp_path / "mélange"
    mixed.mkdir()
    (mixed / "ancienne.doc").write_bytes(b"\xd0\xcf\x11\xe0")
    (mixed / "abimee.docx").write_bytes(b"PK\x03\x04rien")
    (mixed / "bonne.txt").write_text(TEXT, encoding="utf-8")
    shown = fiches("indexer", str(mixed), "--sans-vecteurs")
    assert fiches.status == 0
    assert "✗ abimee.docx (abime)" in shown
    assert "→" in shown
    assert "✓ bonne.txt (nouveau) : " in shown
    assert "ancienne.doc" in fiches.said
    assert "1 document dans le corpus, 1 en échec" in fiches.said
