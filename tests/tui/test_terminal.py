"""The real program in a real terminal: the coordinator's whole path by keyboard, a kill without warning, a resume."""

from __future__ import annotations

import io
import json
import sys
import unicodedata
from typing import TYPE_CHECKING, Any

import pytest

if sys.platform == "win32":
    pytest.skip("pexpect demande un pseudo-terminal", allow_module_level=True)

from assistant.cli.main import run
from assistant.cli.output import Output
from assistant.workshop import Workshop
from tests.tui.terminal import ENTER, ESCAPE, F2, F8, Terminal

if TYPE_CHECKING:
    from pathlib import Path

TYPED = "Créer un café à Cœur-de-Brume"
QUESTION = "Quels sont les indicateurs de la fiche 2.1 de Val-de-Brume ?"
REQUEST = (
    "/rediger Ouvrir un « café des parents » à Brumeval, porté par le centre social La Passerelle, "
    "avec le REAAP, ça commence en 2025 et finit en 2027."
)
SETTLING = (
    "accepte tout",
    "numéro 3.2",
    "groupe projet : groupe thématique parentalité",
    "responsable : Zoë Le Goïc, référente, centre social La Passerelle, zoe@passerelle.example",
    "public : parents d'enfants de 0 à 18 ans, où qu'ils habitent",
)
"""Messages that finish the fiche."""


def state(data: Path) -> dict[str, Any]:
    """What is on disk."""
    file = data / "interface.json"
    return dict(json.loads(file.read_text(encoding="utf-8"))) if file.exists() else {}


def said(data: Path) -> list[str]:
    """The conversation of the only draft, on disk."""
    [draft] = (data / "brouillons").glob("*.json")
    return [message["texte"] for message in json.loads(draft.read_text(encoding="utf-8"))["messages"]]


def test_a_kill_loses_nothing_that_was_typed(tmp_path: Path) -> None:
    with Terminal(tmp_path) as first:
        first.shows("Votre corpus est vide")
        first.type("q")
        first.shows("Posez une question")
        first.type(TYPED)
        first.until(lambda: state(tmp_path).get("saisie") == TYPED)
        first.kill()
    with Terminal(tmp_path) as second:
        second.shows(TYPED)
        assert second.quit() == 0


@pytest.fixture
def indexed(tmp_path: Path) -> Path:
    """A data folder with one sample convention."""
    convention = next(Workshop(tmp_path).sample_conventions().glob("*val-de-brume*"))
    status = run(
        ("--donnees", str(tmp_path), "indexer", str(convention), "--sans-vecteurs"),
        Output(io.StringIO(), io.StringIO()),
    )
    assert status == 0
    return tmp_path


def test_the_whole_path_of_a_coordinator_by_keyboard(indexed: Path) -> None:
    with Terminal(indexed) as terminal:
        terminal.shows("Corpus : 1 convention")
        terminal.type("q")
        terminal.shows("Posez une question")
        terminal.type(unicodedata.normalize("NFD", QUESTION))
        terminal.type(ENTER)
        terminal.shows(f"Vous {QUESTION}", "Taux d'occupation des places itinérantes [1]", "val-de-brume")
        terminal.until(lambda: [m["texte"] for m in state(indexed).get("messages", [])][:1] == [QUESTION])
        terminal.type(REQUEST)
        terminal.shows("finit en 2027.")
        terminal.type(ENTER)
        terminal.shows("Café des parents", "proposé", "Complète à", "propositions à traiter")
        terminal.type("a")
        terminal.shows("● Soutenir les parents et donner leur place aux jeunes accepté")
        terminal.type(ESCAPE)
        terminal.shows("Entrée Envoyer")
        for rank, message in enumerate(SETTLING, start=2):
            terminal.type(message)
            terminal.shows(message)
            terminal.type(ENTER)
            terminal.until(lambda: len(said(indexed)) == 2 * rank)  # noqa: B023
        terminal.shows("Complète à 100 % · aucune erreur")
        terminal.type(F8)
        terminal.shows("Prête : aucun constat bloquant", '"format": "fiche-action/1"')
        terminal.type(ENTER)
        terminal.shows("Écrit :")
        terminal.type(ESCAPE)
        terminal.shows("Entrée Envoyer")
        terminal.type(F2)
        terminal.shows("Brouillons en cours", "complète à 100 %")
        assert terminal.quit() == 0
    [written] = (indexed / "exports").glob("*.json")
    exported = json.loads(written.read_text(encoding="utf-8"))
    fiche = exported["fiche"]
    assert fiche["titre"] == "Café des parents"
    assert fiche["lieu"] == "Brumeval"
    assert fiche["numero"] == "3.2"
    assert fiche["personnes_en_charge"][-1]["nom"] == "Zoë Le Goïc"
    assert fiche["public_cible"] == "parents d'enfants de 0 à 18 ans, où qu'ils habitent"
    assert run(("valider", str(written)), Output(io.StringIO(), io.StringIO())) == 0
