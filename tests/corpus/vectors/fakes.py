"""A deterministic embedder without any model: texts that share words get near vectors."""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING

import numpy as np

from corpus.text.french import stems

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray


class FakeEmbedder:
    """A bag of hashed stems; ``seen`` are the texts of passages it was given."""

    def __init__(self, name: str = "faux:sac-de-mots", dimension: int = 64) -> None:
        self.name = name
        self.dimension = dimension
        self.seen: list[str] = []

    def passages(self, texts: Sequence[str]) -> NDArray[np.float32]:
        self.seen.extend(texts)
        return np.stack([self.query(text) for text in texts])

    def query(self, text: str) -> NDArray[np.float32]:
        vector = np.full(self.dimension, 0.01, dtype=np.float32)
        for stem in stems(text):
            vector[zlib.crc32(f"{self.name} {stem}".encode()) % self.dimension] += 1
        unit: NDArray[np.float32] = vector / np.linalg.norm(vector)
        return unit
