"""From models to rows of the catalogue and back."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, TypeVar

from corpus.catalogue.records import DocumentEntry, StoredPassage, content_key
from corpus.errors import UsageError
from corpus.models import Carte, Line, Passage
from corpus.text.folding import fold

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Sequence

K = TypeVar("K", int, str)

ENTRY_COLUMNS = (
    "name, path, sha256, state, reason, message, format, pages, lines, sections, fiches, plan_rows, passages,"
    " carte, warnings, pipeline, saved_at"
)

_AT_ONCE = 500
"""Identifiers looked up in one query."""


def entry(row: Sequence[Any]) -> DocumentEntry:
    """The entry of a row of :data:`ENTRY_COLUMNS`."""
    *plain, carte, warnings, pipeline, saved_at = row
    values = [*plain, Carte.model_validate_json(carte), tuple(json.loads(warnings)), pipeline, saved_at]
    return DocumentEntry(*values)


def line(row: Sequence[Any]) -> Line:
    """The line of a row (number, text, page, cells)."""
    number, text, page, cells = row
    return Line.model_construct(
        number=number, text=text, page=page, cells=tuple(json.loads(cells)) if cells is not None else ()
    )


def line_row(document: int, line: Line) -> tuple[object, ...]:
    """The row of a line."""
    cells = json.dumps(line.cells, ensure_ascii=False) if line.cells else None
    return document, line.number, line.text, line.page, cells


def stored_passage(row: Sequence[Any]) -> StoredPassage:
    """The stored passage of a row (id, key, content)."""
    number, key, content = row
    return StoredPassage(number, key, Passage.model_validate_json(content))


def unknown(name: str) -> UsageError:
    """The error for a document the corpus does not have."""
    return UsageError(f"Aucun document du corpus ne s'appelle « {name} ».", "« fiches corpus » donne leurs noms.")


def number_of(connection: sqlite3.Connection, name: str) -> int:
    """The identifier of a document; raises :class:`UsageError` when there is none of that name."""
    row = connection.execute("SELECT id FROM documents WHERE name = ?", (name,)).fetchone()
    if row is None:
        raise unknown(name)
    return int(row[0])


def by_number(connection: sqlite3.Connection, query: str, numbers: Iterable[K]) -> dict[K, tuple[Any, ...]]:
    """The rows of some identifiers, in the order asked; ``query`` ends with the column, which comes first in it."""
    wanted = list(numbers)
    found: dict[K, tuple[Any, ...]] = {}
    for start in range(0, len(wanted), _AT_ONCE):
        part = wanted[start : start + _AT_ONCE]
        found |= {row[0]: row for row in connection.execute(f"{query} IN ({', '.join('?' * len(part))})", part)}
    return {number: found[number] for number in wanted if number in found}


def ids_by_key(connection: sqlite3.Connection, keys: Sequence[str]) -> dict[str, list[int]]:
    """The identifiers of the passages embedded under some keys."""
    found: dict[str, list[int]] = {}
    for start in range(0, len(keys), _AT_ONCE):
        part = keys[start : start + _AT_ONCE]
        query = f"SELECT key, id FROM passages WHERE key IN ({', '.join('?' * len(part))}) ORDER BY id"  # noqa: S608 (only marks)
        for key, number in connection.execute(query, part):
            found.setdefault(key, []).append(number)
    return found


def insert_passages(
    connection: sqlite3.Connection, document: int, passages: Sequence[Passage]
) -> list[tuple[int, Passage]]:
    """Insert the passages of a document; returns each with its new identifier."""
    return [(_insert_passage(connection, document, passage), passage) for passage in passages]


def _insert_passage(connection: sqlite3.Connection, document: int, passage: Passage) -> int:
    in_fiche = passage.fiche is not None or passage.kind in {"champ", "fiche"}
    cursor = connection.execute(
        "INSERT INTO passages (document, key, territory, in_fiche, content) VALUES (?, ?, ?, ?, ?)",
        (document, content_key(passage), fold(passage.territoire), in_fiche, passage.model_dump_json()),
    )
    return int(cursor.lastrowid or 0)
