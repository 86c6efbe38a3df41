"""Whether an address is a Chroma server that may be used.

The server written in Rust (``chroma run``, the Docker image) answers "1.0.0" whatever its version: what tells is the
description of its interface, that it publishes. The one written in Python (``uvicorn chromadb.app:app``) runs the code
of whoever asks (CVE-2026-45829, every 1.x release up to 1.5.9) and is refused whatever its version.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from corpus.sharing.faults import AbsentError, SharingError, unusable

if TYPE_CHECKING:
    from corpus.sharing.transport import ChromaHttp

LEAST = (1, 5, 9)
"""The first version this program is tried against."""
REQUIRED = "serveur Chroma en Rust, version 1.5.9 ou plus récente (« chroma run », ou l'image chromadb/chroma)"
_RUST = "chroma-frontend"
_SILENT = "1.0.0"
"""What a Rust server answers for its version, whatever it is."""
_MARK = "SparseIndexAlgorithm"
"""What the description of 1.5.9 holds and that of 1.5.8 does not."""


def check_server(http: ChromaHttp) -> str:
    """What the server is, in a few words; raises ``SharingError`` when it must not be used."""
    version = http.call("GET", "/api/v2/version")
    if not isinstance(version, str):
        raise unusable(http.origin, "pas de version")
    title, schemas = _described(http)
    if title != _RUST:
        raise SharingError(
            f"Le serveur partagé {http.origin} est le serveur Chroma en Python ({_shown(version)}), qui exécute ce "
            "qu'on lui envoie (CVE-2026-45829) : rien ne lui est envoyé.",
            f"Arrêtez-le et mettez à sa place un {REQUIRED}.",
        )
    if not (_MARK in schemas or (version != _SILENT and _numbers(version) >= LEAST)):
        raise SharingError(
            f"Le serveur Chroma de {http.origin} est plus ancien que la version 1.5.9.",
            f"Demandez à votre administrateur un {REQUIRED}.",
        )
    return "Chroma (Rust), 1.5.9 ou plus récent" if version == _SILENT else f"Chroma (Rust) {_shown(version)}"


def _described(http: ChromaHttp) -> tuple[str, set[str]]:
    """The title of the published interface and the names of its schemas."""
    try:
        described = http.call("GET", "/openapi.json")
        return str(described["info"]["title"]), set(described["components"]["schemas"])
    except AbsentError as error:
        raise SharingError(
            f"Le serveur {http.origin} ne dit pas quelle sorte de Chroma il est (/openapi.json).",
            f"Il faut un {REQUIRED} ; un mandataire inverse doit laisser passer /openapi.json.",
        ) from error
    except (KeyError, TypeError) as error:
        raise unusable(http.origin, "description inconnue") from error


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in re.findall(r"\d{1,9}", version)[:3])


def _shown(version: str) -> str:
    return re.sub(r"[^\w.+-]", "", version)[:20]
