"""What the main screens look like, at three sizes; look at the difference before updating."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests.tui.fake import FakeWorkshop, sample_draft
from tui.app import FichesApp

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from textual.pilot import Pilot

SIZES = [(80, 24), (120, 36), (200, 50)]
PATHS: dict[str, tuple[str, ...]] = {
    "accueil": (),
    "reponse": ("q", "Q", "u", "i", "question_mark", "enter"),
    "brouillon": ("enter", "f6"),
    "sources": ("enter", "f6", "f6"),
    "export": ("enter", "f8"),
    "budget": ("enter", "f7", "C", "a", "f", "space", "9", "0", "0"),
    "champs": ("enter", "f6", "f6", "u"),
    "modifier": ("enter", "f6", "e", "X"),
    "exemple": ("f",),
    "reglages": ("g",),
    "lecture": ("f3", "f", "i", "c", "h", "e", "enter", "enter"),
    "corpus": ("f4",),
    "filtres": ("f4", "f", "tab", "tab", "enter", "down"),
    "palette": ("ctrl+p", "b", "u"),
    "aide-brouillon": ("enter", "f6", "f1"),
    "recherche": ("f3", "f", "i", "c", "h", "e"),
    "aide": ("f1",),
}


@pytest.mark.parametrize("size", SIZES, ids=lambda s: f"{s[0]}x{s[1]}")
@pytest.mark.parametrize("name", PATHS)
def test_screen(name: str, size: tuple[int, int], snap_compare: Callable[..., bool], tmp_path: Path) -> None:
    assert snap_compare(_app(tmp_path), terminal_size=size, run_before=lambda pilot: _walk(pilot, PATHS[name]))


@pytest.mark.parametrize("size", SIZES, ids=lambda s: f"{s[0]}x{s[1]}")
def test_first_run(size: tuple[int, int], snap_compare: Callable[..., bool], tmp_path: Path) -> None:
    app = FichesApp(lambda: FakeWorkshop(tmp_path, documents=0))
    assert snap_compare(app, terminal_size=size, run_before=lambda pilot: _walk(pilot, ()))


@pytest.mark.parametrize("name", ["accueil", "brouillon", "reponse", "budget"])
def test_dark_screen(name: str, snap_compare: Callable[..., bool], tmp_path: Path) -> None:
    async def walk(pilot: Pilot[Any]) -> None:
        await _walk(pilot, PATHS[name])
        pilot.app.do("toggle_theme")  # type: ignore[attr-defined]
        await pilot.pause(0.2)

    assert snap_compare(_app(tmp_path), terminal_size=(120, 36), run_before=walk)


def _app(folder: Path) -> FichesApp:
    fake = FakeWorkshop(folder)
    fake.save_draft(sample_draft())
    return FichesApp(lambda: fake)


async def _walk(pilot: Pilot[Any], keys: tuple[str, ...]) -> None:
    """Press keys one at a time, letting the background work between them end."""
    app = pilot.app
    assert isinstance(app, FichesApp)
    await _quiet(pilot, app)
    for key in keys:
        await pilot.press(key)
        await _quiet(pilot, app)


async def _quiet(pilot: Pilot[Any], app: FichesApp) -> None:
    await pilot.pause(0.05)
    for _ in range(200):
        if app.backend and not app.saver.pending and not app.session.busy and not _working(app):
            break
        await pilot.pause(0.05)
    for composer in app.screen.query("TextArea, Input"):
        composer.cursor_blink = False  # type: ignore[attr-defined]
    await pilot.pause(0.05)


def _working(app: FichesApp) -> bool:
    return any(worker.is_running for worker in app.workers)
