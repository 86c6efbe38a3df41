"""Several programs at once, and programs killed in the middle."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import textwrap
import time
from pathlib import Path

import pytest

from corpus.errors import CorpusError
from corpus.lock import BusyError, WriteLock
from tests.corpus.indexing_tools import corpus, write
from tests.corpus.vectors.fakes import FakeEmbedder

ROOT = Path(__file__).resolve().parents[2]

SLOW_INDEXING = """
    import sys, time
    from pathlib import Path
    from tests.corpus.indexing_tools import corpus
    from tests.corpus.vectors.fakes import FakeEmbedder

    class Slow(FakeEmbedder):
        def passages(self, texts):
            time.sleep(float(sys.argv[3]))
            return super().passages(texts)

    with corpus(Path(sys.argv[1]), embedder=Slow()) as made:
        made.index([Path(sys.argv[2])], lambda p: print(p.stage, p.done, flush=True))
        print("fini", flush=True)
"""


PATIENT_INDEXING = """
    import sys, time
    from pathlib import Path
    from corpus.lock import BusyError
    from tests.corpus.indexing_tools import corpus

    with corpus(Path(sys.argv[1])) as made:
        for path in sorted(Path(sys.argv[2]).iterdir()):
            while True:
                try:
                    made.index([path])
                    break
                except BusyError:
                    time.sleep(0.05)
    print("fini", flush=True)
"""


def start(script: str, *arguments: object) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", textwrap.dedent(script), *map(str, arguments)]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment)


def wait_for(process: subprocess.Popen[str], beginning: str) -> None:
    assert process.stdout is not None
    for line in process.stdout:
        if line.startswith(beginning):
            return
    raise AssertionError(process.stderr.read() if process.stderr else "")


def kill(process: subprocess.Popen[str]) -> None:
    process.send_signal(signal.SIGKILL)
    process.communicate()


def test_indexing_killed_at_any_point_goes_on_and_loses_nothing(tmp_path: Path) -> None:
    documents = tmp_path / "documents"
    for i in range(4):
        write(documents, f"convention-{i}.txt", lines=80)
    done = 0
    for point in ("lecture 2", "vecteurs 32", "vecteurs 64"):
        process = start(SLOW_INDEXING, tmp_path / "d", documents, 0.05)
        wait_for(process, point)
        time.sleep(0.02)
        kill(process)
        with corpus(tmp_path / "d") as made:
            read, missing = made.catalogue.passage_count(), made.missing_vectors()
            assert made.catalogue.verify() == []
        assert read - missing >= done
        done = read - missing
    assert done >= 32 + 64
    embedder = FakeEmbedder()
    with corpus(tmp_path / "d", embedder=embedder) as made:
        assert {report.etat for report in made.index([documents])} == {"inchange"}
        assert len(embedder.seen) == 320 - done
        assert made.verify() == []
        assert made.searcher().search("relais numéro 2", 3)


def test_a_second_writer_is_told_who_holds_the_corpus_and_readers_read(tmp_path: Path) -> None:
    documents = tmp_path / "documents"
    for i in range(5):
        write(documents, f"convention-{i}.txt", lines=200)
    process = start(SLOW_INDEXING, tmp_path / "d", documents, 2)
    try:
        wait_for(process, "vecteurs 32")
        with corpus(tmp_path / "d") as second:
            with pytest.raises(BusyError, match=rf"processus {process.pid} sur .*, depuis le \d") as raised:
                second.remove("convention-1.txt")
            assert "recherche reste disponible" in raised.value.next_step
            assert second.searcher().search("relais numéro 2", 3)
            assert "en cours d'écriture" in second.verify()[0]
    finally:
        kill(process)
    with corpus(tmp_path / "d") as second:
        second.remove("convention-1.txt")
        assert second.index([documents / "convention-0.txt"])[0].etat == "inchange"
        assert second.verify() == []


def test_two_programs_that_index_together_leave_a_whole_corpus(tmp_path: Path) -> None:
    for name in ("a", "b"):
        for i in range(3):
            write(tmp_path / name, f"{name}-{i}.txt", lines=40)
    processes = [start(PATIENT_INDEXING, tmp_path / "d", tmp_path / name) for name in ("a", "b")]
    for process in processes:
        out, error = process.communicate(timeout=120)
        assert "fini" in out, error
    with corpus(tmp_path / "d") as made:
        assert len(made.catalogue.documents()) == 6
        assert made.missing_vectors() == 0
        assert made.verify() == []


def test_the_lock_is_taken_again_by_its_thread_and_freed(tmp_path: Path) -> None:
    lock, other = WriteLock(tmp_path), WriteLock(tmp_path)
    with lock.held(), lock.held(), pytest.raises(BusyError, match="une autre tâche de cette fenêtre"), other.held(0):
        pass
    with other.held(0):
        pass


def test_a_folder_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "fichier").write_text("x")
    with pytest.raises(CorpusError, match="n'est pas accessible en écriture"), WriteLock(tmp_path / "fichier").held():
        pass
