"""Entering one file into the catalogue: skip, read, extract, cut, record, or record why it cannot be.

One document is one transaction: an interrupted run goes on with the next file.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from corpus.corrections import apply, lost
from corpus.errors import FichesError, UnreadableError
from corpus.pipeline import file_digest
from corpus.reading.ocr import NOTICE as OCR_NOTICE
from corpus.stamp import Stamp, wanted
from corpus.text.cleaning import clean_line

if TYPE_CHECKING:
    from corpus.catalogue import Catalogue, DocumentEntry
    from corpus.corrections import CorrectionStore
    from corpus.models import Extraction, Passage, ReadDocument
    from corpus.pipeline import Pipeline

Etat = Literal["nouveau", "modifie", "inchange", "echec"]


@dataclass(frozen=True, slots=True)
class IndexReport:
    """What became of one file; the counts are those of the document as it now stands in the corpus."""

    document: str
    etat: Etat
    motif: str | None = None
    """For a failure, a stable word: ``scan``, ``chiffre``, ``illisible``, ``interne``…"""
    message: str | None = None
    """For a failure, the sentence for the coordinator."""
    sections: int = 0
    fiches: int = 0
    lignes_plan: int = 0
    passages: int = 0
    avertissements: tuple[str, ...] = ()
    """What the coordinator should know of a document that was read."""


@dataclass(frozen=True, slots=True)
class _Made:
    document: ReadDocument
    extraction: Extraction
    passages: list[Passage]


@dataclass(frozen=True, slots=True)
class _Failure:
    reason: str
    message: str


class Ingestion:
    """Enters files one after another; the caller holds the lock of the corpus."""

    def __init__(self, catalogue: Catalogue, pipeline: Pipeline, corrections: CorrectionStore) -> None:
        self._catalogue = catalogue
        self._pipeline = pipeline
        self._corrections = corrections
        entries = catalogue.documents()
        self._by_name = {entry.name: entry for entry in entries}
        self._by_path = {entry.path: entry for entry in entries}

    def enter(self, path: Path) -> IndexReport:
        """Enter one file; only an error of the catalogue itself is raised."""
        place = path.absolute()
        try:
            digest = file_digest(place)
        except OSError as error:
            return self._unreachable(place, error)
        entry = self._known(place, digest)
        name = entry.name if entry else self._free_name(place)
        stamp = wanted(entry, digest, self._pipeline, self._corrections)
        if entry and entry.sha256 == digest and Stamp.parse(entry.pipeline) == stamp:
            if not Path(entry.path).exists():
                self._catalogue.move(name, place)
            return self._report(name, "echec" if entry.state == "echec" else "inchange")
        made = self._make(place, name, digest, self._reusable(entry, digest, stamp))
        if isinstance(made, _Made) and _changed(place, digest):
            made = _Failure("modifie", f"« {name} » a changé pendant sa lecture : relancez quand il sera enregistré.")
            digest = ""
        self._record(place, name, digest, made)
        return self._report(name, _state(entry, made))

    def remake(self, entry: DocumentEntry) -> IndexReport:
        """Extract and cut again a document of the catalogue from its lines, without reading its file."""
        made = self._make(None, entry.name, entry.sha256, self._catalogue.read_document(entry.name))
        if isinstance(made, _Made):
            stamp = replace(self._stamp(made.document, entry.sha256), reading=Stamp.parse(entry.pipeline).reading)
            self._save(made, Path(entry.path), entry.sha256, stamp)
            self._refresh(entry.name)
        return self._report(entry.name, _state(entry, made))

    def revise(self, entry: DocumentEntry) -> None:
        """Put the corrections of a document, as they now stand, into what was extracted from it."""
        document = self._catalogue.read_document(entry.name)
        made = self._finished(document, self._catalogue.extraction(entry.name), entry.sha256)
        mark = self._corrections.mark(entry.name, entry.sha256)
        self._save(made, Path(entry.path), entry.sha256, replace(Stamp.parse(entry.pipeline), corrections=mark))

    def _known(self, place: Path, digest: str) -> DocumentEntry | None:
        """The entry of a file: of its path, or of the same name and content (a file moved or given twice)."""
        entry = self._by_path.get(str(place)) or self._by_path.get(str(place.resolve()))
        if entry is None:
            same = self._by_name.get(clean_line(place.name))
            entry = same if same and same.sha256 == digest else None
        return entry

    def _free_name(self, place: Path) -> str:
        """The name of the file, told apart by its folder, then by a number, from one that is taken."""
        name = clean_line(place.name)
        stem, dot, suffix = name.rpartition(".")
        stem, suffix = (stem, dot + suffix) if stem else (name, "")
        folder = clean_line(place.parent.name) or "racine"
        number = 1
        while name in self._by_name:
            name = f"{stem} ({folder}{f' {number}' if number > 1 else ''}){suffix}"
            number += 1
        return name

    def _reusable(self, entry: DocumentEntry | None, digest: str, stamp: Stamp) -> ReadDocument | None:
        """The lines already read, when the file and its reader have not changed but the extraction has."""
        if entry is None or entry.state != "lu" or entry.sha256 != digest:
            return None
        same = Stamp.parse(entry.pipeline).reading == stamp.reading
        return self._catalogue.read_document(entry.name) if same else None

    def _make(self, place: Path | None, name: str, digest: str, read: ReadDocument | None) -> _Made | _Failure:
        """Boundary: whatever a hostile or odd document raises is its own failure and never stops the others."""
        try:
            if read is None and place is not None:
                read = self._pipeline.read(place)
            if read is None:
                return _Failure("absent", f"« {name} » n'a pas été lu.")
            document = read.model_copy(update={"name": name})
            return self._finished(document, self._pipeline.extract(document), digest)
        except UnreadableError as error:
            return _Failure(error.reason, str(error))
        except FichesError as error:
            return _Failure("illisible", str(error))
        except Exception as error:  # noqa: BLE001 - boundary: one document must not stop the others
            kind = type(error).__name__
            return _Failure("interne", f"« {name} » a provoqué une erreur inattendue du programme ({kind} : {error}).")

    def _finished(self, document: ReadDocument, extraction: Extraction, digest: str) -> _Made:
        """What was extracted with what a person corrected, and its passages."""
        corrections = self._corrections.of(document.name, digest)
        corrected = apply(extraction, document, corrections, digest)
        return _Made(document, corrected, self._pipeline.cut(document, corrected))

    def _stamp(self, document: ReadDocument, digest: str) -> Stamp:
        mark = self._corrections.mark(document.name, digest)
        return Stamp.of(self._pipeline, recognised=OCR_NOTICE in document.warnings, corrections=mark)

    def _record(self, place: Path, name: str, digest: str, made: _Made | _Failure) -> None:
        if isinstance(made, _Made):
            self._save(made, place, digest, self._stamp(made.document, digest))
        else:
            self._catalogue.save_failure(
                name,
                path=place,
                sha256=digest,
                reason=made.reason,
                message=made.message,
                pipeline=str(Stamp.of(self._pipeline)),
            )
        self._refresh(name)

    def _save(self, made: _Made, path: Path, digest: str, stamp: Stamp) -> None:
        self._catalogue.save(
            made.document, made.extraction, made.passages, path=path, sha256=digest, pipeline=str(stamp)
        )

    def _unreachable(self, place: Path, error: OSError) -> IndexReport:
        """A file that cannot even be opened: what was read of it before is kept."""
        entry = self._by_path.get(str(place))
        message = f"« {place.name} » ne peut pas être ouvert ({error.strerror})."
        if entry and entry.state == "lu":
            message += " Sa lecture précédente est conservée."
            return IndexReport(entry.name, "echec", "inaccessible", message)
        name = entry.name if entry else self._free_name(place)
        self._record(place, name, "", _Failure("inaccessible", message))
        return self._report(name, "echec")

    def _refresh(self, name: str) -> None:
        entry = self._catalogue.document(name)
        if entry:
            self._by_name[name] = self._by_path[entry.path] = entry

    def _report(self, name: str, etat: Etat) -> IndexReport:
        entry = self._by_name[name]
        return IndexReport(
            name,
            etat,
            entry.motif,
            entry.message,
            entry.sections,
            entry.fiches,
            entry.plan_rows,
            entry.passages,
            (*entry.warnings, *self._waiting(entry)),
        )

    def _waiting(self, entry: DocumentEntry) -> list[str]:
        """The corrections of a document whose fiche is no longer found, each in a sentence."""
        corrections = self._corrections.of(entry.name, entry.sha256)
        if not corrections or entry.state != "lu":
            return []
        gone = lost(self._catalogue.extraction(entry.name), corrections, entry.sha256)
        return [f"Une correction attend, sa fiche n'est plus trouvée : {one.fiche.name}, {one.champ}." for one in gone]


def _changed(place: Path, digest: str) -> bool:
    try:
        return file_digest(place) != digest
    except OSError:
        return True


def _state(entry: DocumentEntry | None, made: _Made | _Failure) -> Etat:
    if isinstance(made, _Failure):
        return "echec"
    return "modifie" if entry and entry.state == "lu" else "nouveau"
