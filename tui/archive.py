"""Conversations held without a draft, once set aside: one file each, written atomically."""

from __future__ import annotations

import datetime as dt
import json
import re
from typing import TYPE_CHECKING

from pydantic import TypeAdapter, ValidationError

from assistant.drafts.model import Message
from corpus.errors import UsageError
from tui import texts
from tui.records import ConversationRow
from tui.shortening import shorten

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

_MESSAGES = TypeAdapter(list[Message])
_NAME = re.compile(r"[0-9a-z-]{1,40}")


class Archive:
    """The conversations of one folder, created at the first one."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def rows(self) -> list[ConversationRow]:
        """Every conversation that can be read, latest first."""
        rows = []
        for path in sorted(self._folder.glob("*.json"), reverse=True):
            messages = _read(path)
            if messages:
                title = next((m.texte for m in messages if m.de == "vous"), messages[0].texte)
                rows.append(ConversationRow(path.stem, shorten(title, 90), messages[-1].le, len(messages)))
        return sorted(rows, key=lambda row: row.modifie, reverse=True)

    def load(self, identifier: str) -> list[Message]:
        """The messages of a conversation; raises ``UsageError`` when it is not there or cannot be read."""
        messages = _read(self._path(identifier))
        if messages is None:
            raise UsageError(texts.CONVERSATION_UNKNOWN, texts.CONVERSATION_UNKNOWN_NEXT)
        return messages

    def save(self, identifier: str, messages: Sequence[Message]) -> None:
        """Write a conversation under its identifier."""
        from assistant.exports.files import write_file

        path = self._path(identifier)
        path.parent.mkdir(parents=True, exist_ok=True)
        payload = json.dumps(_MESSAGES.dump_python(list(messages), mode="json"), ensure_ascii=False)
        write_file(path, payload.encode("utf-8", "replace"), overwrite=True)

    def delete(self, identifier: str) -> None:
        """Delete a conversation; nothing when it is gone already."""
        self._path(identifier).unlink(missing_ok=True)

    def _path(self, identifier: str) -> Path:
        if not _NAME.fullmatch(identifier):
            raise UsageError(texts.CONVERSATION_UNKNOWN, texts.CONVERSATION_UNKNOWN_NEXT)
        return self._folder / f"{identifier}.json"


def new_identifier() -> str:
    """A name no other conversation has: the moment, to the microsecond."""
    return f"{dt.datetime.now(dt.UTC):%Y%m%d-%H%M%S-%f}"


def _read(path: Path) -> list[Message] | None:
    try:
        return _MESSAGES.validate_json(path.read_bytes())
    except (OSError, ValidationError):
        return None
