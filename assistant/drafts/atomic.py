"""Writing a file so that a cut of power or a kill leaves the old one or the new one, never half of either."""

from __future__ import annotations

import contextlib
import os
import uuid
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

SUFFIX = ".tmp"
"""What the temporary files end with; their names start with a dot."""

PRIVATE = 0o600
PUBLIC = 0o666


def write_atomically(path: Path, data: bytes, *, overwrite: bool = True, mode: int = PRIVATE) -> None:
    """Write ``data`` beside ``path``, sync it, then put it in its place.

    Raises ``FileExistsError`` when the place is taken and ``overwrite`` is false, ``OSError`` for anything the
    system refuses; in both cases nothing is left behind.
    """
    temporary = path.with_name(f".{path.name}.{uuid.uuid4().hex[:8]}{SUFFIX}")
    try:
        _write_synced(temporary, data, mode)
        if overwrite:
            temporary.replace(path)
        else:
            _take_free_place(temporary, path)
    finally:
        temporary.unlink(missing_ok=True)
    _sync_folder(path.parent)


def _write_synced(path: Path, data: bytes, mode: int) -> None:
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), mode)
    with os.fdopen(descriptor, "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _take_free_place(temporary: Path, path: Path) -> None:
    """Put a file where nothing stands, in one step where the file system can."""
    try:
        os.link(temporary, path)
    except FileExistsError:
        raise
    except (OSError, NotImplementedError):
        if path.exists():
            raise FileExistsError(path) from None
        temporary.replace(path)


def _sync_folder(folder: Path) -> None:
    """Make the new name itself durable; systems that cannot open a folder do without."""
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
