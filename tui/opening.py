"""What is read before the first screen can show anything true; run in a worker thread."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from corpus.errors import FichesError
from tui.records import Snapshot

if TYPE_CHECKING:
    from collections.abc import Callable

    from assistant.drafts.model import Draft
    from tui.ports import Backend


@dataclass(slots=True)
class Opened:
    """The open workshop and where the coordinator had left it."""

    backend: Backend
    state: dict[str, Any] = field(default_factory=dict)
    draft: Draft | None = None
    snapshot: Snapshot = field(default_factory=Snapshot)
    problem: str = ""


def _import_the_rest() -> None:
    """Import what the first frame did not wait for, before the event loop needs it."""
    import tui.conversations
    import tui.deeds
    import tui.handoff
    import tui.keeping
    import tui.saving
    import tui.screens.atelier
    import tui.turns  # noqa: F401


def snapshot(backend: Backend) -> Snapshot:
    """What the home screen lists."""
    return Snapshot(backend.summary(), backend.drafts(), backend.conversations())


def open_everything(build: Callable[[], Backend]) -> Opened:
    """Build the workshop, read its state and the draft that was open; a draft that cannot be read is said so."""
    _import_the_rest()
    backend = build()
    opened = Opened(backend, backend.load_state())
    wanted = opened.state.get("brouillon")
    if isinstance(wanted, str):
        try:
            opened.draft = backend.load_draft(wanted)
        except FichesError as error:
            opened.problem = str(error)
    opened.snapshot = snapshot(backend)
    return opened
