"""Copying says how; an editor gives the text back; the mouse can be released."""

from __future__ import annotations

import os
import stat
import sys
from typing import TYPE_CHECKING

import pytest

from tests.tui.driving import driven
from tui.clipboard import copy_with_a_tool
from tui.handoff import edited, editor_command

if TYPE_CHECKING:
    from pathlib import Path

    from tests.tui.driving import Driven
    from tests.tui.fake import FakeWorkshop

posix = pytest.mark.skipif(sys.platform == "win32", reason="de petits programmes shell")


def tool(folder: Path, name: str, body: str) -> None:
    path = folder / name
    path.write_text(f"#!/bin/sh\n{body}\n")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)


def notices(drive: Driven) -> str:
    return " ".join(n.message for n in drive.app._notifications)


@posix
def test_a_tool_copies_and_is_read_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tool(tmp_path, "xclip", f'case "$*" in *-o) cat {tmp_path}/kept;; *) cat > {tmp_path}/kept;; esac')
    monkeypatch.setenv("PATH", f"{tmp_path}:{os.environ['PATH']}")
    assert copy_with_a_tool("é\nb", {"DISPLAY": ":0"}) == ("xclip", True)
    tool(tmp_path, "xclip", 'case "$*" in *-o) echo autre;; *) cat > /dev/null;; esac')
    assert copy_with_a_tool("é", {"DISPLAY": ":0"}) == ("xclip", False), "ce qui est relu diffère : ce n'est pas sûr"


def test_without_a_screen_no_tool_is_tried() -> None:
    if sys.platform != "darwin":
        assert copy_with_a_tool("a", {}) == ("", False)


async def test_copying_an_answer_says_how(fake: FakeWorkshop, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui.handoff.copy_with_a_tool", lambda _: ("wl-copy", True))
    async with driven(fake) as drive:
        await drive.workshop()
        await drive.type("Qui ?")
        await drive.press("enter")
        await drive.until(lambda: len(drive.app.session.messages) == 2)
        drive.app.do("copy")
        await drive.until(lambda: "wl-copy, et relu" in notices(drive))
        assert drive.app.clipboard.startswith(fake.answer)
        assert "convention-val-de-brume.txt, 3-3" in drive.app.clipboard


@posix
def test_an_editor_gives_the_text_back_clean(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tool(tmp_path, "editeur", r'printf "fin\033[2J" >> "$1"')
    monkeypatch.setenv("VISUAL", f"{tmp_path}/editeur")
    assert edited("début ", editor_command()) == "début fin [2J"
    assert edited("a", ["/n/existe/pas"]) is None
    tool(tmp_path, "editeur", "exit 1")
    assert edited("a", editor_command()) is None


async def test_an_editor_that_cannot_open_leaves_the_text(fake: FakeWorkshop) -> None:
    async with driven(fake) as drive:
        await drive.workshop()
        await drive.type("mon texte")
        await drive.press("ctrl+o")
        assert drive.app.workshop_screen.composer.text == "mon texte"
        assert notices(drive)
