"""The vectors of a share: on the server for everyone, kept here too while they fit, and asked of the server beyond.

Below :data:`~corpus.vectors.store.EXACT_LIMIT` a copy costs 1.5 kB a passage once, and gives the same ranking, as fast,
as an index of this machine, with or without the server. Beyond, the server's approximate index proposes candidates
with a margin and the order among them is exact.
"""

from __future__ import annotations

import base64
from contextlib import closing
from typing import TYPE_CHECKING

from corpus.database import DamagedError
from corpus.embedding import PassageVectors
from corpus.errors import CorpusError
from corpus.files import set_aside
from corpus.models import Filters
from corpus.sharing.mirrored import MirroredStore
from corpus.sharing.remote import RemoteVectors
from corpus.vectors import kept_vectors
from corpus.vectors.kept import FILE, KeptVectors
from corpus.vectors.store import EXACT_LIMIT

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence
    from pathlib import Path

    import numpy as np
    from numpy.typing import NDArray

    from corpus.catalogue import Catalogue
    from corpus.lock import WriteLock
    from corpus.progress import OnProgress, ShouldStop
    from corpus.sharing.state import ShareState
    from corpus.sharing.transport import ChromaHttp
    from corpus.vectors import Embedder, VectorStore

_WITNESS = "Le relais petite enfance accueille les familles le mercredi matin."
_ALIKE = 0.999
"""Cosine of one sentence on two machines: the same model rounds differently, another one is far."""


def encoded(vector: NDArray[np.float32]) -> str:
    """A vector as text."""
    return base64.b64encode(vector.astype("<f4").tobytes()).decode()


def alike(text: str, vector: NDArray[np.float32]) -> bool:
    """Whether an encoded unit vector is nearly this one; what cannot be read is not."""
    import numpy as np

    try:
        other = np.frombuffer(base64.b64decode(text, validate=True), dtype="<f4")
    except ValueError:
        return False
    return other.shape == vector.shape and bool(other @ vector >= _ALIKE)


