"""The export as JSON, by the contract."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from assistant.exports.page import Page


def write(page: Page) -> bytes:
    """The JSON of an export, indented; the key ``brouillon`` is there only when it is unfinished."""
    data = page.export.model_dump(mode="json")
    if data["brouillon"] is None:
        del data["brouillon"]
    return (json.dumps(data, ensure_ascii=False, indent=2) + "\n").encode("utf-8", "replace")
