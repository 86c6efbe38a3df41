"""What the coordinator chose, kept in one file of the data folder."""

from __future__ import annotations

import json
import os
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field, ValidationError

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


class EngineSettings(BaseModel):
    """A language model behind an OpenAI-compatible address; what is empty comes from the preset of its name.

    The key is never here: ``cle_env`` names the environment variable that holds it.
    """

    model_config = ConfigDict(extra="allow")

    url: str = ""
    modele: str = ""
    cle_env: str = ""
    contexte: int | None = Field(default=None, ge=1_000)
    """Tokens the model can take; asked of the endpoint when it tells, else 8,000."""
    reponse_max: int = Field(default=2_048, ge=256)
    """Tokens of an answer."""
    delai: float = Field(default=60, gt=0)
    """Seconds without a byte after which the endpoint is said to be stalled."""
    duree_max: float = Field(default=180, gt=0)
    """Seconds for everything one question or one request asks of the endpoint."""
    appels_max: int = Field(default=8, ge=1)
    """Calls for one question or one request."""
    jetons_max: int = Field(default=60_000, ge=1_000)
    """Tokens for one question or one request."""
    appels_par_minute: int | None = Field(default=None, ge=1)
    jetons_par_jour: int | None = Field(default=None, ge=1)
    masquage: bool | None = None
    """Whether names, mails and telephones are hidden; ``None``: yes, unless the endpoint is on this machine."""
    mandataire: bool = False
    """Whether the proxy of the environment is used."""
    embeddings: str = ""
    rerank: str = ""


class Settings(BaseModel):
    """The choices a coordinator can make; unknown keys of a newer version are kept."""

    model_config = ConfigDict(extra="allow")

    moteur: str = "integre"
    modele: str | None = None
    """Embedding model, by name or path; ``None`` is the default one."""
    reranker: str | None = None
    """Model that reads the best passages again, by name or path; ``None``: none does."""
    chroma: str | None = None
    """Address of the server of an index shared by a team; ``None``: the index of this machine."""
    moteurs: dict[str, EngineSettings] = Field(default_factory=dict)
    """Language models by the name given to ``--moteur``."""
    accord_distant: list[str] = Field(default_factory=list)
    """Origins (``https://host``) the coordinator agreed to send text to."""


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
