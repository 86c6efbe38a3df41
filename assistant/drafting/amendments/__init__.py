"""Messages that change a draft."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.drafting.model import Amendment

if TYPE_CHECKING:
    from assistant.drafts.model import Draft
    from corpus.indexing import Corpus


def amend(draft: Draft, message: str, corpus: Corpus) -> Amendment:
    """Apply a message to a draft."""
    return Amendment(draft=draft, reply=f"Je n'ai pas compris « {message} ».")
