"""A fiche exported by the product is read back with every field equal."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from assistant.exports import export_draft
from corpus.extraction.fiches import find_fiches
from corpus.reading import read
from tests.assistant.exports.samples import complete


@pytest.mark.parametrize("format", ["docx", "xlsx"])
def test_export_is_read_back(tmp_path: Path, format: str) -> None:  # noqa: A002
    draft = complete()
    path = tmp_path / f"fiche.{format}"
    path.write_bytes(export_draft(draft, format))
    (found,) = find_fiches(read(path, isolated=False))
    assert found.fiche.model_dump(mode="json") == json.loads(export_draft(draft, "json"))["fiche"]
