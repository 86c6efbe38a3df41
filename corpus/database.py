"""Connections to one SQLite file, usable from several threads and processes.

Each use borrows a connection of its own from a pool, so that a search never waits for the worker thread that is
indexing, except while a transaction is being written to the disk.
"""

from __future__ import annotations

import sqlite3
import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING

from corpus.errors import CorpusError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

BUSY_SECONDS = 20.0
"""How long a connection waits for another process to finish its transaction."""

REBUILD = "Lancez « fiches corpus reconstruire » : le fichier d'origine sera mis de côté, jamais effacé."

_REASONS: dict[int, tuple[str, str]] = {
    sqlite3.SQLITE_BUSY: (
        "Le fichier {name} est occupé par un autre programme.",
        "Attendez la fin de l'indexation en cours, ou fermez l'autre fenêtre de fiches, puis recommencez.",
    ),
    sqlite3.SQLITE_READONLY: (
        "Le fichier {name} ne peut pas être modifié : le dossier {folder} est en lecture seule.",
        "Rendez ce dossier accessible en écriture, ou choisissez-en un autre avec --donnees.",
    ),
    sqlite3.SQLITE_FULL: (
        "Le disque est plein : rien n'a été enregistré dans {name}, l'état précédent est conservé.",
        "Libérez de la place, puis relancez : le travail reprend où il s'est arrêté.",
    ),
    sqlite3.SQLITE_CANTOPEN: (
        "Le fichier {name} ne peut pas être ouvert dans {folder}.",
        "Vérifiez que ce dossier existe et que vous pouvez y écrire, ou choisissez-en un autre avec --donnees.",
    ),
    sqlite3.SQLITE_IOERR: (
        "Le disque ne répond pas comme il faut en lisant ou en écrivant {name} dans {folder}.",
        "Vérifiez le disque et la place libre, puis relancez.",
    ),
}
_REASONS[sqlite3.SQLITE_LOCKED] = _REASONS[sqlite3.SQLITE_BUSY]
_REASONS[sqlite3.SQLITE_PERM] = _REASONS[sqlite3.SQLITE_READONLY]


class DamagedError(CorpusError):
    """A file of the corpus is damaged or of another version: it must be rebuilt."""


def explain(error: sqlite3.Error, path: Path) -> CorpusError:
    """The French error for an SQLite error on ``path``."""
    code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_CORRUPT) & 0xFF
    if code in _REASONS:
        message, next_step = _REASONS[code]
        return CorpusError(message.format(name=path.name, folder=path.parent), next_step)
    return DamagedError(f"Le fichier {path.name} est abîmé ({error}).", REBUILD)


class Database:
    """One SQLite file; ``reading`` and ``writing`` lend a connection and translate errors into French."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._idle: list[sqlite3.Connection] = []
        self._guard = threading.Lock()
        self._closed = False

    def _connect(self) -> sqlite3.Connection:
        connection = sqlite3.connect(self.path, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False)
        try:
            connection.execute("PRAGMA foreign_keys = ON")
            connection.execute("PRAGMA secure_delete = ON")
            connection.execute("PRAGMA synchronous = FULL")
            connection.execute("PRAGMA cache_size = -32000")
        except sqlite3.Error:
            connection.close()
            raise
        return connection

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """Lend a connection for queries; raises :class:`CorpusError`."""
        try:
            connection = self._take()
            try:
                yield connection
            finally:
                self._give_back(connection)
        except sqlite3.DatabaseError as error:
            raise explain(error, self.path) from error

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """Lend a connection inside one transaction: all of it is kept, or nothing; raises :class:`CorpusError`."""
        with self.reading() as connection:
            connection.execute("BEGIN IMMEDIATE")
            try:
                yield connection
                connection.execute("COMMIT")
            except BaseException:
                if connection.in_transaction:
                    connection.execute("ROLLBACK")
                raise

    def _take(self) -> sqlite3.Connection:
        with self._guard:
            if self._closed:
                raise CorpusError(f"Le fichier {self.path.name} est fermé.", "Rouvrez fiches.")
            if self._idle:
                return self._idle.pop()
        return self._connect()

    def _give_back(self, connection: sqlite3.Connection) -> None:
        with self._guard:
            if not self._closed:
                self._idle.append(connection)
                return
        connection.close()

    def close(self) -> None:
        """Close every idle connection; those lent are closed when they come back."""
        with self._guard:
            self._closed = True
            idle, self._idle = self._idle, []
        for connection in idle:
            connection.close()
