"""What the coordinator chose, kept in one file of the data folder."""

from __future__ import annotations

import json
import os
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from corpus.errors import UsageError

VARIABLE = "FICHES_DONNEES"
"""Environment variable that names the data folder."""


def data_folder(given: str | None = None) -> Path:
    """Where everything lives: the given folder, else the environment's, else the platform's user data folder."""
    chosen = given or os.environ.get(VARIABLE)
    if chosen:
        return Path(chosen).expanduser().resolve()
    import platformdirs

    return Path(platformdirs.user_data_dir("fiches-ctg", appauthor=False))


class Settings(BaseModel):
    """The choices a coordinator can make; unknown keys of a newer version are kept."""

    model_config = ConfigDict(extra="allow")

    moteur: str = "integre"
    modele: str | None = None
    """Embedding model, by name or path; ``None`` is the default one."""
    dossier_exports: str | None = None
    theme: str = "clair"


def _file(data: Path) -> Path:
    return data / "reglages.json"


def load_settings(data: Path) -> Settings:
    """Read the settings of a data folder, or the defaults.

    Raises ``UsageError`` when the file is there but cannot be understood; it is left as it is.
    """
    file = _file(data)
    if not file.exists():
        return Settings()
    try:
        return Settings.model_validate(json.loads(file.read_text(encoding="utf-8")))
    except (ValueError, ValidationError, OSError) as error:
        raise UsageError(
            f"Le fichier de réglages {file.name} n'est pas lisible.",
            "Corrigez-le ou renommez-le : les réglages par défaut seront repris.",
        ) from error


def save_settings(data: Path, settings: Settings) -> None:
    """Write the settings atomically."""
    from assistant.exports.files import write_file

    data.mkdir(parents=True, exist_ok=True)
    write_file(_file(data), settings.model_dump_json(indent=2).encode(), overwrite=True)
