"""Headings with a label, admitted and ranked by what is open above them."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from corpus.structure import vocabulary
from corpus.structure.context import RANKS, Context, mark_rank
from corpus.structure.headings import Heading, below, joined, shorten, title_end
from corpus.structure.labels import form_number, read_label
from corpus.text.folding import fold

if TYPE_CHECKING:
    from corpus.structure.labels import Label
    from corpus.structure.views import View

_AXE_TWICE = re.compile(r"\baxe\s*\d.*\baxe\s*\d", re.IGNORECASE)
_BEFORE = re.compile(r"^.{0,4}?(?=(?:article|annexe|axe|fiche|action|art\.|pr[ée]ambule))", re.IGNORECASE)
_DASHES = ("-", "–", "—", "•")
_MINOR = ("orientation", "chapitre", "partie", "action")
_CUT = (" a", " de", " l'", " du", ",", " et")
_LONGEST_SENTENCE = 150
_HEADER = 8
_BEFORE_FICHE = 12


def plain_item(line: View) -> bool:
    """Whether a line is an item of an ordinary list, whose labels are no headings."""
    return line.item and line.raw.lstrip().startswith(_DASHES)


def labelled_heading(context: Context, index: int) -> Heading | None:
    """The heading with a label that starts at ``index``, or ``None``."""
    lines = context.lines
    label = read_label(lines[index].text) if not plain_item(lines[index]) else None
    if label is None or not admits(lines, index, label):
        return None
    last = title_end(lines, index)
    if not label.rest and label.kind != "preambule":
        under = below(lines, index)
        last = title_end(lines, under) if under is not None else index
    title = shorten(joined(lines, index, last).strip(" :–—-"))
    marked = mark_rank(lines[index].depth) if lines[index].depth else None
    if marked is not None and marked <= context.fiche_rank:
        context.fiche = None
    kind, rank = _place(context, index, label)
    title = title if label.kind in ("orientation", "chapitre", "partie") else _BEFORE.sub("", title)
    return Heading(index, last, kind, title, label.number, rank if marked is None else marked)


def admits(lines: list[View], index: int, label: Label) -> bool:
    """Whether a labelled line is a heading and not a sentence that names an article or an axe."""
    line = lines[index]
    if _AXE_TWICE.search(line.text) or (line.item and label.kind in _MINOR):
        return False
    if index and lines[index - 1].folded.endswith(_CUT) and not label.strong:
        return False
    sentence = len(line.text) > _LONGEST_SENTENCE and line.text.endswith((".", "?", ","))
    if sentence and label.kind in ("axe", *_MINOR):
        return False
    return not (label.kind == "axe" and not label.rest and _column(lines, index))


def _column(lines: list[View], index: int) -> bool:
    """Whether a bare label heads a narrow column of a scanned table."""
    run = 0
    for line in lines[index + 1 :]:
        if line.blank or len(line.text) > 40:
            break
        run += 1
    return run >= 3


def _place(context: Context, index: int, label: Label) -> tuple[str, int]:
    """The kind and rank of a label, from what is open."""
    kind = label.kind
    if kind in ("article", "preambule") and context.annexe:
        return kind, RANKS["annexe"] if kind == "article" and _resumes(context, label) else RANKS[kind] + 20
    if kind == "action":
        inside = context.fiche == "fiche"
        return ("rubrique", RANKS["rubrique"]) if inside else ("fiche", RANKS["action"])
    if context.fiche and kind in ("orientation", "chapitre", "axe") and not _closes_fiche(context, index, kind):
        return "rubrique", RANKS["rubrique"]
    if kind == "orientation":
        return kind, RANKS["grouping"] + min((label.number or "").count("."), 1)
    return kind, RANKS[kind]


def _closes_fiche(context: Context, index: int, kind: str) -> bool:
    """Whether an axe or an orientation met in a fiche is the next one, not a field of the fiche's own header."""
    if index - context.fiche_line <= _HEADER:
        return False
    written = (line for line in islice(context.lines, index + 1, index + 40) if not line.blank)
    for line in islice(written, _BEFORE_FICHE):
        label = read_label(line.cells[0] if line.row else line.text)
        if (label and label.kind in ("fiche", "action")) or (line.row and form_number(line.cells[0])):
            return True
        if vocabulary.RUBRIQUES.match(fold(line.cells[0]) if line.row else line.folded) and len(line.text) <= 90:
            return False
    return kind == "axe"


def _resumes(context: Context, label: Label) -> bool:
    """Whether an article met after an annexe goes on with the numbering of the convention."""
    number = label.number or ""
    return number.isdigit() and context.last_article > 1 and int(number) == context.last_article + 1


def form_heading(context: Context, index: int) -> Heading | None:
    """The heading of a fiche that a row opens: the first of a form table, followed by known rubriques."""
    line = context.lines[index]
    first = line.cells[0]
    number = form_number(first)
    label = read_label(first) if number is None else None
    if number is None and not (label and label.kind in ("fiche", "action")):
        return None
    rows = [other for other in context.lines[index + 1 : index + 9] if other.row]
    if sum(bool(vocabulary.RUBRIQUES.match(fold(row.cells[0]))) for row in rows) < 2:
        return None
    kind = "fiche" if number is None or any(c.isdigit() for c in number) else "modele"
    title = next((row.cells[0] for row in rows[:1] if not any(row.cells[1:])), "") or " ".join(line.cells[1:])
    text = f"{first} – {title.strip()}" if title.strip() else first
    found = number or (label.number if label else None)
    return Heading(index, index, kind, shorten(text), found if kind == "fiche" else None, RANKS[kind])
