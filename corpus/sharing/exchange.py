"""What both directions of an exchange need: the server, the mirror on this machine, and what is known of both."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from corpus.sharing.collection import Collection
from corpus.sharing.editions import Edition, Packed, pack
from corpus.sharing.pointers import Pointer, Pointers
from corpus.sharing.state import Held, mark

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from corpus.catalogue import Catalogue, DocumentEntry
    from corpus.corrections import CorrectionStore
    from corpus.sharing.state import ShareState
    from corpus.sharing.transport import ChromaHttp
    from corpus.sharing.vectors import SharedVectors

PARTS = "fiches-morceaux"
DAY = 86_400


@dataclass
class Exchange:
    """One share, seen from this machine; the caller holds the lock of the corpus."""

    folder: Path
    http: ChromaHttp
    state: ShareState
    vectors: SharedVectors
    corrections: CorrectionStore
    catalogue_of: Callable[[], Catalogue]
    notices: list[str] = field(default_factory=list)
    pointers: Pointers = field(init=False)
    parts: Collection = field(init=False)

    def __post_init__(self) -> None:
        self.pointers = Pointers(self.http)
        self.parts = Collection(self.http, PARTS)

    @property
    def catalogue(self) -> Catalogue:
        """The mirror of the documents."""
        return self.catalogue_of()

    @property
    def model(self) -> str:
        """The short name of the embedding model."""
        return self.vectors.server.short

    def tell(self, notice: str) -> None:
        """Say something once."""
        if notice not in self.notices:
            self.notices.append(notice)

    def entries(self) -> dict[str, DocumentEntry]:
        """The documents of the mirror that were read, by name."""
        return {entry.name: entry for entry in self.catalogue.documents() if entry.state == "lu"}

    def packed(self, entry: DocumentEntry) -> Packed:
        """A document of the mirror, ready to be sent."""
        passages = tuple(stored.passage for stored in self.catalogue.passages(entry.name))
        corrections = [one for one in self.corrections.all() if one.document == entry.name]
        return pack(
            Edition(
                sha256=entry.sha256,
                pipeline=entry.pipeline,
                document=self.catalogue.read_document(entry.name),
                extraction=self.catalogue.extraction(entry.name),
                passages=passages,
                corrections=tuple(corrections),
            )
        )

    def hold(self, pointer: Pointer) -> None:
        """Note that the mirror holds this edition."""
        entry = self.catalogue.document(pointer.nom)
        if entry is not None:
            held = Held(edition=pointer.edition, marque=mark(entry), vecteurs=pointer.vecteurs)
            self.state.content.documents[pointer.nom] = held

    def changed_here(self) -> list[DocumentEntry]:
        """The documents of the mirror that are not as the server last had them."""
        held = self.state.content.documents
        return [entry for name, entry in self.entries().items() if name not in held or held[name].marque != mark(entry)]

    def keys_of(self, name: str) -> list[str]:
        """The keys of the passages of a document, each once."""
        return list(dict.fromkeys(stored.key for stored in self.catalogue.passages(name)))
