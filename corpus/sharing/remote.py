"""The vectors of one model on a server, by content key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.sharing.collection import AT_ONCE, Collection, Record
from corpus.sharing.pointers import model_id

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np
    from numpy.typing import NDArray

    from corpus.sharing.transport import ChromaHttp


class RemoteVectors:
    """The vectors of one model on the server, by content key."""

    def __init__(self, http: ChromaHttp, model: str) -> None:
        self.short = model_id(model)
        self._collection = Collection(http, f"fiches-vecteurs-{self.short}", space="cosine")

    def put(self, keys: Sequence[str], vectors: NDArray[np.float32], now: int) -> None:
        """Send vectors, one a row."""
        for start in range(0, len(keys), AT_ONCE):
            part = slice(start, start + AT_ONCE)
            self._collection.upsert([Record(key, {"pose": now}) for key in keys[part]], vectors[part])

    def present(self, keys: Sequence[str], since: int = 0) -> set[str]:
        """Those of ``keys`` that are there, sent after ``since`` (seconds of the server's clock)."""
        return self._collection.present(keys, {"pose": {"$gte": since}} if since else None)

    def older(self, than: int) -> set[str]:
        """The keys of the vectors sent before ``than``."""
        return self._collection.ids({"pose": {"$lt": than}})

    def delete(self, keys: Sequence[str], older_than: int | None = None) -> None:
        """Delete vectors; with ``older_than`` only those nobody sent again since."""
        self._collection.delete(keys, None if older_than is None else {"pose": {"$lt": older_than}})

    def load(self, keys: Sequence[str]) -> tuple[list[str], NDArray[np.float32]]:
        """Keys and vectors of at most ``AT_ONCE`` of ``keys``."""
        return self._collection.vectors(keys)

    def nearest(
        self, vector: NDArray[np.float32], limit: int, keys: Sequence[str] | None = None
    ) -> tuple[list[str], NDArray[np.float32]]:
        """Keys and cosines of about the ``limit`` nearest."""
        return self._collection.nearest(vector, limit, keys)
