"""Drafts behind the interface: proposals, findings, exports, and keeping them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.errors import UsageError
from tui import texts
from tui.backend.base import Part
from tui.records import DraftRow

if TYPE_CHECKING:
    from pathlib import Path

    from assistant.drafts.model import Draft
    from assistant.validation.model import Validation


class Drafting(Part):
    """The drafts of the data folder."""

    def propose(self, draft: Draft) -> Draft:
        """Fresh proposals for the open fields."""
        return self._workshop.propose(draft)

    def validate(self, draft: Draft) -> Validation:
        """Every finding on the fiche this draft would give."""
        return self._workshop.validate(draft)

    def export(self, draft: Draft, kind: str, *, unfinished: bool) -> bytes:
        """The bytes of an export."""
        return self._workshop.export(draft, kind, unfinished=unfinished)

    def export_to(self, draft: Draft, kind: str, *, unfinished: bool) -> Path:
        """Write an export in the folder of exports and say where; never overwrites."""
        return self._workshop.export_to(draft, kind, unfinished=unfinished)

    def drafts(self) -> list[DraftRow]:
        """The drafts kept that can be opened, latest change first."""
        found = self._workshop.drafts.list()
        return [DraftRow(d.id, d.titre, d.modifie, d.completude) for d in found if not d.probleme]

    def load_draft(self, identifier: str) -> Draft:
        """Read a draft."""
        return self._workshop.drafts.load(identifier)

    def save_draft(self, draft: Draft) -> None:
        """Write a draft."""
        self._workshop.drafts.save(draft)

    def save_typing(self, identifier: str, text: str) -> None:
        """Keep what is typed beside a draft."""
        self._workshop.drafts.save_typing(identifier, text)

    def delete_draft(self, identifier: str) -> None:
        """Delete a draft."""
        self._workshop.drafts.delete(identifier)

    def start_from_fiche(self, document: str, line: int) -> Draft:
        """A draft modelled on the fiche that begins at a line; raises ``UsageError`` when there is none."""
        drafting = self._workshop.start_from_fiche(document, f"@{line}")
        if drafting.draft is None:
            raise UsageError(drafting.message, texts.MODEL_NONE_NEXT)
        return drafting.draft

    def duplicate_draft(self, draft: Draft) -> Draft:
        """A copy of a draft under a name of its own, kept at once."""
        from assistant.drafts.operations import duplicate

        copy = duplicate(draft, self._workshop.drafts.new_id(draft.titre))
        self._workshop.drafts.save(copy)
        return copy
