"""The corpus of a team: a mirror on this machine, in line with a Chroma server.

Everything a search reads is in the mirror, so that searching costs what it costs alone and goes on without the
server. What is written goes to the server, document by document; the index of this machine is another folder, and
neither ever flows into the other.
"""

from __future__ import annotations

import math
import time
from typing import TYPE_CHECKING

from corpus.corrections import CorrectionStore
from corpus.errors import CorpusError, UsageError
from corpus.extraction.user_labels import FILE_NAME as LABELS_FILE
from corpus.files import set_aside
from corpus.indexing import VECTORS, Corpus
from corpus.lock import BusyError
from corpus.progress import stopped
from corpus.sharing.address import FOLDER
from corpus.sharing.checking import is_whole, problems
from corpus.sharing.exchange import Exchange
from corpus.sharing.faults import AwayError
from corpus.sharing.pointers import Pointers
from corpus.sharing.receiving import Receiver
from corpus.sharing.sending import Sender
from corpus.sharing.server import check_server
from corpus.sharing.state import FILE, ShareState
from corpus.sharing.transport import ChromaHttp
from corpus.sharing.vectors import SharedVectors

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from corpus.corrections import Correction
    from corpus.ingestion import IndexReport
    from corpus.pipeline import Pipeline
    from corpus.progress import OnProgress, ShouldStop
    from corpus.search import Searcher
    from corpus.search.reranking import Reranker
    from corpus.sharing.address import Address
    from corpus.vectors import Embedder

FRESH_SECONDS = 3.0
"""A mirror compared with the server so lately is taken as it is."""
RECEIVING_SECONDS = 5.0
"""What a search waits for documents of colleagues to come in; the others come with the next ones."""
AWAY_SECONDS = 60.0
"""A server that did not answer is left alone so long, unless something must be written."""


