"""Reading what was extracted from the documents, whole or only the part an answer needs."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import TYPE_CHECKING

from corpus.catalogue import extracted
from corpus.catalogue.memory import Memory
from corpus.catalogue.rows import number_of, unknown
from corpus.models import Extraction

if TYPE_CHECKING:
    from corpus.catalogue.records import DocumentEntry
    from corpus.database import Database
    from corpus.models import Carte, ExtractedFiche, PlanRow

_REMEMBERED = 100
"""Parts of extractions kept in memory, up to 200 kB each."""
_STARTS = 2_000
"""Documents whose sections' first lines are kept in memory, about 8 kB each."""


class Extractions(ABC):
    """The half of the catalogue that tells what was extracted; remembered until the catalogue changes."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._parts: Memory[Extraction] = Memory(_REMEMBERED)
        self._starts: Memory[frozenset[int]] = Memory(_STARTS)

    @abstractmethod
    def generation(self) -> int:
        """A number that changes at every write, by whatever process."""

    @abstractmethod
    def document(self, name: str) -> DocumentEntry | None:
        """The document of that name, or ``None``."""

    def extraction(self, name: str) -> Extraction:
        """What was extracted from a document; empty for a document that could not be read."""
        return self._parts.get(self.generation(), (name, "tout"), lambda: self._extraction(name))

    def _extraction(self, name: str) -> Extraction:
        with self._database.reading() as connection:
            number_of(connection, name)
            return next(extracted.wholes(connection, name), Extraction(document=name))

    def extractions(self) -> list[Extraction]:
        """What was extracted from every document that was read, by document name."""
        with self._database.reading() as connection:
            return list(extracted.wholes(connection))

    def _part(self, name: str, part: str) -> Extraction:
        def read() -> Extraction:
            with self._database.reading() as connection:
                return extracted.part(connection, number_of(connection, name), part)

        return self._parts.get(self.generation(), (name, part), read)

    def fiches(self, name: str) -> tuple[ExtractedFiche, ...]:
        """The fiches extracted from a document, and nothing else of it."""
        return self._part(name, "fiches").fiches

    def plan(self, name: str) -> tuple[PlanRow, ...]:
        """The rows of the plan extracted from a document, and nothing else of it."""
        return self._part(name, "plan").plan

    def carte(self, name: str) -> Carte:
        """What identifies a document."""
        entry = self.document(name)
        if entry is None:
            raise unknown(name)
        return entry.carte

    def section_starts(self, name: str) -> frozenset[int]:
        """The lines on which the sections of a document start."""

        def read() -> frozenset[int]:
            with self._database.reading() as connection:
                return extracted.starts(connection, number_of(connection, name))

        return self._starts.get(self.generation(), name, read)

    def fiche_numbers(self) -> dict[str, list[str]]:
        """The numbers of the fiches of every document that was read, in order, by document name."""
        with self._database.reading() as connection:
            return extracted.numbers(connection)
