"""No line is lost or left blank when a list scrolls, and none begins with the punctuation of the line before."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from textual.content import Content
from textual.widgets.option_list import Option

from tests.tui.driving import driven
from tests.tui.fake import sample_draft
from tui.hanging import Fit, Hanging, row

if TYPE_CHECKING:
    from tests.tui.fake import FakeWorkshop


async def test_a_no_break_space_keeps_its_words_together(fake: FakeWorkshop) -> None:
    async with driven(fake):
        text = Content("Qui pilote la fiche\u00a0? Le centre social\u00a0; la mairie aussi\u00a0!")
        for width in range(12, 40):
            lines = [line.plain for line in text.wrap(width)]
            assert not [line for line in lines if line.strip()[:1] in "?;!"], width


@pytest.mark.parametrize("width", range(60, 90, 3))
async def test_every_line_of_a_long_list_is_shown(fake: FakeWorkshop, width: int) -> None:
    fake.save_draft(sample_draft())
    async with driven(fake, (width, 24)) as drive:
        await drive.press("enter", "f6")
        pane = drive.app.workshop_screen.draft_pane
        await drive.until(lambda: pane.has_focus)
        pane.set_options([Option("une ligne")])  # no bar beside it
        await drive.pilot.pause()
        words = " ".join(f"mot{n}" for n in range(14))
        pane.set_options([Option(Hanging([row("", words), row("  ", f"fin{n}")])) for n in range(30)])
        await drive.pilot.pause()
        pane.scroll_to(y=0, animate=False)
        await drive.pilot.pause()
        shown = ["".join(s.text for s in pane.render_line(y)).strip() for y in range(pane.size.height - 1)]
        assert "" not in shown
        ends = [line for line in shown if line.startswith("fin")]
        assert ends == [f"fin{n}" for n in range(len(ends))]
        assert ends


def test_a_name_gives_way_in_its_middle() -> None:
    fit = Fit("convention-territoriale-du-val-de-brume-2024-2028.docx", ", l. 12-14")
    assert fit.at(80).plain == "convention-territoriale-du-val-de-brume-2024-2028.docx, l. 12-14"
    short = fit.at(40).plain
    assert len(short) <= 40
    assert short.startswith("convention-")
    assert short.endswith("2028.docx, l. 12-14")
    assert fit.at(20).plain.splitlines()[1] == "l. 12-14"
