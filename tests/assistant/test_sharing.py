"""The same commands with the index of a team: the address, the token, what is said."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from assistant import sharing
from assistant.settings import Settings, save_settings
from assistant.workshop import Workshop
from corpus.errors import CorpusError, UsageError
from tests.assistant.cli.command import Command
from tests.chroma import running
from tests.corpus.sharing.team import Team

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.chroma import Server

SAMPLE = Path(__file__).parents[2] / "corpus" / "exemples" / "convention-coteaux-de-mirande-2022-2026.txt"


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with running(tmp_path_factory.mktemp("chroma")) as server:
        yield server


@pytest.mark.parametrize(
    ("given", "settled", "used"),
    [
        (None, None, None),
        (None, "http://a", "http://a"),
        ("http://b", "http://a", "http://b"),
        ("local", "http://a", None),
    ],
)
def test_what_is_given_wins_over_the_settings(given: str | None, settled: str | None, used: str | None) -> None:
    assert sharing.shared_url(given, settled) == used


def test_every_verb_works_with_the_index_of_a_team(server: Server, tmp_path: Path) -> None:
    server.empty()
    anne, bilal = Command(tmp_path / "anne"), Command(tmp_path / "bilal")
    share = ("--chroma", server.url)
    anne("indexer", *share, "--sans-vecteurs", str(SAMPLE))
    assert SAMPLE.name in bilal("corpus", *share)
    save_settings(tmp_path / "bilal", Settings(chroma=server.url))
    assert SAMPLE.name in bilal("chercher", "transport solidaire", "-k", "1")
    assert SAMPLE.name in bilal("demander", "Qui porte le transport solidaire ?", "--json")
    assert not bilal("chercher", "--chroma", "local", "transport solidaire")
    assert "Chroma (Rust)" in (report := anne("diagnostic", *share))
    assert "vos brouillons restent sur ce poste" in report
    bilal("corpus", "retirer", SAMPLE.name)
    assert SAMPLE.name not in anne("corpus", *share)


def test_a_server_that_went_away_is_said_with_the_results(tmp_path: Path) -> None:
    with running(tmp_path / "chroma") as server, Team(server.url, tmp_path) as team:
        team.open("anne").index([team.document("anne", "brume.txt")], with_vectors=False)
        address = server.url
    command = Command(tmp_path / "anne")
    assert "brume.txt" in command("chercher", "--chroma", address, "relais", "-k", "2")
    assert "ne répond pas" in command.said
    with pytest.raises(CorpusError, match="ne répond pas"):
        command("indexer", "--chroma", address, str(SAMPLE))


def test_the_token_is_bound_to_what_it_is_given_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(sharing.TOKEN_VARIABLE, "jeton-de-test")
    workshop = Workshop(tmp_path, chroma="http://10.255.0.1:8000")
    with pytest.raises(UsageError, match="jeton"):
        workshop.corpus.catalogue.documents()
    assert workshop.notices() == []
