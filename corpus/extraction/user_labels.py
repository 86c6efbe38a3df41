"""The coordinator's own labels: a file of the data folder that adds to the labels of the program."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

from corpus.errors import UsageError
from corpus.extraction.vocabulary import Vocabulary

FILE_NAME = "libelles.toml"


@dataclass(frozen=True, slots=True)
class UserLabels:
    """A vocabulary with the user's labels, and what changes when they do."""

    vocabulary: Vocabulary
    version: str


def load_user_labels(path: Path | None) -> UserLabels | None:
    """The labels of a file; ``None`` when there is no such file.

    Raises ``UsageError`` when it cannot be read or names an unknown field.
    """
    if path is None or not path.exists():
        return None
    try:
        content = path.read_bytes()
    except OSError as error:
        raise UsageError(
            f"Le fichier de libellés {path} ne peut pas être lu ({error.strerror}).",
            "Vérifiez vos droits sur ce fichier, ou retirez-le.",
        ) from error
    return UserLabels(Vocabulary.load(path), hashlib.blake2b(content, digest_size=4).hexdigest())
