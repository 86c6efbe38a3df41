"""The documents under the paths a coordinator gives."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from corpus.reading.registry import SUFFIXES


def _hidden(name: str) -> bool:
    return name.startswith((".", "~$"))


def _inside(path: Path, root: Path) -> bool:
    return not path.is_symlink() or path.resolve().is_relative_to(root)


def _walk(folder: Path) -> Iterator[Path]:
    return (path for path in _files(folder) if path.suffix.lower() in SUFFIXES)


def _files(folder: Path) -> Iterator[Path]:
    root = folder.resolve()
    for current, folders, names in os.walk(folder, followlinks=False):
        folders[:] = sorted(name for name in folders if not _hidden(name))
        for name in sorted(names):
            path = Path(current, name)
            if not _hidden(name) and path.is_file() and _inside(path, root):
                yield path


def left_out(paths: Sequence[Path]) -> list[Path]:
    """The files of folders that no reader knows, in order: a coordinator may think that they were read."""
    return [found for path in paths if path.is_dir() for found in _files(path) if found.suffix.lower() not in SUFFIXES]


def find_documents(paths: Sequence[Path]) -> list[Path]:
    """Every document of files and folders, each once, in the order of the paths then of the names.

    A file that is named is kept whatever its suffix, so that its refusal is said; in a folder only readable
    suffixes are kept, hidden files and locks of office programs are left, links never lead out of the folder.
    """
    found: dict[Path, None] = {}
    for path in paths:
        for document in _walk(path) if path.is_dir() else (path,):
            found.setdefault(document)
    return list(found)
