"""Bounds on memory and processor time of the child process, where the system has them."""

from __future__ import annotations

import sys
from collections.abc import Callable

from corpus.reading.limits import Limits

TIMED_OUT = 75
"""Exit status of a child that its own clock ended."""


def _lower(what: int, wanted: int) -> None:
    import resource

    _, hard = resource.getrlimit(what)
    soft = wanted if hard == resource.RLIM_INFINITY else min(wanted, hard)
    try:
        resource.setrlimit(what, (soft, hard))
    except (ValueError, OSError):  # a system that knows the name but not the limit
        return


def _more_time(limits: Limits) -> Callable[[], None]:
    """A function that grants the next step its time, within the time of the whole reading."""
    import resource
    import time

    def grant() -> None:
        wanted = int(time.process_time()) + limits.step_seconds + 1
        _lower(resource.RLIMIT_CPU, min(wanted, limits.processor_seconds))

    return grant


def _patience(seconds: float) -> Callable[[], None]:
    """Where no system limit exists: a thread that ends the process when a step lasts too long by the clock."""
    import os
    import threading

    timers: list[threading.Timer] = []

    def grant() -> None:
        if timers:
            timers.pop().cancel()
        timer = threading.Timer(seconds, os._exit, (TIMED_OUT,))
        timer.daemon = True
        timers.append(timer)
        timer.start()

    grant()
    return grant


def bound(limits: Limits) -> Callable[[], None]:
    """Bound this process; return what a reader calls at each step to be granted the next.

    A step that takes more than ``limits.step_seconds`` of processor ends the process.
    """
    if sys.platform == "win32":
        return _patience(4 * limits.step_seconds)
    import resource

    if sys.platform != "darwin":  # there the address space counts what the system shares
        _lower(resource.RLIMIT_AS, limits.memory)
    _lower(resource.RLIMIT_CORE, 0)
    grant = _more_time(limits)
    grant()
    return grant
