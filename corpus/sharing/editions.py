"""A document as a team shares it: everything a machine needs to have it, in parts a server keeps; checked when read.

An edition is named by its content: the same content is the same edition wherever it is made, so that sending it
again costs nothing and what comes back can be proven whole. What a server gives is foreign: bounded when inflated,
validated field by field, and without any character a terminal could obey.
"""

from __future__ import annotations

import base64
import hashlib
import unicodedata
import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from pydantic import BaseModel, ConfigDict, ValidationError

from corpus.corrections import Correction
from corpus.models import Extraction, Passage, ReadDocument
from corpus.sharing.faults import damaged
from corpus.text.cleaning import clean

PART = 250_000
"""Characters of one part."""
MOST_PARTS = 400
LARGEST = 400_000_000
"""Characters of a document once inflated, about 100,000 pages."""
_LONGEST_PASSAGE = 20_000


class Edition(BaseModel):
    """A document, what was extracted from it, its passages and the corrections people made."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    format: Literal["edition/1"] = "edition/1"
    sha256: str
    pipeline: str
    document: ReadDocument
    extraction: Extraction
    passages: tuple[Passage, ...] = ()
    corrections: tuple[Correction, ...] = ()


@dataclass(frozen=True, slots=True)
class Packed:
    """An edition ready to be sent."""

    id: str
    parts: tuple[str, ...]


def pack(edition: Edition) -> Packed:
    """The parts of an edition and the name its content gives it."""
    content = edition.model_dump_json().encode("utf-8", "replace")
    text = base64.b85encode(zlib.compress(content, 6)).decode("ascii")
    parts = tuple(text[start : start + PART] for start in range(0, len(text), PART))
    return Packed(edition_id(content), parts)


def edition_id(content: bytes) -> str:
    """The name of an edition."""
    return hashlib.blake2b(content, digest_size=16).hexdigest()


def part_ids(edition: str, count: int) -> list[str]:
    """The identifiers of the parts of an edition, in order."""
    return [f"{edition}-{rank:04d}" for rank in range(count)]


def unpack(name: str, wanted: str, parts: Sequence[object]) -> Edition:
    """The edition these parts hold; raises ``DamagedEditionError`` unless it is whole, sound and of that document."""
    content = _inflated(name, parts)
    if edition_id(content) != wanted:
        raise damaged(name, "l'empreinte ne correspond pas")
    try:
        edition = Edition.model_validate_json(content)
    except ValidationError as error:
        raise damaged(name, f"{error.error_count()} champs inattendus") from error
    problem = _problem(edition, name)
    if problem:
        raise damaged(name, problem)
    return edition


def _inflated(name: str, parts: Sequence[object]) -> bytes:
    texts = [part for part in parts if isinstance(part, str)]
    if not texts or len(texts) != len(parts) or len(texts) > MOST_PARTS or max(map(len, texts)) > PART:
        raise damaged(name, "des morceaux manquent")
    inflater = zlib.decompressobj()
    try:
        content = inflater.decompress(base64.b85decode("".join(texts)), LARGEST)
    except (ValueError, zlib.error) as error:
        raise damaged(name, "morceaux illisibles") from error
    if not inflater.eof:
        raise damaged(name, "incomplet, ou démesuré une fois décompressé")
    return content


def _problem(edition: Edition, name: str) -> str:
    """What does not hold between the pieces of an edition; empty when all does."""
    lines = len(edition.document.lines)
    if edition.document.name != name or edition.extraction.document != name:
        return "c'est un autre document"
    if any(line.number != rank for rank, line in enumerate(edition.document.lines, 1)):
        return "numéros de lignes"
    for passage in edition.passages:
        if passage.document != name or not 1 <= passage.ligne_debut <= passage.ligne_fin <= lines:
            return "lignes d'un passage"
        if len(passage.extrait) > _LONGEST_PASSAGE:
            return "passage démesuré"
    if any(one.document != name for one in edition.corrections):
        return "corrections d'un autre document"
    return "" if is_clean("\n".join(_texts(edition.model_dump()))) else "caractères de commande"


def is_clean(text: str) -> bool:
    """Whether nothing in ``text`` could be obeyed by a terminal or hidden; tabs and newlines may be there."""
    return clean(text) == unicodedata.normalize("NFC", text)


def _texts(value: object) -> Iterator[str]:
    """Every text in nested data, keys too."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for key, one in value.items():
            yield from _texts(key)
            yield from _texts(one)
    elif isinstance(value, (list, tuple)):
        for one in value:
            yield from _texts(one)


def is_name(name: str) -> bool:
    """Whether a name given by a server may be that of a document."""
    return 0 < len(name) <= 255 and "/" not in name and is_clean(name) and not {"\n", "\t"} & set(name)
