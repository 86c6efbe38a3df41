"""Hostile documents and a hostile model in a real terminal: every byte that reaches it is looked at."""

from __future__ import annotations

import json
import re
import sys
from typing import TYPE_CHECKING

import pytest

if sys.platform == "win32":
    pytest.skip("pexpect demande un pseudo-terminal", allow_module_level=True)

from assistant.settings import EngineSettings, Settings, save_settings
from tests.assistant.engines.tools import make_corpus
from tests.tui.paced import PacedEndpoint
from tests.tui.terminal import ENTER, ESCAPE, F2, F3, F4, Terminal

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

ESCAPES = (
    "\x1b]52;c;UElSQVRF\x07\x1b]0;PIRATE\x07\x1b[5n\x1b[99;99H\x1bP+q544e\x1b\\\x9b21t\x90x\x9c\x1bc\x1b[?1049l\x00\x08"
)
HIDDEN = "\u202egauche\u2066droite\u200b\ufeff"
MARKUP = "[/][bold red]gras[/bold red] [@click=app.quit]clic[/] [link=file:///etc]lien[/link] ['x'] \\["
NASTY = f"{MARKUP} {HIDDEN} {ESCAPES}"
SEEN = "[bold red]gras"
DOCUMENT = f"Convention du Val-de-Brume {NASTY}\n2024-2028\nArticle 1 : les relais {NASTY}\n" + "\n".join(
    f"Le relais petite enfance numéro {n} {NASTY} accueille 24 familles." for n in range(1, 4)
)
REQUEST = f"Ouvrir un relais petite enfance à Brume-le-Bas, porté par le centre social {MARKUP} {HIDDEN}"
PLAIN_REQUEST = REQUEST.replace(HIDDEN, "")
QUESTION = "Combien de familles le relais petite enfance accueille-t-il ?"
VERBS = """
import sys
from assistant.cli.main import main
for words in {verbs!r}:
    sys.argv = ["fiches", *words]
    try:
        main()
    except SystemExit:
        pass
sys.stdout.write("c'est fini" + chr(10))
"""


def check(raw: bytes) -> None:
    """What the program itself never writes is not among the bytes it wrote."""
    text = raw.decode("utf-8")
    commands = re.findall(r"\x1b\]([^\x07\x1b]*)", text)
    assert all(
        re.fullmatch(r"0;Fiches CTG( · [^;]*)?|22;[a-z]+", command) and "PIRATE" not in command for command in commands
    ), commands
    assert not re.search(r"\x1b(?:[Pc_^X]|\[5n|\[99;99H)", text)
    assert not re.search("[\x00\x80-\x9f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]", text)


def test_the_check_sees_each_of_them() -> None:
    for piece in (
        "\x1b]52;c;UEk=\x07",
        "\x1b]0;PIRATE\x07",
        "\x1b[5n",
        "\x1b[99;99H",
        "\x1bPq",
        "\x1bc",
        *"\x9b\x90\u202e\u200b",
    ):
        with pytest.raises(AssertionError):
            check(f"texte {piece} texte".encode())
    check(b"\x1b]0;Fiches CTG\x07\x1b[1;1H\x1b[2J\xc3\xa9")


@pytest.fixture
def model() -> Iterator[PacedEndpoint]:
    with PacedEndpoint() as endpoint:
        yield endpoint


@pytest.fixture
def data(model: PacedEndpoint, tmp_path: Path) -> Path:
    """A data folder whose only document is hostile, name included, set to use a hostile model."""
    documents = tmp_path / "documents"
    documents.mkdir()
    name = NASTY.replace("/", "").replace("\0", "")
    (documents / f"{name}.txt").write_text(DOCUMENT, encoding="utf-8")
    make_corpus(tmp_path, DOCUMENT).close()
    engine = EngineSettings(url=model.url, modele="modele-de-test", duree_max=900, delai=300, appels_max=99)
    save_settings(tmp_path, Settings(moteur="essai", moteurs={"essai": engine}))
    return tmp_path


