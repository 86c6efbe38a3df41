"""The vectors of the corpus: which model, which are missing, computing them batch by batch, opening them to search."""

from __future__ import annotations

import contextlib
import threading
from typing import TYPE_CHECKING

from corpus.catalogue import embedded_text
from corpus.database import DamagedError
from corpus.errors import CorpusError
from corpus.progress import Progress, stopped, tell
from corpus.vectors import VectorStore, kept_vectors, load_embedder, open_store

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence
    from pathlib import Path

    from corpus.catalogue import Catalogue
    from corpus.lock import WriteLock
    from corpus.progress import OnProgress, ShouldStop
    from corpus.vectors import Embedder

BATCH = 32
"""Passages embedded at a time; each batch is on disk before the next one starts."""

_REPAIRED = "Les fichiers de Chroma étaient abîmés ou inachevés : refaits à partir de la copie des vecteurs."


class PassageVectors:
    """The vectors of one catalogue by one model, in ``folder``; what writes takes the lock of the corpus itself."""

    def __init__(
        self, folder: Path, model: str, embedder: Embedder | None, catalogue: Callable[[], Catalogue], lock: WriteLock
    ) -> None:
        self.model = model
        self.notices: list[str] = []
        """What was found damaged and repaired, or why meaning is not searched, in French."""
        self._folder = folder
        self._embedder = embedder
        self._catalogue = catalogue
        self._lock = lock
        self._guard = threading.RLock()
        self._store: VectorStore | None = None
        self._missing: tuple[object, int] | None = None
        self._refused: object = None

    def embedder(self) -> Embedder:
        """The model, loaded when first needed; raises :class:`CorpusError`."""
        with self._guard:
            if self._embedder is None:
                self._embedder = load_embedder(self.model)
            return self._embedder

    def missing(self) -> int:
        """How many passages have no vector yet; loads no model."""
        with self._guard:
            moment = self._moment()
            if self._missing is None or self._missing[0] != moment:
                kept = self._kept_keys()
                self._missing = (
                    self._moment(),
                    sum(held for key, held in self._catalogue().keys().items() if key not in kept),
                )
            return self._missing[1]

    def _kept_keys(self) -> set[str]:
        """The keys that have a vector; a damaged copy is repaired when nobody else is writing."""
        try:
            return kept_vectors(self._folder, self.model)[0]
        except DamagedError as error:
            try:
                with self._lock.held(wait=0):
                    self._writable(self.embedder().dimension).close()
                return kept_vectors(self._folder, self.model)[0]
            except CorpusError:
                self.notices.append(error.message)
                return set()

    def _moment(self) -> tuple[int, float]:
        """Changes whenever the catalogue or the vectors are written to."""
        times = map(_changed_at, self._folder.glob("vecteurs.sqlite*"))
        return self._catalogue().generation(), max(times, default=0)

    # Writing

    def embed_missing(self, on_progress: OnProgress | None = None, should_stop: ShouldStop | None = None) -> int:
        """Compute the vectors that are missing; returns how many. Interrupted at any point, what is done is kept."""
        with self._lock.held():
            wanted = {key: number for number, key in reversed(self._catalogue().passage_keys())}
            if self._is_whole(wanted):
                return 0
            store = self._writable(self.embedder().dimension)
            try:
                if store.synchronise():
                    self.notices.append(_REPAIRED)
                known = store.known(wanted)
                missing = sorted(number for key, number in wanted.items() if key not in known)
                done = self._embed(missing, store, on_progress, should_stop)
                if done == len(missing):
                    store.keep_only(wanted)
            finally:
                store.close()
            return done

    def _is_whole(self, wanted: Collection[str]) -> bool:
        """Whether there is nothing to do: every vector is there, none is left over, and both files are sound."""
        try:
            kept, dimension = kept_vectors(self._folder, self.model)
            if kept != set(wanted):
                return False
            if dimension is None:
                return True
            store = VectorStore(self._folder, self.model, dimension)
        except DamagedError:
            return False
        try:
            return not store.verify(wanted)
        finally:
            store.close()

    def _embed(
        self, missing: Sequence[int], store: VectorStore, on_progress: OnProgress | None, should_stop: ShouldStop | None
    ) -> int:
        embedder = self.embedder()
        done = 0
        for start in range(0, len(missing), BATCH):
            if stopped(should_stop):
                break
            batch = list(self._catalogue().passages_by_id(missing[start : start + BATCH]).values())
            vectors = embedder.passages([embedded_text(stored.passage) for stored in batch])
            store.add([stored.key for stored in batch], vectors)
            done += len(batch)
            tell(on_progress, Progress("vecteurs", done, len(missing), batch[-1].passage.document, "calcule"))
        return done

    def _writable(self, dimension: int) -> VectorStore:
        """An opening of its own for a writer, repaired when damaged; the caller holds the lock."""
        store, notices = open_store(self._folder, self.model, dimension)
        self.notices.extend(notices)
        return store

    def erase_all_but(self, keys: Collection[str]) -> None:
        """Erase the vectors of every other passage, of every model, without trace in the files."""
        with self._lock.held():
            if self._folder.exists():
                store = self._writable(self._dimension())
                try:
                    store.keep_only(keys, thoroughly=True)
                finally:
                    store.close()

    def rebuild(self) -> None:
        """Make Chroma again from our copy; nothing is embedded."""
        with self._lock.held():
            if self._folder.exists():
                store = self._writable(self._dimension())
                try:
                    store.rebuild()
                finally:
                    store.close()

    def _dimension(self) -> int:
        """The dimension of the vectors kept, without loading the model unless there is none or they are damaged."""
        try:
            dimension = kept_vectors(self._folder, self.model)[1]
        except DamagedError:
            dimension = None
        return dimension or self.embedder().dimension

    # Reading

    def opened(self) -> tuple[VectorStore, Embedder] | None:
        """The vectors and their model, ready to be searched; ``None``, said once, when they cannot be."""
        with self._guard:
            moment = self._moment()
            if self._refused == moment:
                return None
            try:
                embedder = self.embedder()
                if self._store is None:
                    self._store = self._readable(embedder.dimension)
                self._store.warm()
            except CorpusError as error:
                self._refused = moment
                self.notices.append(f"Recherche par mots seulement : {error.message}")
                return None
            return self._store, embedder

    def _readable(self, dimension: int) -> VectorStore:
        """The vectors as they are; a damaged copy is repaired when nobody else is writing."""
        with contextlib.suppress(DamagedError):
            store = VectorStore(self._folder, self.model, dimension)
            if store.is_read_whole():
                return store
            store.close()
        with self._lock.held(wait=0):
            return self._writable(dimension)

    def verify(self, keys: Collection[str]) -> list[str]:
        """What is missing or damaged, in French; nothing is changed."""
        with self._guard:
            try:
                kept, dimension = kept_vectors(self._folder, self.model)
                if dimension is None:
                    missing = len(set(keys) - kept)
                    return [f"{missing} passages n'ont pas encore de vecteur ({self.model})."] if missing else []
                store = VectorStore(self._folder, self.model, dimension)
            except DamagedError as error:
                return [error.message]
            try:
                return store.verify(keys)
            finally:
                store.close()

    def close(self) -> None:
        """Close the vectors."""
        with self._guard:
            if self._store is not None:
                self._store.close()
                self._store = None


def _changed_at(path: Path) -> int:
    """When a file was last written to; zero when it is gone, as SQLite's journals are after each write."""
    try:
        return path.stat().st_mtime_ns
    except FileNotFoundError:
        return 0
