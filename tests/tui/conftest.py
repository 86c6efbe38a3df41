"""A fake workshop in a folder of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.tui.fake import FakeWorkshop

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def fake(tmp_path: Path) -> FakeWorkshop:
    return FakeWorkshop(tmp_path)
