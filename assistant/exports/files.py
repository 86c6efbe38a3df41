"""Putting an export on disk: whole or not at all, and never silently over another file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.drafts.atomic import PUBLIC, write_atomically
from corpus.errors import UsageError

if TYPE_CHECKING:
    from pathlib import Path


def write_file(path: Path, data: bytes, *, overwrite: bool = False) -> None:
    """Write a file atomically; :class:`UsageError` when it exists and ``overwrite`` is false, or cannot be written."""
    target = path.resolve()
    try:
        write_atomically(target, data, overwrite=overwrite, mode=PUBLIC)
    except FileExistsError as error:
        raise UsageError(
            f"Le fichier {path} existe déjà.", "Choisissez un autre nom, ou ajoutez --ecraser pour le remplacer."
        ) from error
    except (FileNotFoundError, NotADirectoryError) as error:
        raise UsageError(
            f"Le dossier {path.parent} n'existe pas.", "Créez-le, ou choisissez un autre endroit."
        ) from error
    except OSError as error:
        raise UsageError(
            f"Impossible d'écrire {path} : {error.strerror or error}.",
            "Vérifiez vos droits et l'espace disponible, ou choisissez un autre endroit.",
        ) from error


def free_path(path: Path) -> Path:
    """The path itself when nothing stands there, else the same name with the first free number."""
    rank, candidate = 2, path
    while candidate.exists():
        candidate = path.with_name(f"{path.stem}-{rank}{path.suffix}")
        rank += 1
    return candidate
