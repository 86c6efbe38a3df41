"""Headings that only a number sets apart: « 4.3- Le plan », « II. Les moyens », « 2) Accueillir »."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from corpus.structure.context import RANKS, Context
from corpus.structure.generic import block_end, clean, introduces, kind_of
from corpus.structure.headings import Heading, joined, shorten, title_end
from corpus.structure.labels import read_label, read_number
from corpus.structure.views import isolated_before, next_written

if TYPE_CHECKING:
    from corpus.structure.labels import Label
    from corpus.structure.views import View

_KINDS = ("plan", "diagnostic", "instance", "charte")
_LONGEST = 140
_LONGEST_ORIENTATION = 450


def numbered_heading(context: Context, index: int) -> Heading | None:
    """The numbered heading that starts at ``index``, or ``None``; inside a fiche, numbers are steps."""
    lines = context.lines
    label = read_number(lines[index].text)
    if context.fiche or label is None or label.number is None or not _stands_apart(lines, index):
        return None
    parts = re.split(r"[.\-]", label.number)
    under_axe = len(parts) == 2 and parts[0] == context.axe
    if not _is_heading(context, index, label, dotted=len(parts) > 1, under_axe=under_axe):
        return None
    last = title_end(lines, index)
    title = shorten(joined(lines, index, last).rstrip(" :"))
    if under_axe or label.kind == "parenthese" or (len(parts) == 2 and parts[0] == context.theme):
        return Heading(index, last, "orientation", title, label.number, RANKS["orientation"] + 2 * len(parts))
    kind = kind_of(lines[index].folded, in_fiche=False)
    kind = kind if kind in _KINDS else "chapitre"
    return Heading(index, last, kind, title, label.number, _rank(context, label.number, parts))


def _rank(context: Context, number: str, parts: list[str]) -> int:
    """Letters and Roman numbers stand above figures; « 4.3 » in article 4 stands above the axes it holds."""
    if len(parts) == 2 and parts[0] == str(context.last_article) and not context.annexe:
        return RANKS["axe"] - 1
    return RANKS["chapitre"] - 1 if number.isalpha() and number not in "IVX" else RANKS["chapitre"] + 4 * len(parts)


def _stands_apart(lines: list[View], index: int) -> bool:
    """Whether a numbered line starts a paragraph, or comes right under another numbered or labelled one."""
    if isolated_before(lines, index):
        return True
    above = lines[index - 1]
    return above.dense and bool(read_label(above.text) or read_number(above.text))


def _is_heading(context: Context, index: int, label: Label, *, dotted: bool, under_axe: bool) -> bool:
    """Whether a numbered line is a heading: short, alone, not a step of a list."""
    lines = context.lines
    last = block_end(lines, index)
    text = joined(lines, index, last)
    if under_axe:
        return len(text) <= _LONGEST_ORIENTATION
    if label.kind == "parenthese":
        return _is_theme(context, index, label, text)
    if ("°" in lines[index].text[:6] and not dotted) or text.startswith("«"):
        return False
    following = next_written(lines, last)
    if len(text) > _LONGEST or (not dotted and _siblings(label, following)) or _is_sentence(text, following):
        return False
    if not label.strong:
        single = (label.number or "").isdigit() and int(label.number or 0) <= 9
        return (dotted or single) and label.rest[0].isupper() and clean(text) and following is not None
    return dotted or introduces(lines, last)


def _is_sentence(text: str, following: View | None) -> bool:
    """Whether a text ends as a sentence; a short one above a list may end with an abbreviation."""
    noted = text.endswith(".") and len(text) <= 90 and following is not None and following.item
    return text.endswith((".", ";", ",")) and not noted


def _siblings(label: Label, following: View | None) -> bool:
    """Whether the next written line bears the next number: both are items of a list."""
    other = read_number(following.text) if following else None
    numbers = (label.number or "", other.number if other and other.number else "")
    return all(n.isdigit() for n in numbers) and int(numbers[1]) == int(numbers[0]) + 1


def _is_theme(context: Context, index: int, label: Label, text: str) -> bool:
    """Whether « 2) Title » heads entries numbered 2.1, 2.2…"""
    following = next_written(context.lines, index)
    number, previous = label.number or "", context.theme or ""
    heads = following is not None and bool(re.match(rf"{re.escape(number)}\s*[.\-]\s*\d", following.text))
    goes_on = number.isdigit() and previous.isdigit() and int(previous) + 1 == int(number)
    return len(text) <= 90 and not text.endswith((".", ";", ":")) and (heads or goes_on)
