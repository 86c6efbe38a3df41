"""The export as Markdown: a heading a field, a bullet a value, a footnote a source."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from assistant.validation.money import euros
from assistant.validation.typography import unbreakable

if TYPE_CHECKING:
    from assistant.exports.budget_table import BudgetCell
    from assistant.exports.page import Page, Row

_SPECIAL = re.compile(r"([\\`*_\[\]<>|~])")
_LEADING = re.compile(r"^(#+|[-+]|\d+[.)])(?=\s|$)")


def write(page: Page) -> bytes:
    """The Markdown of an export."""
    notes: list[str] = []
    blocks = [*_head(page), f"# {escape(page.title)}"]
    for row in page.rows:
        blocks.append(f"## {escape(row.label)}")
        blocks.append(_items(row, notes))
    if page.budget:
        blocks += [f"## {escape(page.budget_title)}", _budget(page)]
    blocks += ["---", f"*{escape(page.footer)}*"]
    if notes:
        blocks.append("\n".join(f"[^{rank}]: {escape(note)}" for rank, note in enumerate(notes, start=1)))
    return ("\n\n".join(blocks) + "\n").encode()


def escape(text: str) -> str:
    """A text that Markdown shows as it is, on one line."""
    return _LEADING.sub(r"\\\1", _SPECIAL.sub(r"\\\1", " ".join(text.split(" ")).replace("\n", " ")))


def _head(page: Page) -> list[str]:
    if not page.banner:
        return []
    points = [f"> - {escape(point)}" for point in page.open_points] or ["> - aucun point ouvert"]
    return ["\n".join([f"> **{escape(page.banner)}**", ">", "> Points ouverts :", ">", *points])]


def _items(row: Row, notes: list[str]) -> str:
    lines = []
    for item in row.items:
        mark = ""
        if item.note:
            notes.append(item.note)
            mark = f"[^{len(notes)}]"
        proposed = " *(proposition)*" if item.proposed else ""
        bullet = "- " if row.is_list else ""
        lines.append(f"{bullet}{escape(item.text)}{proposed}{mark}")
    return ("\n" if row.is_list else "  \n").join(lines) or "*à compléter*"


def _budget(page: Page) -> str:
    lines = []
    for rank, (left, right) in enumerate(page.budget):
        lines.append("| " + " | ".join([*_cell(left), *_cell(right)]) + " |")
        if rank == 0:
            lines.append("|---|---:|---|---:|")
    return "\n".join(lines)


def _cell(cell: BudgetCell) -> tuple[str, str]:
    strong = "**" if cell.weight in ("poste", "total") and cell.label else ""
    amount = unbreakable(euros(cell.amount)) if cell.amount is not None else ("Montant" if cell.label else "")
    return f"{strong}{escape(cell.label)}{strong}", amount
