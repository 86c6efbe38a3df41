"""What the corpus screen keeps of its documents and of their fiches. No widget here."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from corpus.text.folding import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.records import DocumentRow, FicheRow, Place

READ, WITHOUT, FAILED = "lu", "sans", "illisible"
"""The states one may filter by: read, read but without a fiche, not readable."""


@dataclass(frozen=True, slots=True)
class CorpusFilter:
    """What is asked for; empty means everything."""

    text: str = ""
    territoire: str = ""
    theme: str = ""
    """The key of a theme; its places come from the corpus."""
    etat: str = ""

    def __bool__(self) -> bool:
        return bool(self.text or self.territoire or self.theme or self.etat)


@dataclass(frozen=True, slots=True)
class Filtering:
    """A filter and what it needs to know of the corpus."""

    wanted: CorpusFilter = CorpusFilter()
    places: frozenset[Place] = frozenset()
    """Where the theme asked for is said."""
    titles: dict[str, tuple[str, ...]] | None = None
    """The titles of the fiches, by document."""

    def documents(self, rows: Sequence[DocumentRow]) -> list[DocumentRow]:
        """The documents kept, in their order."""
        about = {document for document, _, _ in self.places}
        return [row for row in rows if self._keeps(row, about)]

    def fiches(self, document: DocumentRow, rows: Sequence[FicheRow]) -> list[FicheRow]:
        """The fiches and rows of the plan kept of a document: all of them when the document itself holds the words."""
        kept = list(rows)
        if not self._names(document):
            kept = [row for row in kept if _holds(row.titre, self.wanted.text)] or kept
        if self.wanted.theme:
            spans = [(first, last) for name, first, last in self.places if name == document.nom]
            kept = [row for row in kept if any(a <= row.ligne_fin and row.ligne_debut <= b for a, b in spans)]
        return kept

    def _keeps(self, row: DocumentRow, about: set[str]) -> bool:
        wanted = self.wanted
        return (
            _in_state(row, wanted.etat)
            and wanted.territoire in ("", row.territoire)
            and (not wanted.theme or row.nom in about)
            and (self._names(row) or any(_holds(title, wanted.text) for title in (self.titles or {}).get(row.nom, ())))
        )

    def _names(self, row: DocumentRow) -> bool:
        """Whether what is told of the document holds the words asked for."""
        said = " ".join((row.nom, row.territoire, row.caf, row.periode, row.motif, row.format, *row.signataires))
        return _holds(said, self.wanted.text)


def _in_state(row: DocumentRow, etat: str) -> bool:
    if etat == FAILED:
        return not row.lu
    if etat == WITHOUT:
        return row.lu and not row.fiches
    return row.lu or not etat


def _holds(text: str, words: str) -> bool:
    folded = fold(text)
    return all(word in folded for word in fold(words).split())
