"""The budget of the interface: a long conversation and a large corpus stay quick, and nothing blocks the loop.

Times are of the processor, so that a loaded machine does not decide, and go to the bytes a terminal would receive.
Each is the best median of a few tries; where the machine itself is slow, a bare application of the same run is the
measure.
"""

from __future__ import annotations

import asyncio
import statistics
import threading
import time
from typing import TYPE_CHECKING, Any

import pytest
from textual import events
from textual.widgets import OptionList, TextArea

from bench.interface import BARE, OURS, measure
from tests.tui.driving import WIDE, Driven, driven
from tests.tui.fake import FakeWorkshop
from tests.tui.timing import Bare, effect, key_to_glyph, recorded
from tui.archive import Archive
from tui.records import FicheRow, Live, Turn
from tui.widgets.conversation import WINDOW, Bubble

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Sequence

    from textual.app import App
    from textual.widget import Widget

    from assistant.drafts.model import Draft
    from tui.records import Intention

KEY_MS, FOCUS_MS, WIDGETS = 50, 200, 120
TURNS, FICHES, TRIES = 200, 400, 3
ANSWER = "La communauté de communes porte la fiche [1].\n- Elle suit les **familles**\n- et leurs enfants [2]"
LONGEST = 80
"""Times the answer is said over while it grows: about 8,000 characters, as long as models may write."""


class LongWorkshop(FakeWorkshop):
    """Four hundred fiches, and an engine that says something twenty times a second until it may end."""

    told = 0

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
        while self.gate and on_live and not self.gate.wait(0.05):
            self.told += 1
            on_live(Live("redaction", f"{ANSWER * min(self.told, LONGEST)} {self.told}"))
        return super().say(draft, message, history, intention)


@pytest.fixture
def long(fake: FakeWorkshop) -> LongWorkshop:
    """Two hundred settled turns with their sources."""
    workshop = LongWorkshop(fake._data)
    cited = [c.model_dump(exclude={"rang"}) for c in workshop.citations]
    turns = [
        {
            "de": ("vous", "assistant")[n % 2],
            "texte": f"{n} {ANSWER}",
            "le": "2026-03-02T09:30:00Z",
            "citations": cited * (n % 2),
        }
        for n in range(TURNS)
    ]
    workshop.save_state({"messages": turns, "ecran": "atelier"})
    return workshop


async def best(measured: Callable[[], Awaitable[list[float]]]) -> float:
    """The best median of a few tries: what the code costs, not what the machine was doing."""
    return min([statistics.median(await measured()) for _ in range(TRIES)])


async def bare(measured: Callable[[App[Any]], Awaitable[list[float]]]) -> float:
    """The same on an application that has one text area."""
    app = Bare()
    async with app.run_test(size=WIDE) as pilot:
        app.query_one(TextArea).focus()
        await pilot.pause()
        return statistics.median(await measured(app))


async def opened(drive: Driven) -> None:
    conversation = drive.app.workshop_screen.conversation
    await drive.until(lambda: len(conversation.query(Bubble)) == WINDOW + 1, 30)
    await drive.until(lambda: drive.app.focused is drive.app.workshop_screen.composer)
    await drive.pilot.pause(0.3)


async def test_a_key_shows_at_once_while_an_answer_is_on_its_way(long: LongWorkshop) -> None:
    usual = await bare(key_to_glyph)
    async with driven(long) as drive:
        await opened(drive)
        long.gate = threading.Event()
        await drive.type("Qui ?")
        await drive.press("enter")
        await drive.until(lambda: long.told > 1)
        begun = long.told
        times = await best(lambda: key_to_glyph(drive.app))
        assert drive.app.session.busy, "la réponse doit être encore en route"
        assert long.told > begun + 10
        assert str(long.told)[:1] in str(drive.app.workshop_screen.conversation.query(".live").last(Bubble).content)
        long.gate.set()
        assert times < max(KEY_MS, 10 * usual), (times, usual)


async def test_going_from_pane_to_pane_is_quick(long: LongWorkshop) -> None:
    async with driven(long) as drive:
        await opened(drive)
        screen, app = drive.app.workshop_screen, drive.app

        def shows(pane: Widget) -> Callable[[str], object]:
            return lambda _: app.focused is pane

        async def round_trip() -> list[float]:
            wanted = (screen.draft_pane, screen.sources, screen.composer)
            return [await effect(app, events.Key("f6", None), shows(pane)) for pane in wanted]

        assert await best(round_trip) < FOCUS_MS


