"""What a file goes through to enter the corpus, and the version of it.

The versions are digests of the code itself: when a reader or the extraction changes, the documents it made are
made again, and nobody has to remember to say so.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import lru_cache, partial
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
    ocr: bool = False
    """Whether ``read`` recognises the text of scans."""

    @property
    def version(self) -> str:
        """Recorded with each document."""
        return f"{self.reading_version}/{self.making_version}"


def standard(labels: Path | None = None, *, ocr: bool = False) -> Pipeline:
    """The readers, the extraction and the passages of this program.

    ``labels`` is the user's own file of labels, which may be absent: what it says is part of the version. With
    ``ocr`` scans are recognised. Raises ``UsageError`` when the labels cannot be understood, or the program that
    recognises is not installed.
    """
    from corpus.extraction import extract
    from corpus.extraction.user_labels import load_user_labels
    from corpus.passages import cut_passages
    from corpus.reading import find_documents, read
    from corpus.reading.ocr import check_installed

    if ocr:
        check_installed()
    own = load_user_labels(labels)
    making = _digest(_MAKING) + (f"-{own.version}" if own else "")
    reader = partial(read, ocr=ocr)
    extractor = partial(extract, vocabulary=own.vocabulary) if own else extract
    return Pipeline(find_documents, reader, extractor, cut_passages, _digest(_READING), making, ocr)


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
