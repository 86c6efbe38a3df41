"""A second opinion on the first passages, by a model that reads the question and a passage together; off by default.

Where the model fails, the order without it stands and a notice says so.
"""

from __future__ import annotations

import math
import threading
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from corpus.errors import CorpusError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from corpus.search.ranking import Ranked

READ = 30
"""Passages read again, the best ones."""


class Reranker(Protocol):
    """Says how well texts answer a question; usable from several threads. Raises :class:`CorpusError`."""

    @property
    def name(self) -> str:
        """What it is called in the settings and in ``fiches diagnostic``."""

    def scores(self, question: str, texts: Sequence[str]) -> Sequence[float]:
        """One score a text, higher is better, on whatever scale."""


class CrossEncoderReranker:
    """A cross-encoder of ``sentence-transformers``, by name or folder; loaded when it is first used."""

    def __init__(self, model: str) -> None:
        self.name = f"sentence-transformers:{model}"
        self._path = model
        self._model: Any = None
        self._guard = threading.Lock()

    def scores(self, question: str, texts: Sequence[str]) -> Sequence[float]:
        """The scores of the model, passages cut to its window."""
        with self._guard:
            if self._model is None:
                self._model = _cross_encoder(self._path)
            return [float(s) for s in self._model.predict([(question, t) for t in texts], show_progress_bar=False)]


def _cross_encoder(path: str) -> Any:  # noqa: ANN401 (the library has no types)
    try:
        from sentence_transformers import CrossEncoder

        local = Path(path).expanduser()
        return CrossEncoder(str(local if local.is_dir() else path), local_files_only=True, trust_remote_code=False)
    except (ImportError, OSError, ValueError) as error:
        raise CorpusError(
            f"Le modèle de reclassement « {path} » n'est pas sur cette machine ou ne se charge pas.",
            "Donnez le chemin d'un dossier qui le contient, ou videz « reranker » dans les réglages.",
        ) from error


RERANKERS: dict[str, Callable[[str], Reranker]] = {"sentence-transformers": CrossEncoderReranker}
"""What makes a reranker, by the first part of its full name; without one, it is a ``sentence-transformers`` model."""


def load_reranker(name: str, families: Mapping[str, Callable[[str], Reranker]] = RERANKERS) -> Reranker:
    """A reranker by name or path; nothing heavy is loaded before it is used."""
    family, _, model = name.partition(":")
    return families[family](model) if model and family in families else CrossEncoderReranker(name)


def reranked(reranker: Reranker, question: str, ranked: Sequence[Ranked]) -> list[Ranked]:
    """The same passages, the first :data:`READ` ordered half by our evidence, half by the model.

    Scores stay on our scale, so that what is compared with them later still means the same. Raises
    :class:`CorpusError` when the model fails or answers nonsense.
    """
    head = list(ranked[:READ])
    if len(head) < 2:
        return list(ranked)
    told = list(reranker.scores(question, [_text(item) for item in head]))
    if len(told) != len(head) or not all(math.isfinite(score) for score in told):
        raise CorpusError(f"Le modèle de reclassement {reranker.name} a répondu autre chose que des scores.")
    ours, theirs = _scaled([item.score for item in head]), _scaled(told)
    low, high = head[-1].score, head[0].score
    mixed = [
        replace(item, score=low + (high - low) * (mine + its) / 2)
        for item, mine, its in zip(head, ours, theirs, strict=True)
    ]
    return [*sorted(mixed, key=lambda item: (-item.score, item.view.id)), *ranked[READ:]]


def _text(item: Ranked) -> str:
    passage = item.view.passage
    return f"{passage.contexte}\n{passage.extrait}" if passage.contexte else passage.extrait


def _scaled(values: Sequence[float]) -> list[float]:
    low, high = min(values), max(values)
    return [(value - low) / (high - low) if high > low else 1.0 for value in values]
