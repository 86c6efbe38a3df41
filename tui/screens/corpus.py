"""The corpus: documents with their state, the fiches of each, adding and removing."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Footer, OptionList, Static
from textual.widgets.option_list import Option

from corpus.models import Citation
from tui import texts
from tui.glyphs import STATES
from tui.jobs import start
from tui.keys import key
from tui.screens.base import FichesScreen
from tui.screens.confirm import ConfirmScreen
from tui.screens.folder import FolderScreen
from tui.shortening import shorten
from tui.widgets.choice import DocumentList, FicheList

if TYPE_CHECKING:
    from pathlib import Path

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from tui.jobs import JobDone, JobFailed
    from tui.records import DocumentRow, FicheRow


PLAN = "plan"
"""What stands for the number of a row of the plan."""


class CorpusScreen(FichesScreen):
    """Documents on the left, what was found in the highlighted one on the right."""

    BINDINGS: ClassVar[list[BindingType]] = [
        key("n", "add", texts.KEY_INDEX),
        key("e", "samples", texts.KEY_SAMPLES),
        key("x,delete", "remove", texts.KEY_REMOVE),
        key("f6", "app.focus_next", texts.KEY_PANE, show=False),
    ]

    def __init__(self, name: str | None = None) -> None:
        super().__init__(name=name)
        self._documents: list[DocumentRow] = []
        self._fiches: list[FicheRow] = []
        self._shown = ""

    def compose(self) -> ComposeResult:
        """Two lists and the line of the work going on."""
        with Horizontal(id="corpus"):
            with Vertical(classes="pane"):
                yield Static(texts.CORPUS_TITLE, classes="pane-title", markup=False)
                yield DocumentList(id="documents", markup=False)
            with Vertical(classes="pane"):
                yield Static(texts.CORPUS_DETAILS, classes="pane-title", markup=False)
                yield FicheList(id="fiches", markup=False)
        yield Static(self.fiches.indexing.line, id="indexing", markup=False)
        yield Footer(show_command_palette=False)

    def on_mount(self) -> None:
        """List the documents."""
        self.refresh_documents()

    def on_screen_resume(self) -> None:
        """Show the fiches as they now are: one may have been corrected."""
        backend, shown = self.fiches.backend, self._shown
        if backend and shown and self._fiches:
            start(self, "fiches", lambda: backend.fiches(shown))

    def refresh_documents(self) -> None:
        """Read the list again."""
        if backend := self.fiches.backend:
            start(self, "documents", backend.documents)

    def show_indexing(self, line: str) -> None:
        """Show how far the indexing is."""
        self.query_one("#indexing", Static).update(line)

    def on_job_done(self, event: JobDone) -> None:
        """Show what was read."""
        if event.group == "documents":
            self._show_documents(event.result)
        elif event.group == "fiches":
            self._fiches = event.result
            self._show_fiches()
        else:
            self.fiches.say(texts.REMOVED.format(name=event.result))
            self.refresh_documents()
            self.fiches.navigation.refresh_home()

    def on_job_failed(self, event: JobFailed) -> None:
        """Say what failed."""
        self.fiches.say(f"{event.message}\n→ {event.next_step}", error=True)

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """The fiches of the highlighted document."""
        backend = self.fiches.backend
        if event.option_list.id == "documents" and self._documents and backend:
            row = self._documents[event.option_index]
            self._shown = row.nom
            if row.lu:
                start(self, "fiches", lambda: backend.fiches(row.nom))
            else:
                self._fiches = []
                self._show_fiches()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Read a document from its beginning, or at a fiche."""
        if event.option_list.id == "documents" and self._documents:
            self._read(self._documents[event.option_index].nom, 1, 1)
        elif self._fiches:
            row = self._fiches[event.option_index]
            self._read(self._shown, row.ligne_debut, row.ligne_fin)

    def action_add(self) -> None:
        """Index a folder that is typed in."""
        self.app.push_screen(FolderScreen(), self._index)

    def action_samples(self) -> None:
        """Index the conventions that come with the project."""
        self.fiches.indexing.index(None)

    def action_correct(self) -> None:
        """Take a second look at the highlighted fiche."""
        index = self.query_one("#fiches", OptionList).highlighted
        if index is None or index >= len(self._fiches):
            return
        row = self._fiches[index]
        if row.numero == PLAN:
            self.fiches.say(texts.CORRECT_PLAN)
        else:
            from tui.screens.correction import CorrectionScreen

            self.app.push_screen(CorrectionScreen(self._shown, row.ligne_debut))

    def action_remove(self) -> None:
        """Take the highlighted document out, once confirmed."""
        index = self.query_one("#documents", OptionList).highlighted
        if index is None or not self._documents:
            return
        name = self._documents[index].nom
        question = texts.REMOVE_QUESTION.format(name=shorten(name))
        self.app.push_screen(ConfirmScreen(question), lambda yes: self._remove(name) if yes else None)

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

    def _show_documents(self, rows: list[DocumentRow]) -> None:
        self._documents = rows
        documents = self.query_one("#documents", OptionList)
        here = documents.highlighted or 0
        if not rows:
            documents.set_options([Option(Content.styled(texts.CORPUS_EMPTY, "$sourdine"), disabled=True)])
            self._fiches = []
            self._show_fiches()
            return
        documents.set_options([Option(document_content(row)) for row in rows])
        documents.highlighted = min(here, len(rows) - 1)

    def _show_fiches(self) -> None:
        fiches = self.query_one("#fiches", OptionList)
        if self._fiches:
            here = fiches.highlighted if self.focused is fiches else None
            fiches.set_options([Option(fiche_content(row)) for row in self._fiches])
            fiches.highlighted = here if here is None else min(here, len(self._fiches) - 1)
        else:
            fiches.set_options([Option(Content.styled(texts.CORPUS_NO_FICHE, "$sourdine"), disabled=True)])


def document_content(row: DocumentRow) -> Content:
    """A document: its name, its state in words, what was found in it."""
    sign = STATES["accepte" if row.lu else "a_verifier"]
    state = texts.DOCUMENT_READ if row.lu else texts.DOCUMENT_FAILED
    counts = [
        texts.counted(row.fiches, "fiche", "fiches"),
        texts.counted(row.lignes_plan, "ligne de plan", "lignes de plan"),
        texts.counted(row.lignes, "ligne", "lignes"),
    ]
    if row.pages:
        counts.insert(0, texts.counted(row.pages, "page", "pages"))
    detail = " · ".join(part for part in (shorten(row.territoire), *counts) if part) if row.lu else row.motif
    return Content.assemble(
        (f"{sign.glyph} ", sign.style),
        (shorten(row.nom, 80), "bold"),
        (f"  {state}", sign.style),
        (f"\n  {shorten(detail, 200)}", "$sourdine"),
    )


def fiche_content(row: FicheRow) -> Content:
    """A fiche, or a row of the plan, and its lines."""
    lines = texts.LINES.format(first=row.ligne_debut, last=row.ligne_fin)
    return Content.assemble(
        (f"{shorten(row.numero, 12)}  ", "bold"), shorten(row.titre, 160), (f"  {lines}", "$sourdine")
    )
