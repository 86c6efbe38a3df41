"""A terminal without Unicode gets only what it can show, cell for cell; few colours keep their highlight."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from rich.cells import cell_len
from textual.color import Color

from tests.tui.driving import driven
from tests.tui.fake import sample_draft
from tui.glyphs import encoding
from tui.plainness import PlainSigns, plain

if TYPE_CHECKING:
    from tests.tui.fake import FakeWorkshop


@pytest.mark.parametrize("code", ["ascii", "iso8859-1"])
def test_every_sign_keeps_its_width(code: str) -> None:
    text = "╭─ Échéances · « cœur » ▌ 12 € … → 漢 ─╮"
    shown = plain(text, code)
    assert cell_len(shown) == cell_len(text)
    assert shown.encode(code)
    assert ("Éch" in shown) is (code != "ascii")


@pytest.mark.parametrize(
    ("set_", "expected"),
    [({"LANG": "C"}, True), ({"LC_ALL": "POSIX"}, True), ({"FICHES_ASCII": "1"}, True), ({}, False)],
)
def test_the_locale_c_asks_for_plain_letters(
    set_: dict[str, str], *, expected: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("LC_ALL", "LANG", "FICHES_ASCII"):
        monkeypatch.delenv(name, raising=False)
    for name, value in set_.items():
        monkeypatch.setenv(name, value)
    assert (encoding() == "ascii") is expected


async def test_a_whole_screen_is_shown_in_plain_signs(fake: FakeWorkshop, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui.app.encoding", lambda: "ascii")
    async with driven(fake, (80, 24)) as drive:
        await drive.draft()
        await drive.press("f6", "f6")
        filters = drive.app.get_line_filters()
        assert isinstance(filters[-1], PlainSigns)
        lines = drive.app.screen._compositor.render_strips()
        shown = "".join(s.text for strip in lines for s in strip.apply_filter(filters[-1], Color(0, 0, 0)))
        assert shown.isascii()
        assert "Conversation" in shown


async def test_a_terminal_with_unicode_is_left_alone(fake: FakeWorkshop, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui.app.encoding", lambda: "UTF-8")
    async with driven(fake, (80, 24)) as drive:
        assert not [f for f in drive.app.get_line_filters() if isinstance(f, PlainSigns)]


async def test_where_colours_are_few_the_highlight_is_reversed(fake: FakeWorkshop) -> None:
    fake.save_draft(sample_draft())
    async with driven(fake, (80, 24)) as drive:
        await drive.press("enter", "f6")
        pane = drive.app.workshop_screen.draft_pane
        await drive.until(lambda: pane.has_focus and pane.highlighted is not None)

        def reversed_words() -> str:
            segments = [s for y in range(pane.size.height) for s in pane.render_line(y)]
            return "".join(s.text for s in segments if s.style and s.style.reverse)

        assert reversed_words() == ""
        drive.app.add_class("-few-colours")
        assert pane.value is not None
        assert str(pane.value.valeur) in reversed_words()
