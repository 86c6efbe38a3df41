"""What the coordinator decides about an endpoint, kept in the settings: address, model, key, agreement."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.engines.langue.endpoint import resolve
from assistant.keys import keep_key
from assistant.settings import EngineSettings, load_settings, save_settings

if TYPE_CHECKING:
    from pathlib import Path

    from pydantic import SecretStr


def register(name: str, data: Path, *, url: str = "", modele: str = "", cle_env: str = "") -> None:
    """Keep what is given for an engine, once the whole is known to be usable; raises ``UsageError``."""
    settings = load_settings(data)
    former = settings.moteurs.get(name, EngineSettings())
    given = {key: value for key, value in (("url", url), ("modele", modele), ("cle_env", cle_env)) if value}
    settings.moteurs[name] = former.model_copy(update=given)
    resolve(name, settings, data)
    save_settings(data, settings)


def agree(name: str, data: Path) -> str:
    """Keep the coordinator's agreement that text goes to the origin of an engine; returns what she agreed to."""
    settings = load_settings(data)
    endpoint = resolve(name, settings, data)
    if not endpoint.agreed:
        settings.accord_distant.append(endpoint.origin)
        save_settings(data, settings)
    return endpoint.notice


def give_key(name: str, data: Path, secret: SecretStr) -> str:
    """Keep the key of the origin of an engine; returns where it is, in French."""
    return keep_key(resolve(name, load_settings(data), data).origin, secret, data)
