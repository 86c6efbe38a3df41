"""The vectors of the passages: kept by us, held in Chroma, ranked exactly."""

from __future__ import annotations

import threading
from dataclasses import dataclass
from typing import TYPE_CHECKING

from corpus.database import DamagedError
from corpus.files import set_aside
from corpus.vectors.chroma import ChromaFolder
from corpus.vectors.kept import FILE, KeptVectors

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from pathlib import Path

    import numpy as np
    from numpy.typing import NDArray

EXACT_LIMIT = 100_000
"""Up to so many vectors each one is compared (about 8 ms); beyond, Chroma's index proposes and we rank."""

_PROPOSED = 4
"""How many candidates Chroma proposes for each result asked, beyond :data:`EXACT_LIMIT`."""


@dataclass(frozen=True, slots=True)
class _Matrix:
    """Every vector at one moment: ``rows[key]`` is a row of ``vectors``."""

    stamp: int
    keys: list[str]
    rows: dict[str, int]
    vectors: NDArray[np.float32]


class VectorStore:
    """The vectors of one model in ``folder``: any number of readers, one writer that holds the lock of the corpus.

    Opening raises :class:`DamagedError` when the copy is damaged: :func:`repair_copy` then makes a new one.
    """

    def __init__(self, folder: Path, model: str, dimension: int) -> None:
        self.folder = folder
        self.model = model
        self.dimension = dimension
        self.exact_limit = EXACT_LIMIT
        self._chroma = ChromaFolder(folder, model, dimension)
        self._kept = KeptVectors(folder / FILE, model, dimension)
        self._guard = threading.RLock()
        self._matrix: _Matrix | None = None
        self._proposing: tuple[int, bool] | None = None

    # Reading

    def known(self, keys: Collection[str]) -> set[str]:
        """Those of ``keys`` that have a vector."""
        return self._kept.keys().intersection(keys)

    def stamp(self) -> int:
        """A number that changes at every write, by whatever process."""
        return self._kept.stamp()

    def warm(self) -> int:
        """Load what the first search needs; returns the number of vectors loaded."""
        return 0 if self._proposes() else len(self._loaded().keys)

    def search(
        self, vector: NDArray[np.float32], limit: int, keys: Collection[str] | None = None
    ) -> list[tuple[str, float]]:
        """The nearest vectors (key, cosine), nearest first, among ``keys`` or among all."""
        if limit <= 0:
            return []
        if self._proposes():
            among = self._chroma.nearest(vector, limit * _PROPOSED) if keys is None else sorted(keys)
            found, vectors = self._kept.load(among)
            return ranked(found, vectors @ vector, limit)
        matrix = self._loaded()
        if keys is None:
            return ranked(matrix.keys, matrix.vectors @ vector, limit)
        rows = sorted({matrix.rows[key] for key in keys if key in matrix.rows})
        return ranked([matrix.keys[row] for row in rows], matrix.vectors[rows] @ vector, limit)

    def _loaded(self) -> _Matrix:
        with self._guard:
            stamp = self.stamp()
            if self._matrix is None or self._matrix.stamp != stamp:
                keys, vectors = self._kept.load()
                self._matrix = _Matrix(stamp, keys, {key: row for row, key in enumerate(keys)}, vectors)
            return self._matrix

    def _proposes(self) -> bool:
        """Whether there are so many vectors that Chroma should propose candidates, and it is whole."""
        with self._guard:
            stamp = self.stamp()
            if self._proposing is None or self._proposing[0] != stamp:
                self._proposing = stamp, self._kept.count() > self.exact_limit and self._open_for_reading()
            return self._proposing[1]

    def _open_for_reading(self) -> bool:
        if self._chroma.is_open:
            if self._chroma.writing:
                return True
            self._chroma.close()
        if not self._chroma.intact():
            return False
        self._chroma.open()
        return True

    # Writing

    def add(self, keys: Sequence[str], vectors: NDArray[np.float32]) -> None:
        """Keep vectors, one a row, on disk when this returns."""
        with self._guard:
            self._ready()
            self._kept.add(keys, vectors)
            self._chroma.upsert(keys, vectors)

    def keep_only(self, keys: Collection[str], *, thoroughly: bool = False) -> int:
        """Erase every other vector, of whatever model; returns how many of this model were erased.

        ``thoroughly`` makes Chroma's folder again, so that none of what was erased stays in its files.
        """
        with self._guard:
            gone = self._kept.keep_only(keys)
            if thoroughly and gone:
                self.rebuild()
            elif gone or not self._chroma.writing:
                self._ready()
                self._chroma.delete(sorted(gone))
            return len(gone)

    def synchronise(self) -> bool:
        """Bring Chroma in line with our copy; returns whether its folder had to be made again."""
        with self._guard:
            return self._ready()

    def rebuild(self) -> None:
        """Make a new Chroma folder from our copy; nothing is embedded."""
        with self._guard:
            self._chroma.create(*self._kept.load())

    def _ready(self) -> bool:
        """Open Chroma for writing, whole and in line with our copy; returns whether it was made again."""
        if self._chroma.writing:
            return False
        self._chroma.close()
        had_vectors = bool(self._kept.keys())
        if not self._chroma.intact():
            self.rebuild()
            return had_vectors
        self._chroma.open()
        ours, theirs = self._kept.keys(), self._chroma.keys()
        if theirs - ours:
            self._chroma.delete(sorted(theirs - ours))
        if ours - theirs:
            self._chroma.upsert(*self._kept.load(sorted(ours - theirs)))
        return False

    # Health

    def is_read_whole(self) -> bool:
        """Whether no vector of our copy is lost or cut, said by reading it: what a search needs is then loaded.

        Beyond :data:`EXACT_LIMIT` vectors are not all read, and the file is checked. Raises :class:`DamagedError`.
        """
        if self._proposes():
            return not self._kept.problems()
        self._loaded()
        return not self._kept.cut()

    def copy_problems(self) -> list[str]:
        """What is wrong with our copy, in French."""
        return self._kept.problems()

    def verify(self, expected_keys: Collection[str]) -> list[str]:
        """What is missing or damaged, in French; nothing is changed."""
        with self._guard:
            problems = self._kept.problems()
            kept = self._kept.keys()
            missing = len(set(expected_keys) - kept)
            if missing:
                problems.append(f"{missing} passages n'ont pas encore de vecteur ({self.model}).")
            if self._chroma.is_open:
                self._chroma.close()
            if kept and not self._chroma.intact():
                problems.append("Les fichiers de Chroma ne sont pas ceux qui ont été écrits.")
            elif kept and self._chroma.sealed_count() != len(kept):
                problems.append(f"Chroma contient {self._chroma.sealed_count()} vecteurs sur {len(kept)}.")
            return problems

    def close(self) -> None:
        """Close both files; Chroma's folder is sealed."""
        with self._guard:
            self._chroma.close()
            self._kept.close()


