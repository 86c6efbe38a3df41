"""A fiche of each sample convention, exported and read back, has every field equal."""

from __future__ import annotations

import os
import shutil
import subprocess
from functools import lru_cache
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from assistant.drafts.imports import draft_from_data
from assistant.exports import export_draft
from assistant.validation import validate_draft
from corpus.extraction import extract
from corpus.models import Citation
from corpus.reading import read
from tests.assistant.exports.samples import complete

if TYPE_CHECKING:
    from assistant.drafts.model import Draft
    from corpus.fiche import FicheAction

SAMPLES = sorted(Path(str(resources.files("corpus") / "exemples")).iterdir())
NAMES = [path.suffix[1:] for path in SAMPLES]
NOTED = ("titre", "besoins", "description", "public_cible", "moyens", "indicateurs", "points_de_vigilance")


@lru_cache(maxsize=8)
def fiches_of(path: Path) -> tuple[FicheAction, ...]:
    return tuple(found.fiche for found in extract(read(path, isolated=False)).fiches)


def draft_of(fiche: FicheAction, *, noted: bool) -> Draft:
    """The fiche as a draft; ``noted`` values come from a document, and bear a footnote."""
    draft = draft_from_data(fiche.model_dump(mode="json"))
    cited = Citation(document="brume.pdf", ligne_debut=3, ligne_fin=4, page=2, section="", extrait="Des mots du texte")
    values = [
        value.model_copy(update={"origine": "corpus", "citation": cited}) if noted and value.champ in NOTED else value
        for value in draft.valeurs
    ]
    return draft.model_copy(update={"id": "essai", "valeurs": values})


def read_back(path: Path, draft: Draft, kind: str) -> FicheAction:
    path.write_bytes(export_draft(draft, kind, unfinished=not validate_draft(draft).valide))
    return only_fiche(path)


def only_fiche(path: Path) -> FicheAction:
    found = extract(read(path, isolated=False)).fiches
    assert len(found) == 1
    return found[0].fiche


@pytest.mark.parametrize("noted", [False, True], ids=["sans-notes", "notes"])
@pytest.mark.parametrize("kind", ["docx", "odt", "xlsx"])
@pytest.mark.parametrize("sample", SAMPLES, ids=NAMES)
def test_every_field_comes_back(sample: Path, kind: str, *, noted: bool, tmp_path: Path) -> None:
    fiches = fiches_of(sample)
    assert fiches
    for fiche in fiches:
        assert read_back(tmp_path / f"fiche.{kind}", draft_of(fiche, noted=noted), kind) == fiche


@pytest.mark.parametrize("kind", ["docx", "odt", "xlsx"])
def test_neither_a_budget_nor_its_sheet_becomes_a_means(kind: str, tmp_path: Path) -> None:
    draft = complete()
    found = read_back(tmp_path / f"fiche.{kind}", draft, kind)
    assert found.moyens == draft.fiche().moyens
    assert found.points_de_vigilance == draft.fiche().points_de_vigilance


def as_pdf(path: Path) -> Path:
    """The PDF that LibreOffice makes of a document."""
    program = shutil.which("soffice") or ""
    subprocess.run(
        [program, "--headless", "--convert-to", "pdf", "--outdir", str(path.parent), str(path)],
        capture_output=True,
        check=True,
        timeout=120,
        env={**os.environ, "HOME": str(path.parent)},
    )
    return path.with_suffix(".pdf")


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice n'est pas installé")
@pytest.mark.parametrize(("kind", "noted"), [("docx", True), ("odt", False)], ids=["docx-notes", "odt-sans-notes"])
@pytest.mark.parametrize("sample", SAMPLES, ids=NAMES)
def test_every_field_comes_back_through_a_pdf(sample: Path, kind: str, *, noted: bool, tmp_path: Path) -> None:
    for fiche in fiches_of(sample)[-2:]:
        path = tmp_path / f"fiche.{kind}"
        draft = draft_of(fiche, noted=noted)
        path.write_bytes(export_draft(draft, kind, unfinished=not validate_draft(draft).valide))
        assert only_fiche(as_pdf(path)) == fiche
