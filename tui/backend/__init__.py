"""The real workshop behind the interface's protocol. Built and used in worker threads only."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tui.backend.drafting import Drafting
from tui.backend.reading import Reading
from tui.backend.talking import Talking

if TYPE_CHECKING:
    from pathlib import Path


class WorkshopBackend(Reading, Talking, Drafting):
    """Adapts :class:`assistant.workshop.Workshop` to :class:`tui.ports.Backend`."""

    @property
    def data(self) -> Path:
        """The data folder."""
        return self._workshop.data

    @property
    def share(self) -> str:
        """What the server of the index of a team receives; empty when the index is the one of this machine."""
        return self._workshop.share

    def notices(self) -> list[str]:
        """What should be known of the corpus: a server that is away, a repair."""
        return self._workshop.notices()

    def load_state(self) -> dict[str, Any]:
        """What the interface remembered."""
        return self._workshop.load_state()

    def save_state(self, state: dict[str, Any]) -> None:
        """Remember the state of the interface."""
        self._workshop.save_state(state)
