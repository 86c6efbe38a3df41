"""From this machine to the server: parts first, then the pointer; what was interrupted goes on where it stopped."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.models import Filters
from corpus.progress import Progress, stopped, tell
from corpus.sharing.collection import AT_ONCE, Record
from corpus.sharing.editions import part_ids, unpack
from corpus.sharing.exchange import DAY
from corpus.sharing.faults import DamagedEditionError
from corpus.sharing.pointers import Pointer, shared_name

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence

    from corpus.catalogue import DocumentEntry
    from corpus.progress import OnProgress, ShouldStop
    from corpus.sharing.editions import Packed
    from corpus.sharing.exchange import Exchange

_PARTS_AT_ONCE = 8


class Sender:
    """Sends what changed on this machine; the caller holds the lock of the corpus and has just received."""

    def __init__(self, exchange: Exchange) -> None:
        self._exchange = exchange

    # Documents

    def send_documents(self, on_progress: OnProgress | None = None, should_stop: ShouldStop | None = None) -> int:
        """Send every document that is not on the server as it is here; returns how many."""
        exchange = self._exchange
        waiting = exchange.changed_here()
        if waiting and not exchange.state.content.identite:
            settings = exchange.pointers.choose(shared_name(exchange.vectors.model))
            exchange.state.content.identite, exchange.state.content.modele = settings.identity, settings.model
        sent = 0
        for done, entry in enumerate(waiting, 1):
            if stopped(should_stop):
                break
            sent += self._send_one(entry)
            tell(on_progress, Progress("lecture", done, len(waiting), entry.name, "partage"))
        if waiting:
            exchange.state.write()
        return sent

    def _send_one(self, entry: DocumentEntry) -> bool:
        exchange = self._exchange
        packed = exchange.packed(entry)
        try:
            unpack(entry.name, packed.id, packed.parts)  # what colleagues would refuse is not sent
        except DamagedEditionError as error:
            exchange.tell(f"« {entry.name} » reste sur ce poste : {error.message}")
            return False
        held = exchange.state.content.documents.get(entry.name)
        self._send_parts(packed)
        with exchange.pointers.lease():
            there = exchange.pointers.one(entry.name)
            if there is not None and there.edition == packed.id:
                exchange.hold(there)
                return False
            if (there.edition if there else None) != (held.edition if held else None):
                exchange.tell(
                    f"« {entry.name} » vient d'être changé par un collègue : votre version n'est pas envoyée. "
                    "Relancez la commande : elle partira de la sienne."
                )
                return False
            self._send_parts(packed)  # those a colleague may have swept meanwhile
            pointer = self._pointer(entry, packed)
            exchange.pointers.put([pointer])
            exchange.hold(pointer)
            if there is not None:
                exchange.parts.delete(part_ids(there.edition, there.morceaux))
        return True

    def _pointer(self, entry: DocumentEntry, packed: Packed) -> Pointer:
        return Pointer(
            nom=entry.name,
            edition=packed.id,
            sha256=entry.sha256,
            pipeline=entry.pipeline,
            morceaux=len(packed.parts),
            passages=entry.passages,
        )

    def _send_parts(self, packed: Packed, *, again: bool = False) -> None:
        """Send the parts the server does not have, or all of them ``again``."""
        parts = self._exchange.parts
        identifiers = part_ids(packed.id, len(packed.parts))
        there = set() if again else parts.present(identifiers)
        missing = [(one, text) for one, text in zip(identifiers, packed.parts, strict=True) if one not in there]
        if not missing:
            return
        now = self._exchange.pointers.now()
        for start in range(0, len(missing), _PARTS_AT_ONCE):
            some = missing[start : start + _PARTS_AT_ONCE]
            parts.upsert([Record(one, {"pose": now, "contenu": text}) for one, text in some])

    # Vectors

    def send_vectors(self, should_stop: ShouldStop | None = None, *, everything: bool = False) -> int:
        """Send the vectors of the documents that are not said to have theirs on the server; returns how many."""
        exchange = self._exchange
        waiting = [
            name for name, one in exchange.state.content.documents.items() if everything or not self._has(one.vecteurs)
        ]
        kept = exchange.vectors.kept()
        ready = [
            (name, keys) for name in waiting if (keys := exchange.keys_of(name)) is not None and kept.issuperset(keys)
        ]
        if not ready or stopped(should_stop):
            return 0
        sent = self._send_keys(sorted({key for _, keys in ready for key in keys}), should_stop)
        if not stopped(should_stop):
            self._say_complete([name for name, _ in ready])
        return sent

    def _has(self, models: str) -> bool:
        return self._exchange.model in models.split()

    def _send_keys(self, keys: Sequence[str], should_stop: ShouldStop | None) -> int:
        exchange = self._exchange
        now = exchange.pointers.now()
        there = exchange.vectors.server.present(keys, since=now - DAY // 2)
        missing = [key for key in keys if key not in there]
        store = exchange.vectors.writable()
        try:
            for start in range(0, len(missing), AT_ONCE):
                if stopped(should_stop):
                    return start
                exchange.vectors.server.put(*store.load(missing[start : start + AT_ONCE]), now)
        finally:
            store.close()
        return len(missing)

    def _say_complete(self, names: Sequence[str]) -> None:
        """Mark documents as having every vector on the server, if they are still what was sent."""
        exchange = self._exchange
        if exchange.model not in exchange.state.content.temoins:
            exchange.pointers.bear_witness(exchange.model, exchange.vectors.witness())
            exchange.state.content.temoins[exchange.model] = exchange.pointers.witness(exchange.model)
        with exchange.pointers.lease():
            complete: list[Pointer] = []
            for name in names:
                there, held = exchange.pointers.one(name), exchange.state.content.documents[name]
                if there is not None and there.edition == held.edition:
                    models = " ".join(sorted({*there.vecteurs.split(), exchange.model}))
                    complete.append(there.model_copy(update={"vecteurs": models}))
            for start in range(0, len(complete), AT_ONCE // 2):
                exchange.pointers.put(complete[start : start + AT_ONCE // 2])
        for pointer in complete:
            exchange.hold(pointer)
        exchange.state.write()

    # Repairing

    def restore(self, is_whole: Callable[[Pointer], bool]) -> int:
        """Send again the parts of the documents that are here as the server should have them, when it does not."""
        exchange = self._exchange
        _, pointers = exchange.pointers.all()
        entries, restored = exchange.entries(), 0
        for name, pointer in pointers.items():
            if name in entries and not is_whole(pointer):
                packed = exchange.packed(entries[name])
                if packed.id == pointer.edition:
                    self._send_parts(packed, again=True)
                    restored += 1
        if restored:
            exchange.pointers.put([])  # those who had refused them look again
        return restored

    # Leaving

    def remove(self, name: str) -> None:
        """Take a document off the server: its pointer, then its parts and the vectors only it has."""
        exchange = self._exchange
        keys = set(exchange.keys_of(name)) if exchange.catalogue.document(name) else set()
        left = tuple(other for other in exchange.entries() if other != name)
        others = {key for _, key in exchange.catalogue.passage_keys(Filters(documents=left))} if left else set()
        with exchange.pointers.lease():
            there = exchange.pointers.one(name)
            if there is None:
                return
            exchange.pointers.remove(name)
            exchange.parts.delete(part_ids(there.edition, there.morceaux))
        exchange.vectors.server.delete(sorted(keys - others))

    def sweep(self) -> None:
        """Once a day, erase what interrupted sendings left for more than a day: parts and vectors nothing names."""
        exchange = self._exchange
        limit = exchange.pointers.now() - DAY
        if exchange.state.content.balaye > limit:
            return
        exchange.state.content.balaye = limit + DAY
        exchange.state.write()
        _, pointers = exchange.pointers.all()
        named = {one for pointer in pointers.values() for one in part_ids(pointer.edition, pointer.morceaux)}
        self._sweep_parts(named, limit)
        if all(one.edition == self._held(one.nom) for one in pointers.values()):
            wanted = {key for _, key in exchange.catalogue.passage_keys()}
            left = exchange.vectors.server.older(limit) - wanted
            exchange.vectors.server.delete(sorted(left), older_than=limit)

    def _held(self, name: str) -> str:
        held = self._exchange.state.content.documents.get(name)
        return held.edition if held else ""

    def _sweep_parts(self, named: Collection[str], limit: int) -> None:
        parts = self._exchange.parts
        left = parts.ids({"pose": {"$lt": limit}}) - set(named)
        parts.delete(sorted(left), {"pose": {"$lt": limit}})
