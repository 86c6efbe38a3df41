"""A team on one server finds what one machine finds, and nobody's work is lost."""

from __future__ import annotations

import sqlite3
import threading
from contextlib import closing
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from corpus.errors import CorpusError, UsageError
from corpus.indexing import Corpus
from corpus.pipeline import standard
from corpus.sharing import mirrored
from corpus.sharing.collection import BASE
from corpus.sharing.pointers import Pointers, pointer_id
from tests.corpus.indexing_tools import Tools
from tests.corpus.sharing.team import Team, hits, look_again, names
from tests.corpus.vectors.fakes import FakeEmbedder

if TYPE_CHECKING:
    from corpus.sharing import SharedCorpus
    from tests.chroma import Server

SAMPLES = Path(__file__).parents[3] / "corpus" / "exemples"
QUESTIONS = (
    "lieu d'écoute pour les adolescents",
    "Qui porte le transport solidaire ?",
    "guichet unique pour les familles",
    "Quels sont les indicateurs de la fiche 1.1 ?",
    "aménagement d'un local",
)


def test_another_machine_finds_what_a_local_index_finds_without_embedding(
    team: Team, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pipeline = standard()
    pipeline = replace(pipeline, read=cache(pipeline.read))  # each file is read once for both machines
    with Corpus(tmp_path / "seul", pipeline=pipeline, embedder=FakeEmbedder()) as alone:
        alone.index([SAMPLES])
        first = team.open("anne", pipeline=pipeline)
        first.index([SAMPLES])
        model = FakeEmbedder()
        second = team.open("bilal", model, standard())
        assert names(second) == names(alone)
        assert second.missing_vectors() == 0
        assert [hits(second, question) for question in QUESTIONS] == [hits(alone, question) for question in QUESTIONS]
        ours, theirs = alone.catalogue, second.catalogue
        for name in names(alone):
            assert theirs.read_document(name) == ours.read_document(name)
            assert theirs.extraction(name) == ours.extraction(name)
        assert model.seen == []
        assert second.verify() == []
        _search_the_server(second, [hits(alone, question) for question in QUESTIONS], monkeypatch)


def _search_the_server(
    corpus: SharedCorpus, expected: list[list[tuple[str, int, float]]], patch: pytest.MonkeyPatch
) -> None:
    """As if the corpus were too large for its vectors to be copied here."""
    corpus.search_the_server_beyond(1)
    vectors = corpus.searcher()._vectors
    assert vectors is not None
    vectors.keep_only(())
    assert corpus.missing_vectors() == 0
    for question, wanted in zip(QUESTIONS, expected, strict=True):
        found = hits(corpus, question)
        assert [hit[:2] for hit in found] == [hit[:2] for hit in wanted]
        assert [hit[2] for hit in found] == pytest.approx([hit[2] for hit in wanted], abs=1e-5)
    some = sorted({key for _, key in corpus.catalogue.passage_keys()})[:30]
    near = vectors.search(FakeEmbedder().query(QUESTIONS[0]), 10, some)
    assert len(near) == 10
    assert {key for key, _ in near} <= set(some)
    patch.setattr(mirrored, "_NAMED", 5)  # a filter too large to be told to the server
    assert vectors.search(FakeEmbedder().query(QUESTIONS[0]), 10, some) == near


def test_the_index_of_this_machine_is_another_one(team: Team, tmp_path: Path, server: Server) -> None:
    with Corpus(tmp_path / "anne", pipeline=Tools().pipeline(), embedder=FakeEmbedder()) as alone:
        alone.index([team.document("anne", "secret.txt", word="confidentiel")])
        shared = team.open("anne")
        shared.index([team.document("anne", "commun.txt")])
        assert (names(alone), names(shared)) == (["secret.txt"], ["commun.txt"])
    kept = str(server.records("fiches-documents"))
    assert "commun.txt" in kept
    assert "secret" not in kept
    assert str(tmp_path) not in kept  # where a colleague keeps her files is hers


def test_what_this_machine_computed_alone_is_not_computed_again_to_be_shared(team: Team, tmp_path: Path) -> None:
    path = team.document("anne", "brume.txt")
    with Corpus(tmp_path / "anne", pipeline=Tools().pipeline(), embedder=FakeEmbedder()) as alone:
        alone.index([path])
    model = FakeEmbedder()
    team.open("anne", model).index([path, team.document("anne", "orvelle.txt", word="guichet")])
    assert len(model.seen) == 4
    assert not any("brume" in text for text in model.seen)
    assert team.open("bilal").missing_vectors() == 0


def test_a_removed_document_leaves_the_server_and_every_machine(team: Team, server: Server) -> None:
    anne, bilal = team.open("anne"), team.open("bilal")
    anne.index([team.document("anne", "brume.txt"), team.document("anne", "mirande.txt", word="ludothèque")])
    look_again(bilal)
    bilal.remove("mirande.txt")
    look_again(anne)
    assert names(anne) == names(bilal) == ["brume.txt"]
    assert anne.missing_vectors() == 0
    left = [server.records(found["name"]) for found in server.direct.get(BASE).json()]
    assert "mirande" not in str(left)
    vectors = next(one for one in left if all("pose" in data and "contenu" not in data for data in one.values()))
    assert len(vectors) == 4
    with closing(sqlite3.connect(server.folder / "chroma.sqlite3")) as file:
        journal = str(file.execute("SELECT id, metadata FROM embeddings_queue").fetchall())
    assert "mirande" not in journal
    assert "contenu" not in journal
    with pytest.raises(UsageError):
        anne.remove("mirande.txt")


def test_a_correction_is_everyone_s_and_survives_a_colleague_indexing_again(team: Team) -> None:
    path = team.document("anne", "brume.txt", lines=6)
    anne = team.open("anne")
    anne.index([path])
    anne.correct("brume.txt", "1.1", "porteurs", ["Communauté de communes du Val-de-Brume"])
    bilal = team.open("bilal")
    assert bilal.catalogue.extraction("brume.txt").fiches[0].fiche.porteurs == [
        "Communauté de communes du Val-de-Brume"
    ]
    assert [one.champ for one in bilal.corrections()] == ["porteurs"]
    again = team.open("bilal", pipeline=Tools(versions=("r1", "e2")).pipeline())  # another version of the program
    assert [report.etat for report in again.index([path])] == ["modifie"]
    look_again(anne)
    assert anne.catalogue.extraction("brume.txt").fiches[0].fiche.porteurs
    assert anne.cancel_corrections("brume.txt") == 1
    look_again(again)
    assert again.corrections() == []
    assert not again.catalogue.extraction("brume.txt").fiches[0].fiche.porteurs


def test_colleagues_indexing_at_once_lose_nothing(team: Team) -> None:
    people = ("anne", "bilal", "chloé")
    corpora = [team.open(name) for name in people]
    paths = [[team.document(name, f"{name}-{i}.txt", word=f"{name}{i}") for i in range(3)] for name in people]
    start, errors = threading.Barrier(len(people)), []

    def work(rank: int) -> None:
        start.wait()
        try:
            corpora[rank].index(paths[rank])
        except Exception as error:  # noqa: BLE001
            errors.append(error)

    threads = [threading.Thread(target=work, args=(rank,)) for rank in range(len(people))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert errors == []
    reader = team.open("dounia")
    assert names(reader) == sorted(path.name for some in paths for path in some)
    assert reader.missing_vectors() == 0
    assert reader.verify() == []


def test_a_document_changed_by_a_colleague_meanwhile_is_not_overwritten(team: Team) -> None:
    anne, bilal = team.open("anne"), team.open("bilal")
    path = team.document("bilal", "brume.txt", word="ludothèque")
    send = bilal._sender.send_documents

    def late(*arguments: object, **options: object) -> int:
        anne.index([team.document("anne", "brume.txt", word="relais")])  # between what he received and what he sends
        return send(*arguments, **options)  # type: ignore[arg-type]

    bilal._sender.send_documents = late  # type: ignore[method-assign]
    bilal.index([path], with_vectors=False)
    assert any("collègue" in notice for notice in bilal.notices)
    bilal._sender.send_documents = send  # type: ignore[method-assign]
    bilal.index([path])
    look_again(anne)
    assert len(names(anne)) == 2
    texts = {anne.catalogue.read_document(name).lines[0].text.split()[0] for name in names(anne)}
    assert texts == {"relais", "ludothèque"}


def test_a_model_that_makes_other_vectors_under_the_same_name_is_not_mixed(team: Team) -> None:
    anne = team.open("anne")
    anne.index([team.document("anne", "brume.txt")])
    other = FakeEmbedder(dimension=64)
    other.query = lambda text: FakeEmbedder("autre").query(text)  # type: ignore[method-assign]
    bilal = team.open("bilal", other)
    assert hits(bilal, "relais de brume")
    assert any("modèle" in notice for notice in bilal.notices)
    with pytest.raises(CorpusError, match="modèle"):
        bilal.index([team.document("bilal", "orvelle.txt", word="guichet")])


def test_a_lease_left_by_a_dead_colleague_is_taken_over(team: Team, server: Server) -> None:
    anne = team.open("anne")
    anne.index([team.document("anne", "brume.txt")])
    server.put("fiches-documents", "verrou", {"genre": "verrou", "qui": "parti", "jusque": 12})
    anne.index([team.document("anne", "orvelle.txt", word="guichet")])
    assert "verrou" not in server.records("fiches-documents")


def test_a_colleague_who_keeps_the_lease_is_told_and_what_was_read_is_sent_later(
    team: Team, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("corpus.sharing.pointers._WAIT_SECONDS", 0.0)
    anne = team.open("anne")
    anne.index([team.document("anne", "brume.txt")])
    server.put("fiches-documents", "verrou", {"genre": "verrou", "qui": "autre", "jusque": 10**12})
    with pytest.raises(CorpusError, match="collègue"):
        anne.index([team.document("anne", "orvelle.txt", word="guichet")])
    server.post("fiches-documents", "delete", {"ids": ["verrou"]})
    anne.embed_missing()
    assert names(team.open("bilal")) == ["brume.txt", "orvelle.txt"]


def test_a_long_reception_goes_on_with_the_next_search(team: Team, monkeypatch: pytest.MonkeyPatch) -> None:
    anne, bilal = team.open("anne"), team.open("bilal")
    anne.index([team.document("anne", f"{n}.txt", word=f"mot{n}") for n in range(3)], with_vectors=False)
    monkeypatch.setattr("corpus.sharing.corpus.RECEIVING_SECONDS", -1.0)
    look_again(bilal)
    assert names(bilal) == []
    monkeypatch.undo()
    look_again(bilal)
    assert len(names(bilal)) == 3


def test_what_an_abandoned_sending_left_is_swept_after_a_day(team: Team, server: Server) -> None:
    anne = team.open("anne")
    anne.index([team.document("anne", "brume.txt")], with_vectors=False)
    now = Pointers(anne._http).now()
    server.put("fiches-morceaux", "ancien-0000", {"pose": now - 100_000, "contenu": "x"})
    server.put("fiches-morceaux", "recent-0000", {"pose": now, "contenu": "x"})
    anne.embed_missing()
    left = server.records("fiches-morceaux")
    assert "ancien-0000" not in left
    assert "recent-0000" in left
    assert len(left) == 2


def test_the_generation_changes_with_every_write_and_with_nothing_else(team: Team, server: Server) -> None:
    anne = team.open("anne")
    pointers = Pointers(anne._http)
    seen = [pointers.generation()]
    anne.index([team.document("anne", "brume.txt")])
    seen.append(pointers.generation())
    anne.index([team.document("anne", "brume.txt")])
    look_again(anne)
    assert pointers.generation() == seen[-1]
    anne.remove("brume.txt")
    assert len({*seen, pointers.generation()}) == 3
    assert pointer_id("brume.txt") not in server.records("fiches-documents")
