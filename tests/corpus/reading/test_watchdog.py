"""The clock that stands in where the system has no limits."""

from __future__ import annotations

import os
import time

import pytest

from corpus.reading.watchdog import TIMED_OUT, _patience


def test_a_step_that_lasts_ends_the_process_and_progress_saves_it(monkeypatch: pytest.MonkeyPatch) -> None:
    ended: list[int] = []
    monkeypatch.setattr(os, "_exit", ended.append)
    grant = _patience(0.25)
    for _ in range(4):
        time.sleep(0.1)
        grant()
    assert not ended
    time.sleep(0.6)
    assert ended == [TIMED_OUT]
