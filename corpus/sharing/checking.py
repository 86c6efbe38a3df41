"""Whether the server holds what it says, and what this machine has that it lacks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.sharing.faults import DamagedEditionError

if TYPE_CHECKING:
    from corpus.sharing.exchange import Exchange
    from corpus.sharing.pointers import Pointer
    from corpus.sharing.receiving import Receiver


def is_whole(receiver: Receiver, pointer: Pointer) -> bool:
    """Whether the server gives a document whole and sound; one that was just replaced is."""
    try:
        receiver.edition(pointer)
    except DamagedEditionError:
        return False
    return True


def problems(exchange: Exchange, receiver: Receiver) -> list[str]:
    """What is wrong, in French: every document of the server is read again."""
    _, pointers = exchange.pointers.all()
    found = [
        f"« {name} » est abîmé sur le serveur partagé."
        for name, pointer in sorted(pointers.items())
        if not is_whole(receiver, pointer)
    ]
    waiting = len(exchange.changed_here())
    if waiting:
        found.append(f"{waiting} documents de ce poste ne sont pas encore envoyés : relancez l'indexation.")
    said = [name for name, pointer in pointers.items() if pointer.has_vectors(exchange.model)]
    held = exchange.entries()
    keys = sorted({key for name in said if name in held for key in exchange.keys_of(name)})
    missing = len(keys) - len(exchange.vectors.server.present(keys))
    if missing:
        found.append(f"{missing} vecteurs manquent sur le serveur partagé.")
    return found
