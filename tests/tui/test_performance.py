"""The budget of the interface: a long conversation and a large corpus stay quick, and nothing blocks the loop.

Times are of the processor, so that a loaded machine does not decide; medians are compared with the budget of issue 6.
"""

from __future__ import annotations

import asyncio
import statistics
import threading
import time
from typing import TYPE_CHECKING

import pytest
from textual.widgets import OptionList

from bench.interface import BARE, OURS, measure
from tests.tui.driving import Driven, driven
from tests.tui.fake import FakeWorkshop
from tui.records import FicheRow, Live, Turn
from tui.widgets.conversation import Bubble

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from assistant.drafts.model import Draft
    from tui.records import Intention

KEY_MS, FOCUS_MS, WIDGETS = 50, 200, 240
TURNS, FICHES = 200, 400
ANSWER = "La communauté de communes porte la fiche [1].\n- Elle suit les **familles**\n- et leurs enfants [2]"


class LongWorkshop(FakeWorkshop):
    """Four hundred fiches, and an engine that takes its time."""

    def fiches(self, document: str) -> list[FicheRow]:
        return [FicheRow(f"{n // 10}.{n % 10}", f"Ouvrir un lieu {n}", n, n + 3) for n in range(1, FICHES + 1)]

    def say(
        self,
        draft: Draft | None,
        message: str,
        history: Sequence[str],
        intention: Intention,
        on_live: Callable[[Live], None] | None = None,
    ) -> Turn:
        for n in range(20 if self.gate is None else 200):
            if self.gate and self.gate.wait(0.05):
                break
            time.sleep(0.0 if self.gate else 0.05)
            if on_live:
                on_live(Live("redaction", ANSWER * n))
        return super().say(draft, message, history, intention)


@pytest.fixture
def long(fake: FakeWorkshop) -> FakeWorkshop:
    """Two hundred settled turns with their sources."""
    workshop = LongWorkshop(fake._data)
    cited = [c.model_dump(exclude={"rang"}) for c in workshop.citations]
    turns = [
        {
            "de": ("vous", "assistant")[n % 2],
            "texte": ANSWER,
            "le": "2026-03-02T09:30:00Z",
            "citations": cited * (n % 2),
        }
        for n in range(TURNS)
    ]
    workshop.save_state({"messages": turns, "ecran": "atelier"})
    return workshop


async def cost(drive: Driven, act: Callable[..., object], *given: object) -> float:
    """Milliseconds of processor between an act and its effect on the screen."""
    before = time.process_time()
    act(*given)
    for _ in range(5):
        await asyncio.sleep(0)
    drive.app.screen._compositor.render_strips()
    return (time.process_time() - before) * 1000


async def opened(drive: Driven) -> None:
    await drive.until(lambda: len(drive.app.workshop_screen.conversation.query(Bubble)) == TURNS, 30)
    await drive.pilot.pause(0.3)


async def test_a_key_shows_at_once_while_an_answer_is_on_its_way(long: FakeWorkshop) -> None:
    async with driven(long) as drive:
        await opened(drive)
        composer = drive.app.workshop_screen.composer
        long.gate = threading.Event()
        await drive.type("Qui ?")
        await drive.press("enter")
        times = []
        for length in range(1, 12):
            times.append(await cost(drive, composer.insert, "é"))
            assert len(composer.text) == length
            await asyncio.sleep(0.02)
        assert drive.app.session.busy, "la réponse doit être encore en route"
        long.gate.set()
        assert statistics.median(times) < KEY_MS, times


async def test_going_from_pane_to_pane_is_quick(long: FakeWorkshop) -> None:
    async with driven(long) as drive:
        await opened(drive)
        screen = drive.app.workshop_screen
        times = [await cost(drive, screen.front, pane) for pane in ("draft", "sources", "conversation") * 2]
        assert drive.app.focused is screen.composer
        assert statistics.median(times) < FOCUS_MS, times


async def test_at_rest_nothing_works_and_the_widgets_are_counted(long: FakeWorkshop) -> None:
    async with driven(long) as drive:
        await opened(drive)
        await drive.settled()
        drive.app.workshop_screen.conversation.focus()
        await drive.pilot.pause(0.5)
        before = time.process_time()
        await asyncio.sleep(2)
        assert (time.process_time() - before) / 2 < 0.05
        assert len(list(drive.app.workshop_screen.walk_children())) < WIDGETS


async def test_four_hundred_fiches_are_listed_and_walked(long: FakeWorkshop) -> None:
    async with driven(long) as drive:
        await drive.press("f4")
        fiches = drive.app.screen.query_one("#fiches", OptionList)
        await drive.until(lambda: fiches.option_count == FICHES)
        fiches.focus()
        await drive.pilot.pause()
        times = [await cost(drive, fiches.action_cursor_down) for _ in range(10)]
        assert fiches.highlighted == 9
        assert statistics.median(times) < KEY_MS, times
        assert len(list(drive.app.screen.walk_children())) < 30


async def test_no_call_blocks_the_loop_along_a_whole_path(fake: FakeWorkshop) -> None:
    blockbuster = pytest.importorskip("blockbuster")
    async with driven(fake, (120, 36)) as drive:
        with blockbuster.blockbuster_ctx("tui"):
            await drive.draft()
            await drive.press("a", "r", "ctrl+z")
            for key in ("f3", "f4", "f8", "f1", "f7", "f2", "g"):
                await drive.press(key)
                await drive.pilot.pause(0.1)
            await drive.press("f2", "q")
            drive.app.do("copy")
            drive.app.do("new")
            await drive.settled()
            await drive.until(lambda: drive.app.session.draft is None)


def test_the_first_frame_costs_little_more_than_that_of_a_bare_application() -> None:
    pytest.importorskip("resource")
    runs = [(measure(BARE), measure(OURS)) for _ in range(3)]
    bare, ours = (statistics.median(pair[side]["cpu"] for pair in runs) for side in (0, 1))
    assert ours <= 1.5 * bare, runs
    assert all(mine["modules"] < 1.2 * theirs["modules"] for theirs, mine in runs)
