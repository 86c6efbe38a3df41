"""What the interface needs of the workshop: one protocol.

Every method of :class:`Backend` may block: the interface calls them from worker threads only.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from assistant.drafts.model import Draft, Message
    from assistant.validation.model import Validation
    from corpus.models import Line, SearchHit
    from tui.correcting import Change, ReadFiche
    from tui.records import (
        ConversationRow,
        DocumentRow,
        DraftRow,
        EngineRow,
        FicheRow,
        Holdings,
        Intention,
        Live,
        OwnHit,
        Place,
        Step,
        Summary,
        Turn,
    )
    from tui.sample import Entry


class Backend(Protocol):
    """The workshop as the interface uses it."""

    @property
    def data(self) -> Path:
        """The data folder."""
        ...

    @property
    def engine_name(self) -> str:
        """The engine in use."""
        ...

    @property
    def share(self) -> str:
        """What the server of the index of a team receives; empty when the index is the one of this machine."""
        ...

    def notices(self) -> list[str]:
        """What should be known of the corpus: a server that is away, a repair."""
        ...

    def summary(self) -> Summary:
        """What the corpus holds."""
        ...

    def documents(self) -> list[DocumentRow]:
        """The documents of the corpus, read or failed."""
        ...

    def holdings(self) -> Holdings:
        """The titles of the fiches of every document, and the themes one may filter by."""
        ...

    def about(self, theme: str) -> frozenset[Place]:
        """The places of the passages that say a theme."""
        ...

    def fiches(self, document: str) -> list[FicheRow]:
        """The fiches and plan found in a document."""
        ...

    def read_fiche(self, document: str, line: int) -> ReadFiche:
        """The extracted fiche that begins at a line, field by field."""
        ...

    def correct(self, change: Change) -> ReadFiche:
        """Correct a field of an extracted fiche, or cancel its correction; the fiche as it now stands."""
        ...

    def sample_conventions(self) -> Path:
        """The folder of the invented conventions that come with the project."""
        ...

    def sample_fiche(self) -> list[Entry]:
        """A finished fiche, field by field."""
        ...

    def engines(self) -> list[EngineRow]:
        """The engines that can be chosen."""
        ...

    def choose_engine(self, name: str) -> str:
        """Use an engine from now on; its name comes back."""
        ...

    def index(
        self,
        paths: Sequence[Path],
        on_progress: Callable[[Step], None],
        should_stop: Callable[[], bool],
        *,
        ocr: bool = False,
    ) -> list[str]:
        """Read files and folders into the corpus, scans too with ``ocr``; a French line per document not unchanged."""
        ...

    def remove(self, document: str) -> None:
        """Take a document out of the corpus."""
        ...

    def search(self, question: str, k: int = 20) -> list[SearchHit]:
        """The passages that match, best first."""
        ...

    def search_words(self, question: str, k: int = 20) -> list[SearchHit]:
        """The passages that hold the words, at once, without the meaning."""
        ...

    def warm(self) -> None:
        """Load what the first answer needs, before it is asked for."""
        ...

    def lines(self, document: str, first: int, last: int) -> list[Line]:
        """The lines of a document, both ends included, as far as they exist."""
        ...

    def say(
        self,
        draft: Draft | None,
        message: str,
        history: Sequence[str],
        intention: Intention,
        on_live: Callable[[Live], None] | None = None,
    ) -> Turn:
        """Answer a message, or draft or amend from it; ``on_live`` hears how far it is."""
        ...

    def propose(self, draft: Draft) -> Draft:
        """Fresh proposals for the open fields."""
        ...

    def validate(self, draft: Draft) -> Validation:
        """Every finding on the fiche this draft would give."""
        ...

    def export(self, draft: Draft, kind: str, *, unfinished: bool) -> bytes:
        """The bytes of an export; raises ``RefusedError`` when the draft is not valid and must be final."""
        ...

    def export_to(self, draft: Draft, kind: str, *, unfinished: bool) -> Path:
        """Write an export in the folder of exports and say where; never overwrites."""
        ...

    def drafts(self) -> list[DraftRow]:
        """The drafts kept, latest change first."""
        ...

    def load_draft(self, identifier: str) -> Draft:
        """Read a draft."""
        ...

    def save_draft(self, draft: Draft) -> None:
        """Write a draft."""
        ...

    def save_typing(self, identifier: str, text: str) -> None:
        """Keep what is typed beside a draft, without writing the draft again."""
        ...

    def delete_draft(self, identifier: str) -> None:
        """Delete a draft."""
        ...

    def start_from_fiche(self, document: str, line: int) -> Draft:
        """A draft modelled on the fiche of the corpus that begins at a line."""
        ...

    def duplicate_draft(self, draft: Draft) -> Draft:
        """A copy of a draft under a name of its own, kept at once."""
        ...

    def conversations(self) -> list[ConversationRow]:
        """The conversations set aside, latest first."""
        ...

    def load_conversation(self, identifier: str) -> list[Message]:
        """The messages of a conversation set aside."""
        ...

    def save_conversation(self, identifier: str, messages: Sequence[Message]) -> None:
        """Set a conversation aside."""
        ...

    def delete_conversation(self, identifier: str) -> None:
        """Delete a conversation set aside."""
        ...

    def search_own(self, question: str) -> list[OwnHit]:
        """What drafts and conversations hold of these words."""
        ...

    def stop(self) -> None:
        """Stop the engine at once, when it can be."""
        ...

    def load_state(self) -> dict[str, Any]:
        """What the interface remembered; empty at the first start or when unreadable."""
        ...

    def save_state(self, state: dict[str, Any]) -> None:
        """Remember the state of the interface."""
        ...
