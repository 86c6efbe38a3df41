"""What should be known of the corpus (a server away, a repair), told once each, wherever one is."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.ports import Backend

EVERY_SECONDS = 2.0


class Told:
    """The notices of a backend that have not been told yet."""

    def __init__(self) -> None:
        self._known: set[str] = set()

    def fresh(self, backend: Backend) -> list[str]:
        """Those to tell now."""
        found = [notice for notice in backend.notices() if notice not in self._known]
        self._known.update(found)
        return found
