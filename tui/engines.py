"""The engines a coordinator may choose, and what leaves the machine with each. For worker threads."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui import texts
from tui.records import EngineRow

if TYPE_CHECKING:
    from assistant.workshop import Workshop

EMBEDDED = "integre"


def engine_rows(workshop: Workshop) -> list[EngineRow]:
    """The embedded engine, then the language models whose settings or key are there."""
    from assistant.engines.langue.endpoint import engine_names, resolve
    from assistant.settings import load_settings
    from corpus.errors import FichesError

    settings = load_settings(workshop.data)
    rows = [EngineRow(EMBEDDED, texts.ENGINE_EMBEDDED, agreed=True, remote=False)]
    for name in engine_names(settings):
        try:
            endpoint = resolve(name, settings, workshop.data)
        except FichesError:
            continue
        if name in settings.moteurs or endpoint.key is not None:
            rows.append(EngineRow(name, endpoint.notice, agreed=endpoint.agreed, remote=not endpoint.local))
    return rows


def choose_engine(workshop: Workshop, name: str) -> str:
    """Use an engine from now on and at the next start; choosing one that is elsewhere is agreeing to its notice."""
    from assistant.engines.langue.endpoint import resolve
    from assistant.settings import load_settings, save_settings

    settings = load_settings(workshop.data)
    agreed = list(settings.accord_distant)
    if name != EMBEDDED:
        endpoint = resolve(name, settings, workshop.data)
        if not endpoint.agreed:
            agreed.append(endpoint.origin)
    save_settings(workshop.data, settings.model_copy(update={"moteur": name, "accord_distant": agreed}))
    workshop.engine_name = name
    workshop.__dict__.pop("engine", None)
    return name
