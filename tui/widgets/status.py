"""One line that tells the truth: completeness, findings, open points, what is being done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content
from textual.widgets import Static

from tui import texts
from tui.glyphs import STATES

if TYPE_CHECKING:
    from assistant.drafts.model import Draft
    from assistant.validation.model import Validation


def counted(forms: tuple[str, str, str], count: int) -> str:
    """A count in words: none, one, several."""
    return forms[min(count, 2)].format(count=count)


def draft_status(draft: Draft | None, validation: Validation | None) -> Content:
    """Completeness, errors and open proposals of a draft."""
    if draft is None:
        return Content.assemble((texts.STATUS_NO_DRAFT, "$sourdine"))
    open_points = sum(1 for v in draft.valeurs if v.etat == "propose")
    if validation is None:
        return Content.assemble(counted(texts.STATUS_OPEN, open_points))
    errors = sum(1 for c in validation.constats if c.niveau == "erreur")
    percent = int(validation.completude * 100)
    sign = STATES["accepte"] if validation.valide else STATES["a_verifier"]
    line = texts.STATUS.format(
        percent=percent, errors=counted(texts.STATUS_ERRORS, errors), open=counted(texts.STATUS_OPEN, open_points)
    )
    return Content.assemble((f"{sign.glyph} ", sign.style), line)


class StatusLine(Static):
    """The state of the draft on the left, the work going on or the saving on the right."""

    def __init__(self) -> None:
        super().__init__("", id="status", markup=False)
        self._left = Content("")
        self._work = ""
        self._saved = ""

    def show_draft(self, draft: Draft | None, validation: Validation | None) -> None:
        """Show the state of a draft."""
        self._left = draft_status(draft, validation)
        self._paint()

    def show_work(self, text: str) -> None:
        """Name the work going on, or nothing."""
        self._work = text
        self._paint()

    def show_saved(self, text: str) -> None:
        """Say whether all is on disk."""
        self._saved = text
        self._paint()

    def _paint(self) -> None:
        right = self._work or self._saved
        style = "bold $text-accent" if self._work else "$sourdine"
        first, second = (Content.assemble((right, style)), self._left)
        if not self._work:
            first, second = second, first
        self.update(Content.assemble(first, ("  ·  " if right else "", "$sourdine"), second), layout=False)