def repair_copy(folder: Path, model: str, dimension: int) -> str:
    """Put a damaged copy aside and make a new one from Chroma when Chroma is whole; says in French what was done."""
    aside = set_aside(folder / FILE)
    kept, chroma = KeptVectors(folder / FILE, model, dimension), ChromaFolder(folder, model, dimension)
    recovered = 0
    try:
        if chroma.intact():
            chroma.open()
            keys, vectors = chroma.load()
            kept.add(keys, vectors)
            recovered = len(keys)
    finally:
        chroma.close()
        kept.close()
    name = aside.name if aside else FILE
    return f"La copie des vecteurs était abîmée : mise de côté ({name}), {recovered} vecteurs repris de Chroma."


def open_store(folder: Path, model: str, dimension: int) -> tuple[VectorStore, list[str]]:
    """For a writer: open the vectors, repairing the copy when it is damaged; returns what was done, in French."""
    try:
        store = VectorStore(folder, model, dimension)
        if not store.copy_problems():
            return store, []
        store.close()
    except DamagedError:
        pass
    notice = repair_copy(folder, model, dimension)
    return VectorStore(folder, model, dimension), [notice]


def ranked(keys: Sequence[str], scores: NDArray[np.float32], limit: int) -> list[tuple[str, float]]:
    """The ``limit`` best keys with their scores, best first; equal ones in the order given."""
    import numpy as np

    everything = len(keys) <= limit
    kept = np.arange(len(keys)) if everything else np.argpartition(-scores, limit - 1)[:limit]
    order = kept[np.lexsort((kept, -scores[kept]))]
    return [(keys[row], float(scores[row])) for row in order]
