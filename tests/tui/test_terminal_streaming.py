"""A slow language model in a real terminal: resized, pasted over, stopped, cut, killed; nothing is lost."""

from __future__ import annotations

import json
import shutil
import sys
from typing import TYPE_CHECKING, Any

import pytest

if sys.platform == "win32":
    pytest.skip("pexpect demande un pseudo-terminal", allow_module_level=True)

from assistant.settings import EngineSettings, Settings, save_settings
from tests.assistant.engines.tools import QUESTION, make_corpus
from tests.tui.paced import PacedEndpoint
from tests.tui.terminal import ENTER, ESCAPE, F5, Terminal

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

INCOMPLETE = "Réponse incomplète"
FIRST, SECOND = "Le relais petite enfance ", "de Brume-le-Bas accueille "
END = "24 familles et propose 12 ateliers par mois [1]."
PASTED = "\n".join(f"Élément {n:03} : « l'été à Cœur-de-Brume », ça coûte {n} €." for n in range(85)).ljust(5_000, "ç")


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("donnees")
    make_corpus(folder).close()
    return folder


@pytest.fixture
def model() -> Iterator[PacedEndpoint]:
    with PacedEndpoint() as endpoint:
        yield endpoint


@pytest.fixture
def data(corpus: Path, model: PacedEndpoint, tmp_path: Path) -> Path:
    """A data folder with one convention, set to use the model."""
    folder = tmp_path / "donnees"
    shutil.copytree(corpus, folder)
    engine = EngineSettings(url=model.url, modele="modele-de-test", duree_max=900, delai=300, appels_max=99)
    save_settings(folder, Settings(moteur="essai", moteurs={"essai": engine}))
    return folder


def state(data: Path) -> dict[str, Any]:
    """What is on disk."""
    try:
        return dict(json.loads((data / "interface.json").read_text(encoding="utf-8")))
    except FileNotFoundError:
        return {}


def ask(terminal: Terminal, model: PacedEndpoint, question: str = QUESTION) -> None:
    """Ask, and wait for the model to begin."""
    begun = model.streams
    terminal.type(question)
    terminal.shows(question)
    terminal.type(ENTER)
    terminal.until(lambda: model.streams > begun)


def test_an_answer_on_its_way_survives_resizing_pasting_and_a_kill(data: Path, model: PacedEndpoint) -> None:
    assert len(PASTED) == 5_000
    with Terminal(data) as first:
        first.shows("1 convention")
        first.type("q")
        first.shows("Posez une question")
        ask(first, model)
        model.say(FIRST)
        first.shows(FIRST)
        assert SECOND not in first.words
        first.type("dès la rentrée")
        first.resize(200, 50)
        model.say(SECOND)
        first.until(lambda: "Brouillon" in first.screen and "Sources" in first.screen and SECOND[-10:] in first.screen)
        assert "dès la rentrée" in first.screen
        first.resize(80, 24)
        first.shows("Conversation Brouillon Sources", QUESTION, FIRST + SECOND, "dès la rentrée")
        first.paste(PASTED)
        model.say("24 familles")
        first.shows("accueille 24 familles", "ççççç")
        first.until(lambda: state(data).get("saisie") == f"dès la rentrée{PASTED}")
        first.until(lambda: (state(data).get("en_cours") or {}).get("reponse") == f"{FIRST}{SECOND}24 familles")
        first.kill()
    with Terminal(data) as second:
        second.shows(f"{FIRST}{SECOND}24 familles", f"{INCOMPLETE} et non vérifiée : F5 la redemande", "ççççç")
        assert state(data)["saisie"] == f"dès la rentrée{PASTED}"
        second.type(F5)
        second.until(lambda: model.streams == 2)
        model.say(FIRST + SECOND + END)
        model.finish()
        second.shows(END, "[1] val-de-brume.txt")
        assert second.quit() == 0
    kept = state(data)
    assert [m["de"] for m in kept["messages"]] == ["vous", "assistant", "vous", "assistant"]
    assert [m["incomplet"] for m in kept["messages"]] == [False, True, False, False]
    assert kept["saisie"] == f"dès la rentrée{PASTED}"
    with Terminal(data, size=(200, 50)) as third:
        third.until(lambda: "12 ateliers par mois [1]." in third.screen and INCOMPLETE in third.screen)
        third.until(lambda: "ççççç" in third.screen)
        assert third.quit() == 0


def broken(model: PacedEndpoint) -> dict[str, Callable[[], None]]:
    """The ways an answer breaks off, and how each is said."""
    return {
        "le serveur l'a interrompue": lambda: model.finish(None),
        "la réponse est incomplète : le serveur": model.error,
        "la réponse est incomplète": model.cut,
        "sa longueur maximale est atteinte": lambda: model.finish("length"),
    }


def test_what_breaks_off_is_never_taken_for_an_answer(data: Path, model: PacedEndpoint) -> None:
    with Terminal(data, size=(80, 50)) as terminal:
        terminal.shows("1 convention")
        terminal.type("q")
        terminal.shows("Posez une question")
        ask(terminal, model)
        for rank, (said, break_off) in enumerate(broken(model).items(), start=1):
            model.say(f"Le début numéro {rank} ")
            terminal.shows(f"Le début numéro {rank}")
            break_off()
            terminal.shows(f"Le début numéro {rank} ({INCOMPLETE} et non vérifiée", said, "moteur intégré")
            terminal.type(F5)
            terminal.until(lambda: model.streams == rank + 1)  # noqa: B023
        model.finish()
        terminal.shows(f"({INCOMPLETE} : rien n'est venu. F5 la redemande.)", "la réponse est vide")
        terminal.until(lambda: len(state(data)["messages"]) == 15)
        assert terminal.quit() == 0
    kept = state(data)["messages"]
    assert [m["incomplet"] for m in kept] == [False, True, False] * 5
    assert not any("début" in m["texte"] for m in kept if not m["incomplet"])


def test_messages_wait_in_line_and_escape_lets_the_next_one_go(data: Path, model: PacedEndpoint) -> None:
    with Terminal(data, size=(80, 40)) as terminal:
        terminal.shows("1 convention")
        terminal.type("q")
        terminal.shows("Posez une question")
        ask(terminal, model)
        model.say(FIRST)
        terminal.shows(FIRST)
        for text in ("Qui porte le relais petite enfance ?", "Quand ouvre le local des jeunes ?"):
            terminal.type(text)
            terminal.shows(text)
            terminal.type(ENTER)
            terminal.shows(f"Vous (en attente) {text}")
        terminal.shows("2 messages en attente")
        terminal.type("pas encore envoyé")
        terminal.shows("pas encore envoyé")
        terminal.type(ESCAPE)
        terminal.shows(f"{FIRST}({INCOMPLETE}", "pas encore envoyé", "1 message en attente")
        terminal.until(lambda: model.left.is_set() and model.streams == 2)
        model.say("La communauté de communes porte le relais petite enfance [1].")
        model.finish()
        terminal.until(lambda: model.streams == 3)
        terminal.shows("La communauté de communes porte le relais petite enfance [1].")
        terminal.until(lambda: "attente" not in terminal.words)
        assert terminal.quit() == 0, "un modèle qui écrit encore ne retient pas celle qui s'en va"
    lost = state(data)["en_cours"]
    assert (lost["texte"], lost["reponse"]) == ("Quand ouvre le local des jeunes ?", "")
    assert state(data)["saisie"] == "pas encore envoyé"
