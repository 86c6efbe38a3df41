"""How far a long task is, told to whoever shows it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Progress:
    """Where a long task stands: ``done`` of ``total`` files read, or passages embedded."""

    stage: Literal["lecture", "vecteurs"]
    done: int
    total: int
    document: str = ""
    state: str = ""


OnProgress = Callable[[Progress], None]
ShouldStop = Callable[[], bool]


def tell(on_progress: OnProgress | None, progress: Progress) -> None:
    """Tell, when somebody listens."""
    if on_progress:
        on_progress(progress)


def stopped(should_stop: ShouldStop | None) -> bool:
    """Whether somebody asked to stop."""
    return should_stop is not None and should_stop()
