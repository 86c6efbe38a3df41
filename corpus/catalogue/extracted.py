"""What was extracted from documents, kept part by part: an answer rarely needs more than one."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from corpus.models import Extraction

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator, Sequence

_PARTS = ("plan", "fiches", "sections")
_WHOLE = """SELECT name, carte, plan, extractions.fiches, extractions.sections
    FROM extractions JOIN documents ON documents.id = document"""


def insert(connection: sqlite3.Connection, document: int, extraction: Extraction) -> None:
    """Keep the parts of an extraction, but for its card, in the transaction in progress."""
    plain = extraction.model_dump(mode="json", include=set(_PARTS))
    numbers = [found.fiche.numero for found in extraction.fiches if found.fiche.numero]
    starts = [section.source.ligne_debut for section in extraction.sections]
    values = [numbers, starts, *(plain[part] for part in _PARTS)]
    told = [json.dumps(value, ensure_ascii=False, separators=(",", ":")) for value in values]
    connection.execute("INSERT INTO extractions VALUES (?, ?, ?, ?, ?, ?)", (document, *told))


def wholes(connection: sqlite3.Connection, name: str | None = None) -> Iterator[Extraction]:
    """What was extracted from one document, or from all by name."""
    where, values = ("", ()) if name is None else (" WHERE name = ?", (name,))
    for row in connection.execute(f"{_WHOLE}{where} ORDER BY name", values):
        yield _read(row[0], ("carte", *_PARTS), row[1:])


def part(connection: sqlite3.Connection, document: int, name: str) -> Extraction:
    """An extraction of which only one part is read: ``plan``, ``fiches`` or ``sections``."""
    row = connection.execute(f"SELECT {name} FROM extractions WHERE document = ?", (document,)).fetchone()  # noqa: S608 (our own names)
    return _read("", (name,), row or ("[]",))


def starts(connection: sqlite3.Connection, document: int) -> frozenset[int]:
    """The lines on which the sections of a document start."""
    row = connection.execute("SELECT starts FROM extractions WHERE document = ?", (document,)).fetchone()
    return frozenset(json.loads(row[0])) if row else frozenset()


def numbers(connection: sqlite3.Connection) -> dict[str, list[str]]:
    """The numbers of the fiches of every document that was read, in order, by document name."""
    query = "SELECT name, numbers FROM extractions JOIN documents ON documents.id = document ORDER BY name"
    return {name: json.loads(found) for name, found in connection.execute(query)}


def _read(document: str, names: Sequence[str], values: Sequence[Any]) -> Extraction:
    told = "".join(f', "{name}": {value}' for name, value in zip(names, values, strict=True))
    return Extraction.model_validate_json(f'{{"document": {json.dumps(document)}{told}}}')
