"""A program that dies, a server that goes away or is made anew: nothing is lost, and what can go on goes on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from corpus.errors import CorpusError
from corpus.sharing import checked_address, open_shared
from corpus.sharing.transport import ChromaHttp
from tests.chroma import running
from tests.corpus.indexing_tools import Tools
from tests.corpus.sharing.team import Team, hits, look_again, names
from tests.corpus.vectors.fakes import FakeEmbedder

if TYPE_CHECKING:
    from pathlib import Path

    from tests.chroma import Server


class Killed(BaseException):
    """The program dies here: what it would still have said to the server is never said."""


def _dies_at(monkeypatch: pytest.MonkeyPatch, rank: int) -> list[str]:
    """From the call of this rank on, nothing leaves; returns the list of the calls that did."""
    call, made = ChromaHttp.call, list[str]()

    def counted(self: ChromaHttp, method: str, path: str, *arguments: Any, **options: Any) -> Any:
        if len(made) >= rank:
            raise Killed
        made.append(path)
        return call(self, method, path, *arguments, **options)

    monkeypatch.setattr(ChromaHttp, "call", counted)
    return made


def test_whenever_a_sending_is_killed_readers_see_whole_documents_and_it_goes_on(
    team: Team, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("corpus.sharing.pointers.LEASE_SECONDS", -2)  # nobody waits for the dead here
    paths = [team.document("anne", name, word=name[:4]) for name in ("brume.txt", "orvelle.txt")]
    team.open("témoin").index([team.document("témoin", "ancien.txt", word="guichet")])
    with monkeypatch.context() as patch:
        calls = _dies_at(patch, 10_000)
        whole = team.open("anne")
        whole.index(paths)
    assert len(calls) < 70
    for rank in (len(calls) * part // 9 for part in (3, 5, 8)):
        for path in paths:
            whole.remove(path.name)
        with monkeypatch.context() as patch:
            _dies_at(patch, rank)
            with pytest.raises(Killed):
                team.open(f"anne-{rank}").index(paths)
        reader = team.open(f"bilal-{rank}")
        for name in names(reader):
            assert len(reader.catalogue.read_document(name).lines) == 4
            assert hits(reader, f"numéro 2 de {name}")
        team.open(f"anne-{rank}").index(paths)
        look_again(reader)
        assert names(reader) == ["ancien.txt", "brume.txt", "orvelle.txt"]
        assert reader.missing_vectors() == 0
        assert reader.verify() == []
        look_again(whole)


def test_without_its_server_a_mirror_still_searches_and_says_so_once(tmp_path: Path) -> None:
    with running(tmp_path / "chroma") as server, Team(server.url, tmp_path) as team:
        anne = team.open("anne")
        anne.index([team.document("anne", "brume.txt")])
        expected = hits(anne, "relais numéro 2")
        server.stop()
        look_again(anne)
        look_again(anne)
        assert hits(anne, "relais numéro 2") == expected
        anne.search_the_server_beyond(1)  # vectors that only the server has: words still find
        anne.searcher()._vectors.keep_only(())  # type: ignore[union-attr]
        assert hits(anne, "relais numéro 2")[0][:2] == expected[0][:2]
        said = [notice for notice in anne.notices if "ne répond pas" in notice]
        assert len(said) == 2
        assert said[0].count("→") == 1
        with pytest.raises(CorpusError, match="ne répond pas"):
            anne.index([team.document("anne", "orvelle.txt", word="guichet")])
        assert names(anne) == ["brume.txt"]
        opened = team.open("anne")
        assert hits(opened, "relais numéro 2")[0][:2] == expected[0][:2]
        assert opened.verify()
        with pytest.raises(CorpusError, match="--chroma local"):
            team.open("bilal")


def test_a_server_made_anew_erases_nothing_here_and_is_given_everything_again(team: Team, server: Server) -> None:
    anne = team.open("anne")
    anne.index([team.document("anne", "brume.txt"), team.document("anne", "orvelle.txt", word="guichet")])
    server.empty()
    look_again(anne)
    assert names(anne) == ["brume.txt", "orvelle.txt"]
    assert any("reconstruire" in notice for notice in anne.notices)
    with pytest.raises(CorpusError, match="remis à neuf"):
        anne.index([team.document("anne", "mirande.txt", word="ludothèque")])
    anne.rebuild()
    bilal = team.open("bilal")
    assert names(bilal) == ["brume.txt", "orvelle.txt"]
    assert bilal.missing_vectors() == 0
    assert bilal.verify() == []


def test_a_damaged_mirror_is_made_again_from_the_server(team: Team) -> None:
    team.open("anne").index([team.document("anne", "brume.txt")])
    bilal = team.open("bilal")
    bilal.close()
    file = bilal.data / "catalogue.sqlite"
    file.write_bytes(b"abime" * 3000)
    (bilal.data / "vecteurs" / "vecteurs.sqlite").write_bytes(b"abime" * 3000)
    model = FakeEmbedder()
    with open_shared(
        team.folder / "bilal", checked_address(team.url), pipeline=Tools().pipeline(), embedder=model
    ) as again:
        again.rebuild()
        assert names(again) == ["brume.txt"]
        assert again.missing_vectors() == 0
        assert again.verify() == []
    assert model.seen == []
