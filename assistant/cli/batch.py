"""Many questions in one process: one JSON object a line in, one a line out, in order."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING, Any

from corpus.errors import FichesError, UsageError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from assistant.cli.output import Output


def _item(line: str, number: int, key: str) -> tuple[Any, str]:
    try:
        item = json.loads(line)
    except ValueError as error:
        raise UsageError(f"Ligne {number} : ce n'est pas du JSON.", f'Attendu : {{"id": …, "{key}": "…"}}.') from error
    if not isinstance(item, dict) or not isinstance(item.get(key), str):
        raise UsageError(f"Ligne {number} : il manque « {key} ».", f'Attendu : {{"id": …, "{key}": "…"}}.')
    return item.get("id"), item[key]


def run_batch(
    key: str, answer: Callable[[str], dict[str, Any]], out: Output, lines: Iterable[str] | None = None
) -> int:
    """Answer each line of standard input; a line in error is answered by its error, and the rest goes on.

    Returns 0, or 2 when a line could not be understood.
    """
    status = 0
    for number, line in enumerate(sys.stdin if lines is None else lines, 1):
        if not line.strip():
            continue
        identifier: Any = None
        try:
            identifier, text = _item(line, number, key)
            out.json({"id": identifier, **answer(text)})
        except FichesError as error:
            status = 2
            out.json({"id": identifier, "erreur": error.message, "piste": error.next_step})
    return status
