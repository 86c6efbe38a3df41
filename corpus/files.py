"""Writing small files so that a crash leaves the former one or the new one, never half of it."""

from __future__ import annotations

import contextlib
import datetime as dt
import json
import os
import tempfile
from pathlib import Path

from corpus.errors import CorpusError


def write_json(path: Path, content: object) -> None:
    """Write a JSON file by a temporary file, synced and renamed; raises :class:`CorpusError`."""
    text = json.dumps(content, ensure_ascii=False, indent=1)
    temporary: Path | None = None
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile("w", encoding="utf-8", dir=path.parent, prefix=".", delete=False) as file:
            temporary = Path(file.name)
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
    except OSError as error:
        if temporary is not None:
            with contextlib.suppress(OSError):
                temporary.unlink()
        raise CorpusError(
            f"Le fichier {path.name} n'a pas pu être écrit dans {path.parent} ({error.strerror}).",
            "Vérifiez la place libre et les droits de ce dossier, puis relancez.",
        ) from error


def read_json(path: Path) -> dict[str, object]:
    """The object of a JSON file; empty when the file is absent or damaged."""
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return content if isinstance(content, dict) else {}


def set_aside(path: Path) -> Path | None:
    """Rename a damaged file so that it is kept but no longer used; returns its new name, ``None`` when absent."""
    if not path.exists():
        return None
    now = dt.datetime.now(dt.UTC).strftime("%Y%m%d-%H%M%S-%f")
    aside = path.with_name(f"{path.name}.abime-{now}")
    try:
        path.rename(aside)
    except OSError as error:
        raise CorpusError(
            f"Le fichier abîmé {path.name} ne peut pas être mis de côté ({error.strerror}).",
            f"Déplacez-le vous-même hors de {path.parent}, puis relancez.",
        ) from error
    for suffix in ("-journal", "-wal", "-shm"):
        companion = path.with_name(path.name + suffix)
        if companion.exists():
            companion.rename(aside.with_name(aside.name + suffix))
    return aside
