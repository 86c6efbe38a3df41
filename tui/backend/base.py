"""What every part of the backend stands on: the workshop, and the conversations beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.archive import Archive

if TYPE_CHECKING:
    from assistant.workshop import Workshop


class Part:
    """One room of the backend; everything heavy is imported by the workshop itself, when used."""

    def __init__(self, workshop: Workshop) -> None:
        self._workshop = workshop
        self._archive = Archive(workshop.data / "conversations")
