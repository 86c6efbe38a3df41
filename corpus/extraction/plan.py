"""The plan d'actions of a convention, row by row."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.extraction.plan_scan import axe_titles, is_scanned, scan_rows
from corpus.extraction.plan_table import table_rows

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corpus.models import PlanRow, ReadDocument, Section


def find_plan(document: ReadDocument, sections: Sequence[Section]) -> tuple[PlanRow, ...]:
    """The rows of every plan d'actions of a document; rows of a scan are marked uncertain."""
    rows = table_rows(document, sections)
    axes = axe_titles(sections)
    for section in sections:
        if section.kind == "plan" and is_scanned(document, section):
            rows.extend(scan_rows(document, section, axes))
    return tuple(rows)
