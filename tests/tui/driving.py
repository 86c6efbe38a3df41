"""Driving the interface in tests: an application on a fake workshop, and waiting for what must happen."""

from __future__ import annotations

import time
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

from textual.events import Paste

from tui.app import FichesApp

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable

    from textual.pilot import Pilot

    from tests.tui.fake import FakeWorkshop

WIDE = (200, 50)


class Driven:
    """An open application and its pilot."""

    def __init__(self, app: FichesApp, pilot: Pilot[None]) -> None:
        self.app = app
        self.pilot = pilot

    async def until(self, condition: Callable[[], object], seconds: float = 8) -> None:
        """Let the application work until the condition holds."""
        end = time.monotonic() + seconds
        while not condition():
            assert time.monotonic() < end, "ce qui était attendu n'est pas arrivé"
            await self.pilot.pause(0.02)
        await self.pilot.pause()

    async def press(self, *keys: str) -> None:
        await self.pilot.press(*keys)
        await self.pilot.pause()

    async def type(self, text: str) -> None:
        """Put a text where the cursor is, as a paste does; :meth:`press` tries the keys."""
        self.app.post_message(Paste(text))
        await self.pilot.pause()

    async def workshop(self) -> None:
        """Go to the workshop."""
        await self.press("q")
        await self.until(lambda: self.app.workshop_screen.is_current)

    async def draft(self) -> None:
        """Have a draft written, and the keys in its pane."""
        await self.workshop()
        await self.type("Une ludo")
        await self.press("enter")
        await self.until(lambda: self.app.session.draft and not self.app.session.busy)
        await self.until(lambda: self.app.session.validation)

    async def settled(self) -> None:
        """Wait until all is on disk."""
        await self.until(lambda: not self.app.saver.pending)

    def states(self) -> dict[str, str]:
        """The state of every value of the draft."""
        draft = self.app.session.draft
        return {v.id: v.etat for v in draft.valeurs} if draft else {}


@asynccontextmanager
async def driven(fake: FakeWorkshop, size: tuple[int, int] = WIDE) -> AsyncIterator[Driven]:
    """An application open on a fake workshop."""
    app = FichesApp(lambda: fake)
    async with app.run_test(size=size) as pilot:
        drive = Driven(app, pilot)
        await drive.until(lambda: app.backend)
        yield drive
