"""What writes: the embedded engine, and language models under the same checks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.engines.base import Engine
from assistant.engines.integre import EmbeddedEngine
from corpus.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["ENGINES", "Engine", "load_engine"]

ENGINES: dict[str, Callable[[], Engine]] = {EmbeddedEngine.name: EmbeddedEngine}
"""The engines by the name given to ``--moteur``."""


def load_engine(name: str) -> Engine:
    """The engine of this name; raises ``UsageError`` when there is none."""
    if name not in ENGINES:
        raise UsageError(f"Le moteur « {name} » n'existe pas.", f"Moteurs disponibles : {', '.join(ENGINES)}.")
    return ENGINES[name]()
