"""What the catalogue hands out: a document's entry, a stored passage, and the text a passage is embedded by."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from typing import Literal

from corpus.models import Carte, Passage

State = Literal["lu", "echec"]


@dataclass(frozen=True, slots=True)
class DocumentEntry:
    """One document of the corpus, read or not, with what it holds."""

    name: str
    path: str
    sha256: str
    state: State
    motif: str | None = None
    """For a failure, a stable word: ``scan``, ``chiffre``, ``vide``, ``illisible``…"""
    message: str | None = None
    """For a failure, the sentence shown to the coordinator."""
    format: str = ""
    pages: int | None = None
    lines: int = 0
    sections: int = 0
    fiches: int = 0
    plan_rows: int = 0
    passages: int = 0
    carte: Carte = field(default_factory=Carte)
    warnings: tuple[str, ...] = ()
    pipeline: str = ""
    """The version of the readers and of the extraction that made this entry."""
    saved_at: str = ""


@dataclass(frozen=True, slots=True)
class StoredPassage:
    """A passage of the catalogue; ``key`` identifies the text it is embedded by, ``id`` is never used twice."""

    id: int
    key: str
    passage: Passage


def embedded_text(passage: Passage) -> str:
    """What is embedded for a passage: its context first, so that a model that truncates keeps it."""
    return f"{passage.contexte}\n{passage.extrait}" if passage.contexte else passage.extrait


def content_key(passage: Passage) -> str:
    """The key of a passage's vectors: the same embedded text always has the same key."""
    return hashlib.blake2b(embedded_text(passage).encode("utf-8", "replace"), digest_size=16).hexdigest()
