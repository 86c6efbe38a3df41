"""One writer at a time, between threads and between processes, and who it is.

The lock is the system's: it is freed when its holder dies, however it dies. A small file beside it says who
holds it, for the message.
"""

from __future__ import annotations

import datetime as dt
import os
import socket
import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING

from corpus.errors import CorpusError
from corpus.files import read_json, write_json

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from filelock import FileLock

WAIT_SECONDS = 2.0


class BusyError(CorpusError):
    """Someone else is writing to the corpus."""


class WriteLock:
    """The right to write to a data folder; a thread that holds it may take it again."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._holder = folder / "verrou.json"
        self._guard = threading.Lock()
        self._made: FileLock | None = None

    @property
    def _lock(self) -> FileLock:
        """Made at the first write: readers never need it."""
        with self._guard:
            if self._made is None:
                from filelock import FileLock

                self._made = FileLock(self._folder / "verrou")
            return self._made

    @contextmanager
    def held(self, wait: float = WAIT_SECONDS) -> Iterator[None]:
        """Hold the lock; raises :class:`BusyError` naming the holder, or :class:`CorpusError`."""
        from filelock import Timeout

        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            self._lock.acquire(timeout=wait)
        except Timeout as error:
            raise self._busy() from error
        except OSError as error:
            raise CorpusError(
                f"Le dossier {self._folder} n'est pas accessible en écriture ({error.strerror}).",
                "Rendez-le accessible, ou choisissez un autre dossier avec --donnees.",
            ) from error
        try:
            self._say_who()
            yield
        finally:
            self._lock.release()

    def _say_who(self) -> None:
        now = dt.datetime.now().astimezone().isoformat(timespec="seconds")
        me: dict[str, object] = {"processus": os.getpid(), "machine": socket.gethostname()}
        if {**me, "depuis": ""} != {**read_json(self._holder), "depuis": ""}:
            write_json(self._holder, {**me, "depuis": now})

    def _busy(self) -> BusyError:
        holder = read_json(self._holder)
        who = f"processus {holder.get('processus', 'inconnu')} sur {holder.get('machine', 'une autre machine')}"
        if holder.get("processus") == os.getpid() and holder.get("machine") == socket.gethostname():
            who = "une autre tâche de cette fenêtre"
        since = str(holder.get("depuis", ""))[:16].replace("T", " à ")
        return BusyError(
            f"Le corpus est en cours d'écriture : {who}{f', depuis le {since}' if since else ''}.",
            "Attendez la fin de l'indexation, ou arrêtez-la, puis recommencez ; la recherche reste disponible.",
        )
