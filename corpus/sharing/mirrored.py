"""The vectors of a share as this machine searches them: its own copy, or the server beyond what is worth copying."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.errors import CorpusError
from corpus.vectors import VectorStore
from corpus.vectors.store import ranked

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from pathlib import Path

    import numpy as np
    from numpy.typing import NDArray

    from corpus.sharing.vectors import SharedVectors

_MARGIN = 4
"""Candidates asked of the server for each result."""
_NAMED = 5_000
"""Up to so many keys a filter is told to the server; beyond, more candidates are asked until enough pass it."""
_MOST_CANDIDATES = 4_000


class MirroredStore(VectorStore):
    """The vectors kept here, without a Chroma of this machine; beyond ``limit`` the server is searched."""

    def __init__(self, folder: Path, model: str, dimension: int, remote: SharedVectors) -> None:
        super().__init__(folder, model, dimension)
        self._remote = remote

    def known(self, keys: Collection[str]) -> set[str]:
        """Those of ``keys`` that have a vector, here or on the server."""
        return super().known(keys) | self._remote.on_server().intersection(keys)

    def search(
        self, vector: NDArray[np.float32], limit: int, keys: Collection[str] | None = None
    ) -> list[tuple[str, float]]:
        """The nearest vectors (key, cosine), nearest first; none, said once, when they are on a server that is away."""
        if limit <= 0 or not self._remote.searched_there():
            return super().search(vector, limit, keys)
        try:
            found, cosines = self._asked(vector, limit, keys)
        except CorpusError as error:
            self._remote.tell(f"Recherche par mots seulement : {error.message}")
            return []
        return ranked(found, cosines, limit)

    def _asked(
        self, vector: NDArray[np.float32], limit: int, keys: Collection[str] | None
    ) -> tuple[list[str], NDArray[np.float32]]:
        server, wanted = self._remote.server, limit * _MARGIN
        if keys is None:
            return server.nearest(vector, wanted)
        if len(keys) <= _NAMED:
            return server.nearest(vector, wanted, sorted(keys))
        while True:
            found, cosines = server.nearest(vector, wanted)
            passing = [row for row, key in enumerate(found) if key in keys]
            if len(passing) >= limit or len(found) < wanted or wanted >= _MOST_CANDIDATES:
                return [found[row] for row in passing], cosines[passing]
            wanted = min(wanted * _MARGIN, _MOST_CANDIDATES)

    def warm(self) -> int:
        """Load what the first search needs; returns the number of vectors."""
        return 0 if self._remote.searched_there() else super().warm()

    def _proposes(self) -> bool:
        return False

    def add(self, keys: Sequence[str], vectors: NDArray[np.float32]) -> None:
        """Keep vectors here, one a row; they are sent later."""
        with self._guard:
            self._kept.add(keys, vectors)

    def keep_only(self, keys: Collection[str], *, thoroughly: bool = False) -> int:  # noqa: ARG002 - one file only
        """Erase every other vector kept here; returns how many of this model were erased."""
        with self._guard:
            return len(self._kept.keep_only(keys))

    def load(self, keys: Collection[str]) -> tuple[list[str], NDArray[np.float32]]:
        """Keys and vectors kept here."""
        return self._kept.load(keys)

    def synchronise(self) -> bool:
        """Nothing else is kept on this machine."""
        return False

    def rebuild(self) -> None:
        """Nothing else is kept on this machine."""

    def verify(self, expected_keys: Collection[str]) -> list[str]:
        """What is missing or damaged here, in French; nothing is changed."""
        with self._guard:
            missing = len(set(expected_keys) - self.known(expected_keys))
            told = [f"{missing} passages n'ont pas encore de vecteur ({self.model})."] if missing else []
            return [*self._kept.problems(), *told]
