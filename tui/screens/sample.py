"""A finished fiche to look at, read only."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Footer, Static

from corpus.text.cleaning import clean
from tui import texts
from tui.hanging import Hanging, row
from tui.jobs import start
from tui.screens.base import FichesScreen

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from tui.jobs import JobDone, JobFailed
    from tui.sample import Entry


class SampleScreen(FichesScreen):
    """One page, scrolled with the arrows; any screen key leads elsewhere."""

    def compose(self) -> ComposeResult:
        """A title, what one is looking at, the fiche."""
        yield Static(texts.SAMPLE_TITLE, classes="pane-title", markup=False)
        with VerticalScroll(id="help"):
            yield Static(texts.SAMPLE_WAIT, id="sample", markup=False)
        yield Footer(show_command_palette=False)

    def on_mount(self) -> None:
        """Read the sample in the background."""
        backend = self.fiches.backend
        if backend is not None:
            start(self, "sample", backend.sample_fiche)

    def on_job_done(self, event: JobDone) -> None:
        """Show it."""
        self.query_one("#sample", Static).update(sample_content(event.result))

    def on_job_failed(self, event: JobFailed) -> None:
        """Say why there is none."""
        self.query_one("#sample", Static).update(Content(f"{event.message}\n→ {event.next_step}"))


def sample_content(entries: list[Entry]) -> Hanging:
    """Each label over its lines."""
    rows = [row("", Content.styled(f"{texts.SAMPLE_HELP}\n", "$sourdine"))]
    for label, lines in entries:
        rows.append(row("", Content.styled(label, "bold $text-primary")))
        margin = "  • " if len(lines) > 1 else "  "
        rows += [row(margin, clean(line)) for line in lines]
        rows.append(row("", " "))
    return Hanging(rows)
