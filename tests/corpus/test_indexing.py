"""Documents enter the corpus once, whatever happens on the way, and leave without trace."""

from __future__ import annotations

import json
import shutil
import threading
from typing import TYPE_CHECKING

import pytest

from corpus.errors import CorpusError
from corpus.indexing import Corpus, Progress
from tests.corpus.indexing_tools import Tools, corpus, write
from tests.corpus.vectors.fakes import FakeEmbedder

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def documents(tmp_path: Path) -> Path:
    folder = tmp_path / "documents"
    for name in ("brume.txt", "mirande.txt", "orvelle.txt"):
        write(folder, name)
    return folder


def states(reports: object) -> dict[str, str]:
    return {report.document: report.etat for report in reports}  # type: ignore[attr-defined]


def test_what_has_not_changed_is_neither_read_nor_embedded_again(tmp_path: Path, documents: Path) -> None:
    embedder = FakeEmbedder()
    with corpus(tmp_path / "d", embedder=embedder) as first:
        assert set(states(first.index([documents])).values()) == {"nouveau"}
        assert len(embedder.seen) == 12
    tools, embedder = Tools(), FakeEmbedder()
    with corpus(tmp_path / "d", tools, embedder) as again:
        reports = again.index([documents])
        assert set(states(reports).values()) == {"inchange"}
        assert [report.passages for report in reports] == [4, 4, 4]
    assert (tools.read_names, embedder.seen) == ([], [])


def test_only_what_changed_is_read_and_only_new_text_is_embedded(tmp_path: Path, documents: Path) -> None:
    with corpus(tmp_path / "d") as first:
        first.index([documents])
    with (documents / "brume.txt").open("a", encoding="utf-8") as file:
        file.write("\nune ligne de plus")
    tools, embedder = Tools(), FakeEmbedder()
    with corpus(tmp_path / "d", tools, embedder) as again:
        assert states(again.index([documents])) == {
            "brume.txt": "modifie", "mirande.txt": "inchange", "orvelle.txt": "inchange",
        }  # fmt: skip
        assert again.verify() == []
    assert tools.read_names == ["brume.txt"]
    assert [text.splitlines()[-1] for text in embedder.seen] == ["une ligne de plus"]


def test_a_new_reader_reads_again_and_a_new_extraction_only_extracts_again(tmp_path: Path, documents: Path) -> None:
    with corpus(tmp_path / "d") as first:
        first.index([documents])
    extraction, embedder = Tools(("r1", "e2")), FakeEmbedder()
    with corpus(tmp_path / "d", extraction, embedder) as again:
        assert set(states(again.index([documents])).values()) == {"modifie"}
        assert again.missing_vectors() == 0
    assert (extraction.read_names, len(extraction.made_names)) == ([], 3)
    assert embedder.seen == []
    reader = Tools(("r2", "e2"))
    with corpus(tmp_path / "d", reader) as again:
        again.index([documents])
    assert len(reader.read_names) == 3


def test_a_bad_file_is_recorded_with_its_reason_and_the_rest_goes_on(tmp_path: Path, documents: Path) -> None:
    (documents / "aaa.txt").write_text("SCAN")
    (documents / "bbb.txt").write_text("BOGUE")
    with corpus(tmp_path / "d") as first:
        reports = {report.document: report for report in first.index([documents])}
        assert len(reports) == 5
        assert (reports["aaa.txt"].etat, reports["aaa.txt"].motif) == ("echec", "scan")
        assert "reconnaissance de texte" in (reports["aaa.txt"].message or "")
        assert (reports["bbb.txt"].motif, reports["brume.txt"].etat) == ("interne", "nouveau")
    tools = Tools()
    with corpus(tmp_path / "d", tools) as again:
        assert states(again.index([documents]))["aaa.txt"] == "echec"
        assert tools.read_names == []
        (documents / "aaa.txt").write_text("du vrai texte")
        assert states(again.index([documents]))["aaa.txt"] == "nouveau"
        assert again.catalogue.passage_count() == 13


def test_a_file_that_disappears_keeps_what_was_read(tmp_path: Path, documents: Path) -> None:
    with corpus(tmp_path / "d") as made:
        made.index([documents])
        (documents / "brume.txt").unlink()
        assert len(made.index([documents])) == 2
        report = made.index([documents / "brume.txt"])[0]
        assert (report.etat, report.motif) == ("echec", "inaccessible")
        assert made.catalogue.passage_count() == 12


