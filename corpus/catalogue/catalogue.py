"""The catalogue: every document, its lines, what was extracted, its passages and the lexical index, in one file."""

from __future__ import annotations

import datetime as dt
import json
import time
from typing import TYPE_CHECKING, Self

from corpus.catalogue import extracted, lexicon, migration, rows, schema
from corpus.catalogue.extractions import Extractions
from corpus.catalogue.memory import Memory
from corpus.database import REBUILD, DamagedError, Database
from corpus.errors import CorpusError
from corpus.models import Extraction, Filters, ReadDocument

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Sequence
    from pathlib import Path
    from types import TracebackType

    from corpus.catalogue.records import DocumentEntry, StoredPassage
    from corpus.models import Line, Passage

_ENTRY = f"SELECT {rows.ENTRY_COLUMNS} FROM documents"  # noqa: S608 (our own column names)
_PASSAGE = "SELECT passages.id, key, content FROM passages"


class Catalogue(Extractions):
    """What is known of the documents; safe to use from several threads, and read from several processes.

    Every method raises :class:`CorpusError`, in French, when the file is busy, damaged or cannot be written.
    """

    def __init__(self, path: Path) -> None:
        super().__init__(Database(path))
        self.path = path
        self._entries: Memory[tuple[DocumentEntry, ...]] = Memory(1)
        self._count: Memory[int] = Memory(1)
        try:
            self._open()
        except BaseException:
            self._database.close()
            raise

    def _open(self) -> None:
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise CorpusError(
                f"Le dossier {self.path.parent} ne peut pas être créé ({error.strerror}).",
                "Choisissez un autre dossier avec --donnees.",
            ) from error
        with self._database.reading() as connection:
            version = _version(connection)
        if version == 0:
            with self._database.writing() as connection:
                if _version(connection) == 0:
                    schema.create(connection, time.time_ns() // 1000)
        elif version > schema.VERSION:
            raise DamagedError("Le catalogue a été écrit par une version plus récente de fiches.", REBUILD)
        elif version < schema.VERSION:
            with self._database.writing() as connection:
                migration.bring_up_to_date(connection, _version(connection))

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the file."""
        self._database.close()

    # Documents

    def documents(self) -> list[DocumentEntry]:
        """Every document, read or not, by name."""
        return list(self._entries.get(self.generation(), "documents", self._every_entry))

    def _every_entry(self) -> tuple[DocumentEntry, ...]:
        with self._database.reading() as connection:
            found = connection.execute(f"{_ENTRY} ORDER BY name").fetchall()
        return tuple(rows.entry(row) for row in found)

    def document(self, name: str) -> DocumentEntry | None:
        """The document of that name, or ``None``."""
        with self._database.reading() as connection:
            row = connection.execute(f"{_ENTRY} WHERE name = ?", (name,)).fetchone()
        return rows.entry(row) if row else None

    def save(
        self,
        document: ReadDocument,
        extraction: Extraction,
        passages: Sequence[Passage],
        *,
        path: Path,
        sha256: str,
        pipeline: str = "",
    ) -> None:
        """Record a document in one transaction, in place of what was known under its name."""
        fields: dict[str, object] = {
            "format": document.format,
            "pages": document.pages,
            "warnings": json.dumps(document.warnings, ensure_ascii=False),
            "lines": len(document.lines),
            "sections": len(extraction.sections),
            "fiches": len(extraction.fiches),
            "plan_rows": len(extraction.plan),
            "passages": len(passages),
            "carte": extraction.carte.model_dump_json(),
        }
        identity = {"name": document.name, "path": str(path), "sha256": sha256, "pipeline": pipeline, "state": "lu"}
        with self._database.writing() as connection:
            number = _replace(connection, identity | fields)
            extracted.insert(connection, number, extraction)
            connection.executemany(
                "INSERT INTO lines VALUES (?, ?, ?, ?, ?)", [rows.line_row(number, line) for line in document.lines]
            )
            lexicon.add(connection, rows.insert_passages(connection, number, passages))

    def save_failure(
        self, name: str, *, path: Path, sha256: str, reason: str, message: str, pipeline: str = ""
    ) -> None:
        """Record that a document cannot be read, and why, in place of what was known under its name."""
        identity: dict[str, object] = {"name": name, "path": str(path), "sha256": sha256, "pipeline": pipeline}
        with self._database.writing() as connection:
            _replace(connection, identity | {"state": "echec", "reason": reason, "message": message})

    def move(self, name: str, path: Path) -> None:
        """Record that a document now stands at another path."""
        with self._database.writing() as connection:
            connection.execute("UPDATE documents SET path = ? WHERE name = ?", (str(path), name))
            _next_generation(connection)

    def remove(self, name: str) -> None:
        """Take a document out of the corpus; none of its text stays in the file. Raises :class:`UsageError`."""
        with self._database.writing() as connection:
            if not _delete(connection, name):
                raise rows.unknown(name)
            lexicon.forget(connection)
            _next_generation(connection)

    # What documents hold

    def read_document(self, name: str) -> ReadDocument:
        """The document as it was read."""
        with self._database.reading() as connection:
            number = rows.number_of(connection, name)
            described = connection.execute(
                "SELECT format, pages, warnings FROM documents WHERE id = ?", (number,)
            ).fetchone()
            lines = connection.execute(
                "SELECT number, text, page, cells FROM lines WHERE document = ? ORDER BY number", (number,)
            ).fetchall()
        return ReadDocument.model_construct(
            name=name,
            format=described[0],
            pages=described[1],
            warnings=tuple(json.loads(described[2])),
            lines=tuple(rows.line(row) for row in lines),
        )

    def lines(self, name: str, first: int, last: int) -> list[Line]:
        """Lines ``first`` to ``last`` of a document, both included."""
        with self._database.reading() as connection:
            found = connection.execute(
                "SELECT number, text, page, cells FROM lines WHERE document = ? AND number BETWEEN ? AND ?"
                " ORDER BY number",
                (rows.number_of(connection, name), first, last),
            ).fetchall()
        return [rows.line(row) for row in found]

    # Passages

    def passages(self, name: str | None = None) -> list[StoredPassage]:
        """The passages of one document, or of all of them, in the order of the documents."""
        with self._database.reading() as connection:
            if name is None:
                found = connection.execute(f"{_PASSAGE} ORDER BY id").fetchall()
            else:
                number = rows.number_of(connection, name)
                found = connection.execute(f"{_PASSAGE} WHERE document = ? ORDER BY id", (number,)).fetchall()
        return [rows.stored_passage(row) for row in found]

    def passage(self, id: int) -> StoredPassage:  # noqa: A002
        """One passage; raises :class:`CorpusError` when it no longer exists."""
        found = self.passages_by_id([id])
        if not found:
            raise CorpusError("Ce passage n'est plus dans le corpus.", "Relancez la recherche.")
        return found[id]

    def passages_by_id(self, ids: Iterable[int]) -> dict[int, StoredPassage]:
        """Passages by identifier, in the order asked; those that no longer exist are left out."""
        with self._database.reading() as connection:
            found = rows.by_number(connection, f"{_PASSAGE} WHERE id", ids)
        return {number: rows.stored_passage(row) for number, row in found.items()}

    def passage_stems(self, ids: Iterable[int]) -> dict[int, tuple[str, str]]:
        """The stems of passages as they are indexed (extract, context), in order and separated by spaces."""
        with self._database.reading() as connection:
            return lexicon.indexed(connection, ids)

    def ids_by_key(self, keys: Iterable[str]) -> dict[str, list[int]]:
        """The passages embedded under some keys; a key may have several (clauses that conventions share)."""
        with self._database.reading() as connection:
            return rows.ids_by_key(connection, list(keys))

    def keys(self) -> dict[str, int]:
        """The keys under which passages are embedded, and how many passages have each."""
        with self._database.reading() as connection:
            return dict(connection.execute("SELECT key, count(*) FROM passages GROUP BY key").fetchall())

    def passage_keys(self, filters: Filters = Filters()) -> list[tuple[int, str]]:
        """The identifier and the key of every passage that the filters let through."""
        condition, values = lexicon.restriction(filters)
        where = f" WHERE {condition}" if condition else ""
        with self._database.reading() as connection:
            return connection.execute(f"SELECT id, key FROM passages{where} ORDER BY id", values).fetchall()  # noqa: S608

    def passage_count(self) -> int:
        """How many passages the corpus holds."""

        def count() -> int:
            with self._database.reading() as connection:
                return int(connection.execute("SELECT count(*) FROM passages").fetchone()[0])

        return self._count.get(self.generation(), "passages", count)

    # Words

    def lexical(
        self, terms: Sequence[str], limit: int, filters: Filters = Filters(), together: Sequence[str] = ()
    ) -> list[tuple[int, float]]:
        """The passages (identifier, BM25 score) that hold any of these stems, best first; higher is better.

        Those that hold all of ``together`` are found as well: it costs less than each of them apart.
        """
        total = self.passage_count()
        with self._database.reading() as connection:
            return lexicon.search(connection, terms, limit, filters, together, total)

    def document_frequency(self, terms: Sequence[str]) -> dict[str, int]:
        """How many passages hold each stem, in their text or in their context."""
        with self._database.reading() as connection:
            return lexicon.frequencies(connection, terms)

    def held_elsewhere(self, term: str, document: str) -> int:
        """How many passages of other documents hold a stem in their text."""
        with self._database.reading() as connection:
            return lexicon.elsewhere(connection, term, document)

    def holders(self, terms: Sequence[str]) -> dict[str, int]:
        """How many passages of each document hold these stems side by side."""
        with self._database.reading() as connection:
            return lexicon.holders(connection, terms)

    def vocabulary(self) -> dict[str, int]:
        """The folded words of the corpus and the number of passages that hold each."""
        with self._database.reading() as connection:
            return dict(connection.execute("SELECT word, passages FROM vocabulary").fetchall())

    def generation(self) -> int:
        """A number that changes at every write, by whatever process."""
        with self._database.reading() as connection:
            return int(connection.execute("SELECT value FROM meta WHERE name = 'generation'").fetchone()[0])

    # Health

    def verify(self) -> list[str]:
        """What is wrong with the file, in French; nothing when it is sound."""
        with self._database.reading() as connection:
            problems = [row[0] for row in connection.execute("PRAGMA quick_check(5)") if row[0] != "ok"]
            passages = connection.execute("SELECT count(*) FROM passages").fetchone()[0]
            expected = connection.execute("SELECT coalesce(sum(passages), 0) FROM documents").fetchone()[0]
            indexed = connection.execute("SELECT count(*) FROM stems_docsize").fetchone()[0]
        found = [f"Le catalogue est abîmé : {problem}" for problem in problems]
        if passages != expected:
            found.append(f"Le catalogue annonce {expected} passages et en contient {passages}.")
        if indexed != passages:
            found.append(f"L'index des mots couvre {indexed} passages sur {passages}.")
        return found

    def reindex_words(self) -> None:
        """Make the lexical index and the vocabulary again from the passages."""
        with self._database.writing() as connection:
            connection.execute("DELETE FROM stems")
            connection.execute("DELETE FROM stem_counts")
            connection.execute("DELETE FROM vocabulary")
            found = [rows.stored_passage(row) for row in connection.execute(f"{_PASSAGE} ORDER BY id")]
            lexicon.add(connection, [(stored.id, stored.passage) for stored in found])
            lexicon.forget(connection)
            _next_generation(connection)


def _version(connection: sqlite3.Connection) -> int:
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def _next_generation(connection: sqlite3.Connection) -> None:
    connection.execute("UPDATE meta SET value = value + 1 WHERE name = 'generation'")


def _delete(connection: sqlite3.Connection, name: str) -> bool:
    row = connection.execute("SELECT id FROM documents WHERE name = ?", (name,)).fetchone()
    if row is None:
        return False
    found = connection.execute(f"{_PASSAGE} WHERE document = ?", row).fetchall()
    lexicon.discard(connection, [(s.id, s.passage) for s in map(rows.stored_passage, found)])
    connection.execute("DELETE FROM documents WHERE id = ?", row)
    return True


def _replace(connection: sqlite3.Connection, fields: dict[str, object]) -> int:
    _delete(connection, str(fields["name"]))
    fields = fields | {"saved_at": dt.datetime.now(dt.UTC).isoformat(timespec="seconds")}
    columns, marks = ", ".join(fields), ", ".join("?" * len(fields))
    cursor = connection.execute(
        f"INSERT INTO documents ({columns}) VALUES ({marks})",  # noqa: S608 (our own column names)
        tuple(fields.values()),
    )
    _next_generation(connection)
    return int(cursor.lastrowid or 0)
