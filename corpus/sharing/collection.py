"""The collections of a Chroma server, by its REST interface; every record that comes back is checked."""

from __future__ import annotations

import base64
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from corpus.sharing.faults import AbsentError, unusable

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from corpus.sharing.transport import ChromaHttp

BASE = "/api/v2/tenants/default_tenant/databases/default_database/collections"
AT_ONCE = 1_000
"""Records of one call."""
_READING = frozenset({"get", "query"})
_WIDEST = 20_000
"""Numbers of a vector."""
Value = str | int | float | bool
Where = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Record:
    """An identifier and what is attached to it."""

    id: str
    metadata: dict[str, Value]


class Collection:
    """One collection: of vectors when ``space`` says how they are compared, else of metadata only.

    Without vectors of its own a record has one of a single zero, never searched, and the server empties its journal
    at every write: it would otherwise keep the text of a removed document until a thousand others were written.
    """

    def __init__(self, http: ChromaHttp, name: str, *, space: str = "") -> None:
        self._http = http
        self._name = name
        self._index: dict[str, Value] = {"space": space, "ef_search": 400} if space else {"sync_threshold": 1}
        self._id = ""

    def _call(self, action: str, body: object) -> Any:  # noqa: ANN401
        known, writes = bool(self._id), action not in _READING
        try:
            return self._http.call("POST", f"{BASE}/{self._found()}/{action}", body, writes=writes)
        except AbsentError:
            if not known:
                raise
            self._id = ""  # the server was emptied: looked up again
            return self._http.call("POST", f"{BASE}/{self._found()}/{action}", body, writes=writes)

    def _found(self) -> str:
        if not self._id:
            body = {"name": self._name, "get_or_create": True, "configuration": {"hnsw": self._index}}
            found = self._http.call("POST", BASE, body)
            identifier = found.get("id") if isinstance(found, dict) else None
            if not isinstance(identifier, str) or not identifier.replace("-", "").isalnum():
                raise unusable(self._http.origin, "collection sans identifiant")
            self._id = identifier
        return self._id

    # Writing

    def upsert(self, records: Sequence[Record], vectors: NDArray[np.float32] | None = None) -> None:
        """Add or replace records, in one transaction of the server; with ``vectors``, one a row."""
        self._call("upsert", _body(records, vectors))

    def add(self, record: Record) -> None:
        """Add a record; when its identifier is taken, nothing changes and nothing is said."""
        self._call("add", _body([record], None))

    def delete(self, ids: Sequence[str], where: Where | None = None) -> None:
        """Delete records, those that also match ``where`` when it is given; absent ones are ignored."""
        for start in range(0, len(ids), AT_ONCE):
            self._call("delete", {"ids": list(ids[start : start + AT_ONCE]), **({"where": where} if where else {})})

    # Reading

    def records(self, ids: Sequence[str]) -> dict[str, dict[str, Value]]:
        """The metadata of those of some records that exist."""
        found: dict[str, dict[str, Value]] = {}
        for start in range(0, len(ids), AT_ONCE):
            answer = self._call("get", {"ids": list(ids[start : start + AT_ONCE]), "include": ["metadatas"]})
            found |= {record.id: record.metadata for record in self._records(answer)}
        return found

    def matching(self, where: Where) -> list[Record]:
        """Every record that matches, in one answer: page by page, one could be missed while others leave."""
        return self._records(self._call("get", {"where": where, "include": ["metadatas"]}))

    def ids(self, where: Where | None = None) -> set[str]:
        """The identifiers of every record, or of those that match."""
        pages = self._pages({"include": [], **({"where": where} if where else {})})
        return {one for answer in pages for one in self._ids(answer)}

    def present(self, ids: Sequence[str], where: Where | None = None) -> set[str]:
        """Which of some identifiers exist, and match."""
        found: set[str] = set()
        for start in range(0, len(ids), AT_ONCE):
            body = {"ids": list(ids[start : start + AT_ONCE]), "include": [], **({"where": where} if where else {})}
            found |= self._ids(self._call("get", body))
        return found

    def vectors(self, ids: Sequence[str]) -> tuple[list[str], NDArray[np.float32]]:
        """Identifiers and vectors, one a row, of those of some records that exist."""
        answer = self._call("get", {"ids": list(ids[:AT_ONCE]), "include": ["embeddings"]})
        return self._matrix(self._ids_in_order(answer), answer.get("embeddings"))

    def nearest(
        self, vector: NDArray[np.float32], limit: int, ids: Sequence[str] | None = None
    ) -> tuple[list[str], NDArray[np.float32]]:
        """Identifiers and cosines of about the ``limit`` nearest records, among ``ids`` when given.

        Which ones is approximate, how near each is, exact: their vectors need not travel.
        """
        import numpy as np

        body = {"query_embeddings": [vector.tolist()], "n_results": limit, "include": ["distances"]}
        answer = self._call("query", body | ({"ids": list(ids)} if ids is not None else {}))
        try:
            found = self._ids_in_order({"ids": answer["ids"][0]})
            cosines = 1 - np.asarray(answer["distances"][0], dtype=np.float32)
        except (KeyError, IndexError, TypeError, ValueError) as error:
            raise unusable(self._http.origin, "résultats inconnus") from error
        if cosines.shape != (len(found),) or not np.isfinite(cosines).all():
            raise unusable(self._http.origin, "résultats inattendus")
        return found, cosines

    # What comes back

    def _pages(self, body: dict[str, Any]) -> Iterator[dict[str, Any]]:
        start = 0
        while True:
            answer = self._call("get", {**body, "limit": AT_ONCE, "offset": start})
            yield answer
            count = len(self._ids(answer))
            if count < AT_ONCE:
                return
            start += count

    def _ids(self, answer: object) -> set[str]:
        return set(self._ids_in_order(answer))

    def _ids_in_order(self, answer: object) -> list[str]:
        found = answer.get("ids") if isinstance(answer, dict) else None
        if not isinstance(found, list) or not all(isinstance(one, str) for one in found):
            raise unusable(self._http.origin, "identifiants inconnus")
        return found

    def _records(self, answer: Any) -> list[Record]:  # noqa: ANN401
        ids, metadatas = self._ids_in_order(answer), answer.get("metadatas")
        if not isinstance(metadatas, list) or len(metadatas) != len(ids):
            raise unusable(self._http.origin, "enregistrements inconnus")
        return [Record(one, data if isinstance(data, dict) else {}) for one, data in zip(ids, metadatas, strict=True)]

    def _matrix(self, ids: list[str], rows: object) -> tuple[list[str], NDArray[np.float32]]:
        import numpy as np

        try:
            matrix = np.asarray(rows or [], dtype=np.float32).reshape(len(ids), -1 if ids else 0)
        except (TypeError, ValueError) as error:
            raise unusable(self._http.origin, "vecteurs illisibles") from error
        if not np.isfinite(matrix).all() or matrix.shape[1] > _WIDEST:
            raise unusable(self._http.origin, "vecteurs inattendus")
        return ids, matrix


def _body(records: Sequence[Record], vectors: NDArray[np.float32] | None) -> dict[str, object]:
    if vectors is None:
        rows: list[object] = [[0.0]] * len(records)
    else:
        rows = [base64.b64encode(row.astype("<f4").tobytes()).decode() for row in vectors]
    return {"ids": [r.id for r in records], "embeddings": rows, "metadatas": [r.metadata for r in records]}
