"""From the server to this machine: only the documents whose edition changed, whole or not at all."""

from __future__ import annotations

import datetime as dt
import math
import time
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from corpus.progress import Progress, tell
from corpus.sharing.collection import AT_ONCE
from corpus.sharing.editions import Edition, part_ids, unpack
from corpus.sharing.faults import DamagedEditionError, SharingError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from corpus.progress import OnProgress
    from corpus.sharing.exchange import Exchange
    from corpus.sharing.pointers import Pointer

RECEIVED = "recus"
"""A folder that does not exist: where a document stands that was read on another machine."""
_KEPT_EVERY = 20
"""Documents between two writings of what is known."""
_PARTS_AT_ONCE = 40
"""About 10 MB."""


class Receiver:
    """Brings the mirror in line with the server; the caller holds the lock of the corpus."""

    def __init__(self, exchange: Exchange) -> None:
        self._exchange = exchange

    def receive(
        self, *, everything: bool = False, until: float = math.inf, on_progress: OnProgress | None = None
    ) -> int:
        """Take what changed since the last time; returns how many documents. Nothing when nothing did.

        Past ``until`` (monotonic clock) no further document is begun: the next time goes on.
        """
        exchange, known = self._exchange, self._exchange.state.content
        generation = exchange.pointers.generation()
        if generation == known.generation and not everything:
            self._seen()
            return 0
        self._check_identity()
        generation, pointers = exchange.pointers.all()
        changed = self._take_away(pointers) + self._take(pointers, until, on_progress)
        known.generation = generation if time.monotonic() < until else ""
        self._seen()
        if not exchange.vectors.searched_there():
            self._fetch_missing()
        return changed

    def _check_identity(self) -> None:
        """Raise when the server is not the share this machine knows: nothing it lacks is erased here."""
        exchange, known = self._exchange, self._exchange.state.content
        settings = exchange.pointers.settings()
        if known.identite and settings.identity != known.identite:
            raise SharingError(
                f"L'index partagé de {exchange.http.origin} a été remis à neuf ; les {len(known.documents)} documents "
                "que ce poste en garde restent ici.",
                "« fiches corpus reconstruire » avec le même --chroma les rend au serveur.",
            )
        known.identite, known.modele = settings.identity, settings.model
        if exchange.model not in known.temoins and (witness := exchange.pointers.witness(exchange.model)):
            known.temoins[exchange.model] = witness

    def _seen(self) -> None:
        self._exchange.state.content.vu_le = dt.datetime.now().astimezone().isoformat(timespec="minutes")
        self._exchange.state.write_changed()

    def _take_away(self, pointers: Mapping[str, Pointer]) -> int:
        """Remove what colleagues removed."""
        exchange = self._exchange
        gone = [name for name in exchange.state.content.documents if name not in pointers]
        for name in gone:
            if exchange.catalogue.document(name) is not None:
                exchange.catalogue.remove(name)
            exchange.corrections.discard(lambda one, name=name: one.document == name)  # type: ignore[misc]
            del exchange.state.content.documents[name]
        return len(gone)

    def _take(self, pointers: Mapping[str, Pointer], until: float, on_progress: OnProgress | None) -> int:
        exchange = self._exchange
        entries, held = exchange.entries(), exchange.state.content.documents
        changed_here = {entry.name for entry in exchange.changed_here()}
        taken = 0
        for name, pointer in pointers.items():
            if name in held and held[name].edition == pointer.edition and name in entries:
                held[name] = held[name].model_copy(update={"vecteurs": pointer.vecteurs})
                continue
            if time.monotonic() >= until:
                exchange.tell(
                    "Tous les documents de vos collègues ne sont pas encore reçus : recommencez pour la suite."
                )
                break
            if self._take_one(pointer, dropped=name in changed_here):
                taken += 1
                tell(on_progress, Progress("lecture", len(held), len(pointers), name, "recu"))
                if taken % _KEPT_EVERY == 0:
                    exchange.state.write()
        return taken

    def _take_one(self, pointer: Pointer, *, dropped: bool) -> bool:
        """Record one document; a damaged one is told and the former state kept."""
        exchange = self._exchange
        try:
            edition = self.edition(pointer)
        except DamagedEditionError as error:
            exchange.tell(str(error))
            return False
        if edition is None:
            return False
        if dropped and exchange.packed(exchange.entries()[pointer.nom]).id != pointer.edition:
            exchange.tell(
                f"« {pointer.nom} » : un collègue l'a changé avant que votre changement parte ; c'est le sien qui est "
                "gardé. Refaites le vôtre s'il vous manque."
            )
        self._save(edition)
        exchange.hold(pointer)
        return True

    def edition(self, pointer: Pointer) -> Edition | None:
        """The edition a pointer names; ``None`` when it was replaced meanwhile: the next time will take it."""
        found: dict[str, object] = {}
        wanted = part_ids(pointer.edition, pointer.morceaux)
        for start in range(0, len(wanted), _PARTS_AT_ONCE):
            records = self._exchange.parts.records(wanted[start : start + _PARTS_AT_ONCE])
            found |= {identifier: data.get("contenu") for identifier, data in records.items()}
        if len(found) < len(wanted):
            now = self._exchange.pointers.one(pointer.nom)
            if now is None or now.edition != pointer.edition:
                return None
        return unpack(pointer.nom, pointer.edition, [found.get(identifier) for identifier in wanted])

    def _save(self, edition: Edition) -> None:
        exchange, name = self._exchange, edition.document.name
        entry = exchange.catalogue.document(name)
        # The file of this machine stays its own, unless it only happens to have the same name.
        same = entry and (name in exchange.state.content.documents or entry.sha256 == edition.sha256)
        path = Path(entry.path) if entry and same else exchange.folder / RECEIVED / name
        exchange.corrections.replace(name, edition.corrections)
        exchange.catalogue.save(
            edition.document,
            edition.extraction,
            edition.passages,
            path=path,
            sha256=edition.sha256,
            pipeline=edition.pipeline,
        )

    def _fetch_missing(self) -> None:
        """Keep here the vectors that the mirror lacks and the server has, and no other."""
        vectors, catalogue = self._exchange.vectors, self._exchange.catalogue
        wanted = dict.fromkeys(key for _, key in catalogue.passage_keys())
        kept = vectors.kept()
        if kept - wanted.keys():
            with closing(vectors.writable()) as store:
                store.keep_only(wanted)
        missing = [key for key in wanted if key not in kept]
        for start in range(0, len(missing), AT_ONCE):
            asked = missing[start : start + AT_ONCE]
            keys, rows = vectors.server.load(asked)
            if keys and set(asked).issuperset(keys):
                with closing(vectors.writable(rows.shape[1])) as store:
                    store.add(keys, rows)
