"""The ``/rerank`` of an endpoint as a second opinion on the order of passages: one request, masked, checked.

It is resolved when it is first used: a mistake in its settings leaves the order of the search as it is, and is said.
"""

from __future__ import annotations

import time
from functools import cached_property
from typing import TYPE_CHECKING, Any

from assistant.engines.langue.budget import Usage
from assistant.engines.langue.endpoint import resolve
from assistant.engines.langue.faults import fault, of_exception
from assistant.engines.langue.masking import Mask
from assistant.engines.langue.models import accepted
from assistant.settings import load_settings
from assistant.tokens import count
from corpus.errors import CorpusError, FichesError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from assistant.engines.langue.endpoint import Endpoint
    from corpus.search.reranking import Reranker

FAMILY = "serveur"
"""What the name of such a reranker starts with in the settings: ``serveur:albert``."""
PATIENCE = 20.0
"""Seconds a question may wait for it, whatever the delay set for the engine."""
LONGEST = 2_600
"""Characters of a passage that are sent, its context included."""


class EndpointReranker:
    """Scores of a remote model. Raises ``CorpusError``, so that the order without it stands."""

    def __init__(self, engine: str, data: Path) -> None:
        self.name = f"{FAMILY}:{engine}"
        self._engine = engine
        self._data = data

    def scores(self, question: str, texts: Sequence[str]) -> list[float]:
        """One score a text, nobody named in what is sent when the endpoint is remote."""
        try:
            self._endpoint.must_be_agreed()
            return self._asked(question, [text[:LONGEST] for text in texts])
        except CorpusError:
            raise
        except FichesError as error:
            raise CorpusError(error.message, error.next_step) from None

    @cached_property
    def _endpoint(self) -> Endpoint:
        name = self._engine
        endpoint = resolve(name, load_settings(self._data), self._data)
        if not endpoint.settings.rerank:
            raise CorpusError(
                f"Le moteur « {name} » n'a pas de modèle de reclassement.",
                "Réglez « rerank » pour ce moteur, ou videz « reranker » dans les réglages.",
            )
        return endpoint

    @cached_property
    def _usage(self) -> Usage:
        return Usage(self._data, self._endpoint.name, self._endpoint.settings)

    def _asked(self, question: str, texts: Sequence[str]) -> list[float]:
        endpoint = self._endpoint
        if self._usage.enter(time.monotonic()) > 0:
            raise fault("quota", endpoint.name, f"{endpoint.settings.appels_par_minute} appels par minute")
        mask = Mask(active=endpoint.masks)
        body = {"query": mask.hide(question), "documents": [mask.hide(text) for text in texts]}
        found = self._posted({"model": endpoint.settings.rerank, **body}, len(texts))
        self._usage.add(count(question) * len(texts) + sum(count(text) for text in texts))
        return found

    def _posted(self, body: dict[str, Any], expected: int) -> list[float]:
        from assistant.engines.langue.transport import open_client

        endpoint = self._endpoint
        client, transport = open_client(endpoint)
        transport.deadline = time.monotonic() + min(endpoint.settings.delai, PATIENCE)
        try:
            with client:
                response = client.post(f"{endpoint.url}/rerank", json=body)
                accepted(response, endpoint.name)
                return _scores(response.json(), expected, endpoint.name)
        except Exception as error:  # noqa: BLE001  the boundary with client libraries
            raise of_exception(error, endpoint.name) from None


def _scores(payload: Any, expected: int, name: str) -> list[float]:  # noqa: ANN401
    """The scores in the order of the texts; servers name the rows, and the scores, in several ways."""
    rows = payload if isinstance(payload, list) else payload.get("results", payload.get("data"))
    found = {row["index"]: float(row.get("relevance_score", row.get("score"))) for row in rows}
    if sorted(found) != list(range(expected)):
        raise fault("illisible", name, f"{len(found)} scores pour {expected} textes")
    return [found[place] for place in range(expected)]


def families(data: Path) -> dict[str, Callable[[str], Reranker]]:
    """What makes a reranker, by the first part of its name: those of this machine, and the servers of the settings."""
    from corpus.search.reranking import RERANKERS

    return {**RERANKERS, FAMILY: lambda engine: EndpointReranker(engine, data)}
