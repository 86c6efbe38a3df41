"""The corpus: documents with their state, what was read of each, adding, reading again, removing, filters."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Footer, Input, OptionList, Static
from textual.widgets.option_list import Option

from corpus.models import Citation
from tui import texts
from tui.filtering import Filtering
from tui.jobs import start
from tui.keys import key
from tui.screens.base import FichesScreen
from tui.screens.confirm import ConfirmScreen
from tui.screens.corpus_lines import PLAN, document_content, found_options
from tui.screens.folder import FolderScreen
from tui.shortening import shorten
from tui.widgets.choice import DocumentList, FicheList
from tui.widgets.filter_bar import FilterBar

if TYPE_CHECKING:
    from pathlib import Path

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from tui.jobs import JobDone, JobFailed
    from tui.records import DocumentRow, FicheRow, Holdings


class CorpusScreen(FichesScreen):
    """Documents on the left, what was found in the highlighted one on the right."""

    BINDINGS: ClassVar[list[BindingType]] = [
        key("e", "samples", texts.KEY_SAMPLES, show=False),
        key("f6", "app.focus_next", texts.KEY_PANE, show=False),
    ]

    def __init__(self, name: str | None = None) -> None:
        super().__init__(name=name)
        self._all: list[DocumentRow] = []
        self._documents: list[DocumentRow] = []
        """Those the filters keep."""
        self._found: list[FicheRow] = []
        self._fiches: list[FicheRow] = []
        """Those of the highlighted document that the filters keep."""
        self._themes: tuple[tuple[str, str], ...] = ()
        self._filtering = Filtering()

    def compose(self) -> ComposeResult:
        """The filters, two lists and the line of the work going on."""
        yield FilterBar(id="filters")
        with Horizontal(id="corpus"):
            with Vertical(classes="pane"):
                yield Static(texts.CORPUS_TITLE, id="documents-title", classes="pane-title", markup=False)
                yield DocumentList(id="documents", markup=False)
            with Vertical(classes="pane"):
                yield Static(texts.CORPUS_DETAILS, classes="pane-title", markup=False)
                yield FicheList(id="fiches", markup=False)
        yield Static(self.fiches.indexing.line, id="indexing", markup=False)
        yield Footer(show_command_palette=False)

    def on_mount(self) -> None:
        """List the documents."""
        self.query_one("#filters").display = False
        self.query_one("#documents").focus()
        self.refresh_documents()

    def on_screen_resume(self) -> None:
        """Show the fiches as they now are: one may have been corrected."""
        if self._found:
            self._read_fiches()

    def refresh_documents(self) -> None:
        """Read the list again."""
        if backend := self.fiches.backend:
            start(self, "documents", backend.documents)
            start(self, "holdings", backend.holdings)

    def show_indexing(self, line: str) -> None:
        """Show how far the indexing is."""
        self.query_one("#indexing", Static).update(line)

    def on_job_done(self, event: JobDone) -> None:
        """Show what was read."""
        if event.group == "documents":
            self._all = event.result
            self._show_documents()
        elif event.group == "holdings":
            self._take_holdings(event.result)
        elif event.group == "about":
            self._filter_by(Filtering(self._bar.wanted, event.result, self._filtering.titles))
        elif event.group == "fiches":
            self._found = event.result
            self._show_fiches()
        else:
            self.fiches.say(texts.REMOVED.format(name=event.result))
            self.refresh_documents()
            self.fiches.navigation.refresh_home()

    def on_job_failed(self, event: JobFailed) -> None:
        """Say what failed."""
        self.fiches.say(f"{event.message}\n→ {event.next_step}", error=True)

    # Filters

    @property
    def _bar(self) -> FilterBar:
        return self.query_one(FilterBar)

    def on_filter_bar_changed(self, event: FilterBar.Changed) -> None:
        """Keep what is asked for, at once; a theme is looked up first."""
        wanted, before, backend = event.wanted, self._filtering, self.fiches.backend
        if wanted.theme and wanted.theme != before.wanted.theme and backend is not None:
            start(self, "about", lambda: backend.about(wanted.theme))
        else:
            places = before.places if wanted.theme else frozenset()
            self._filter_by(Filtering(wanted, places, before.titles))

    def on_input_submitted(self) -> None:
        """Enter in the word of the filter goes to the list."""
        self.action_filtered()

    def action_filter(self) -> None:
        """Open the filters."""
        self._bar.display = True
        self._bar.query_one(Input).focus()

    def action_filtered(self) -> None:
        """From the filters to the list; they stay while they keep something out."""
        self._bar.display = bool(self._bar.wanted)
        self.query_one("#documents").focus()

    def action_unfilter(self) -> None:
        """Take the filters off."""
        self._bar.clear()
        self._bar.display = False
        self.query_one("#documents").focus()

    def _take_holdings(self, holdings: Holdings) -> None:
        self._themes = holdings.themes
        self._bar.offer(self._all, self._themes)
        self._filter_by(Filtering(self._bar.wanted, self._filtering.places, holdings.titres))

    def _filter_by(self, filtering: Filtering) -> None:
        self._filtering = filtering
        self._show_documents()

    # The highlighted document

    @property
    def document(self) -> DocumentRow | None:
        """The highlighted document."""
        index = self.query_one("#documents", OptionList).highlighted
        return self._documents[index] if index is not None and index < len(self._documents) else None

    @property
    def fiche(self) -> FicheRow | None:
        """The highlighted fiche or row of the plan."""
        option = self.query_one("#fiches", OptionList).highlighted_option
        index = int(option.id) if option and option.id else None
        return self._fiches[index] if index is not None and index < len(self._fiches) else None

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """What was read of the highlighted document."""
        if event.option_list.id == "documents":
            self._read_fiches()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Read a document from its beginning, or at a fiche."""
        document, fiche = self.document, self.fiche
        if document is None:
            return
        if event.option_list.id == "documents":
            self._read(document.nom, 1, 1)
        elif fiche is not None:
            self._read(document.nom, fiche.ligne_debut, fiche.ligne_fin)

    def action_add(self) -> None:
        """Index a folder that is typed in."""
        self.app.push_screen(FolderScreen(), self._index)

    def action_samples(self) -> None:
        """Index the conventions that come with the project."""
        self.fiches.indexing.index(None)

    def action_reread(self) -> None:
        """Read the highlighted document again."""
        if (document := self.document) is not None and document.chemin:
            self.fiches.say(texts.REREADING.format(name=shorten(document.nom)))
            self.fiches.indexing.reread(document)

    def action_correct(self) -> None:
        """Take a second look at the highlighted fiche."""
        document, fiche = self.document, self.fiche
        if document is None or fiche is None:
            return
        if fiche.numero == PLAN:
            self.fiches.say(texts.CORRECT_PLAN)
        else:
            from tui.screens.correction import CorrectionScreen

            self.app.push_screen(CorrectionScreen(document.nom, fiche.ligne_debut))

    def action_model(self) -> None:
        """Begin a draft modelled on the highlighted fiche."""
        document, fiche = self.document, self.fiche
        if document is None or fiche is None:
            self.fiches.say(texts.MODEL_CHOOSE)
        elif fiche.numero == PLAN:
            self.fiches.say(texts.MODEL_PLAN)
        else:
            self.fiches.deeds.model_on(document.nom, fiche)

    def action_remove(self) -> None:
        """Take the highlighted document out, once confirmed."""
        if (document := self.document) is not None:
            question = ConfirmScreen(texts.REMOVE_QUESTION.format(name=shorten(document.nom)))
            self.app.push_screen(question, lambda yes: self._remove(document.nom) if yes else None)

    def _index(self, path: Path | None) -> None:
        if path is not None:
            self.fiches.indexing.index([path])

    def _remove(self, name: str) -> None:
        if backend := self.fiches.backend:

            def work() -> str:
                backend.remove(name)
                return name

            start(self, "remove", work)

    def _read(self, document: str, first: int, last: int) -> None:
        self.fiches.navigation.read(Citation(document=document, ligne_debut=first, ligne_fin=last, extrait=""))

    def _read_fiches(self) -> None:
        document, backend = self.document, self.fiches.backend
        if document is not None and document.lu and backend:
            start(self, "fiches", lambda: backend.fiches(document.nom))
        else:
            self._found = []
            self._show_fiches()

    def _show_documents(self) -> None:
        here = self.document
        self._documents = self._filtering.documents(self._all)
        kept, every = len(self._documents), len(self._all)
        title = texts.CORPUS_TITLE_KEPT.format(kept=kept, all=every) if kept < every else texts.CORPUS_TITLE
        self.query_one("#documents-title", Static).update(title)
        documents = self.query_one("#documents", OptionList)
        if not self._documents:
            none = texts.CORPUS_NONE_KEPT if self._all else texts.CORPUS_EMPTY
            documents.set_options([Option(Content.styled(none, "$sourdine"), disabled=True)])
            self._read_fiches()
            return
        documents.set_options([Option(document_content(row)) for row in self._documents])
        names = [row.nom for row in self._documents]
        documents.highlighted = names.index(here.nom) if here is not None and here.nom in names else 0
        self._read_fiches()

    def _show_fiches(self) -> None:
        document = self.document
        fiches = self.query_one("#fiches", OptionList)
        here = fiches.highlighted if self.focused is fiches else None
        self._fiches = self._filtering.fiches(document, self._found) if document else []
        options = found_options(document, self._fiches, len(self._found))
        fiches.set_options(options)
        if here is not None:
            open_ones = [n for n, option in enumerate(options) if not option.disabled]
            fiches.highlighted = min(open_ones, key=lambda n: abs(n - here), default=None)
