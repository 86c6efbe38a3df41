"""The real conventions and documents, when they are beside the project: counts, and the annotated fiches."""

from __future__ import annotations

import json
import re
from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest

from corpus.errors import UnreadableError
from corpus.extraction.fiches import find_fiches
from corpus.models import ExtractedFiche, ReadDocument
from corpus.reading import read
from corpus.structure import outline
from corpus.text.folding import words
from tests.shared import CONVENTIONS, DOCUMENTS, EVALUATION, needs_shared

COUNTS = {"000": 0, "001": 11, "002": 8, "003": 0, "004": 9}
TEXTS = [
    "barlin_fiche1.txt",
    "entre-vignes_fiche1-habitat.txt",
    "metz_fiche1.txt",
    "metz_fiche10.txt",
    "ostricourt_fiche1.txt",
    "sochaux_fiche1.txt",
    "thann_fiche4.txt",
    "thann_fiche6.txt",
]


@lru_cache(maxsize=32)
def _read(path: Path) -> tuple[ReadDocument, tuple[ExtractedFiche, ...]]:
    document = read(path, isolated=False)
    return document, find_fiches(document, outline(document))


def _flat(value: Any) -> list[str]:
    if value is None or value == "":
        return []
    if isinstance(value, dict):
        return [text for item in value.values() for text in _flat(item)]
    if isinstance(value, list):
        return [text for item in value for text in _flat(item)]
    return [str(value)]


def _annotated() -> list[dict[str, Any]]:
    path = EVALUATION / "fiches.json"
    return json.loads(path.read_text(encoding="utf-8")) if path.exists() else []


@needs_shared
@pytest.mark.parametrize(("start", "count"), COUNTS.items())
def test_counts_of_the_conventions(start: str, count: int) -> None:
    (path,) = CONVENTIONS.glob(f"{start}_*.txt")
    assert len(_read(path)[1]) == count


@needs_shared
@pytest.mark.parametrize("gold", _annotated(), ids=lambda g: f"{g['document'][:3]}-{g['first_line']}")
def test_annotated_fiches_word_for_word(gold: dict[str, Any]) -> None:
    _, found = _read(CONVENTIONS / gold["document"])
    one = next(f for f in found if abs(f.source.ligne_debut - gold["first_line"]) <= 2)
    have = one.fiche.model_dump(mode="json")
    for field, value in gold["fields"].items():
        readings = [value, *gold.get("alternatives", {}).get(field, [])]
        wanted = [words(" ".join(_flat(reading))) for reading in readings]
        assert words(" ".join(_flat(have[field]))) in wanted, field
    extra = {key for key, value in have.items() if _flat(value)} - set(gold["fields"])
    assert not extra


@needs_shared
def test_every_value_is_on_its_lines() -> None:
    for path in sorted(CONVENTIONS.glob("*.txt")):
        document, found = _read(path)
        for one in found:
            data = one.fiche.model_dump(mode="json")
            for source in one.sources:
                value = data[source.champ]
                item = value[source.rang] if isinstance(value, list) else value
                stands = words(
                    re.sub(r"<[^<>]{1,80}>", " ", document.text(source.source.ligne_debut, source.source.ligne_fin))
                )
                wanted = words(" ".join(_flat(item)))
                assert " ".join(wanted) in " ".join(stands) or set(wanted) <= set(stands), (path.name, source)


@needs_shared
@pytest.mark.parametrize("name", TEXTS)
def test_single_fiches_in_plain_text(name: str) -> None:
    _, found = _read(DOCUMENTS / name)
    assert len(found) == 1
    fiche = found[0].fiche
    assert fiche.titre
    assert len(fiche.titre.split()) < 20
    assert fiche.objectifs_operationnels
    assert fiche.lieu
    assert fiche.description or fiche.besoins


@needs_shared
@pytest.mark.parametrize(
    ("pattern", "count"),
    [
        ("cls-*.xlsx", 29),
        ("actions-*.csv", 10),
        ("*contrat-region*.pdf", 16),
        ("*formulaire.docx", 0),
        ("*cr-comite*.pdf", 0),
        ("csc-*.pdf", 25),
    ],
)
def test_counts_of_the_other_documents(pattern: str, count: int) -> None:
    (path,) = DOCUMENTS.glob(pattern)
    try:
        _, found = _read(path)
    except UnreadableError as error:
        pytest.skip(f"lecteur absent : {error}")
    assert len(found) == count
    assert all(one.fiche.titre for one in found)
