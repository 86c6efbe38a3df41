"""Export: the format, what will be written, and what blocks it."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Footer, OptionList, Static
from textual.widgets.option_list import Option

from corpus.text.cleaning import clean
from tui import texts
from tui.glyphs import STATES
from tui.hanging import Hanging, Row, row
from tui.jobs import start
from tui.keys import key
from tui.rendering import finding_row
from tui.rows import label_of
from tui.screens.base import FichesScreen
from tui.widgets.choice import ExportList

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from assistant.drafts.model import Draft
    from assistant.validation.model import Constat, Validation
    from tui.jobs import JobDone, JobFailed
    from tui.ports import Backend

_TEXT_FORMATS = ("json", "md")
_LONGEST_PREVIEW = 20_000


class ExportScreen(FichesScreen):
    """Nothing is written before Enter; a draft with errors leaves only as a draft, marked as such."""

    BINDINGS: ClassVar[list[BindingType]] = [
        key("b", "unfinished", texts.KEY_UNFINISHED),
        key("f6", "app.focus_next", texts.KEY_PANE),
    ]

    def __init__(self, name: str | None = None) -> None:
        super().__init__(name=name)
        self._blocked = 0
        """How many findings forbid a final export; they are listed beside the formats."""

    def compose(self) -> ComposeResult:
        """Formats and findings on one side, the preview on the other."""
        with Horizontal(id="export"):
            with Vertical(id="export-checks", classes="pane"):
                yield Static(texts.EXPORT_TITLE, classes="pane-title", markup=False)
                formats = [Option(text, id=kind) for kind, text in texts.EXPORT_FORMATS.items()]
                yield ExportList(*formats, id="formats", markup=False)
                with VerticalScroll():
                    yield Static("", id="findings", markup=False)
            with Vertical(classes="pane"):
                yield Static(texts.EXPORT_PREVIEW, id="preview-title", classes="pane-title", markup=False)
                with VerticalScroll():
                    yield Static(texts.EXPORT_WAIT, id="preview", markup=False)
        yield Static("", id="written", markup=False)
        yield Footer(show_command_palette=False)

    def on_mount(self) -> None:
        """Check the draft, and show what the first format would write."""
        draft, backend = self.fiches.session.draft, self.fiches.backend
        self.query_one("#formats", OptionList).highlighted = 0
        if draft is not None and backend is not None:
            start(self, "check", lambda: backend.validate(draft))

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Show what this format would write; the others are previewed as Markdown."""
        draft, backend = self.fiches.session.draft, self.fiches.backend
        exact = event.option_id in _TEXT_FORMATS
        kind = event.option_id if exact else "md"
        title = texts.EXPORT_PREVIEW if exact else texts.EXPORT_PREVIEW_WORDS
        self.query_one("#preview-title", Static).update(title)
        if draft is not None and backend is not None:
            start(self, "preview", lambda: preview(backend, draft, str(kind)))

    def on_option_list_option_selected(self) -> None:
        """Enter on a format exports."""
        self.action_final()

    def on_job_done(self, event: JobDone) -> None:
        """Show the findings, the preview, or where the file is."""
        if event.group == "check":
            self._blocked = sum(c.niveau == "erreur" for c in event.result.constats)
            self.query_one("#findings", Static).update(findings_content(event.result))
        elif event.group == "preview":
            self.query_one("#preview", Static).update(Content(clean(event.result[:_LONGEST_PREVIEW])))
        else:
            self.query_one("#written", Static).update(texts.EXPORT_DONE.format(path=event.result))

    def on_job_failed(self, event: JobFailed) -> None:
        """Say what blocks."""
        text = f"{event.message}\n→ {event.next_step}" if event.next_step else event.message
        if event.group == "write" and self._blocked:
            blocked = texts.EXPORT_BLOCKED_SHORT[self._blocked > 1].format(count=self._blocked)
            text = texts.EXPORT_REFUSED.format(blocked=blocked)
        place = "#preview" if event.group == "preview" else "#written"
        self.query_one(place, Static).update(Content.assemble((clean(text), "$text-error")))

    def action_final(self) -> None:
        """Write the finished fiche."""
        self._write(unfinished=False)

    def action_unfinished(self) -> None:
        """Write the draft as a draft."""
        self._write(unfinished=True)

    def _write(self, *, unfinished: bool) -> None:
        draft, backend = self.fiches.session.draft, self.fiches.backend
        option = self.query_one("#formats", OptionList).highlighted_option
        if draft is not None and backend is not None and option is not None:
            kind = str(option.id)
            start(self, "write", lambda: backend.export_to(draft, kind, unfinished=unfinished))


def preview(backend: Backend, draft: Draft, kind: str) -> str:
    """What would be written: the final fiche when nothing blocks it, else the draft marked as such."""
    finished = backend.validate(draft).valide
    return backend.export(draft, kind, unfinished=not finished).decode("utf-8")


def findings_content(validation: Validation) -> Hanging:
    """What blocks a final export, then what is worth a look."""
    errors = [c for c in validation.constats if c.niveau == "erreur"]
    others = [c for c in validation.constats if c.niveau != "erreur"]
    if errors:
        heading = Content.styled(texts.EXPORT_BLOCKED[len(errors) > 1].format(count=len(errors)), "bold $text-error")
    else:
        heading = Content.styled(f"{STATES['accepte'].glyph} {texts.EXPORT_READY}", "bold $text-success")
    rows = [row("", heading), *(r for c in errors for r in _finding(c))]
    if others:
        rows += [row("", " "), row("", Content.styled(texts.EXPORT_ADVICE, "bold"))]
        rows += [r for c in others for r in _finding(c)]
    return Hanging(rows)


def _finding(finding: Constat) -> list[Row]:
    named = [row("", Content.styled(label_of(finding.champ), "bold"))] if finding.champ else []
    step = Content.styled(texts.EXPORT_NEXT.format(piste=clean(finding.piste)), "$sourdine")
    return [*named, finding_row(finding), row("    ", step)]
