"""Endpoints known by name, so that a coordinator gives a key and nothing else."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Preset:
    """Where an endpoint is, the environment variable of its key, the models liked first, and how it is named."""

    url: str
    libelle: str
    cle_env: str = ""
    modeles: tuple[str, ...] = ()
    """Models by preference; the endpoint's own list decides which exist."""
    embeddings: str = ""
    rerank: str = ""


PRESETS: dict[str, Preset] = {
    "albert": Preset(
        "https://albert.api.etalab.gouv.fr/v1",
        "Albert API (État, agents publics)",
        "ALBERT_API_KEY",
        ("openweight-medium", "albert-large", "openweight-large", "openweight-small"),
        "openweight-embeddings",
        "openweight-rerank",
    ),
    "mistral": Preset(
        "https://api.mistral.ai/v1",
        "Mistral AI",
        "MISTRAL_API_KEY",
        ("mistral-medium-latest", "mistral-small-latest", "ministral-8b-latest"),
        "mistral-embed",
    ),
    "ollama": Preset("http://localhost:11434/v1", "Ollama, sur cette machine"),
    "local": Preset("http://localhost:8080/v1", "Un serveur llama.cpp ou vLLM, sur cette machine"),
}
"""The presets by the name given to ``--moteur``."""
