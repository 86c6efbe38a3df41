"""The lexical side of the catalogue: stems for BM25, surface words for spelling.

Both are kept in step with the passages inside the same transaction.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from corpus.catalogue.rows import by_number
from corpus.text.folding import fold, words
from corpus.text.french import stems
from corpus.themes import theme_named

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Sequence

    from corpus.models import Filters, Passage

MOST_TERMS = 100
"""Terms kept of one query; beyond, a pasted page would cost more than it brings."""

LARGE = 5_000
"""Passages from which the commonest words of a query are left out: they cost the most and count for nothing."""

_FIRST, _LAST = (
    f"nullif(CAST(substr(json_extract(carte, '$.periode_{end}'), -4) AS INTEGER), 0)" for end in ("debut", "fin")
)
_IN_FORCE = f"coalesce({_FIRST}, {_LAST}) IS NOT NULL AND coalesce({_FIRST}, 0) <= ? AND coalesce({_LAST}, 9999) >= ?"
"""The documents of conventions in force in some years (the last one, then the first one): an end that is not stated
shuts nothing out, a document without any period is left out."""

FEW = 8
"""Up to so many documents, each is searched apart."""


def query_terms(terms: Sequence[str]) -> list[str]:
    """The terms as the index holds them: folded words of letters and digits only, each once, in order."""
    return list(dict.fromkeys(word for term in terms for word in words(term)))[:MOST_TERMS]


def match_expression(terms: Iterable[str]) -> str:
    """The FTS5 query for any of ``terms``, which :func:`query_terms` has made safe; each is quoted as well."""
    return " OR ".join(f'"{term}"' for term in terms)


def restriction(filters: Filters) -> tuple[str, list[object]]:
    """The SQL condition on ``passages`` for some filters, and its values; an empty condition means everything."""
    conditions: list[str] = []
    values: list[object] = []
    if filters.documents:
        marks = ", ".join("?" * len(filters.documents))
        conditions.append(f"document IN (SELECT id FROM documents WHERE name IN ({marks}))")  # noqa: S608 (only marks)
        values.extend(filters.documents)
    if filters.territoires:
        conditions.append("(" + " OR ".join(["instr(territory, ?) > 0"] * len(filters.territoires)) + ")")
        values.extend(fold(territory) for territory in filters.territoires)
    if filters.periode:
        conditions.append(f"document IN (SELECT id FROM documents WHERE {_IN_FORCE})")  # noqa: S608 (our own text)
        values.extend(reversed(filters.periode))
    if filters.themes:
        conditions.append("id IN (SELECT rowid FROM stems WHERE stems MATCH ?)")
        values.append(" OR ".join(theme_named(theme).match_expression() for theme in filters.themes))
    if filters.fiches_seulement:
        conditions.append("in_fiche = 1")
    return " AND ".join(conditions), values


def _surface(passage: Passage) -> set[str]:
    return set(words(passage.extrait)) | set(words(passage.contexte))


def add(connection: sqlite3.Connection, stored: Sequence[tuple[int, Passage]]) -> None:
    """Index passages (identifier, passage) in the transaction in progress."""
    connection.executemany(
        "INSERT INTO stems (rowid, body, context) VALUES (?, ?, ?)",
        [(number, " ".join(stems(p.extrait)), " ".join(stems(p.contexte))) for number, p in stored],
    )
    counts = Counter(word for _, passage in stored for word in _surface(passage))
    connection.executemany(
        "INSERT INTO vocabulary VALUES (?, ?) ON CONFLICT (word) DO UPDATE SET passages = passages + excluded.passages",
        counts.items(),
    )


def indexed(connection: sqlite3.Connection, ids: Iterable[int]) -> dict[int, tuple[str, str]]:
    """What :func:`add` wrote for some passages: the stems of the extract and those of the context."""
    found = by_number(connection, "SELECT rowid, body, context FROM stems WHERE rowid", ids)
    return {number: (body, context) for number, (_, body, context) in found.items()}


def discard(connection: sqlite3.Connection, stored: Sequence[tuple[int, Passage]]) -> None:
    """Take passages out of the index in the transaction in progress."""
    connection.executemany("DELETE FROM stems WHERE rowid = ?", [(number,) for number, _ in stored])
    counts = Counter(word for _, passage in stored for word in _surface(passage))
    connection.executemany(
        "UPDATE vocabulary SET passages = passages - ? WHERE word = ?", [(n, word) for word, n in counts.items()]
    )
    connection.execute("DELETE FROM vocabulary WHERE passages <= 0")


def forget(connection: sqlite3.Connection) -> None:
    """Rewrite the lexical index so that no trace of deleted text is left in its segments."""
    connection.execute("INSERT INTO stems (stems) VALUES ('optimize')")


def frequencies(connection: sqlite3.Connection, terms: Sequence[str]) -> dict[str, int]:
    """How many passages hold each term, in their text or their context; 0 for a term never seen."""
    found: dict[str, int] = {}
    for term in terms:
        row = connection.execute("SELECT doc FROM stem_terms WHERE term = ?", (term,)).fetchone()
        found[term] = row[0] if row else 0
    return found


def search(
    connection: sqlite3.Connection, terms: Sequence[str], limit: int, filters: Filters, together: Sequence[str] = ()
) -> list[tuple[int, float]]:
    """The identifiers of the passages that hold any of ``terms`` or all of ``together``, best BM25 first."""
    kept = _useful(connection, query_terms(terms))
    if not kept or limit <= 0:
        return []
    condition, values = restriction(filters)
    # The "+" keeps SQLite from running the whole match once for each passage let through.
    only = f" AND +rowid IN (SELECT id FROM passages WHERE {condition})" if condition else ""  # noqa: S608 (only marks)
    expression = match_expression(kept)
    joined = query_terms(together)
    if joined:
        expression += f" OR ({' AND '.join(match_expression([term]) for term in joined)})"
    found: list[tuple[int, float]] = []
    for first, last in _ranges(connection, filters.documents):
        rows = connection.execute(
            f"SELECT rowid, rank FROM stems WHERE stems MATCH ? AND rowid BETWEEN ? AND ?{only} ORDER BY rank LIMIT ?",  # noqa: S608 (only marks)
            (expression, first, last, *values, limit),
        )
        found += [(number, -rank) for number, rank in rows]
    return sorted(found, key=lambda row: (-row[1], row[0]))[:limit]


def _ranges(connection: sqlite3.Connection, documents: Sequence[str]) -> list[tuple[int, int]]:
    """Where the passages of a few documents stand: a document's are inserted together, and the index skips the rest."""
    if not 0 < len(documents) <= FEW:
        return [(0, 2**63 - 1)]
    query = "SELECT min(id), max(id) FROM passages WHERE document = (SELECT id FROM documents WHERE name = ?)"
    spans = [connection.execute(query, (name,)).fetchone() for name in dict.fromkeys(documents)]
    return [(first, last) for first, last in spans if first is not None]


def _useful(connection: sqlite3.Connection, terms: Sequence[str]) -> list[str]:
    """The terms some passage holds; in a large corpus, without those more than half of the passages hold.

    BM25 counts the latter for nothing; they are kept when there are no others.
    """
    total = connection.execute("SELECT count(*) FROM passages").fetchone()[0]
    counts = frequencies(connection, terms)
    known = [term for term in terms if counts[term]]
    if total < LARGE:
        return known
    return [term for term in known if counts[term] * 2 < total] or known