def test_files_of_one_name_are_told_apart_and_a_moved_file_is_recognised(tmp_path: Path, documents: Path) -> None:
    write(documents / "autre", "brume.txt", lines=2)
    with corpus(tmp_path / "d") as made:
        made.index([documents])
        names = [entry.name for entry in made.catalogue.documents()]
        assert sorted(names) == ["brume (documents).txt", "brume.txt", "mirande.txt", "orvelle.txt"]
        (documents / "mirande.txt").rename(documents / "autre" / "mirande.txt")
        assert set(states(made.index([documents])).values()) == {"inchange"}
        entry = made.catalogue.document("mirande.txt")
        assert entry is not None
        assert entry.path.endswith("autre/mirande.txt")
        assert {p.passage.document for p in made.catalogue.passages("brume (documents).txt")} == {
            "brume (documents).txt"
        }


def test_words_are_searched_while_vectors_are_still_being_made(tmp_path: Path, documents: Path) -> None:
    with corpus(tmp_path / "d") as made:
        made.index([documents], with_vectors=False)
        assert made.missing_vectors() == 12
        assert made.searcher().search("relais numéro 2", 3)
        assert made._vectors._store is None
        made.embed_missing()
        assert made.missing_vectors() == 0
        assert made.searcher().search("relais numéro 2", 3)
        assert made._vectors._store is not None


def test_the_searcher_is_kept_and_sees_what_is_indexed_later(tmp_path: Path, documents: Path) -> None:
    with corpus(tmp_path / "d") as made:
        made.index([documents])
        searcher = made.searcher()
        assert made.searcher() is searcher
        made.index([write(tmp_path, "nouvelle.txt", word="ludothèque")])
        assert made.searcher().search("ludothèque", 1)[0].passage.document == "nouvelle.txt"


def test_embedding_stops_when_asked_and_goes_on_where_it_was(tmp_path: Path) -> None:
    path = write(tmp_path, "longue.txt", lines=100)
    seen: list[Progress] = []
    embedder = FakeEmbedder()
    with corpus(tmp_path / "d", embedder=embedder) as made:
        made.index([path], with_vectors=False)
        done = made.embed_missing(seen.append, lambda: len(seen) == 2)
        assert (done, made.missing_vectors()) == (64, 36)
        assert [(p.stage, p.done, p.total) for p in seen] == [("vecteurs", 32, 100), ("vecteurs", 64, 100)]
        assert made.embed_missing() == 36
        assert made.verify() == []
    assert len(embedder.seen) == len(set(embedder.seen)) == 100


def test_progress_counts_every_file(tmp_path: Path, documents: Path) -> None:
    seen: list[Progress] = []
    with corpus(tmp_path / "d") as made:
        made.index([documents], seen.append)
    read = [p for p in seen if p.stage == "lecture"]
    assert [(p.done, p.total, p.document) for p in read] == [
        (1, 3, "brume.txt"), (2, 3, "mirande.txt"), (3, 3, "orvelle.txt"),
    ]  # fmt: skip


def test_a_removed_document_leaves_no_trace(tmp_path: Path, documents: Path) -> None:
    write(documents, "secret.txt", word="quillembois")
    with corpus(tmp_path / "d") as made:
        made.index([documents])
        vector = FakeEmbedder().passages(["Val-de-Brume › convention\nquillembois numéro 1 de secret.txt"])
        made.remove("secret.txt")
        assert made.verify() == []
        assert made.missing_vectors() == 0
    traces = (b"uillembois", b"secret.txt", vector.tobytes())
    for path in (tmp_path / "d").rglob("*"):
        content = path.read_bytes() if path.is_file() else b""
        assert not any(trace in content for trace in traces), path


def test_another_model_embeds_everything_and_coming_back_costs_nothing(tmp_path: Path, documents: Path) -> None:
    with corpus(tmp_path / "d") as made:
        made.index([documents])
    other = FakeEmbedder("faux:autre", dimension=32)
    with corpus(tmp_path / "d", embedder=other) as made:
        assert made.missing_vectors() == 12
        made.index([documents])
        assert len(other.seen) == 12
        assert made.verify() == []
        assert made.searcher().search("relais numéro 2", 3)
    assert Corpus(tmp_path / "d").model == "sentence-transformers:faux:autre"
    back = FakeEmbedder()
    with corpus(tmp_path / "d", embedder=back) as made:
        assert made.embed_missing() == 0
        assert made.verify() == []
    assert back.seen == []


def test_a_model_that_cannot_be_loaded_leaves_the_search_by_words(tmp_path: Path, documents: Path) -> None:
    with corpus(tmp_path / "d") as made:
        made.index([documents])
    with Corpus(tmp_path / "d", pipeline=Tools().pipeline()) as made:
        made._vectors.model = FakeEmbedder().name
        made._vectors._embedder = None

        def refuse() -> FakeEmbedder:
            raise CorpusError("Le modèle n'est pas là.")

        made._vectors.embedder = refuse  # type: ignore[method-assign]
        assert made.searcher().search("relais numéro 2", 3)
        assert made.searcher().search("relais numéro 3", 3)
        assert made.notices == ["Recherche par mots seulement : Le modèle n'est pas là."]


