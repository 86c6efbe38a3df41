"""The corpus: its catalogue, its vectors, and the way documents enter and leave them.

One data folder holds ``catalogue.sqlite``, ``vecteurs/``, ``manifeste.json``, ``corrections.json`` and, when the user
writes one, ``libelles.toml``. Any number of programs may read it; one at a time writes.
"""

from __future__ import annotations

import sqlite3
import threading
from contextlib import closing
from typing import TYPE_CHECKING, Self

from corpus.catalogue import Catalogue
from corpus.corrections import CorrectionStore
from corpus.corrections.editing import Editing
from corpus.database import DamagedError
from corpus.embedding import PassageVectors
from corpus.extraction.user_labels import FILE_NAME as LABELS_FILE
from corpus.files import set_aside
from corpus.ingestion import IndexReport, Ingestion
from corpus.lock import BusyError, WriteLock
from corpus.manifest import Manifest, read_manifest
from corpus.pipeline import standard
from corpus.progress import Progress, stopped, tell
from corpus.vectors import full_name

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path
    from types import TracebackType

    from corpus.corrections import Correction
    from corpus.pipeline import Pipeline
    from corpus.progress import OnProgress, ShouldStop
    from corpus.search import Searcher
    from corpus.search.reranking import Reranker
    from corpus.vectors import Embedder

__all__ = ["Corpus", "IndexReport", "Progress"]

VECTORS = "vecteurs"
"""The folder of the vectors, in that of the data."""
DENSE_SHARE = 0.9
"""Meaning is searched when at least this share of the passages has vectors: fewer would favour their documents."""


