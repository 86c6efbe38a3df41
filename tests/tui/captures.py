"""The screens of the README, from the running program on the sample conventions.

Run ``python -m tests.tui.captures`` from the folder of the project; it writes ``docs/*.svg``.
"""

from __future__ import annotations

import asyncio
import re
import tempfile
from pathlib import Path

from assistant.workshop import Workshop
from tests.tui.driving import Driven
from tui.app import FichesApp
from tui.backend import WorkshopBackend

DOCS = Path(__file__).resolve().parents[2] / "docs"
SIZE = (150, 42)
_FONT = re.compile(r"@font-face \{.*?\}\s*", re.DOTALL)
QUESTION = "Quels sont les indicateurs de la fiche 2.1 de Val-de-Brume ?"
REQUEST = (
    "/rediger Ouvrir un café des parents à Brumeval, porté par le centre social, avec le REAAP, pour les parents de "
    "jeunes enfants, de 2025 à 2027."
)


def keep(app: FichesApp, name: str) -> None:
    """Write what the screen shows, without asking the reader's browser to fetch a font."""
    svg = _FONT.sub("", app.export_screenshot(title="fiches")).replace("Fira Code", "monospace")
    DOCS.mkdir(exist_ok=True)
    (DOCS / f"{name}.svg").write_text(svg, encoding="utf-8")


async def say(drive: Driven, text: str) -> None:
    """Send a message and wait for what it leads to."""
    drive.app.workshop_screen.front("conversation")
    await drive.type(text)
    await drive.press("enter")
    await drive.until(lambda: not drive.app.session.busy, 120)
    await drive.pilot.pause(1)


async def walk(data: Path) -> None:
    """The first session of a newcomer."""
    app = FichesApp(lambda: WorkshopBackend(Workshop(data)))
    async with app.run_test(size=SIZE) as pilot:
        drive = Driven(app, pilot)
        await drive.until(lambda: app.backend, 30)
        await drive.press("e")
        await drive.until(lambda: app.indexing.line, 10)
        await drive.until(lambda: not app.indexing.line, 300)
        await drive.workshop()
        await say(drive, QUESTION)
        await say(drive, REQUEST)
        app.workshop_screen.front("draft")
        await drive.press("a", "a")
        await drive.pilot.pause(1)
        keep(app, "atelier")
        await drive.press("f8")
        await drive.pilot.pause(2)
        keep(app, "export")
        await drive.press("escape", "f2")
        await drive.pilot.pause(6)
        keep(app, "accueil")


def main() -> None:
    """Write the three screens."""
    with tempfile.TemporaryDirectory() as folder:
        asyncio.run(walk(Path(folder)))


if __name__ == "__main__":
    main()
