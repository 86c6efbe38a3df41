"""The corpus behind the interface: its documents, their fiches, their lines, and searching in them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from corpus.errors import CorpusError
from corpus.text.markup import without_superscripts
from tui import texts
from tui.backend.base import Part
from tui.records import DocumentRow, FicheRow, Holdings, Place, Step, Summary

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from corpus.catalogue import DocumentEntry
    from corpus.models import Line, SearchHit
    from corpus.search import Searcher
    from tui.correcting import Change, ReadFiche
    from tui.sample import Entry

_WARMING = "accueil du jeune enfant"
"""Any question will do: it is asked so that the model is loaded."""


class Reading(Part):
    """What the conventions say, and how they come in and go out."""

    _words: Searcher | None = None

    def summary(self) -> Summary:
        """What the corpus holds."""
        found = self._workshop.corpus_summary()
        return Summary(
            found.documents,
            found.fiches,
            found.lignes_plan,
            found.passages,
            found.vecteurs_manquants,
            found.echecs,
        )

    def documents(self) -> list[DocumentRow]:
        """The documents of the corpus, read or failed."""
        return [document_row(entry) for entry in self._workshop.corpus.catalogue.documents()]

    def holdings(self) -> Holdings:
        """The titles of the fiches and of the plan of every document, and the themes one may filter by."""
        from corpus.themes import themes

        titles = {}
        for one in self._workshop.corpus.catalogue.extractions():
            said = (*(f.fiche.titre for f in one.fiches), *(row.action for row in one.plan))
            titles[one.document] = tuple(title for title in said if title)
        return Holdings(titles, tuple((theme.key, theme.name) for theme in themes().values()))

    def about(self, theme: str) -> frozenset[Place]:
        """The places of the passages that say a theme."""
        from corpus.models import Filters

        catalogue = self._workshop.corpus.catalogue
        kept = catalogue.passages_by_id(number for number, _ in catalogue.passage_keys(Filters(themes=(theme,))))
        found = (stored.passage for stored in kept.values())
        return frozenset((p.document, p.ligne_debut, p.ligne_fin) for p in found)

    def fiches(self, document: str) -> list[FicheRow]:
        """The fiches, then the rows of the plan, found in a document."""
        extraction = self._workshop.corpus.catalogue.extraction(document)
        fiches = [
            FicheRow(f.fiche.numero or "", f.fiche.titre or "", f.source.ligne_debut, f.source.ligne_fin)
            for f in extraction.fiches
        ]
        plan = [FicheRow("plan", row.action, row.source.ligne_debut, row.source.ligne_fin) for row in extraction.plan]
        return fiches + plan

    def read_fiche(self, document: str, line: int) -> ReadFiche:
        """The extracted fiche that begins at a line, field by field."""
        from tui.correcting import read_fiche

        return read_fiche(self._workshop, document, line)

    def correct(self, change: Change) -> ReadFiche:
        """Correct a field of an extracted fiche, or cancel its correction; the fiche as it now stands."""
        from tui.correcting import apply_change

        return apply_change(self._workshop, change)

    def sample_conventions(self) -> Path:
        """The folder of the invented conventions that come with the project."""
        return self._workshop.sample_conventions()

    def sample_fiche(self) -> list[Entry]:
        """A finished fiche, field by field."""
        from tui.sample import sample_fiche

        return sample_fiche(self._workshop.sample_conventions())

    def index(
        self,
        paths: Sequence[Path],
        on_progress: Callable[[Step], None],
        should_stop: Callable[[], bool],
        *,
        ocr: bool = False,
    ) -> list[str]:
        """Read files and folders into the corpus; one French line per document that is not unchanged."""

        def report(progress: Any) -> None:  # noqa: ANN401
            if should_stop():
                raise CorpusError(texts.INDEXING_STOPPED, texts.INDEXING_STOPPED_NEXT)
            on_progress(Step(progress.stage, progress.done, progress.total, progress.document, progress.state))

        reports = self._workshop.index(paths, report, should_stop, ocr=ocr)
        return [
            f"{r.document} : {r.etat}" + (f" ({r.motif})" if r.motif else "") for r in reports if r.etat != "inchange"
        ]

    def remove(self, document: str) -> None:
        """Take a document out of the corpus."""
        self._workshop.corpus.remove(document)

    def search(self, question: str, k: int = 20) -> list[SearchHit]:
        """The passages that match, best first."""
        return self._workshop.search(question, k)

    def search_words(self, question: str, k: int = 20) -> list[SearchHit]:
        """The passages that hold the words, at once, without the meaning."""
        if self._words is None:
            from corpus.search import Searcher

            self._words = Searcher(self._workshop.corpus.catalogue)
        return self._words.search(question, k)

    def warm(self) -> None:
        """Load the embedding model and the vectors, before the first question needs them."""
        self._workshop.search(_WARMING, 1)

    def lines(self, document: str, first: int, last: int) -> list[Line]:
        """The lines of a document, both ends included, as far as they exist."""
        return self._workshop.lines(document, first, last)


def document_row(entry: DocumentEntry) -> DocumentRow:
    """A document as the screens list it."""
    card = entry.carte
    return DocumentRow(
        entry.name,
        lu=entry.state == "lu",
        motif=entry.motif or "",
        message=entry.message or "",
        territoire=card.territoire or "",
        pages=entry.pages,
        lignes=entry.lines,
        fiches=entry.fiches,
        lignes_plan=entry.plan_rows,
        format=entry.format,
        chemin=entry.path,
        lu_le=entry.saved_at,
        periode="-".join(without_superscripts(part) for part in (card.periode_debut, card.periode_fin) if part),
        caf=card.caf or "",
        signataires=card.signataires,
        axes=len(card.axes),
        avis=entry.warnings,
    )