async def blur_and_focus(app: App[Any]) -> list[float]:
    """The window of the terminal is left, then comes back in front."""
    times = []
    for _ in range(3):
        left = await effect(app, events.AppBlur(), lambda _: not app.app_focus)
        times.append(left + await effect(app, events.AppFocus(), lambda _: app.app_focus))
    return times


async def test_leaving_the_window_and_coming_back_is_quick(long: LongWorkshop) -> None:
    usual = await bare(blur_and_focus)
    async with driven(long) as drive:
        await opened(drive)
        assert await best(lambda: blur_and_focus(drive.app)) < max(FOCUS_MS, 10 * usual)


async def at_rest(app: App[Any]) -> float:
    """The share of a processor an application takes when nothing happens: the best of a few seconds."""
    shares = []
    for _ in range(TRIES):
        before, begun = time.process_time(), time.monotonic()
        await asyncio.sleep(1)
        shares.append((time.process_time() - before) / (time.monotonic() - begun))
    return min(shares)


async def test_at_rest_nothing_works_and_the_widgets_are_counted(long: LongWorkshop) -> None:
    async with driven(long) as drive:
        await opened(drive)
        await drive.settled()
        written: list[str] = []
        recorded(drive.app).hear = written.append
        assert await at_rest(drive.app) < 0.03
        assert len(written) <= 4 * TRIES, "au repos, seul le curseur clignote"
        assert len(list(drive.app.workshop_screen.walk_children())) < WIDGETS


async def test_waiting_for_a_silent_engine_costs_next_to_nothing(fake: FakeWorkshop) -> None:
    fake.gate, fake.pieces = threading.Event(), ["La communauté"]
    async with driven(fake) as drive:
        await drive.workshop()
        await drive.type("Qui ?")
        await drive.press("enter")
        await drive.until(lambda: drive.app.workshop_screen.conversation.query(".live"))
        await drive.settled()
        recorded(drive.app)
        assert await at_rest(drive.app) < 0.05
        fake.gate.set()


async def test_four_hundred_fiches_are_listed_and_walked(long: LongWorkshop) -> None:
    async with driven(long) as drive:
        await drive.press("f4")
        fiches = drive.app.screen.query_one("#fiches", OptionList)
        await drive.until(lambda: fiches.option_count >= FICHES)
        fiches.focus()
        await drive.until(lambda: drive.app.focused is fiches)
        begun = fiches.highlighted or 0

        async def walk() -> list[float]:
            return [await effect(drive.app, events.Key("down", None), bool) for _ in range(10)]

        assert await best(walk) < KEY_MS
        assert (fiches.highlighted or 0) > begun
        assert len(list(drive.app.screen.walk_children())) < 40


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
            fake.gate, fake.pieces = threading.Event(), ["La commu"]
            drive.app.workshop_screen.front("conversation")
            await drive.pilot.pause()
            await drive.type("Qui ?")
            await drive.press("enter")
            await drive.until(lambda: drive.app.session.partial)
            await drive.press("escape", "f5")
            fake.gate.set()
            await drive.until(lambda: not drive.app.session.busy)
            drive.app.do("copy")
            drive.app.do("new")
            await drive.settled()
            await drive.until(lambda: drive.app.session.draft is None)


async def test_the_guard_against_blocking_calls_sees_one(fake: FakeWorkshop) -> None:
    blockbuster = pytest.importorskip("blockbuster")
    archive = Archive(fake._data)
    archive.save("x", [])
    with blockbuster.blockbuster_ctx("tui"), pytest.raises(blockbuster.BlockingError):
        archive.load("x")


def test_the_first_frame_costs_little_more_than_that_of_a_bare_application() -> None:
    pytest.importorskip("resource")
    runs = [(measure(BARE), measure(OURS)) for _ in range(3)]
    bare, ours = (statistics.median(pair[side]["cpu"] for pair in runs) for side in (0, 1))
    assert ours <= 1.5 * bare, runs
    assert all(mine["modules"] < 1.2 * theirs["modules"] for theirs, mine in runs)