def test_the_manifest_says_whether_the_index_is_whole(tmp_path: Path, documents: Path) -> None:
    with corpus(tmp_path / "d") as made:
        made.index([documents], with_vectors=False)
        manifest = json.loads((tmp_path / "d" / "manifeste.json").read_text())
        assert (manifest["complet"], manifest["vecteurs"], manifest["passages"]) == (False, 0, 12)
        made.embed_missing()
        manifest = json.loads((tmp_path / "d" / "manifeste.json").read_text())
        assert (manifest["complet"], manifest["modele"]) == (True, FakeEmbedder().name)


def test_rebuilding_reads_and_embeds_nothing_that_is_known(tmp_path: Path, documents: Path) -> None:
    with corpus(tmp_path / "d") as made:
        made.index([documents])
    shutil.rmtree(documents)
    tools, embedder = Tools(("r1", "e2")), FakeEmbedder()
    with corpus(tmp_path / "d", tools, embedder) as made:
        made.rebuild()
        assert made.verify() == []
        assert made.catalogue.passage_count() == 12
        assert {entry.pipeline for entry in made.catalogue.documents()} == {"r1/e2"}
    assert (tools.read_names, len(tools.made_names), embedder.seen) == ([], 3, [])


def test_a_damaged_catalogue_is_said_then_rebuilt_from_the_files(tmp_path: Path, documents: Path) -> None:
    with corpus(tmp_path / "d") as made:
        made.index([documents])
    damaged = b"n'importe quoi" * 1000
    (tmp_path / "d" / "catalogue.sqlite").write_bytes(damaged)
    embedder = FakeEmbedder()
    with corpus(tmp_path / "d", embedder=embedder) as made:
        assert "abîmé" in made.verify()[0]
        with pytest.raises(CorpusError, match="corpus reconstruire"):
            made.searcher()
        made.rebuild()
        assert made.verify() == []
        assert made.searcher().search("relais numéro 2", 3)
    assert embedder.seen == []
    assert [p.read_bytes() for p in (tmp_path / "d").glob("catalogue.sqlite.abime-*")] == [damaged]


def test_a_damaged_copy_of_the_vectors_is_repaired_by_the_first_search(tmp_path: Path, documents: Path) -> None:
    with corpus(tmp_path / "d") as made:
        made.index([documents])
    copy = tmp_path / "d" / "vecteurs" / "vecteurs.sqlite"
    copy.write_bytes(copy.read_bytes()[:5000])
    embedder = FakeEmbedder()
    with corpus(tmp_path / "d", embedder=embedder) as made:
        made.index([documents])
        assert made.searcher().search("relais numéro 2", 3)
        assert "12 vecteurs repris de Chroma" in made.notices[0]
        assert made.verify() == []
    assert embedder.seen == []


def test_searching_goes_on_while_another_thread_indexes(tmp_path: Path, documents: Path) -> None:
    errors: list[BaseException] = []
    stop = threading.Event()
    with corpus(tmp_path / "d") as made:
        made.index([documents])

        def search() -> None:
            try:
                while not stop.is_set():
                    assert made.searcher().search("relais numéro 2", 3)
                    assert made.missing_vectors() >= 0
            except BaseException as error:  # noqa: BLE001 (a thread's failure must fail the test)
                errors.append(error)

        threads = [threading.Thread(target=search) for _ in range(2)]
        for thread in threads:
            thread.start()
        for i in range(4):
            made.index([write(tmp_path, f"suite-{i}.txt", lines=70)])
        stop.set()
        for thread in threads:
            thread.join()
        assert made.verify() == []
    assert not errors


def test_a_journal_that_vanishes_while_it_is_looked_at_is_no_error(
    tmp_path: Path, documents: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kind = type(tmp_path)
    listed = kind.glob

    def with_a_journal_that_is_gone(self: Path, pattern: str) -> list[Path]:
        return [*listed(self, pattern), self / "vecteurs.sqlite-journal"]

    with corpus(tmp_path / "d") as made:
        made.index([documents])
        monkeypatch.setattr(kind, "glob", with_a_journal_that_is_gone)
        assert made.missing_vectors() == 0


def test_with_nothing_to_read_nothing_heavy_is_made(tmp_path: Path) -> None:
    with corpus(tmp_path / "d") as made:
        assert made.index([]) == []
        assert made.verify() == []
        assert made.searcher().search("relais", 3) == []
    assert not (tmp_path / "d" / "vecteurs").exists()