class SharedVectors(PassageVectors):
    """The vectors of the catalogue of a share; what writes here takes the lock of the corpus, as everywhere."""

    def __init__(
        self, folder: Path, model: str, embedder: Embedder | None, catalogue: Callable[[], Catalogue], lock: WriteLock
    ) -> None:
        super().__init__(folder, model, embedder, catalogue, lock)
        self.exact_limit = EXACT_LIMIT
        self._state: ShareState | None = None
        self._server: RemoteVectors | None = None
        self._on_server: tuple[object, frozenset[str]] | None = None
        self._size = (-1, 0)
        self._agreed = False

    def attach(self, http: ChromaHttp, state: ShareState) -> None:
        """Say which server the vectors are on and what is known of it."""
        self._state = state
        self._server = RemoteVectors(http, self.model)

    @property
    def server(self) -> RemoteVectors:
        """The vectors of the server."""
        if self._server is None:
            raise AssertionError("attach() comes first")
        return self._server

    def tell(self, notice: str) -> None:
        """Say something once."""
        if notice not in self.notices:
            self.notices.append(notice)

    def searched_there(self) -> bool:
        """Whether there are too many vectors to keep them here."""
        with self._guard:
            generation = self._catalogue().generation()
            if self._size[0] != generation:
                self._size = generation, self._catalogue().passage_count()
            return self._size[1] > self.exact_limit

    def on_server(self) -> frozenset[str]:
        """The keys of the documents whose vectors are all on the server; empty while they are kept here."""
        if self._state is None or not self.searched_there():
            return frozenset()
        with self._guard:
            moment = (self._catalogue().generation(), self._whole_there())
            if self._on_server is None or self._on_server[0] != moment:
                found = self._catalogue().passage_keys(Filters(documents=moment[1])) if moment[1] else []
                self._on_server = moment, frozenset(key for _, key in found)
            return self._on_server[1]

    def _whole_there(self) -> tuple[str, ...]:
        held = self._state.content.documents if self._state else {}
        entries = {entry.name for entry in self._catalogue().documents() if entry.state == "lu"}
        return tuple(n for n, one in list(held.items()) if n in entries and self.server.short in one.vecteurs.split())

    def _kept_keys(self) -> set[str]:
        return super()._kept_keys() | self.on_server()

    def _moment(self) -> tuple[int, float]:
        generation, written = super()._moment()
        return generation, written + len(self._whole_there())

    def _is_whole(self, wanted: Collection[str]) -> bool:
        try:
            return kept_vectors(self._folder, self.model)[0] | self.on_server() == set(wanted)
        except DamagedError:
            return False

    def kept(self) -> set[str]:
        """The keys whose vector is kept here."""
        return super()._kept_keys()

    def writable(self, dimension: int | None = None) -> MirroredStore:
        """An opening for a writer, which the caller closes; the caller holds the lock."""
        return self._writable(dimension or self._dimension())

    def _writable(self, dimension: int) -> MirroredStore:
        """A damaged copy is put aside: the server has it."""
        try:
            store = MirroredStore(self._folder, self.model, dimension, self)
            if not store.copy_problems():
                return store
            store.close()
        except DamagedError:
            pass
        set_aside(self._folder / FILE)
        return MirroredStore(self._folder, self.model, dimension, self)

    def _readable(self, dimension: int) -> MirroredStore:
        self.check_model()
        store = MirroredStore(self._folder, self.model, dimension, self)
        if store.copy_problems():
            store.close()
            raise DamagedError("La copie des vecteurs de ce poste est abîmée.", "Relancez : elle sera reprise.")
        return store

    def borrow(self, folder: Path) -> int:
        """Take the vectors that the index of this machine, in another folder, already has; returns how many."""
        try:
            theirs, dimension = kept_vectors(folder, self.model)
            known = self.kept() | self.on_server()
            useful = [key for key in dict.fromkeys(k for _, k in self._catalogue().passage_keys()) if key not in known]
            if dimension is None or theirs.isdisjoint(useful):
                return 0
            with closing(KeptVectors(folder / FILE, self.model, dimension)) as other:
                keys, rows = other.load(useful)
            with closing(self.writable(dimension)) as store:
                store.add(keys, rows)
        except DamagedError:
            return 0  # they are computed again
        return len(keys)

    # The same model for everyone

    def witness(self) -> str:
        """What the model of this machine makes of a known sentence."""
        return encoded(self.embedder().query(_WITNESS))

    def check_model(self) -> None:
        """Raise when the model of this machine does not make the vectors of the team: they are never mixed."""
        known = self._state.content.temoins.get(self.server.short) if self._state else None
        if known and not self._agreed:
            if not alike(known, self.embedder().query(_WITNESS)):
                raise CorpusError(
                    f"Le modèle {self.model} de ce poste ne donne pas les vecteurs de celui de l'équipe.",
                    "Installez la même version du modèle que vos collègues, ou réglez « modele ».",
                )
            self._agreed = True

    def _embed(
        self, missing: Sequence[int], store: VectorStore, on_progress: OnProgress | None, should_stop: ShouldStop | None
    ) -> int:
        if missing:
            self.check_model()
        return super()._embed(missing, store, on_progress, should_stop)

    def verify(self, keys: Collection[str]) -> list[str]:
        """What is missing or damaged here, in French; nothing is changed."""
        with self._guard:
            try:
                _, dimension = kept_vectors(self._folder, self.model)
                if dimension is None:
                    missing = len(set(keys) - self.on_server())
                    return [f"{missing} passages n'ont pas encore de vecteur ({self.model})."] if missing else []
                store = MirroredStore(self._folder, self.model, dimension, self)
            except DamagedError as error:
                return [error.message]
            try:
                return store.verify(keys)
            finally:
                store.close()
