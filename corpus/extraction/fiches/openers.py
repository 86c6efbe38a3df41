"""Where a fiche may start in a document: a numbered heading, the head row of a form, the row of its title."""

from __future__ import annotations

from dataclasses import dataclass, replace

from corpus.extraction.fiches.headings import (
    Heading,
    form_number,
    is_axis,
    is_bare_cell,
    read_heading,
    tidy_title,
)
from corpus.extraction.fiches.labels_in import label_at
from corpus.extraction.fiches.marks import is_placeholder, unmark
from corpus.extraction.fiches.pieces import Piece, continues, join
from corpus.extraction.fiches.view import Unit, View
from corpus.text.folding import fold

_MOST_TITLE_LINES = 4
_MOST_TITLE_WORDS = 60
_NARROWEST = 60
_ABOVE_TITLE = frozenset({"numero", "axe"})
_MOST_ABOVE = 3
_HEAD_LINES = 6


@dataclass(frozen=True, slots=True)
class Opener:
    """A line that may open a fiche.

    ``strength`` is 3 for a numbered fiche or the head of a form, 2 for an action or a title row, 1 for a mere
    numbered heading; ``last`` is the last line of the title.
    """

    line: int
    last: int
    strength: int
    numero: str | None = None
    titre: Piece | None = None
    axe: Piece | None = None
    label: bool = False
    """Whether the line is a label that the body reads too."""


def _opener(heading: Heading, line: int, title: str | None = None) -> Opener:
    titre, axe = heading.titre or title, heading.axe
    return Opener(
        line,
        line,
        heading.strength,
        heading.numero,
        Piece(titre, line, line) if titre else None,
        Piece(axe, line, line) if axe else None,
    )


def _from_row(unit: Unit, view: View) -> Opener | None:
    filled = [" ".join(cell.split()) for cell in unit.filled]
    axe = None
    if len(filled) > 1 and is_axis(filled[0]):
        axe, filled = Piece(filled[0], unit.number, unit.number), filled[1:]
    others = [cell for cell in filled[1:] if not is_placeholder(cell)]
    number = form_number(filled[0])
    if number:
        titre = Piece(others[0], unit.number, unit.number) if others else None
        return _form_title(Opener(unit.number, unit.number, 3, number, titre), view)
    heading = read_heading(filled[0])
    if heading is None and len(filled) == 2 and is_bare_cell(filled[0]):
        heading = read_heading(" ".join(filled))
        others = []
    if heading and heading.strength > 1 and len(filled) <= 3:
        opener = _opener(heading, unit.number, others[0] if others else None)
        return replace(opener, axe=opener.axe or axe)
    label = view.vocabulary.exact(filled[0])
    if label and label.key == "titre" and not label.weak and len(filled) > 1:
        return Opener(unit.number, unit.number, 2, label=True)
    return None


def opener_at(unit: Unit, view: View) -> Opener | None:
    """What a line opens on its own, the lines below left aside."""
    if unit.kind == "rangee":
        return _from_row(unit, view)
    if unit.kind != "texte":
        return None
    text = unmark(unit.parts[0]).text if unit.parts[0][:1] in "#*-•►▶" else unit.parts[0]
    heading = read_heading(text)
    if heading:
        return _opener(heading, unit.number)
    found = label_at(unit.parts[0], view.vocabulary)
    if found and found.label.key == "titre" and not found.label.fuzzy and not found.label.weak:
        return Opener(unit.number, unit.number, 2, label=True)
    return None


def _continued(opener: Opener, view: View) -> Opener:
    """The opener with the rest of its title, or its whole title, from the lines below."""
    title, last, gap = opener.titre, opener.last, False
    for unit in view.between(opener.line + 1, opener.line + 8):
        if unit.kind in {"vide", "bruit"}:
            gap = True
            continue
        if last - opener.line >= _MOST_TITLE_LINES or not _may_be_title(unit, view):
            break
        text = tidy_title(unit.text) or ""
        width = max(_NARROWEST, len(view.units[last - 1].text) + 2)
        if title is None:
            title = Piece(text, unit.number, unit.number)
        elif continues(title.text, unit.text, gap=gap, width=width):
            title = Piece(join(title.text, text), title.first, unit.number)
        else:
            break
        last, gap = unit.number, False
    return replace(opener, titre=title, last=last)


