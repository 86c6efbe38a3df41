"""The ``/embeddings`` of an endpoint as an embedding model of the index: small batches, plain numbers, checked."""

from __future__ import annotations

import time
from functools import cached_property
from typing import TYPE_CHECKING, Any

from assistant.engines.langue.endpoint import resolve
from assistant.engines.langue.faults import LONGEST_WAIT, EngineError, fault, of_exception
from assistant.engines.langue.masking import Mask
from assistant.engines.langue.models import accepted
from assistant.settings import load_settings
from corpus.errors import CorpusError
from corpus.vectors.embedder import unit_vectors

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    import numpy as np
    from numpy.typing import NDArray

    from assistant.engines.langue.endpoint import Endpoint

PREFIX = "serveur:"
"""What the name of such a model starts with in the settings: ``serveur:albert``."""
BATCH = 64
"""Texts an endpoint takes at once."""
ATTEMPTS = 3
_PROBE = "relais petite enfance"


class EndpointEmbedder:
    """Vectors of a remote model. Raises ``CorpusError``, so that search by words goes on without it."""

    def __init__(self, endpoint: Endpoint, sleep: Callable[[float], object] = time.sleep) -> None:
        self._endpoint = endpoint
        self._model = endpoint.settings.embeddings
        self._sleep = sleep
        self.name = f"{PREFIX}{endpoint.origin}:{self._model}"

    @cached_property
    def dimension(self) -> int:
        """The length of a vector, asked of the endpoint once."""
        return len(self._ask([_PROBE])[0])

    def passages(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """One unit vector a row for texts of the corpus, nobody named in them when the endpoint is remote."""
        rows = [row for start in range(0, len(texts), BATCH) for row in self._ask(texts[start : start + BATCH])]
        return unit_vectors(rows, len(texts), self.dimension, self.name)

    def query(self, text: str) -> NDArray[np.float32]:
        """The unit vector of a question."""
        vectors = unit_vectors(self._ask([text]), 1, self.dimension, self.name)
        first: NDArray[np.float32] = vectors[0]
        return first

    def _ask(self, texts: Sequence[str]) -> list[list[float]]:
        try:
            self._endpoint.must_be_agreed()
            hidden = [Mask(active=self._endpoint.masks).hide(text) for text in texts]
            return self._retried(hidden)
        except EngineError as error:
            raise CorpusError(error.message, error.next_step) from None

    def _retried(self, texts: Sequence[str]) -> list[list[float]]:
        for attempt in range(1, ATTEMPTS + 1):
            try:
                return self._posted(texts)
            except EngineError as error:
                pause = error.wait or 0.5 * attempt
                if not error.retry or attempt == ATTEMPTS or pause > LONGEST_WAIT:
                    raise
            self._sleep(pause)
        raise AssertionError("unreachable")

    def _posted(self, texts: Sequence[str]) -> list[list[float]]:
        from assistant.engines.langue.transport import open_client

        body = {"model": self._model, "input": list(texts), "encoding_format": "float"}
        client, _ = open_client(self._endpoint)
        try:
            with client:
                response = client.post(f"{self._endpoint.url}/embeddings", json=body)
                accepted(response, self._endpoint.name)
                return _rows(response.json(), len(texts), self._endpoint.name)
        except Exception as error:  # noqa: BLE001  the boundary with client libraries
            raise of_exception(error, self._endpoint.name) from None


def _rows(payload: Any, count: int, name: str) -> list[list[float]]:  # noqa: ANN401
    """The vectors in the order of the texts; an endpoint may number them in any order."""
    rows = payload["data"]
    if len(rows) != count:
        raise fault("illisible", name, f"{len(rows)} vecteurs pour {count} textes")
    ordered = sorted(enumerate(rows), key=lambda pair: pair[1].get("index", pair[0]))
    return [[float(x) for x in row["embedding"]] for _, row in ordered]


def load_endpoint_embedder(model: str, data: Path) -> EndpointEmbedder:
    """The embedder named ``serveur:NOM`` in the settings; raises ``CorpusError`` when it has no embedding model."""
    name = model.removeprefix(PREFIX)
    endpoint = resolve(name, load_settings(data), data)
    if not endpoint.settings.embeddings:
        raise CorpusError(
            f"Le moteur « {name} » n'a pas de modèle de vecteurs.",
            "Réglez « embeddings », ou retirez « modele » des réglages.",
        )
    return EndpointEmbedder(endpoint)
