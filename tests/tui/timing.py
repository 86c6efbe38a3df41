"""Timing what a coordinator feels: from the event of a key to the bytes that show it."""

from __future__ import annotations

import asyncio
import time
from typing import TYPE_CHECKING, Any

from textual import events
from textual.app import App
from textual.drivers.headless_driver import HeadlessDriver
from textual.widgets import TextArea

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.app import ComposeResult

GLYPHS = "üÿßñøåłşžčřěůőű"
"""Letters that nothing else on the screen holds."""


class Recording(HeadlessDriver):
    """A driver for which everything is rendered, as for a terminal, and that hears the bytes."""

    hear: Callable[[str], object] | None = None

    @property
    def is_headless(self) -> bool:
        return False

    def write(self, data: str) -> None:
        if self.hear is not None:
            self.hear(data)


class Bare(App[None]):
    """A text area and nothing else."""

    def compose(self) -> ComposeResult:
        yield TextArea()


def recorded(app: App[Any]) -> Recording:
    """Have an application render all it shows, and return what hears it."""
    driver = app._driver
    assert driver is not None
    driver.__class__ = Recording
    assert isinstance(driver, Recording)
    return driver


async def effect(app: App[Any], event: events.Event, shown: Callable[[str], object]) -> float:
    """Milliseconds of processor, all threads together, between an event and the bytes that show its effect."""
    driver, seen = recorded(app), asyncio.Event()
    driver.hear = lambda data: seen.set() if shown(data) else None
    before = time.process_time()
    app.post_message(event)
    await asyncio.wait_for(seen.wait(), 30)
    spent = time.process_time() - before
    driver.hear = None
    return spent * 1000


async def key_to_glyph(app: App[Any]) -> list[float]:
    """The same, for a key and its letter, once for each of some letters."""
    times = []
    for glyph in GLYPHS:
        times.append(await effect(app, events.Key(glyph, glyph), lambda data: glyph in data))  # noqa: B023
        await asyncio.sleep(0.03)
    return times
