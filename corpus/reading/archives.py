"""Office documents are archives: they are weighed before and while they are opened."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

from corpus.reading import failures
from corpus.reading.limits import Limits

_CHUNK = 1024 * 1024
_DOCTYPE = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_XML = (".xml", ".rels", ".rdf")


def _weigh(archive: zipfile.ZipFile, name: str, limits: Limits) -> None:
    entries = archive.infolist()
    if len(entries) > limits.entries:
        raise failures.too_large(name, f"{len(entries)} fichiers à l'intérieur")
    if sum(entry.file_size for entry in entries) > limits.inflated:
        raise failures.too_large(name, "taille une fois décompressé")
    for entry in entries:
        if entry.flag_bits & 0x1:
            raise failures.encrypted(name)
        if entry.file_size > _CHUNK and entry.file_size > limits.ratio * max(entry.compress_size, 1):
            raise failures.too_large(name, "contenu compressé à l'excès")


def _inflate(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, name: str, limits: Limits) -> None:
    """Inflate one XML part by pieces: within its bound, and without a document type."""
    size, tail = 0, b""
    with archive.open(entry) as part:
        while piece := part.read(_CHUNK):
            size += len(piece)
            if size > limits.part:
                raise failures.too_large(name, "taille une fois décompressé")
            if _DOCTYPE.search((tail + piece).replace(b"\x00", b"")):
                raise failures.unsafe(name, "il déclare un type de document XML")
            tail = piece[-16:]


def check_archive(path: Path, name: str, limits: Limits) -> None:
    """Refuse an office document that is not an archive, is encrypted, or would inflate beyond its bounds."""
    with path.open("rb") as file:
        start = file.read(8)
    if start == _OLE:  # an encrypted office document, or one of the formats of before 2007
        raise failures.encrypted(name)
    try:
        with zipfile.ZipFile(path) as archive:
            _weigh(archive, name, limits)
            for entry in archive.infolist():
                if entry.filename.lower().endswith(_XML):
                    _inflate(archive, entry, name, limits)
    except (zipfile.BadZipFile, zipfile.LargeZipFile, EOFError, NotImplementedError, ValueError) as error:
        raise failures.broken(name) from error
    except RuntimeError as error:  # zipfile's word for a password
        raise failures.encrypted(name) from error


def encrypted_by_manifest(path: Path) -> bool:
    """Whether an OpenDocument archive says that its content is encrypted."""
    with zipfile.ZipFile(path) as archive:
        if "META-INF/manifest.xml" not in archive.namelist():
            return False
        return b"encryption-data" in archive.read("META-INF/manifest.xml")
