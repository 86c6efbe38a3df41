"""The manifest: which model made the vectors, whether the index is whole, and where its documents come from.

It is small and separate from the catalogue, so that a damaged catalogue can be made again from the files.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from corpus.files import read_json, write_json

if TYPE_CHECKING:
    from pathlib import Path

FORMAT = "manifeste/1"


@dataclass(frozen=True, slots=True)
class Manifest:
    """What was true when the last write ended."""

    modele: str = ""
    passages: int = 0
    vecteurs: int = 0
    chemins: tuple[str, ...] = ()
    """Where the documents of the corpus were read."""

    @property
    def complet(self) -> bool:
        """Whether every passage had its vector."""
        return self.vecteurs >= self.passages

    def write(self, path: Path) -> None:
        """Write it, whole or not at all."""
        content = {"format": FORMAT, "modele": self.modele, "passages": self.passages, "vecteurs": self.vecteurs}
        write_json(path, {**content, "complet": self.complet, "chemins": list(self.chemins)})


def read_manifest(path: Path) -> Manifest:
    """The manifest of a data folder; an empty one when it is absent or damaged."""
    content = read_json(path)
    chemins = content.get("chemins")
    return Manifest(
        modele=str(content.get("modele") or ""),
        passages=_count(content.get("passages")),
        vecteurs=_count(content.get("vecteurs")),
        chemins=tuple(str(chemin) for chemin in chemins) if isinstance(chemins, list) else (),
    )


def _count(value: object) -> int:
    return value if isinstance(value, int) else 0
