"""A small pipeline and corpus for the tests of indexing: text files, one passage a line, no model."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from corpus.errors import UnreadableError
from corpus.indexing import Corpus
from corpus.pipeline import Pipeline
from tests.corpus.catalogue import samples
from tests.corpus.vectors.fakes import FakeEmbedder

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corpus.models import Extraction, Passage, ReadDocument


@dataclass
class Tools:
    """Counts what is read and extracted; ``versions`` are those of the readers and of the extraction."""

    versions: tuple[str, str] = ("r1", "e1")
    read_names: list[str] = field(default_factory=list)
    made_names: list[str] = field(default_factory=list)

    def pipeline(self) -> Pipeline:
        return Pipeline(self.find, self.read, self.extract, self.cut, *self.versions)

    def find(self, paths: Sequence[Path]) -> list[Path]:
        return [found for path in paths for found in (sorted(path.rglob("*.txt")) if path.is_dir() else [path])]

    def read(self, path: Path) -> ReadDocument:
        self.read_names.append(path.name)
        text = path.read_text(encoding="utf-8")
        if "SCAN" in text:
            raise UnreadableError("Ce document est une image.", "Passez-le à la reconnaissance de texte.", "scan")
        if "BOGUE" in text:
            raise ZeroDivisionError
        return samples.document(path.name, text)

    def extract(self, document: ReadDocument) -> Extraction:
        self.made_names.append(document.name)
        return samples.extraction(document)

    def cut(self, document: ReadDocument, extraction: Extraction) -> list[Passage]:
        return samples.passages(document)


def write(folder: Path, name: str, lines: int = 4, word: str = "relais") -> Path:
    """A document of some lines, each different."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join(f"{word} numéro {i} de {name}" for i in range(lines)), encoding="utf-8")
    return path


def corpus(data: Path, tools: Tools | None = None, embedder: FakeEmbedder | None = None) -> Corpus:
    """A corpus without model nor reader."""
    return Corpus(data, pipeline=(tools or Tools()).pipeline(), embedder=embedder or FakeEmbedder())
