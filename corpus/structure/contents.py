"""The sommaire: a run of lines that repeat the headings of the document."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from corpus.structure.labels import read_label, read_number

if TYPE_CHECKING:
    from corpus.structure.views import View

_HEADING = re.compile(r"^(?:table des matieres|sommaire|table des annexes|contenu du document)\s*:?$")
_PAGE = re.compile(r"(?:\.{3,}|…|_{3,}|\t|\s{2,}|[^\d\s]\s)\s*(?:p(?:age)?\.?\s*)?\d{1,3}\s*$|\.{4,}[\s.]*$")
_LONGEST_GAP = 2


def _entry(line: View) -> bool:
    """Whether a line reads as an entry: it ends with a page number or dots, or it is a bare label."""
    return bool(_PAGE.search(line.raw)) or bool(read_label(line.text.replace("\t", " ")))


def _key(line: View) -> tuple[str, str] | None:
    label = read_label(line.text)
    return (label.kind, label.number) if label and label.number else None


def _end(lines: list[View], start: int) -> int:
    """The last line of the entries that follow ``start``."""
    last, strays, seen = start, 0, set[tuple[str, str]]()
    for line in lines[start + 1 :]:
        if line.blank:
            continue
        key, paged = _key(line), bool(_PAGE.search(line.raw))
        if (key in seen and not paged) or len(line.text) > 250:
            break
        if _entry(line) or (read_number(line.text) and paged):
            last, strays = line.index, 0
            if key:
                seen.add(key)
        else:
            strays += 1
        if strays > _LONGEST_GAP or (strays and (line.ended or line.text.endswith(":") or len(line.text) > 120)):
            break
    return last


def find_contents(lines: list[View]) -> list[tuple[int, int]]:
    """The spans (0-based, both included) of the sommaires, headed or not."""
    found: list[tuple[int, int]] = []
    index = 0
    while index < len(lines):
        line = lines[index]
        headed = bool(_HEADING.match(line.folded))
        if headed or _unheaded(lines, index):
            last = _end(lines, index if headed else index - 1)
            if last > index:
                found.append((index, last))
                index = last
        index += 1
    return found


def _unheaded(lines: list[View], index: int) -> bool:
    """Whether a run of four labelled entries with a page each starts here."""
    run = [line for line in lines[index : index + 12] if not line.blank][:4]
    return (
        len(run) == 4
        and not lines[index].blank
        and all(_PAGE.search(line.raw) for line in run)
        and sum(bool(read_label(line.text) or read_number(line.text) or "..." in line.raw) for line in run) >= 3
    )
