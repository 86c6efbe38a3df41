"""Copying: the terminal is asked (OSC 52), and a tool of the system too, whose copy is read back."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

LONGEST = 2.0
"""Seconds a tool may take."""


def tools(environment: Mapping[str, str]) -> list[tuple[list[str], list[str]]]:
    """The tools this machine has, each as the command that copies and the one that reads back."""
    found: list[tuple[list[str], list[str]]] = []
    if sys.platform == "darwin":
        found.append((["pbcopy"], ["pbpaste"]))
    if environment.get("WAYLAND_DISPLAY"):
        found.append((["wl-copy"], ["wl-paste", "--no-newline"]))
    if environment.get("DISPLAY"):
        found.append((["xclip", "-selection", "clipboard"], ["xclip", "-selection", "clipboard", "-o"]))
        found.append((["xsel", "--clipboard", "--input"], ["xsel", "--clipboard", "--output"]))
    if environment.get("WSL_DISTRO_NAME"):
        found.append((["clip.exe"], []))
    return [(copy, read) for copy, read in found if shutil.which(copy[0])]


def copy_with_a_tool(text: str, environment: Mapping[str, str] | None = None) -> tuple[str, bool]:
    """Copy with the first tool that works: its name, and whether what it holds was read back the same.

    An empty name means that no tool copied. May block for a few seconds: for a worker thread.
    """
    for copy, read in tools(os.environ if environment is None else environment):
        if not _run(copy, text):
            continue
        return copy[0], bool(read) and _read(read) == text
    return "", False


def _run(command: list[str], text: str) -> bool:
    try:
        # stdout is not captured: xclip keeps it open for as long as it serves the copy
        nowhere = subprocess.DEVNULL
        done = subprocess.run(command, input=text.encode(), timeout=LONGEST, stdout=nowhere, stderr=nowhere)  # noqa: PLW1510, S603
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0


def _read(command: list[str]) -> str | None:
    try:
        done = subprocess.run(command, timeout=LONGEST, check=False, capture_output=True)  # noqa: S603
    except (OSError, subprocess.TimeoutExpired):
        return None
    return done.stdout.decode("utf-8", "replace") if done.returncode == 0 else None
