"""What the server says of each document, in one small record each, and who may change it.

A document changes by one write: its new edition is there in full before its pointer names it, so that a reader sees
the former edition or the new one. Pointers are changed by one program at a time (a lease of some seconds): ``add`` on
an identifier that is taken changes nothing, which makes it a lock.
"""

from __future__ import annotations

import hashlib
import secrets
import time
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from corpus.lock import BusyError
from corpus.sharing.collection import Collection, Record, Value
from corpus.sharing.editions import MOST_PARTS, is_name
from corpus.sharing.faults import SharingError, unusable

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from corpus.sharing.transport import ChromaHttp

NAME = "fiches-documents"
_FORMAT = 1
_SETTINGS = "partage"
_GENERATION = "generation"
_LEASE = "verrou"
LEASE_SECONDS = 30
_WAIT_SECONDS = LEASE_SECONDS + 10.0
"""Longer than a lease: that of a program that died is taken over."""
_PAUSE = 0.1
_LONGEST_WITNESS = 200_000

_Hex = Annotated[str, Field(pattern=r"^[0-9a-f]{32}$")]


class Pointer(BaseModel):
    """The current edition of a document on the server."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    nom: str
    edition: _Hex
    sha256: str = Field(max_length=64)
    pipeline: str = Field(max_length=200)
    morceaux: int = Field(ge=1, le=MOST_PARTS)
    passages: int = Field(ge=0, le=1_000_000)
    vecteurs: str = Field(default="", max_length=2_000)
    """The models whose vectors are all there, by the short names of :func:`model_id`, separated by spaces."""

    def has_vectors(self, model: str) -> bool:
        """Whether every passage has its vector by this model, by its short name."""
        return model in self.vecteurs.split()

    def record(self) -> Record:
        """As the server keeps it."""
        return Record(pointer_id(self.nom), {"genre": "document", **self.model_dump()})


def pointer_id(name: str) -> str:
    """The identifier of the pointer of a document: its name does not stay when it leaves."""
    return f"document-{hashlib.blake2b(name.encode('utf-8', 'replace'), digest_size=16).hexdigest()}"


@dataclass(frozen=True, slots=True)
class Settings:
    """What is true of a whole share, from its first document on."""

    identity: str
    """Drawn once: a server made anew is another share."""
    model: str
    """The embedding model of the team."""


class Pointers:
    """The pointers of a server, its generation and its lease."""

    def __init__(self, http: ChromaHttp, sleep: Callable[[float], object] = time.sleep) -> None:
        self._http = http
        self._collection = Collection(http, NAME)
        self._sleep = sleep
        self._me = secrets.token_hex(8)

    # Reading

    def generation(self) -> str:
        """A word that changes at every change; empty for a new server."""
        return str(self._collection.records([_GENERATION]).get(_GENERATION, {}).get("valeur", ""))

    def settings(self) -> Settings:
        """What the team chose; raises for a share this program cannot read."""
        found = self._collection.records([_SETTINGS]).get(_SETTINGS, {})
        if found.get("format", _FORMAT) != _FORMAT:
            raise SharingError(
                f"L'index partagé de {self._http.origin} a été fait par une autre version de fiches.",
                "Mettez ce poste à jour, comme ceux de vos collègues.",
            )
        return Settings(str(found.get("identite", ""))[:64], str(found.get("modele", ""))[:200])

    def witness(self, model: str) -> str:
        """What the model of the team makes of a known sentence, as :func:`encoded`; empty when nobody said it yet."""
        identifier = f"temoin-{model}"
        return str(self._collection.records([identifier]).get(identifier, {}).get("vecteur", ""))[:_LONGEST_WITNESS]

    def bear_witness(self, model: str, encoded: str) -> None:
        """Say what the model makes of a known sentence, unless a colleague has."""
        self._collection.add(Record(f"temoin-{model}", {"vecteur": encoded}))

    def all(self) -> tuple[str, dict[str, Pointer]]:
        """The generation and the pointer of every document by name, as they are at one moment of it or later.

        What changes between the two answers bears another generation: the next reading sees it.
        """
        generation = self.generation()
        found = self._collection.matching({"genre": "document"})
        return generation, {pointer.nom: pointer for pointer in map(self._checked, found)}

    def one(self, name: str) -> Pointer | None:
        """The pointer of a document as it now is."""
        identifier = pointer_id(name)
        found = self._collection.records([identifier]).get(identifier)
        return self._checked(Record(identifier, found)) if found is not None else None

    def _checked(self, record: Record) -> Pointer:
        try:
            pointer = Pointer.model_validate(record.metadata)
        except ValidationError as error:
            raise unusable(self._http.origin, "document mal décrit") from error
        if not is_name(pointer.nom) or pointer_id(pointer.nom) != record.id:
            raise unusable(self._http.origin, "nom de document inattendu")
        return pointer

    # Changing: the caller holds the lease

    def choose(self, model: str) -> Settings:
        """Settle what is true of the whole share, unless a colleague already has; returns what holds."""
        drawn: dict[str, Value] = {"format": _FORMAT, "modele": model, "identite": secrets.token_hex(16)}
        self._collection.add(Record(_SETTINGS, drawn))
        return self.settings()

    def put(self, pointers: Sequence[Pointer]) -> None:
        """Name new editions, in one write with the new generation."""
        self._collection.upsert([*(pointer.record() for pointer in pointers), _new_generation()])

    def remove(self, name: str) -> None:
        """Take the pointer of a document away, its name with it."""
        self._collection.delete([pointer_id(name)])
        self._collection.upsert([_new_generation()])

    def now(self) -> int:
        """Seconds of the server's clock, the same for everyone."""
        answer = self._http.call("GET", "/api/v2/heartbeat")
        nanoseconds = answer.get("nanosecond heartbeat") if isinstance(answer, dict) else None
        if not isinstance(nanoseconds, int):
            raise unusable(self._http.origin, "pas d'heure")
        return nanoseconds // 1_000_000_000

    @contextmanager
    def lease(self) -> Iterator[None]:
        """The right to change pointers for some seconds; raises ``BusyError`` when a colleague keeps it."""
        until = time.monotonic() + _WAIT_SECONDS
        while not self._taken():
            if time.monotonic() > until:
                raise BusyError(
                    f"Un collègue enregistre dans l'index partagé de {self._http.origin}.",
                    "Recommencez dans une minute : ce qui a été lu et envoyé n'est pas à refaire.",
                )
            self._sleep(_PAUSE)
        try:
            yield
        finally:
            self._collection.delete([_LEASE], {"qui": self._me})

    def _taken(self) -> bool:
        now = self.now()
        self._collection.add(Record(_LEASE, {"genre": "verrou", "qui": self._me, "jusque": now + LEASE_SECONDS}))
        holder = self._collection.records([_LEASE]).get(_LEASE, {})
        who, until = holder.get("qui"), holder.get("jusque")
        if who == self._me:
            return True
        if isinstance(who, str) and isinstance(until, int) and until < now:
            self._collection.delete([_LEASE], {"qui": who})  # its holder died; only its own lease goes
        return False


def _new_generation() -> Record:
    return Record(_GENERATION, {"genre": "generation", "valeur": secrets.token_hex(8)})


def shared_name(model: str) -> str:
    """The name of an embedding model for a team: that of its folder, wherever each one keeps it."""
    family, _, name = model.partition(":")
    return f"{family}:{Path(name).name}" if Path(name).is_absolute() else model


def model_id(model: str) -> str:
    """The short name of an embedding model."""
    return hashlib.blake2b(shared_name(model).encode(), digest_size=6).hexdigest()
