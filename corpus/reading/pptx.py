"""PowerPoint: the shapes of each slide from top to bottom, tables as rows; a slide is a page."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from corpus.reading import failures
from corpus.reading.archives import check_archive
from corpus.reading.raw import RawDocument

Shape = Any
"""A shape of python-pptx, which ships no types."""


def _leaves(shapes: Any) -> Iterator[Shape]:  # noqa: ANN401 - python-pptx has no types
    """Shapes in reading order, those of groups included."""
    for shape in sorted(shapes, key=lambda s: (s.top or 0, s.left or 0)):
        if hasattr(shape, "shapes"):
            yield from _leaves(shape.shapes)
        else:
            yield shape


def _add_table(table: Any, into: RawDocument, page: int) -> None:  # noqa: ANN401 - python-pptx has no types
    for row in table.rows:
        into.row(["" if cell.is_spanned else cell.text.replace("\v", "\n") for cell in row.cells], page)


def _add_shape(shape: Shape, into: RawDocument, page: int) -> None:
    if getattr(shape, "has_table", False):
        _add_table(shape.table, into, page)
    elif shape.has_text_frame:
        for paragraph in shape.text_frame.paragraphs:
            if text := paragraph.text.replace("\v", "\n").strip():
                into.paragraph(text, page)


def read_pptx(path: Path, into: RawDocument) -> None:
    """Read every slide; its notes follow it."""
    check_archive(path, into.name, into.limits)
    from pptx import Presentation
    from pptx.exc import PackageNotFoundError

    try:
        slides = Presentation(str(path)).slides
    except (PackageNotFoundError, KeyError, ValueError) as error:
        raise failures.broken(into.name) from error
    into.pages = len(slides)
    for number, slide in enumerate(slides, 1):
        into.progress()
        into.blank(number)
        for shape in _leaves(slide.shapes):
            _add_shape(shape, into, number)
        if slide.has_notes_slide and slide.notes_slide.notes_text_frame:
            into.paragraph(slide.notes_slide.notes_text_frame.text.strip(), number)