class SharedCorpus(Corpus):
    """The documents of a team; made by :func:`open_shared`, usable from several threads.

    Every method raises :class:`CorpusError`, in French; what reads goes on without the server, and says so once.
    """

    def __init__(
        self,
        data: Path,
        address: Address,
        http: ChromaHttp,
        model: str | None = None,
        *,
        pipeline: Pipeline | None = None,
        embedder: Embedder | None = None,
        reranker: Reranker | None = None,
    ) -> None:
        self._home = data
        self._http = http
        folder = data / FOLDER / address.folder
        self._state = ShareState(folder / FILE)
        super().__init__(folder, model, pipeline=pipeline, embedder=embedder, reranker=reranker)
        self._shared.attach(http, self._state)
        corrections = CorrectionStore(folder / "corrections.json")
        self._exchange = Exchange(folder, http, self._state, self._shared, corrections, lambda: self.catalogue)
        self._receiver = Receiver(self._exchange)
        self._sender = Sender(self._exchange)
        self.server = ""
        """What the server is, once it has been seen."""
        self._next = 0.0
        self._begun = False
        self._on_progress: OnProgress | None = None

    def _vectors_of(self, embedder: Embedder | None) -> SharedVectors:
        self._shared = SharedVectors(self.data / VECTORS, self.model, embedder, lambda: self.catalogue, self._lock)
        return self._shared

    @property
    def _labels(self) -> Path:
        return self._home / LABELS_FILE

    @property
    def notices(self) -> list[str]:
        """What a person should know of the share, of repairs, or why meaning is not searched, in French."""
        return [*self._exchange.notices, *super().notices]

    @property
    def seen(self) -> str:
        """When the mirror was last in line with the server."""
        return self._state.content.vu_le[:16].replace("T", " à ")

    # In line with the server

    def refresh(self) -> None:
        """Take what colleagues changed; when that cannot be, say why once and leave the mirror as it is."""
        if time.monotonic() < self._next:
            return
        self._next = time.monotonic() + FRESH_SECONDS
        try:
            with self._lock.held(wait=0):
                self._receive(until=time.monotonic() + (RECEIVING_SECONDS if self._begun else math.inf))
                self._begun = True
        except BusyError:
            pass  # another window of this machine is at it
        except CorpusError as error:
            self._without_server(error)

    def _without_server(self, error: CorpusError) -> None:
        self._next = time.monotonic() + AWAY_SECONDS
        self._exchange.tell(
            f"{error.message} La recherche se fait dans la copie de ce poste, du {self.seen}.\n→ {error.next_step}"
        )

    def begin(self, server: str, missed: AwayError | None, on_progress: OnProgress | None = None) -> None:
        """The first comparison with the server, unless it was just found to be away."""
        self.server = server
        self._on_progress = on_progress
        if missed is not None:
            self._without_server(missed)
        self.refresh()

    def _receive(self, until: float = math.inf) -> None:
        """The same for what is about to write: raises when the server cannot be used. The lock is held."""
        self._state.reload()
        self.server = self.server or check_server(self._http)
        if self._receiver.receive(until=until, on_progress=self._on_progress):
            self._write_manifest()

    def search_the_server_beyond(self, passages: int) -> None:
        """Ask the server itself for the vectors of a corpus that has more passages than this; a copy serves below."""
        self._shared.exact_limit = passages
        self._searcher = None

    def searcher(self) -> Searcher:
        """What finds passages, in the documents of the team as they now are."""
        self.refresh()
        return super().searcher()

    # Writing: what changed is received, changed here, then sent

    def index(
        self,
        paths: Sequence[Path],
        on_progress: OnProgress | None = None,
        *,
        with_vectors: bool = True,
        should_stop: ShouldStop | None = None,
        ocr: bool = False,
    ) -> list[IndexReport]:
        """Read files and folders here, and send what is new to the team; words are shared before vectors."""
        with self._lock.held():
            self._receive()
            reports = super().index(paths, on_progress, with_vectors=False, should_stop=should_stop, ocr=ocr)
            self._sender.send_documents(on_progress, should_stop)
            if with_vectors and not stopped(should_stop):
                self.embed_missing(on_progress, should_stop)
        return reports

    def embed_missing(self, on_progress: OnProgress | None = None, should_stop: ShouldStop | None = None) -> int:
        """Compute the vectors nobody has computed yet and send them; what was interrupted is sent the next time."""
        with self._lock.held():
            self._receive()
            self._sender.send_documents(should_stop=should_stop)
            self._shared.borrow(self._home / VECTORS)
            done = super().embed_missing(on_progress, should_stop)
            if not stopped(should_stop):
                self._sender.send_vectors(should_stop)
                self._sender.sweep()
        return done

    def correct(
        self, document: str, fiche: str, champ: str, values: Sequence[str], *, adding: bool = False
    ) -> Correction | None:
        """As alone; the correction is every colleague's."""
        with self._lock.held():
            self._receive()
            made = super().correct(document, fiche, champ, values, adding=adding)
            self._sender.send_documents()
        return made

    def cancel_corrections(self, document: str, fiche: str | None = None, champ: str | None = None) -> int:
        """As alone; for every colleague."""
        with self._lock.held():
            self._receive()
            forgotten = super().cancel_corrections(document, fiche, champ)
            self._sender.send_documents()
        return forgotten

    def remove(self, name: str) -> None:
        """Take a document out of the corpus of the team: off the server first, then off this machine."""
        with self._lock.held():
            self._receive()
            if self.catalogue.document(name) is None:
                raise UsageError(
                    f"Aucun document du corpus ne s'appelle « {name} ».", "« fiches corpus » donne leurs noms."
                )
            self._sender.remove(name)
            super().remove(name)
            self._state.content.documents.pop(name, None)
            self._state.write()

    # Health

    def verify(self) -> list[str]:
        """What is missing or damaged here or on the server, in French; nothing is changed on the server."""
        found = super().verify()
        try:
            with self._lock.held(wait=0):
                self._receive()
                return found + problems(self._exchange, self._receiver)
        except CorpusError as error:
            return [*found, error.message]

    def rebuild(self, on_progress: OnProgress | None = None) -> None:
        """Make the mirror and the server whole again from one another: no file is read, nothing known is embedded."""
        with self._lock.held():
            self.server = check_server(self._http)
            self._state.reload()
            if not self._catalogue_is_sound():
                self._close_catalogue()
                set_aside(self._catalogue_file)
                self._state.content.documents.clear()
            settings = self._exchange.pointers.settings()
            if settings.identity != self._state.content.identite:  # a new server: it is given everything
                self._state.content.documents.clear()
                self._state.content.identite = settings.identity
                self._state.content.temoins.clear()
            self._receive_again()
            self.catalogue.reindex_words()
            self.embed_missing(on_progress)

    def _receive_again(self) -> None:
        self._receiver.receive(everything=True)
        self._sender.send_documents()
        self._sender.restore(lambda pointer: is_whole(self._receiver, pointer))
        self._sender.send_vectors(everything=True)

    def close(self) -> None:
        """Close every file and connection."""
        super().close()
        self._http.close()


def open_shared(
    data: Path,
    address: Address,
    model: str | None = None,
    *,
    pipeline: Pipeline | None = None,
    embedder: Embedder | None = None,
    reranker: Reranker | None = None,
    on_progress: OnProgress | None = None,
) -> SharedCorpus:
    """The corpus shared at an address, in line with its server; ``model`` or ``None`` for the one of the team.

    ``on_progress`` hears of the documents of colleagues as they come in.

    Raises :class:`CorpusError` when the server must not be used, or is away and this machine has no copy yet.
    """
    http = ChromaHttp(address)
    try:
        known = ShareState(data / FOLDER / address.folder / FILE).content
        team, server, missed = known.modele, "", None
        try:
            server = check_server(http)
            team = Pointers(http).settings().model or team
        except AwayError as error:
            if not known.vu_le:
                raise
            missed = error
        corpus = SharedCorpus(
            data, address, http, model or team or None, pipeline=pipeline, embedder=embedder, reranker=reranker
        )
    except BaseException:
        http.close()
        raise
    try:
        corpus.begin(server, missed, on_progress)
    except BaseException:
        corpus.close()
        raise
    return corpus
