"""A fake workshop in a folder of its own, in a fixed time zone."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest

from tests.tui.fake import FakeWorkshop

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def fake(tmp_path: Path) -> FakeWorkshop:
    return FakeWorkshop(tmp_path)


@pytest.fixture(autouse=True)
def utc(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Show the same hour on every machine."""
    monkeypatch.setenv("TZ", "UTC")
    tzset = getattr(time, "tzset", lambda: None)
    tzset()
    yield
    monkeypatch.undo()
    tzset()
