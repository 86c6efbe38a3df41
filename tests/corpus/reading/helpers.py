"""What the tests of reading share: reading in this process, rows of a document."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus.errors import UnreadableError
from corpus.models import ReadDocument
from corpus.reading import DEFAULT, Limits, read


def read_here(path: Path) -> ReadDocument:
    """Read in this process, where coverage and debuggers see."""
    return read(path, isolated=False)


def rows(document: ReadDocument) -> list[tuple[str, ...]]:
    return [line.cells for line in document.lines if line.cells]


def plain(document: ReadDocument) -> list[str]:
    return [line.text for line in document.lines if not line.cells and line.text]


def reason_of(path: Path, limits: Limits = DEFAULT, *, isolated: bool = True) -> str:
    """Why a file cannot be read; its message must hold a next step."""
    with pytest.raises(UnreadableError) as caught:
        read(path, limits=limits, isolated=isolated)
    assert caught.value.next_step
    assert path.name in caught.value.message
    return caught.value.reason
