"""Our own copy of every vector, by model and content key, in one SQLite file.

It is what exact ranking reads and what Chroma is rebuilt from: a damaged or lost Chroma folder never costs a
second embedding, and a passage whose text did not change keeps its vector when its document is read again.
"""

from __future__ import annotations

import time
from itertools import islice
from typing import TYPE_CHECKING

from corpus.database import REBUILD, DamagedError, Database

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Collection, Iterable, Iterator, Sequence
    from pathlib import Path

    import numpy as np
    from numpy.typing import NDArray

FILE = "vecteurs.sqlite"
_VERSION = 1
_AT_ONCE = 500
"""Keys looked up in one query."""
_TABLES = (
    "CREATE TABLE models (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, dimension INTEGER NOT NULL)",
    """CREATE TABLE vectors (
        model INTEGER NOT NULL REFERENCES models,
        key TEXT NOT NULL,
        vector BLOB NOT NULL,
        PRIMARY KEY (model, key)
    )""",
    "CREATE TABLE stamp (value INTEGER NOT NULL)",
)


class KeptVectors:
    """The vectors of one model, float32 rows of ``dimension``, kept by content key."""

    def __init__(self, path: Path, model: str, dimension: int) -> None:
        self._database = Database(path)
        self._name = model
        self._dimension = dimension
        try:
            self._open()
        except BaseException:
            self._database.close()
            raise

    def _open(self) -> None:
        self._database.path.parent.mkdir(parents=True, exist_ok=True)
        with self._database.reading() as connection:
            version = _version(connection)
        if version not in {0, _VERSION}:
            raise DamagedError("Les vecteurs ont été écrits par une autre version de fiches.", REBUILD)
        if version == 0:
            with self._database.writing() as connection:
                if _version(connection) == 0:
                    for statement in _TABLES:
                        connection.execute(statement)
                    connection.execute("INSERT INTO stamp VALUES (?)", (time.time_ns() // 1000,))
                    connection.execute(f"PRAGMA user_version = {_VERSION}")

    def _model(self, connection: sqlite3.Connection) -> int | None:
        row = connection.execute("SELECT id, dimension FROM models WHERE name = ?", (self._name,)).fetchone()
        if row is not None and row[1] != self._dimension:
            raise DamagedError(
                f"Le modèle {self._name} donne des vecteurs de dimension {self._dimension}, "
                f"ceux du corpus sont de dimension {row[1]}.",
                REBUILD,
            )
        return None if row is None else int(row[0])

    def stamp(self) -> int:
        """A number that changes at every write, by whatever process."""
        with self._database.reading() as connection:
            return int(connection.execute("SELECT value FROM stamp").fetchone()[0])

    def keys(self) -> set[str]:
        """The keys of every vector of the model."""
        with self._database.reading() as connection:
            found = connection.execute("SELECT key FROM vectors WHERE model = ?", (self._model(connection),))
            return {key for (key,) in found}

    def count(self) -> int:
        """How many vectors the model has."""
        with self._database.reading() as connection:
            return self._count(connection, self._model(connection))

    def _count(self, connection: sqlite3.Connection, model: int | None) -> int:
        return int(connection.execute("SELECT count(*) FROM vectors WHERE model = ?", (model,)).fetchone()[0])

    def load(self, keys: Collection[str] | None = None) -> tuple[list[str], NDArray[np.float32]]:
        """Keys and their vectors, one a row: those asked for, or all; a vector of a wrong size is left out."""
        with self._database.reading() as connection:
            model = self._model(connection)
            if keys is not None:
                return self._matrix(_some(connection, model, list(keys)), len(keys))
            every = connection.execute("SELECT key, vector FROM vectors WHERE model = ?", (model,))
            return self._matrix(every, self._count(connection, model))

    def _matrix(self, rows: Iterable[tuple[str, bytes]], most: int) -> tuple[list[str], NDArray[np.float32]]:
        """At most ``most`` rows, put in their place batch by batch: a copy of them all would double the memory."""
        import numpy as np

        matrix = np.empty((most, self._dimension), dtype=np.float32)
        keys: list[str] = []
        every = islice(rows, most)
        while batch := list(islice(every, _AT_ONCE)):
            whole = [(key, vector) for key, vector in batch if len(vector) == 4 * self._dimension]
            found = np.frombuffer(b"".join(vector for _, vector in whole), dtype="<f4").reshape(-1, self._dimension)
            matrix[len(keys) : len(keys) + len(whole)] = found
            keys += [key for key, _ in whole]
        return keys, matrix[: len(keys)]

    def add(self, keys: Sequence[str], vectors: NDArray[np.float32]) -> None:
        """Keep vectors, one a row, in one transaction."""
        with self._database.writing() as connection:
            connection.execute(
                "INSERT INTO models (name, dimension) VALUES (?, ?) ON CONFLICT DO NOTHING",
                (self._name, self._dimension),
            )
            model = self._model(connection)
            rows = [(model, key, vector.astype("<f4").tobytes()) for key, vector in zip(keys, vectors, strict=True)]
            connection.executemany("INSERT OR REPLACE INTO vectors VALUES (?, ?, ?)", rows)
            connection.execute("UPDATE stamp SET value = value + 1")

    def keep_only(self, keys: Collection[str]) -> set[str]:
        """Erase every other vector, of whatever model; returns the keys of this model that were erased."""
        wanted = set(keys)
        with self._database.writing() as connection:
            model = self._model(connection)
            every = connection.execute("SELECT model, key FROM vectors").fetchall()
            gone = [row for row in every if row[1] not in wanted]
            if gone:
                connection.executemany("DELETE FROM vectors WHERE model = ? AND key = ?", gone)
                connection.execute("UPDATE stamp SET value = value + 1")
        return {key for number, key in gone if number == model}

    def cut(self) -> int:
        """How many vectors, of whatever model, have not the size they should."""
        query = "SELECT count(*) FROM vectors JOIN models ON models.id = model WHERE length(vector) != 4 * dimension"
        with self._database.reading() as connection:
            return int(connection.execute(query).fetchone()[0])

    def problems(self) -> list[str]:
        """What is wrong with the file, in French."""
        with self._database.reading() as connection:
            found = [row[0] for row in connection.execute("PRAGMA quick_check(3)") if row[0] != "ok"]
        bad = self.cut()
        problems = [f"La copie des vecteurs est abîmée : {problem}" for problem in found]
        return [*problems, f"{bad} vecteurs sont incomplets."] if bad else problems

    def close(self) -> None:
        """Close the file."""
        self._database.close()


def _some(connection: sqlite3.Connection, model: int | None, keys: Sequence[str]) -> Iterator[tuple[str, bytes]]:
    """The rows of some keys, in the order asked."""
    for start in range(0, len(keys), _AT_ONCE):
        part = keys[start : start + _AT_ONCE]
        query = f"SELECT key, vector FROM vectors WHERE model = ? AND key IN ({', '.join('?' * len(part))})"  # noqa: S608 (only marks)
        found = dict(connection.execute(query, (model, *part)).fetchall())
        yield from ((key, found[key]) for key in part if key in found)


def kept_vectors(folder: Path, model: str) -> tuple[set[str], int | None]:
    """The keys of the vectors of a model kept in ``folder``, and their dimension; ``None`` when it has none."""
    path = folder / FILE
    if not path.exists():
        return set(), None
    database = Database(path)
    try:
        with database.reading() as connection:
            if _version(connection) == 0:
                return set(), None
            row = connection.execute("SELECT id, dimension FROM models WHERE name = ?", (model,)).fetchone()
            found = connection.execute("SELECT key FROM vectors WHERE model = ?", (row[0] if row else None,))
            return {key for (key,) in found}, row[1] if row else None
    finally:
        database.close()


def _version(connection: sqlite3.Connection) -> int:
    return int(connection.execute("PRAGMA user_version").fetchone()[0])
