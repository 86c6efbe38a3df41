"""The command without any verb that works: help, version, and what is not understood."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from assistant.cli.main import main, run
from assistant.cli.output import Output
from assistant.cli.parser import translate
from assistant.cli.registry import VERBS
from corpus.errors import UsageError


class Screen:
    """An output that is kept."""

    def __init__(self) -> None:
        self.data = io.StringIO()
        self.narration = io.StringIO()
        self.out = Output(self.data, self.narration)

    def __call__(self, *words: str) -> tuple[int, str]:
        status = run(words, self.out)
        return status, self.data.getvalue()


@pytest.fixture
def fiches() -> Screen:
    return Screen()


def test_help_lists_every_verb(fiches: Screen) -> None:
    status, text = fiches("--help")
    assert status == 0
    assert all(f"  {name} " in text for name in VERBS)


@pytest.mark.parametrize("verb", VERBS)
def test_every_verb_has_its_help(fiches: Screen, verb: str) -> None:
    status, text = fiches(verb, "--help")
    assert status == 0
    assert f"Usage : fiches {verb}" in text
    assert "--donnees" in text


def test_version(fiches: Screen) -> None:
    assert fiches("--version")[1].startswith("fiches 0.")


def test_an_unknown_verb_names_itself_and_the_next_step(fiches: Screen) -> None:
    with pytest.raises(UsageError) as caught:
        fiches("indexxer")
    assert "indexxer" in caught.value.message
    assert "--help" in caught.value.next_step


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("exporter", "--format", "pdf", "x"), "n'est pas possible"),
        (("texte",), "il manque"),
        (("chercher", "a", "-k", "dix"), "n'est pas une valeur possible"),
        (("chercher", "a", "-k", "0"), "au moins 1"),
        (("chercher", "--inconnu", "a"), "non compris"),
        (("brouillons", "supprimer"), "Quel brouillon"),
        (("corpus", "retirer"), "Quel document"),
        (("indexer",), "Que faut-il indexer"),
        (("indexer", "nulle-part"), "Introuvable"),
        (("demander",), "Quelle est la question"),
        (("rediger",), "Quelle action"),
    ],
)
def test_bad_usage_is_told_in_french(fiches: Screen, tmp_path: Path, words: tuple[str, ...], said: str) -> None:
    with pytest.raises(UsageError) as caught:
        fiches("--donnees", str(tmp_path), *words)
    assert said in str(caught.value)
    assert caught.value.next_step
    assert caught.value.status == 2


def test_messages_of_argparse_are_translated() -> None:
    assert translate("argument -k: expected one argument") == "-k attend une valeur"
    assert translate("something new") == "something new"


def test_the_interface_asks_for_a_terminal(fiches: Screen, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO())
    with pytest.raises(UsageError, match="terminal"):
        fiches()


def test_no_control_character_of_a_document_reaches_the_terminal() -> None:
    screen = Screen()
    screen.out.text("avant\x1b]52;c;x\x07après\x9b2J\u202e")
    assert "\x1b" not in screen.data.getvalue()
    assert "\x9b" not in screen.data.getvalue()
    assert "\u202e" not in screen.data.getvalue()


def test_an_unexpected_error_shows_no_traceback_and_keeps_its_places(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def burst(*_: object) -> int:
        raise ZeroDivisionError("le texte d'un document")

    monkeypatch.setattr("assistant.cli.main.run", burst)
    with pytest.raises(SystemExit) as left:
        main()
    said = capsys.readouterr().err
    report = Path(next(word for word in said.split() if "fiches-erreur" in word)).read_text(encoding="utf-8")
    assert left.value.code == 2
    assert "Traceback" not in said
    assert "le texte d'un document" not in said + report
    assert "burst" in report
