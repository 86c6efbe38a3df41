"""The whole job from the command line, on the sample conventions: index, ask, draft, correct, export, validate."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import pytest

from assistant.cli.main import run
from assistant.cli.output import Output
from corpus.errors import FichesError, RefusedError
from tests.shared import CONVENTIONS, needs_shared

REQUEST = (
    "Ouvrir un café des parents à Brumeval, porté par le centre social La Passerelle, "
    "avec le REAAP et la Caf, de 2025 à 2027."
)
SETTLING = (
    "accepte tout",
    "axe : Soutenir les parents et donner leur place aux jeunes",
    "numéro 3.2",
    "groupe projet : groupe thématique parentalité",
    "responsable : Lise Armand, référente familles, centre social La Passerelle, lise.armand@passerelle.example",
    "public : parents d'enfants de 0 à 18 ans",
)


class Fiches:
    """The command on one data folder."""

    def __init__(self, data: Path) -> None:
        self.data = data

    def __call__(self, *words: str) -> tuple[int, str]:
        data, narration = io.StringIO(), io.StringIO()
        status = run(("--donnees", str(self.data), *words), Output(data, narration))
        return status, data.getvalue()

    def json(self, *words: str) -> Any:
        return [json.loads(line) for line in self(*words, "--json")[1].splitlines()]


@pytest.fixture(scope="module")
def indexed(tmp_path_factory: pytest.TempPathFactory) -> Fiches:
    fiches = Fiches(tmp_path_factory.mktemp("donnees"))
    status, _ = fiches("indexer", "--exemples", "--sans-vecteurs")
    assert status == 0
    return fiches


def test_the_samples_are_three_layouts_and_at_least_twelve_fiches(indexed: Fiches) -> None:
    rows = indexed.json("corpus")
    assert {row["format"] for row in rows} == {"txt", "docx", "pdf"}
    assert sum(row["fiches"] for row in rows) >= 12
    assert sum(row["lignes_plan"] for row in rows) >= 20


def test_indexing_again_changes_nothing(indexed: Fiches) -> None:
    states = {row["etat"] for row in indexed.json("indexer", "--exemples", "--sans-vecteurs")}
    assert states == {"inchange"}


def test_searching_gives_verbatim_passages(indexed: Fiches) -> None:
    [found] = indexed.json("chercher", "lieu d'écoute pour les adolescents", "-k", "3")
    best = found["resultats"][0]
    assert best["rang"] == 1
    assert "orvelle" in best["document"]
    assert len(best["extrait"]) <= 2000


def test_asking_cites_and_refuses(indexed: Fiches) -> None:
    status, said = indexed("demander", "Qui porte le transport solidaire ?")
    assert status == 0
    assert "Roule-Coteaux" in said
    assert "[1]" in said
    status, said = indexed("demander", "Quelle est la recette de la tarte aux pommes ?")
    assert status == 1
    assert "[1]" not in said


def test_from_a_request_to_a_valid_exported_fiche(indexed: Fiches, tmp_path: Path) -> None:
    [drafted] = indexed.json("rediger", REQUEST)
    draft = drafted["brouillon"]
    assert drafted["fiche"]["lieu"] == "Brumeval"
    assert {"REAAP", "Caf"} <= set(drafted["fiche"]["partenaires"])
    assert all(row["citation"] for row in drafted["provenance"] if row["origine"] == "corpus")
    with pytest.raises(RefusedError) as refused:
        indexed("exporter", draft)
    assert "N°" in refused.value.message
    for message in SETTLING:
        assert indexed("rediger", message, "--brouillon", draft)[0] == 0, message
    target = tmp_path / "fiche.json"
    status, _ = indexed("exporter", draft, "-o", str(target))
    assert status == 0
    exported = json.loads(target.read_text(encoding="utf-8"))
    assert exported["format"] == "fiche-action/1"
    assert exported["fiche"]["personnes_en_charge"][-1]["mail"] == "lise.armand@passerelle.example"
    assert indexed("valider", str(target))[0] == 0


def test_an_unfinished_draft_is_exported_only_as_such(indexed: Fiches) -> None:
    [drafted] = indexed.json("rediger", "Créer une ludothèque à Pont-Lairand.")
    status, text = indexed("exporter", drafted["brouillon"], "--format", "md", "--brouillon", "-o", "-")
    assert status == 0
    assert "BROUILLON" in text


def test_an_existing_file_is_not_overwritten(indexed: Fiches, tmp_path: Path) -> None:
    [drafted] = indexed.json("rediger", "Créer une ludothèque à Pont-Lairand.")
    target = tmp_path / "fiche.md"
    target.write_text("précieux", encoding="utf-8")
    with pytest.raises(FichesError):
        indexed("exporter", drafted["brouillon"], "--format", "md", "--brouillon", "-o", str(target))
    assert target.read_text(encoding="utf-8") == "précieux"


@needs_shared
def test_the_text_of_a_real_convention_keeps_its_line_numbers() -> None:
    for path in sorted(CONVENTIONS.glob("*.txt")):
        out = io.StringIO()
        run(("texte", str(path), "--json"), Output(out, io.StringIO()))
        rows = [json.loads(line) for line in out.getvalue().splitlines()]
        assert [row["ligne"] for row in rows] == list(range(1, len(path.read_text("utf-8").splitlines()) + 1))


def test_a_fiche_of_the_corpus_serves_as_a_model_without_its_local_facts(indexed: Fiches) -> None:
    before = {row["id"] for row in indexed.json("brouillons")}
    status, _ = indexed("rediger", "--modele", "convention-val-de-brume-2024-2028.docx#3.1")
    assert status == 0
    [made] = {row["id"] for row in indexed.json("brouillons")} - before
    [draft] = indexed.json("brouillons", "montrer", made)
    values = [value for value in draft["valeurs"] if value["origine"] == "corpus"]
    assert len(values) > 5
    assert all(value["citation"]["document"].startswith("convention-val-de-brume") for value in values)
    assert all(value["etat"] == "propose" for value in values)
    text = " ".join(str(value["valeur"]) for value in values)
    assert "Brumeval" not in text
    assert "Pont-Lairand" not in text
