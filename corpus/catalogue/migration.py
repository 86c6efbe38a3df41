"""Bringing a catalogue of an older version up to date, in place: no document is read again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.catalogue import schema

if TYPE_CHECKING:
    import sqlite3

_SECOND = (
    schema.STEM_COUNTS,
    "INSERT INTO stem_counts SELECT term, doc FROM stem_terms",
    "ALTER TABLE extractions RENAME TO extractions_1",
    schema.EXTRACTIONS,
    """INSERT INTO extractions
    SELECT
        document,
        (SELECT json_group_array(json_extract(value, '$.fiche.numero')) FROM json_each(content, '$.fiches')
            WHERE coalesce(json_extract(value, '$.fiche.numero'), '') <> ''),
        (SELECT json_group_array(json_extract(value, '$.source.ligne_debut')) FROM json_each(content, '$.sections')),
        json_extract(content, '$.plan'),
        json_extract(content, '$.fiches'),
        json_extract(content, '$.sections')
    FROM extractions_1""",
    "DROP TABLE extractions_1",
)
"""From version 1, where an extraction was one piece of JSON and stems were not counted."""

_STEPS = {1: _SECOND}


def bring_up_to_date(connection: sqlite3.Connection, version: int) -> None:
    """Change the tables of an older version in the transaction in progress."""
    for step in range(version, schema.VERSION):
        for statement in _STEPS[step]:
            connection.execute(statement)
    connection.execute(f"PRAGMA user_version = {schema.VERSION}")
