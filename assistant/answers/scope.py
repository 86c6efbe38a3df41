"""What the filters of a coordinator let through, for answers read in the catalogue and not in passages found."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from corpus.models import Filters
from corpus.text.dates import moments
from corpus.text.folding import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corpus.catalogue import DocumentEntry
    from corpus.indexing import Corpus
    from corpus.models import Span


class Scope:
    """The documents, and the lines in them, that an answer may be read from."""

    def __init__(self, corpus: Corpus, filters: Filters) -> None:
        self._corpus = corpus
        self.filters = filters

    @property
    def open(self) -> bool:
        """Whether nothing is filtered."""
        return self.filters == Filters()

    @property
    def fiches_only(self) -> bool:
        """Whether only fiches are wanted: no clause, card or plan may answer."""
        return self.filters.fiches_seulement

    @cached_property
    def entries(self) -> tuple[DocumentEntry, ...]:
        """The documents read that the filters let through."""
        read = [entry for entry in self._corpus.catalogue.documents() if entry.state == "lu"]
        return tuple(entry for entry in read if self.open or self._admits(entry))

    @cached_property
    def names(self) -> frozenset[str]:
        """Their names."""
        return frozenset(entry.name for entry in self.entries)

    def kept(self, documents: Sequence[str]) -> tuple[str, ...]:
        """Those of some documents that the filters let through."""
        return tuple(documents) if self.open else tuple(d for d in documents if d in self.names)

    def holds(self, document: str, span: Span) -> bool:
        """Whether something that stands on these lines is let through: a theme is a matter of passages."""
        if not self.filters.themes:
            return self.open or document in self.names
        lines = self._lines.get(document, ())
        return any(first <= span.ligne_fin and span.ligne_debut <= last for first, last in lines)

    def _admits(self, entry: DocumentEntry) -> bool:
        asked, carte = self.filters, entry.carte
        if asked.documents and entry.name not in asked.documents:
            return False
        territory = fold(carte.territoire or "")
        if asked.territoires and not any(fold(name) in territory for name in asked.territoires):
            return False
        if asked.periode and not _in_force(_year(carte.periode_debut), _year(carte.periode_fin), asked.periode):
            return False
        return not asked.themes or entry.name in self._lines

    @cached_property
    def _lines(self) -> dict[str, list[tuple[int, int]]]:
        """The lines of the passages let through, by document."""
        catalogue = self._corpus.catalogue
        found: dict[str, list[tuple[int, int]]] = {}
        ids = [number for number, _ in catalogue.passage_keys(self.filters)]
        for stored in catalogue.passages_by_id(ids).values():
            passage = stored.passage
            found.setdefault(passage.document, []).append((passage.ligne_debut, passage.ligne_fin))
        return found


def _year(moment: str | None) -> int | None:
    return next((m.year for m in moments(moment or "")), None)


def _in_force(first: int | None, last: int | None, period: tuple[int, int]) -> bool:
    """Whether a convention runs in one of these years; one that states no period is left out, as in a search."""
    if first is None and last is None:
        return False
    return (first or 0) <= period[1] and (last or 9999) >= period[0]
