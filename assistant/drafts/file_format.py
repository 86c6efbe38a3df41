"""A draft as bytes: JSON in which the history names past values instead of repeating them.

``{"version", "id", …, "historique": [{"le", "quoi", "avant": [rank in "valeurs_passees"]}], "valeurs_passees": […]}``
"""

from __future__ import annotations

import json
from typing import Any

from pydantic import ValidationError

from assistant.drafts.model import Draft, Valeur
from corpus.errors import UnreadableError

VERSION = 1


def pack(draft: Draft) -> bytes:
    """The bytes of a draft, readable by a human, without repeating what did not change."""
    data = draft.model_dump(mode="json", exclude={"historique"})
    table = _Table()
    data["historique"] = [
        {"le": change.le.isoformat(), "quoi": change.quoi, "avant": [table.rank(value) for value in change.avant]}
        for change in draft.historique
    ]
    data["valeurs_passees"] = table.values
    return json.dumps(data, ensure_ascii=False, indent=1).encode("utf-8", "replace")


class _Table:
    """The distinct values of a history. States of a draft share their values, so that most are known by identity."""

    def __init__(self) -> None:
        self.values: list[dict[str, Any]] = []
        self._by_identity: dict[int, int] = {}
        self._by_content: dict[str, int] = {}

    def rank(self, value: Valeur) -> int:
        """The rank of a value in the table, where it is added when it is new."""
        known = self._by_identity.get(id(value))
        if known is None:
            written = value.model_dump(mode="json")
            known = self._by_content.setdefault(json.dumps(written), len(self.values))
            if known == len(self.values):
                self.values.append(written)
            self._by_identity[id(value)] = known
        return known


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
    past = [Valeur.model_validate(value) for value in data.pop("valeurs_passees", [])]
    for change in data.get("historique", []):
        change["avant"] = [past[item] if isinstance(item, int) else item for item in change["avant"]]
    return data
