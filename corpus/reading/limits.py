"""What one file may cost."""

from __future__ import annotations

from dataclasses import dataclass

_MEGABYTE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds of the reading of one file; sizes in bytes, times in seconds."""

    file_size: int = 200 * _MEGABYTE
    memory: int = 2048 * _MEGABYTE
    step_seconds: int = 15
    """Processor time a reader may spend between two signs of progress (a page, a sheet)."""
    processor_seconds: int = 180
    wall_seconds: int = 300
    ocr_seconds: int = 3600
    """Time the recognition of the text of one scan may take, when it is asked for."""
    pages: int = 2000
    characters: int = 20_000_000
    lines: int = 500_000
    entries: int = 5000
    """Files inside an office document."""
    inflated: int = 400 * _MEGABYTE
    """All the files inside an office document, inflated."""
    part: int = 64 * _MEGABYTE
    """One XML part of an office document, inflated."""
    ratio: int = 200
    """Inflated over compressed size, for parts above a megabyte."""


DEFAULT = Limits()
