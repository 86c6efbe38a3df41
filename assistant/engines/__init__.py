"""What writes: the embedded engine, and language models under the same checks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.engines.base import Engine
from assistant.engines.integre import EmbeddedEngine
from assistant.engines.tracing import silence_tracing
from corpus.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

__all__ = ["ENGINES", "Engine", "load_engine"]

ENGINES: dict[str, Callable[[], Engine]] = {EmbeddedEngine.name: EmbeddedEngine}
"""The engines that need no setting, by the name given to ``--moteur``."""


def load_engine(name: str, data: Path | None = None) -> Engine:
    """The engine of this name: embedded, or a language model of the settings of a data folder or of a preset.

    Raises ``UsageError`` when there is none, or when its settings cannot be used. Nothing is sent yet.
    """
    silence_tracing()
    if name in ENGINES:
        return ENGINES[name]()
    from assistant.engines.langue.endpoint import engine_names, resolve
    from assistant.engines.langue.engine import LanguageEngine
    from assistant.settings import data_folder, load_settings

    folder = data or data_folder()
    settings = load_settings(folder)
    known = engine_names(settings)
    if name not in known:
        raise UsageError(
            f"Le moteur « {name} » n'existe pas.",
            f"Moteurs disponibles : {', '.join([*ENGINES, *known])}. "
            f"Pour en ajouter un : fiches diagnostic --moteur {name} --url ADRESSE.",
        )
    return LanguageEngine(resolve(name, settings, folder), folder)
