"""What made an entry of the catalogue, so that it is made again when that changes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Self

from corpus.reading.failures import IMAGE_PAGES
from corpus.reading.ocr import REASONS

if TYPE_CHECKING:
    from corpus.catalogue import DocumentEntry
    from corpus.corrections import CorrectionStore
    from corpus.pipeline import Pipeline

_RECOGNISED = "+ocr"


@dataclass(frozen=True, slots=True)
class Stamp:
    """The versions of the readers and of the extraction, and the mark of the corrections; written as one word."""

    reading: str
    making: str
    corrections: str = ""

    @classmethod
    def parse(cls, text: str) -> Self:
        """The stamp a word of the catalogue holds."""
        reading, _, rest = text.partition("/")
        making, plus, mark = rest.partition("+")
        return cls(reading, making, plus + mark)

    @classmethod
    def of(cls, pipeline: Pipeline, *, recognised: bool = False, corrections: str = "") -> Self:
        """The stamp of what a pipeline makes now."""
        reading = pipeline.reading_version + (_RECOGNISED if recognised else "")
        return cls(reading, pipeline.making_version, corrections)

    def __str__(self) -> str:
        return f"{self.reading}/{self.making}{self.corrections}"


def wanted(entry: DocumentEntry | None, digest: str, pipeline: Pipeline, corrections: CorrectionStore) -> Stamp:
    """The stamp an entry must bear to be left as it is.

    A scan that was recognised stays as it was read until recognition is asked for again; one that was not is read
    again as soon as it is.
    """
    if entry is None:
        return Stamp.of(pipeline)
    mark = corrections.mark(entry.name, digest) if entry.state == "lu" else ""
    kept = Stamp.parse(entry.pipeline).reading
    if kept.endswith(_RECOGNISED) and not pipeline.ocr:
        return Stamp(kept, pipeline.making_version, mark)
    recognised = kept.endswith(_RECOGNISED) or (pipeline.ocr and _is_scan(entry))
    return Stamp.of(pipeline, recognised=recognised, corrections=mark)


def _is_scan(entry: DocumentEntry) -> bool:
    """Whether recognition may say more of a document than what is known of it."""
    if entry.state == "echec":
        return entry.motif in REASONS | {"ocr"}
    return any(warning.startswith(IMAGE_PAGES) for warning in entry.warnings)
