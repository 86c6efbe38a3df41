"""What a file goes through to enter the corpus, and the version of it.

The versions are digests of the code itself: when a reader or the extraction changes, the documents it made are
made again, and nobody has to remember to say so.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from corpus.models import Extraction, Passage, ReadDocument

_READING = ("reading", "text/cleaning.py")
_MAKING = ("structure", "extraction", "passages", "text", "models.py", "fiche.py", "catalogue")
_SOURCES = {".py", ".toml", ".tsv", ".json", ".txt"}


@dataclass(frozen=True, slots=True)
class Pipeline:
    """The steps of a document: found, read into lines, extracted, cut into passages."""

    find: Callable[[Sequence[Path]], list[Path]]
    read: Callable[[Path], ReadDocument]
    extract: Callable[[ReadDocument], Extraction]
    cut: Callable[[ReadDocument, Extraction], list[Passage]]
    reading_version: str
    making_version: str

    @property
    def version(self) -> str:
        """Recorded with each document."""
        return f"{self.reading_version}/{self.making_version}"


def standard() -> Pipeline:
    """The readers, the extraction and the passages of this program."""
    from corpus.extraction import extract
    from corpus.passages import cut_passages
    from corpus.reading import find_documents, read

    return Pipeline(find_documents, read, extract, cut_passages, _digest(_READING), _digest(_MAKING))


@lru_cache(maxsize=4)
def _digest(parts: tuple[str, ...]) -> str:
    root = Path(__file__).parent
    digest = hashlib.blake2b(digest_size=8)
    for part in parts:
        place = root / part
        for path in sorted(place.rglob("*")) if place.is_dir() else [place]:
            if path.suffix in _SOURCES and path.is_file():
                digest.update(path.relative_to(root).as_posix().encode())
                digest.update(path.read_bytes())
    return digest.hexdigest()


def file_digest(path: Path) -> str:
    """The SHA-256 of a file's bytes; raises ``OSError``."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
