"""The tables of the catalogue and their version.

The file is SQLite with a rollback journal and full synchronisation: the write-ahead log of the SQLite that
Python 3.11 carries has a known corruption race. Deleted rows are overwritten (``secure_delete``), so that a
convention removed from the corpus leaves nothing readable behind.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3

VERSION = 2
"""Kept in ``PRAGMA user_version``; an older file is brought up to date when it is opened, a newer one is not opened."""

APPLICATION = 0x43544731
"""Kept in ``PRAGMA application_id``: "CTG1"."""

RANK = "bm25(1.0, 0.4)"
"""What a word of a passage is worth, then one of its context (territory, headings)."""

EXTRACTIONS = """CREATE TABLE extractions (
    document INTEGER PRIMARY KEY REFERENCES documents ON DELETE CASCADE,
    numbers TEXT NOT NULL,
    starts TEXT NOT NULL,
    plan TEXT NOT NULL,
    fiches TEXT NOT NULL,
    sections TEXT NOT NULL
)"""
"""What was extracted from a document, each part in JSON, the shortest first: an answer reads only those it needs.

``numbers`` are those of its fiches, ``starts`` the first lines of its sections; its card is in ``documents``.
"""

STEM_COUNTS = "CREATE TABLE stem_counts (stem TEXT PRIMARY KEY, passages INTEGER NOT NULL) WITHOUT ROWID"
"""How many passages hold each stem: FTS5 would read every one of them to tell."""

_TABLES = (
    "CREATE TABLE meta (name TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID",
    """CREATE TABLE documents (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        name TEXT NOT NULL UNIQUE,
        path TEXT NOT NULL,
        sha256 TEXT NOT NULL,
        pipeline TEXT NOT NULL,
        state TEXT NOT NULL CHECK (state IN ('lu', 'echec')),
        reason TEXT,
        message TEXT,
        format TEXT NOT NULL DEFAULT '',
        pages INTEGER,
        warnings TEXT NOT NULL DEFAULT '[]',
        lines INTEGER NOT NULL DEFAULT 0,
        sections INTEGER NOT NULL DEFAULT 0,
        fiches INTEGER NOT NULL DEFAULT 0,
        plan_rows INTEGER NOT NULL DEFAULT 0,
        passages INTEGER NOT NULL DEFAULT 0,
        carte TEXT NOT NULL DEFAULT '{}',
        saved_at TEXT NOT NULL
    )""",
    "CREATE INDEX documents_by_path ON documents (path)",
    EXTRACTIONS,
    """CREATE TABLE lines (
        document INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,
        number INTEGER NOT NULL,
        text TEXT NOT NULL,
        page INTEGER,
        cells TEXT,
        PRIMARY KEY (document, number)
    ) WITHOUT ROWID""",
    """CREATE TABLE passages (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        document INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,
        key TEXT NOT NULL,
        territory TEXT NOT NULL,
        in_fiche INTEGER NOT NULL,
        content TEXT NOT NULL
    )""",
    "CREATE INDEX passages_by_document ON passages (document)",
    "CREATE INDEX passages_by_key ON passages (key)",
    "CREATE TABLE vocabulary (word TEXT PRIMARY KEY, passages INTEGER NOT NULL) WITHOUT ROWID",
    STEM_COUNTS,
    "CREATE VIRTUAL TABLE stems USING fts5 (body, context, tokenize = 'ascii')",
    "CREATE VIRTUAL TABLE stem_terms USING fts5vocab ('stems', 'row')",
)


def create(connection: sqlite3.Connection, first_generation: int) -> None:
    """Create every table in the transaction in progress; ``first_generation`` is where the counter starts."""
    for statement in _TABLES:
        connection.execute(statement)
    connection.execute("INSERT INTO stems (stems, rank) VALUES ('rank', ?)", (RANK,))
    connection.execute("INSERT INTO meta VALUES ('generation', ?)", (first_generation,))
    connection.execute(f"PRAGMA application_id = {APPLICATION}")
    connection.execute(f"PRAGMA user_version = {VERSION}")