def _may_be_title(unit: Unit, view: View) -> bool:
    if unit.kind != "texte" or len(unit.parts) > 1 or len(unit.text.split()) > _MOST_TITLE_WORDS:
        return False
    if unmark(unit.parts[0]).bullet and not unit.parts[0].startswith("«"):
        return False
    return label_at(unit.parts[0], view.vocabulary) is None and opener_at(unit, view) is None


def _form_title(opener: Opener, view: View) -> Opener:
    """A form whose head row is followed by a row of one unlabelled cell: that is its title, the head names its axis."""
    for unit in view.between(opener.line + 1, opener.line + 3):
        if unit.kind == "vide":
            continue
        alone = unit.kind == "rangee" and len(unit.filled) == 1 and bool(unit.cells[0])
        if not alone or view.vocabulary.match(unit.text) or label_at(unit.text, view.vocabulary):
            return opener
        return replace(opener, last=unit.number, titre=Piece(unit.text, unit.number, unit.number), axe=opener.titre)
    return opener


def find_openers(view: View) -> tuple[list[Opener], set[int]]:
    """Every line that may open a fiche, with its title, in order; and the lines that repeat a heading over a page."""
    found: list[Opener] = []
    repeats: set[int] = set()
    for unit in view.units:
        if found and unit.number <= found[-1].last:
            continue
        opener = opener_at(unit, view)
        if opener is None:
            continue
        if not opener.label and unit.kind == "texte":
            opener = _continued(opener, view)
        previous = found[-1] if found else None
        if previous and _repeats(opener, previous, view):
            repeats.update(range(opener.line, opener.last + 1))
        elif opener.label and previous and _heads(previous, opener, view):
            continue
        else:
            found.append(_with_rows_above(opener, view) if opener.label else opener)
    return found, repeats


def _repeats(opener: Opener, previous: Opener, view: View) -> bool:
    """Whether an opener is the heading of the fiche being read, printed again at the top of a page."""
    if opener.numero is None or opener.numero != previous.numero or opener.titre is None:
        return False
    if Heading(3, titre=opener.titre.text).goes_on:
        return True
    same = previous.titre is not None and fold(previous.titre.text) == fold(opener.titre.text)
    return same and _labels_between(previous.last, opener.line, view) >= 2


def _labels_between(first: int, last: int, view: View) -> int:
    units = view.between(first + 1, last - 1)
    texts = [u.filled[0] if u.filled else u.parts[0] for u in units if u.kind in {"texte", "rangee"}]
    return sum(label_at(text, view.vocabulary, alone=True) is not None for text in texts)


def _heads(previous: Opener, opener: Opener, view: View) -> bool:
    """Whether the row of a title belongs to the heading just above it."""
    lines = [u for u in view.between(previous.last + 1, opener.line - 1) if u.kind in {"texte", "rangee"}]
    return not previous.label and len(lines) <= (_HEAD_LINES if previous.titre is None else _MOST_ABOVE)


def _with_rows_above(opener: Opener, view: View) -> Opener:
    """The opener from the rows of the number and the axis that stand just above the title."""
    line = opener.line
    for unit in reversed(view.between(opener.line - _MOST_ABOVE, opener.line - 1)):
        text = unit.filled[0] if unit.filled else unit.parts[0] if unit.kind == "texte" else ""
        found = label_at(text, view.vocabulary, alone=unit.kind == "rangee") if text else None
        if found is None or found.label.champ not in _ABOVE_TITLE:
            break
        line = unit.number
    return replace(opener, line=line, last=line)
