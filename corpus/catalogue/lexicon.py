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

_EVERYWHERE = (0, 2**63 - 1)
"""Identifiers of all the passages."""

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
    found = [(number, " ".join(stems(p.extrait)), " ".join(stems(p.contexte))) for number, p in stored]
    connection.executemany("INSERT INTO stems (rowid, body, context) VALUES (?, ?, ?)", found)
    _count(connection, "stem_counts", "stem", (f"{body} {context}".split() for _, body, context in found), 1)
    _count(connection, "vocabulary", "word", (_surface(passage) for _, passage in stored), 1)


def _count(
    connection: sqlite3.Connection, table: str, column: str, passages: Iterable[Iterable[str]], sign: int
) -> None:
    """Count, or take off with ``sign`` -1, the passages that hold each word; a word nobody holds any more goes."""
    counts = Counter(word for passage in passages for word in set(passage))
    added = f"INSERT INTO {table} VALUES (?, ?) ON CONFLICT ({column})"  # noqa: S608 (our own names)
    connection.executemany(
        f"{added} DO UPDATE SET passages = passages + excluded.passages",
        [(word, sign * n) for word, n in counts.items()],
    )
    if sign < 0:
        connection.execute(f"DELETE FROM {table} WHERE passages <= 0")  # noqa: S608 (our own names)


def indexed(connection: sqlite3.Connection, ids: Iterable[int]) -> dict[int, tuple[str, str]]:
    """What :func:`add` wrote for some passages: the stems of the extract and those of the context."""
    found = by_number(connection, "SELECT id, c0, c1 FROM stems_content WHERE id", ids)
    return {number: (body, context) for number, (_, body, context) in found.items()}


def discard(connection: sqlite3.Connection, stored: Sequence[tuple[int, Passage]]) -> None:
    """Take passages out of the index in the transaction in progress."""
    told = indexed(connection, (number for number, _ in stored))
    _count(connection, "stem_counts", "stem", (f"{body} {context}".split() for body, context in told.values()), -1)
    connection.executemany("DELETE FROM stems WHERE rowid = ?", [(number,) for number, _ in stored])
    _count(connection, "vocabulary", "word", (_surface(passage) for _, passage in stored), -1)


def forget(connection: sqlite3.Connection) -> None:
    """Rewrite the lexical index so that no trace of deleted text is left in its segments."""
    connection.execute("INSERT INTO stems (stems) VALUES ('optimize')")


def frequencies(connection: sqlite3.Connection, terms: Sequence[str]) -> dict[str, int]:
    """How many passages hold each term, in their text or their context; 0 for a term never seen."""
    held = by_number(connection, "SELECT stem, passages FROM stem_counts WHERE stem", terms)
    return {term: held[term][1] if term in held else 0 for term in terms}


def elsewhere(connection: sqlite3.Connection, term: str, document: str) -> int:
    """How many passages of other documents hold a stem in their text."""
    query = "SELECT count(*) FROM stems WHERE stems MATCH ? AND rowid BETWEEN ? AND ?"
    ranges = [_EVERYWHERE, *_ranges(connection, [document])]
    every, *own = (int(connection.execute(query, (f'body : "{term}"', *ends)).fetchone()[0]) for ends in ranges)
    return every - sum(own)


def search(
    connection: sqlite3.Connection,
    terms: Sequence[str],
    limit: int,
    filters: Filters,
    together: Sequence[str] = (),
    total: int = 0,
) -> list[tuple[int, float]]:
    """The identifiers of the passages, of ``total``, that hold any of ``terms`` or all of ``together``.

    Those of the best BM25 come first, with their score.
    """
    kept = _useful(connection, query_terms(terms), total)
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


def holders(connection: sqlite3.Connection, terms: Sequence[str]) -> dict[str, int]:
    """How many passages of each document hold these stems side by side."""
    side_by_side = " ".join(query_terms(terms))
    if not side_by_side:
        return {}
    query = (
        "SELECT documents.name, count(*) FROM stems JOIN passages ON passages.id = stems.rowid"
        " JOIN documents ON documents.id = passages.document WHERE stems MATCH ? GROUP BY documents.name"
    )
    return dict(connection.execute(query, (f'"{side_by_side}"',)).fetchall())


def _ranges(connection: sqlite3.Connection, documents: Sequence[str]) -> list[tuple[int, int]]:
    """Where the passages of a few documents stand: a document's are inserted together, and the index skips the rest."""
    if not 0 < len(documents) <= FEW:
        return [_EVERYWHERE]
    query = "SELECT min(id), max(id) FROM passages WHERE document = (SELECT id FROM documents WHERE name = ?)"
    spans = [connection.execute(query, (name,)).fetchone() for name in dict.fromkeys(documents)]
    return [(first, last) for first, last in spans if first is not None]


def _useful(connection: sqlite3.Connection, terms: Sequence[str], total: int) -> list[str]:
    """The terms some passage holds; in a large corpus, without those more than half of the passages hold.

    BM25 counts the latter for nothing; they are kept when there are no others.
    """
    counts = frequencies(connection, terms)
    known = [term for term in terms if counts[term]]
    if total < LARGE:
        return known
    return [term for term in known if counts[term] * 2 < total] or known
