"""Any other embedding model, by name or by path, through ``sentence-transformers``.

The library takes seconds to import: nothing here runs unless such a model is asked for.
"""

from __future__ import annotations

import os
import re
import socket
import threading
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from corpus.errors import CorpusError
from corpus.vectors.embedder import unit_vectors

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np
    from numpy.typing import NDArray

_QUIET = {
    "HF_HUB_DISABLE_PROGRESS_BARS": "1",
    "HF_HUB_DISABLE_TELEMETRY": "1",
    "TOKENIZERS_PARALLELISM": "false",
    "TRANSFORMERS_VERBOSITY": "error",
}
_E5 = re.compile(r"(^|[-_/])e5([-_/]|$)", re.IGNORECASE)
_BATCH = 8


class SentenceEmbedder:
    """An embedder over ``sentence-transformers``, with the prefixes its model expects."""

    def __init__(self, model: str) -> None:
        self.name = f"sentence-transformers:{model}"
        self._model = _load(model)
        self.dimension = int(self._model.get_embedding_dimension() or len(self._model.encode("")))
        self._query, self._passage = _prefixes(model, getattr(self._model, "prompts", None) or {})
        self._guard = threading.Lock()  # fast tokenizers refuse to be used by two threads at once

    def passages(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """One unit vector a row for texts of the corpus; what exceeds the window of the model is cut by it."""
        import numpy as np

        parts = [self._encode(texts[i : i + _BATCH], self._passage) for i in range(0, len(texts), _BATCH)]
        return np.concatenate(parts) if parts else np.empty((0, self.dimension), dtype=np.float32)

    def query(self, text: str) -> NDArray[np.float32]:
        """The unit vector of a question."""
        first: NDArray[np.float32] = self._encode([text], self._query)[0]
        return first

    def _encode(self, texts: Sequence[str], prefix: str) -> NDArray[np.float32]:
        plain = [prefix + text.encode("utf-8", "replace").decode("utf-8") for text in texts]
        with self._guard:
            raw = self._model.encode(
                plain, batch_size=_BATCH, show_progress_bar=False, convert_to_numpy=True, prompt=""
            )
        return unit_vectors(raw, len(texts), self.dimension, self.name)


def _prefixes(model: str, prompts: dict[str, str]) -> tuple[str, str]:
    """What to put before a question and before a passage: the model's own prompts, else those of its family."""
    question = prompts.get("query") or ""
    passage = prompts.get("document") or prompts.get("passage") or ""
    if question or passage:
        return question, passage
    return ("query: ", "passage: ") if _E5.search(Path(model).name) else ("", "")


def _load(model: str) -> Any:  # noqa: ANN401 (the library has no types)
    for variable, value in _QUIET.items():
        os.environ.setdefault(variable, value)
    try:
        from sentence_transformers import SentenceTransformer
    except ImportError as error:
        raise CorpusError(
            f"La bibliothèque sentence-transformers ne se charge pas ({error}).", "Réinstallez fiches-ctg."
        ) from error
    try:
        return SentenceTransformer(model, local_files_only=True, trust_remote_code=False)
    except (OSError, ValueError) as error:
        if Path(model).is_dir() or not _reachable():
            raise _absent(model) from error
    try:
        return SentenceTransformer(model, trust_remote_code=False)
    except (OSError, ValueError) as error:
        raise _absent(model) from error


def _absent(model: str) -> CorpusError:
    return CorpusError(
        f"Le modèle d'embedding « {model} » n'est pas sur cette machine et n'a pas pu être chargé.",
        "Donnez le chemin d'un dossier qui le contient, ou connectez-vous une fois au réseau pour le télécharger ; "
        "sans modèle indiqué, celui livré avec le programme est utilisé.",
    )


def _reachable() -> bool:
    """Whether the site models come from answers; the library itself would retry for more than a minute."""
    if os.environ.get("HF_HUB_OFFLINE", "").upper() in {"1", "ON", "YES", "TRUE"}:
        return False
    if any(os.environ.get(name) for name in ("HTTPS_PROXY", "https_proxy", "ALL_PROXY", "all_proxy")):
        return True
    from huggingface_hub import constants

    site = urlsplit(constants.ENDPOINT)
    try:
        with socket.create_connection((site.hostname or "", site.port or 443), timeout=5):
            return True
    except OSError:
        return False
