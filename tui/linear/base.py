"""What every deed of the linear mode stands on: the draft of the session, and its change said in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.errors import UsageError
from tui import texts, texts_linear

if TYPE_CHECKING:
    from collections.abc import Callable

    from assistant.drafts.model import Draft
    from tui.linear.run import Linear


class LinearPart:
    """One family of deeds."""

    def __init__(self, linear: Linear) -> None:
        self._linear = linear

    def _draft(self) -> Draft:
        """The open draft; raises ``UsageError`` when there is none."""
        draft = self._linear.session.draft
        if draft is None:
            raise UsageError(texts.STATUS_NO_DRAFT, texts_linear.NO_DRAFT_NEXT)
        return draft

    def _change(self, operation: Callable[[Draft], Draft]) -> bool:
        """Change the draft and say what changed; whether it did."""
        told = len(self._draft().historique)
        done = self._linear.session.change(operation)
        if not done:
            self._linear.console.say(texts_linear.UNCHANGED)
            return False
        for change in self._draft().historique[told:]:
            self._linear.console.say(texts_linear.DONE.format(what=change.quoi))
        self._linear.changed()
        return True


def rank_in(text: str, count: int) -> int:
    """A number from 1 to ``count``; raises ``UsageError``."""
    if text.strip().isdigit() and 1 <= int(text) <= count:
        return int(text)
    raise UsageError(texts_linear.NUMBER.format(text=text.strip()), texts_linear.NUMBER_NEXT)