def test_nothing_hostile_reaches_the_terminal_from_any_screen(data: Path, model: PacedEndpoint) -> None:
    with Terminal(data, size=(110, 40)) as terminal:
        terminal.shows("2 conventions")
        terminal.type("q")
        terminal.shows("Posez une question")
        terminal.type(QUESTION)
        terminal.type(ENTER)
        terminal.until(lambda: model.streams == 1)
        for piece in re.findall(r"(?s).{1,5}", f"Le début {NASTY}"):
            model.say(piece)
        model.say(" la suite")
        terminal.until(lambda: SEEN in terminal.screen and "la suite" in terminal.screen)
        model.cut()
        terminal.until(lambda: "Réponse incomplète" in terminal.screen and "moteur intégré" in terminal.screen)
        terminal.type(F4)
        terminal.until(lambda: "Documents" in terminal.screen and SEEN in terminal.screen)
        terminal.type(ENTER)
        terminal.until(lambda: "affichées" in terminal.screen and SEEN in terminal.screen)
        terminal.type(ESCAPE)
        terminal.until(lambda: "Documents" in terminal.screen)
        terminal.type(F3)
        terminal.until(lambda: "Chercher dans" in terminal.screen)
        terminal.type("relais")
        terminal.until(lambda: "passage" in terminal.screen and SEEN in terminal.screen)
        terminal.type("\x1b[B")
        terminal.until(lambda: "Entrée Lire" in terminal.screen)
        terminal.type(ENTER)
        terminal.until(lambda: "affichées" in terminal.screen and SEEN in terminal.screen)
        terminal.type(ESCAPE)
        terminal.until(lambda: "affichées" not in terminal.screen)
        terminal.type(F2)
        terminal.until(lambda: "Que faire" in terminal.screen)
        assert "PIRATE" not in terminal.title
        assert terminal.quit() == 0
        check(terminal.raw)
    with Terminal(data, size=(200, 50)) as again:
        again.shows("2 conventions")
        again.type("q")
        again.until(lambda: SEEN in again.screen and "Réponse incomplète" in again.screen)
        assert again.quit() == 0
        check(again.raw)


def test_nothing_hostile_reaches_the_terminal_from_a_command(data: Path, model: PacedEndpoint) -> None:
    document = str(next(path for path in (data / "documents").iterdir() if "gras" in path.name))
    model.models = {"data": [{"id": NASTY}, {"id": "modele-de-test"}]}
    verbs = [
        ["corpus"], ["corpus", "--json"], ["extraire", document], ["texte", document], ["texte", document, "--json"],
        ["chercher", "relais"], ["--moteur", "integre", "demander", QUESTION, "--json"],
        ["--moteur", "integre", "demander", QUESTION], ["--moteur", "integre", "rediger", REQUEST], ["brouillons"],
        ["diagnostic"], ["indexer", document, "--sans-vecteurs"], ["indexer", f"{document}.absent"],
    ]  # fmt: skip
    model.say(NASTY)
    model.finish()
    with Terminal(data, size=(200, 50), program=VERBS.format(verbs=verbs)) as terminal:
        terminal.until(lambda: "c'est fini" in terminal.screen)
        terminal.ended()
        check(terminal.raw)
        said = terminal.raw.decode("utf-8")
        assert SEEN in said
        assert "familles" in said


def test_nothing_hostile_reaches_the_terminal_from_the_linear_mode(data: Path) -> None:
    settings = json.loads((data / "reglages.json").read_text(encoding="utf-8"))
    (data / "reglages.json").write_text(json.dumps({**settings, "moteur": "integre"}), encoding="utf-8")
    with Terminal(data, "--lineaire", size=(200, 50)) as terminal:
        terminal.until(lambda: "Mode linéaire" in terminal.screen)
        for line, said in (
            (QUESTION, "Source 1"), ("/corpus", "Corpus :"), ("/chercher relais", "/source et un numéro"),
            ("/source 1", "ligne"), (f"/rediger {PLAIN_REQUEST}", "/brouillon pour le lire"), ("/brouillon", "État :"),
        ):  # fmt: skip
            before = len(terminal.raw)
            terminal.type(line + "\r")
            terminal.until(lambda: said in " ".join(terminal.raw[before:].decode("utf-8", "ignore").split()))  # noqa: B023
        terminal.type("/quitter\r")
        assert terminal.ended() == 0
        check(terminal.raw)
        assert SEEN in terminal.raw.decode("utf-8")
