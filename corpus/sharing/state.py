"""What this machine knows of a share: which edition of each document it holds, and when it last looked."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from corpus.files import read_json, write_json

if TYPE_CHECKING:
    from pathlib import Path

    from corpus.catalogue import DocumentEntry

FILE = "partage.json"


class Held(BaseModel):
    """One document held here."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    edition: str
    marque: str
    """What the entry of the catalogue was then (:func:`mark`)."""
    vecteurs: str = ""
    """The models whose vectors are all on the server."""


class _Content(BaseModel):
    model_config = ConfigDict(extra="ignore")

    identite: str = ""
    generation: str = ""
    modele: str = ""
    temoins: dict[str, str] = Field(default_factory=dict)
    """What the models of the team make of a known sentence, by the short name of the model."""
    vu_le: str = ""
    """When the server was last in line with this machine."""
    balaye: int = 0
    """When this machine last swept the server, in seconds of the server's clock."""
    documents: dict[str, Held] = Field(default_factory=dict)


@dataclass
class ShareState:
    """Reads and writes ``partage.json``; the caller holds the lock of the corpus when it writes."""

    path: Path
    content: _Content = field(init=False)

    def __post_init__(self) -> None:
        self.reload()

    def reload(self) -> None:
        """Read it again; a damaged file is a new one: everything is then compared again."""
        try:
            self.content = _Content.model_validate(read_json(self.path))
        except ValidationError:
            self.content = _Content()

    def write(self) -> None:
        """Write it, whole or not at all."""
        write_json(self.path, self.content.model_dump(mode="json"))

    def write_changed(self) -> None:
        """Write it unless the file already says so."""
        if read_json(self.path) != self.content.model_dump(mode="json"):
            self.write()


def mark(entry: DocumentEntry) -> str:
    """What changes when the entry of a document does."""
    return f"{entry.state} {entry.sha256} {entry.pipeline} {entry.saved_at}"
