"""A finished fiche to look at: the fullest one of the conventions that come with the program."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.fiche import CHAMPS, Budget, FicheAction, Periode
from tui.rows import plain

if TYPE_CHECKING:
    from pathlib import Path

Entry = tuple[str, list[str]]
"""The label of a field and its lines."""


def sample_fiche(folder: Path) -> list[Entry]:
    """Read the sample conventions that are plain text and lay out their fullest fiche; for a worker thread."""
    from corpus.extraction import extract
    from corpus.reading import read

    found = [
        fiche.fiche
        for path in sorted(folder.glob("*.txt")) or sorted(folder.iterdir())
        for fiche in extract(read(path, isolated=False)).fiches
    ]
    return entries(max(found, key=lambda fiche: len(entries(fiche)))) if found else []


def entries(fiche: FicheAction) -> list[Entry]:
    """The fields that hold something, in the order of the form."""
    laid = [(champ.libelle, _lines(getattr(fiche, cle))) for cle, champ in CHAMPS.items()]
    return [(label, lines) for label, lines in laid if lines]


def _lines(content: object) -> list[str]:
    if isinstance(content, Periode):
        return [" – ".join(part for part in (content.debut, content.fin) if part)] if content.debut else []
    if isinstance(content, Budget):
        return [plain(line) for line in (*content.charges, *content.produits)]
    if isinstance(content, list):
        return [plain(item) for item in content]
    return [content] if isinstance(content, str) and content.strip() else []
