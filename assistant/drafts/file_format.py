"""A draft as bytes: JSON in which the history names past values instead of repeating them.

``{"version", "id", …, "historique": [{"le", "quoi", "avant": [rank in "valeurs_passees"]}], "valeurs_passees": […]}``
"""

from __future__ import annotations

import json
from typing import Any

from pydantic import ValidationError

from assistant.drafts.model import Draft
from corpus.errors import UnreadableError

VERSION = 1


def pack(draft: Draft) -> bytes:
    """The bytes of a draft, readable by a human, without repeating what did not change."""
    data = draft.model_dump(mode="json")
    ranks: dict[str, int] = {}
    for change in data["historique"]:
        keys = [json.dumps(value, ensure_ascii=False) for value in change["avant"]]
        change["avant"] = [ranks.setdefault(key, len(ranks)) for key in keys]
    data["valeurs_passees"] = [json.loads(key) for key in ranks]
    return json.dumps(data, ensure_ascii=False, indent=1).encode()


def unpack(raw: bytes) -> Draft:
    """The draft these bytes hold; :class:`UnreadableError` with reason ``version`` or ``endommage``."""
    try:
        data = json.loads(raw)
        if isinstance(data, dict):
            _check_version(data)
        return Draft.model_validate(_unfold(data))
    except (ValueError, ValidationError, KeyError, IndexError, TypeError, AttributeError, RecursionError) as error:
        raise UnreadableError("Ce brouillon est endommagé.", reason="endommage") from error


def _check_version(data: dict[str, Any]) -> None:
    version = data.get("version")
    if isinstance(version, int) and version > VERSION:
        raise UnreadableError(
            f"Ce brouillon a été écrit par une version plus récente du logiciel (format {version}).",
            "Mettez le logiciel à jour ; le brouillon n'a pas été touché.",
            reason="version",
        )


def _unfold(data: dict[str, Any]) -> dict[str, Any]:
    past = data.pop("valeurs_passees", [])
    for change in data.get("historique", []):
        change["avant"] = [past[item] if isinstance(item, int) else item for item in change["avant"]]
    return data
