"""The structure of a document: its headings as a flat, pre-order list of sections."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.structure.outliner import find_headings
from corpus.structure.tree import build
from corpus.structure.views import views

if TYPE_CHECKING:
    from corpus.models import ReadDocument, Section

__all__ = ["outline"]


def outline(document: ReadDocument) -> tuple[Section, ...]:
    """The sections of a document in order, each with its level, kind, number, path and span."""
    return build(document, find_headings(views(document)))
