"""Vectors in Chroma: opened only when proven whole, rebuilt in a new folder otherwise.

Chroma does not survive its own damaged files: it aborts the process, or loses vectors without a word. So each
folder is sealed when it is closed (size and digest of each of its files, number of vectors); a folder whose seal is
broken or missing (a crash while writing) is never opened again: a new one is made from our copy of the vectors.
"""

from __future__ import annotations

import hashlib
import re
import shutil
from typing import TYPE_CHECKING, Any

from corpus.errors import CorpusError
from corpus.files import read_json, write_json

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    import numpy as np
    from numpy.typing import NDArray

_POINTER = "chroma.json"
_COLLECTION = "passages"
_MOST = 5_000
"""Chroma refuses batches above 5,461."""

_FOLDER = re.compile(r"chroma-(\d+)")


class ChromaFolder:
    """The current Chroma folder of a model inside ``folder``, and what proves it whole."""

    def __init__(self, folder: Path, model: str, dimension: int) -> None:
        self._folder = folder
        self._identity = {"modele": model, "dimension": dimension}
        self._client: Any = None
        self._collection: Any = None
        self._name = ""
        self._written = False

    @property
    def is_open(self) -> bool:
        """Whether the folder is open in this process."""
        return self._collection is not None

    @property
    def writing(self) -> bool:
        """Whether the folder is open in this process and has been written to."""
        return self.is_open and self._written

    def sealed_count(self) -> int:
        """How many vectors the seal counts."""
        count = read_json(self._folder / _POINTER).get("vecteurs")
        return count if isinstance(count, int) else 0

    def intact(self) -> bool:
        """Whether the current folder is sealed, for this model, and its files are those that were sealed."""
        pointer = read_json(self._folder / _POINTER)
        if any(pointer.get(name) != value for name, value in self._identity.items()):
            return False
        name, sealed = pointer.get("dossier"), pointer.get("fichiers")
        if not isinstance(name, str) or not _FOLDER.fullmatch(name) or not isinstance(sealed, dict):
            return False
        return _digests(self._folder / name) == sealed

    def open(self) -> None:
        """Open the current folder, which :meth:`intact` has just proven whole, and seal it again.

        Chroma writes to its files when it opens them, then no more until something is added.
        """
        pointer = read_json(self._folder / _POINTER)
        self._start(str(pointer["dossier"]))
        with _french_errors(self._folder / self._name):
            self._collection.get(limit=1, include=["embeddings"])
        self._seal(self.sealed_count())

    def create(self, keys: Sequence[str], vectors: NDArray[np.float32]) -> None:
        """Make a new folder with these vectors and leave the former one behind, erased when nothing holds it."""
        self.close()
        numbers = [int(m[1]) for p in self._folder.glob("chroma-*") if (m := _FOLDER.fullmatch(p.name))]
        name = f"chroma-{max(numbers, default=0) + 1:04d}"
        self._start(name)
        self.upsert(keys, vectors)
        for former in self._folder.glob("chroma-*"):
            if former.name != name and _FOLDER.fullmatch(former.name):
                shutil.rmtree(former, ignore_errors=True)

    def _start(self, name: str) -> None:
        self._name = name
        self._written = False
        with _french_errors(self._folder / name):
            import chromadb
            from chromadb.config import Settings

            settings = Settings(anonymized_telemetry=False)
            self._client = chromadb.PersistentClient(path=str(self._folder / name), settings=settings)
            self._collection = self._client.get_or_create_collection(
                _COLLECTION,
                embedding_function=None,
                metadata=dict(self._identity),
                configuration={"hnsw": {"space": "cosine", "ef_search": 400}},
            )

    def upsert(self, keys: Sequence[str], vectors: NDArray[np.float32]) -> None:
        """Add or replace vectors, one a row."""
        self._unseal()
        with _french_errors(self._folder / self._name):
            for start in range(0, len(keys), _MOST):
                end = start + _MOST
                self._collection.upsert(ids=list(keys[start:end]), embeddings=vectors[start:end])

    def delete(self, keys: Sequence[str]) -> None:
        """Delete vectors; those that are absent are ignored."""
        self._unseal()
        with _french_errors(self._folder / self._name):
            for start in range(0, len(keys), _MOST):
                self._collection.delete(ids=list(keys[start : start + _MOST]))

    def keys(self) -> set[str]:
        """The keys of every vector."""
        with _french_errors(self._folder / self._name):
            return set(self._collection.get(include=[])["ids"])

    def load(self) -> tuple[list[str], NDArray[np.float32]]:
        """Every key and its vector, one a row."""
        import numpy as np

        with _french_errors(self._folder / self._name):
            found = self._collection.get(include=["embeddings"])
        return list(found["ids"]), np.asarray(found["embeddings"], dtype=np.float32)

    def nearest(self, vector: NDArray[np.float32], limit: int) -> list[str]:
        """The keys of about the ``limit`` nearest vectors, by the approximate index."""
        with _french_errors(self._folder / self._name):
            found = self._collection.query(query_embeddings=vector.reshape(1, -1), n_results=limit, include=[])
        return list(found["ids"][0])

    def _unseal(self) -> None:
        """Before the first write: if the process dies, the folder will be known for unsafe."""
        if not self._written:
            self._written = True
            write_json(self._folder / _POINTER, {"dossier": self._name, **self._identity, "fichiers": None})

    def close(self) -> None:
        """Close Chroma and seal the folder if it was written to."""
        if self._client is None:
            return
        count = self._collection.count() if self._written else 0
        with _french_errors(self._folder / self._name):
            self._client.close()
        self._client = self._collection = None
        if self._written:
            self._seal(count)

    def _seal(self, count: int) -> None:
        seal = {"dossier": self._name, **self._identity, "vecteurs": count}
        write_json(self._folder / _POINTER, {**seal, "fichiers": _digests(self._folder / self._name)})


def _digests(folder: Path) -> dict[str, list[object]]:
    """Size and digest of every file."""
    found: dict[str, list[object]] = {}
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            with path.open("rb") as file:
                digest = hashlib.file_digest(file, "blake2b").hexdigest()[:32]
            found[path.relative_to(folder).as_posix()] = [path.stat().st_size, digest]
    return found


class _french_errors:  # noqa: N801 (used as a context manager)
    """Whatever Chroma raises, as a French error: its exceptions have no common base."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def __enter__(self) -> None:
        pass

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: object) -> None:
        if isinstance(error, Exception) and not isinstance(error, CorpusError):
            raise CorpusError(
                f"Chroma ne peut pas utiliser {self._folder} ({error}).",
                "Lancez « fiches corpus reconstruire » : les vecteurs déjà calculés sont gardés.",
            ) from error