class Corpus:
    """The documents of one data folder, ready to be searched; usable from several threads.

    ``model`` is the embedding model, by name or path; ``None`` keeps the one the vectors were made with, else the
    default. ``pipeline`` and ``embedder`` replace the standard ones; ``reranker`` gives a second opinion on the order
    of passages. Every method raises
    :class:`CorpusError`, in French, when the index is busy, damaged or cannot be written.
    """

    def __init__(
        self,
        data: Path,
        model: str | None = None,
        *,
        pipeline: Pipeline | None = None,
        embedder: Embedder | None = None,
        reranker: Reranker | None = None,
    ) -> None:
        self.data = data
        self._reranker = reranker
        self._pipeline = pipeline
        self._lock = WriteLock(data)
        self._guard = threading.RLock()
        self._opening = threading.Lock()  # taken last, by whoever holds what: never waits for another lock
        self._catalogue: Catalogue | None = None
        recorded = read_manifest(self._manifest).modele
        self.model = embedder.name if embedder else full_name(model or recorded or None)
        """The full name of the embedding model."""
        self._vectors = self._vectors_of(embedder)
        self._searcher: tuple[object, Searcher] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _vectors_of(self, embedder: Embedder | None) -> PassageVectors:
        return PassageVectors(self.data / VECTORS, self.model, embedder, lambda: self.catalogue, self._lock)

    @property
    def _manifest(self) -> Path:
        return self.data / "manifeste.json"

    @property
    def _labels(self) -> Path:
        return self.data / LABELS_FILE

    @property
    def _catalogue_file(self) -> Path:
        return self.data / "catalogue.sqlite"

    @property
    def catalogue(self) -> Catalogue:
        """What is known of the documents; opened when first used."""
        with self._opening:
            if self._catalogue is None:
                self._catalogue = Catalogue(self._catalogue_file)
            return self._catalogue

    @property
    def notices(self) -> list[str]:
        """What was found damaged and repaired, or why meaning is not searched, in French."""
        return [*self._vectors.notices, *(self._searcher[1].notices if self._searcher else ())]

    # Entering

    def index(
        self,
        paths: Sequence[Path],
        on_progress: OnProgress | None = None,
        *,
        with_vectors: bool = True,
        should_stop: ShouldStop | None = None,
        ocr: bool = False,
    ) -> list[IndexReport]:
        """Read files and folders into the corpus; a file that cannot be read is recorded and the rest goes on.

        Files that have not changed are skipped. Words are searchable as soon as a document is read; with
        ``with_vectors`` the missing vectors are computed next. With ``ocr`` scans are recognised.
        """
        with self._lock.held():
            reports = self._read(paths, on_progress, should_stop, ocr=ocr)
            self._write_manifest()
            if with_vectors and not stopped(should_stop):
                self.embed_missing(on_progress, should_stop)
        return reports

    def _read(
        self,
        paths: Sequence[Path],
        on_progress: OnProgress | None,
        should_stop: ShouldStop | None,
        *,
        ocr: bool = False,
    ) -> list[IndexReport]:
        pipeline = self._standard(ocr=ocr)
        ingestion = Ingestion(self.catalogue, pipeline, self._corrections)
        files = pipeline.find(paths)
        reports: list[IndexReport] = []
        for path in files:
            if stopped(should_stop):
                break
            if pipeline.ocr:
                tell(on_progress, Progress("lecture", len(reports), len(files), path.name, "reconnaissance"))
            report = ingestion.enter(path)
            reports.append(report)
            tell(on_progress, Progress("lecture", len(reports), len(files), report.document, report.etat))
        return reports

    def _standard(self, *, ocr: bool = False) -> Pipeline:
        return self._pipeline or standard(self._labels, ocr=ocr)

    def embed_missing(self, on_progress: OnProgress | None = None, should_stop: ShouldStop | None = None) -> int:
        """Compute the vectors that are missing, batch by batch; returns how many. Meant for a worker thread.

        It may be stopped or killed at any moment: what is done is kept, the rest is done the next time.
        """
        with self._lock.held():
            done = self._vectors.embed_missing(on_progress, should_stop)
            self._write_manifest()
        return done

    def missing_vectors(self) -> int:
        """How many passages have no vector yet; loads no model."""
        return self._vectors.missing()

    # Searching

    def searcher(self) -> Searcher:
        """What finds passages; by words only while vectors are missing."""
        from corpus.search import Searcher

        with self._guard:
            total = self.catalogue.passage_count()
            enough = total > 0 and self.missing_vectors() <= total * (1 - DENSE_SHARE)
            opened = self._vectors.opened() if enough else None
            if self._searcher is None or self._searcher[0] is not (opened and opened[0]):
                vectors, embedder = opened or (None, None)
                self._searcher = vectors, Searcher(self.catalogue, vectors, embedder, reranker=self._reranker)
            return self._searcher[1]

    # Correcting

    @property
    def _corrections(self) -> CorrectionStore:
        return CorrectionStore(self.data / "corrections.json")

    def corrections(self, document: str | None = None) -> list[Correction]:
        """What a person corrected in the fiches of a document, or of all of them, the oldest first."""
        return [one for one in self._corrections.all() if document in (None, one.document)]

    def correct(
        self, document: str, fiche: str, champ: str, values: Sequence[str], *, adding: bool = False
    ) -> Correction | None:
        """Correct a field of an extracted fiche, at once and for every later reading of the document.

        ``fiche`` is its number, words of its title, or ``@`` and one of its lines; no value empties the field;
        ``adding`` adds items to a list. ``None`` when the field is again what the extractor reads. Raises
        ``UsageError`` when the document, the fiche or the field is not known.
        """
        with self._lock.held():
            made = Editing(self.catalogue, self._corrections).correct(document, fiche, champ, values, adding=adding)
            self._revise(document)
        return made

    def cancel_corrections(self, document: str, fiche: str | None = None, champ: str | None = None) -> int:
        """Forget corrections of a document, of one fiche or of one field of it; returns how many."""
        with self._lock.held():
            forgotten = Editing(self.catalogue, self._corrections).cancel(document, fiche, champ)
            if self.catalogue.document(document):
                self._revise(document)
        return forgotten

    def _revise(self, document: str) -> None:
        entry = self.catalogue.document(document)
        if entry and entry.state == "lu":
            Ingestion(self.catalogue, self._pipeline or standard(), self._corrections).revise(entry)

    # Leaving and health

    def remove(self, name: str) -> None:
        """Take a document out of the corpus without trace, vectors and corrections too; its file is not touched."""
        with self._lock.held():
            self.catalogue.remove(name)
            self._corrections.discard(lambda one: one.document == name)
            self._vectors.erase_all_but({key for _, key in self.catalogue.passage_keys()})
            self._write_manifest()

    def verify(self) -> list[str]:
        """What is missing or damaged, in French; nothing when the index is whole. Nothing is changed."""
        try:
            with self._lock.held(wait=0):
                return self._problems()
        except BusyError as error:
            return [f"{error.message} Vérifiez quand ce sera fini."]

    def _problems(self) -> list[str]:
        try:
            problems = self.catalogue.verify()
            keys = {key for _, key in self.catalogue.passage_keys()}
        except DamagedError as error:
            return [error.message]
        return problems + self._vectors.verify(keys)

    def rebuild(self, on_progress: OnProgress | None = None) -> None:
        """Make the index again from what is kept: no file is read and nothing embedded that is already known.

        Only when the catalogue itself is damaged is it set aside and the files it came from read again.
        """
        with self._lock.held():
            if self._catalogue_is_sound():
                self._remake(on_progress)
            else:
                self._read_again(on_progress)
            self._vectors.rebuild()
            self.embed_missing(on_progress)

    def _catalogue_is_sound(self) -> bool:
        try:
            return not self.catalogue.verify()
        except DamagedError:
            return False

    def _remake(self, on_progress: OnProgress | None) -> None:
        ingestion = Ingestion(self.catalogue, self._standard(), self._corrections)
        entries = [entry for entry in self.catalogue.documents() if entry.state == "lu"]
        for done, entry in enumerate(entries, 1):
            report = ingestion.remake(entry)
            tell(on_progress, Progress("lecture", done, len(entries), report.document, report.etat))
        self.catalogue.reindex_words()

    def _read_again(self, on_progress: OnProgress | None) -> None:
        from pathlib import Path

        self._close_catalogue()
        known = dict.fromkeys((*read_manifest(self._manifest).chemins, *_salvaged_paths(self._catalogue_file)))
        set_aside(self._catalogue_file)
        self._read([Path(path) for path in known], on_progress, None)

    def _write_manifest(self) -> None:
        passages = self.catalogue.passage_count()
        paths = tuple(entry.path for entry in self.catalogue.documents())
        Manifest(self.model, passages, passages - self.missing_vectors(), paths).write(self._manifest)

    def _close_catalogue(self) -> None:
        with self._opening:
            if self._catalogue is not None:
                self._catalogue.close()
            self._catalogue = self._searcher = None

    def close(self) -> None:
        """Close every file."""
        self._vectors.close()
        self._close_catalogue()


def _salvaged_paths(catalogue: Path) -> list[str]:
    """The paths of the documents that a damaged catalogue still tells."""
    try:
        with closing(sqlite3.connect(f"{catalogue.absolute().as_uri()}?mode=ro", uri=True)) as connection:
            return [str(path) for (path,) in connection.execute("SELECT path FROM documents")]
    except sqlite3.Error:
        return []
