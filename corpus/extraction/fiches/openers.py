"""Where a fiche may start: a numbered heading, the head row of a form, the row of its title."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from corpus.extraction.fiches.labels_in import label_at
from corpus.extraction.fiches.marks import is_placeholder, unmark
from corpus.extraction.fiches.pieces import Piece, continues, join
from corpus.extraction.fiches.view import Unit, View
from corpus.text.folding import fold

_NUM = (
    r"(?P<num>X{2,}|[A-Z]{0,3}[.\s]?\d{1,3}(?:\s?[.\-/]\s?\d{1,3}){0,3}(?:\s?(?:bis|ter)\b|[a-z]\b)?"
    r"|[IVX]{1,4}(?:[.\-]\d+)*(?![\w'’]))"
)
_NUMBERED = rf"\s*(?:n\s?[°ºo]|num[ée]ro|#)?\s*[:.]?\s*{_NUM}"
_SEPARATOR = r"\s*[:.|–—_\-)/]*\s*"
_FICHE = r"(?:fiches?[\s\-–]*(?:d['’]\s?)?actions?|fiches?[\s\-]+projets?|fiches?)"
_STRICT_FICHE = r"(?:fiches?[\s\-–]*(?:d['’]\s?)?actions?|fiches?[\s\-]+projets?)"
_BEFORE = re.compile(
    rf"^(?:(?:mod[eè]le\s+de\s+{_STRICT_FICHE}\s*[:–-]?\s+)|(?:(?:axe|orientation|th[ée]matique|annexe)\s[^|]{{0,80}}?\s[|–—-]\s))(?=\s*{_FICHE})",
    re.IGNORECASE,
)
_FICHE_NUMBERED = re.compile(rf"^{_FICHE}{_NUMBERED}(?P<sep>{_SEPARATOR})(?P<title>.*)$", re.IGNORECASE)
_FICHE_TITLED = re.compile(rf"^{_STRICT_FICHE}\s*(?::|[–—-]\s)\s*(?P<title>\S.*)$", re.IGNORECASE)
_FICHE_BARE = re.compile(rf"^{_STRICT_FICHE}$", re.IGNORECASE)
_ACTION = re.compile(rf"^(?:sous-)?actions?{_NUMBERED}(?P<sep>\s*[:.|–—_\-)]+\s*|\s*$)(?P<title>.*)$", re.IGNORECASE)
_FORM = re.compile(rf"^n\s?[°º]\s*{_NUM}$", re.IGNORECASE)
_OUTLINE = re.compile(r"^(?P<num>\d{1,2}[.\-]\d{1,2}(?:[.\-]\d{1,2})?)\.?\s*[:–—-]?\s+(?P<title>[A-ZÀ-Ý«].{6,200})$")
_LEADERS = re.compile(r"(?:\.\s?){4,}\s*\d*\s*$|…{2,}\s*\d*\s*$")
_MOST_TITLE_LINES = 4
_MOST_TITLE_WORDS = 60
_MOST_HEADING_WORDS = 25


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


def _tidy_number(text: str | None) -> str | None:
    return "".join(text.split()).strip(".-/") if text else None


def _plain(text: str) -> str:
    return re.sub(r"^[#*_\s]+|[*_\s]+$", "", text).strip()


def _title(text: str) -> str | None:
    title = text.strip(" :|–—\t").removeprefix("-").strip()
    if len(title) > 2 and title[0] in '«"“' and title[-1] in '»"”':
        title = title[1:-1].strip()
    return title or None


def _cased(match: re.Match[str]) -> bool:
    """Whether what follows the number may be a title rather than the rest of a sentence."""
    title = match["title"].strip()
    return not title or bool(re.search(r"[:|–—_\-)]", match["sep"])) or title[0].isupper() or title[0] in '«"“'


def _heading(text: str) -> Opener | None:
    text = _plain(text)
    text = text[_BEFORE.match(text).end() :].strip() if _BEFORE.match(text) else text  # type: ignore[union-attr]
    if len(text) > 400 or _LEADERS.search(text):
        return None
    for pattern, strength in ((_FICHE_NUMBERED, 3), (_ACTION, 2)):
        match = pattern.match(text)
        if match and _cased(match):
            return _opener(strength, _tidy_number(match["num"]), match["title"])
    match = _FICHE_TITLED.match(text)
    if match:
        return _opener(2, None, match["title"])
    if _FICHE_BARE.match(text):
        return _opener(2, None, "")
    match = _OUTLINE.match(text)
    return (
        _opener(1, _tidy_number(match["num"]), match["title"]) if match and not text.endswith((".", ";", ",")) else None
    )


def _opener(strength: int, numero: str | None, title: str) -> Opener:
    found = _title(title)
    return Opener(0, 0, strength, numero, Piece(found, 0, 0) if found else None)


def _at(opener: Opener, line: int) -> Opener:
    titre = Piece(opener.titre.text, line, line) if opener.titre else None
    return replace(opener, line=line, last=line, titre=titre)


def _from_row(unit: Unit, view: View) -> Opener | None:
    filled = [" ".join(cell.split()) for cell in unit.filled]
    others = [cell for cell in filled[1:] if not is_placeholder(cell)]
    form = _FORM.match(filled[0])
    if form:
        return _form_head(unit, form, others)
    opener = _heading(filled[0])
    if opener and opener.strength > 1 and len(filled) <= 3:
        title = opener.titre or (Piece(others[0], 0, 0) if others else None)
        return _at(replace(opener, titre=title), unit.number)
    if (
        opener is None
        and len(filled) == 2
        and re.fullmatch(rf"{_STRICT_FICHE}\s*n?\s?[°º]?\s*:?", filled[0], re.IGNORECASE)
    ):
        joined = _heading(f"{filled[0]} {filled[1]}")
        return _at(joined, unit.number) if joined else None
    label = view.vocabulary.exact(filled[0])
    if label and label.key == "titre" and not label.weak and len(filled) > 1:
        return Opener(unit.number, unit.number, 2, label=True)
    return None


def _form_head(unit: Unit, form: re.Match[str], others: list[str]) -> Opener:
    """The head of a form: its number, then the title, or the axis when a title row follows (see ``find_openers``)."""
    titre = Piece(others[0], unit.number, unit.number) if others else None
    return Opener(unit.number, unit.number, 3, _tidy_number(form["num"]), titre)


def opener_at(unit: Unit, view: View) -> Opener | None:
    """What a line opens on its own, the lines below left aside."""
    if unit.kind == "rangee":
        return _from_row(unit, view)
    if unit.kind != "texte":
        return None
    text = unmark(unit.parts[0]).text if unit.parts[0][:1] in "#*-•►▶" else unit.parts[0]
    opener = _heading(text)
    if opener:
        return _at(opener, unit.number)
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
        text = _title(unit.text) or ""
        if title is None:
            title = Piece(text, unit.number, unit.number)
        elif continues(title.text, unit.text, gap=gap, width=max(60, len(_line_of(view, last)) + 2)):
            title = Piece(join(title.text, text), title.first, unit.number)
        else:
            break
        last, gap = unit.number, False
    return replace(opener, titre=title, last=last)


def _line_of(view: View, number: int) -> str:
    return view.units[number - 1].text


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
        axe = opener.titre
        return replace(opener, last=unit.number, titre=Piece(unit.text, unit.number, unit.number), axe=axe)
    return opener


def find_openers(view: View) -> list[Opener]:
    """Every line that may open a fiche, with its title, in order."""
    found: list[Opener] = []
    for unit in view.units:
        if found and unit.number <= found[-1].last:
            continue
        opener = opener_at(unit, view)
        if opener is None:
            continue
        if unit.kind == "rangee" and opener.strength == 3 and _FORM.match(unit.filled[0]):
            opener = _form_title(opener, view)
        elif not opener.label and unit.kind == "texte":
            opener = _continued(opener, view)
        found.append(opener)
    return found


def is_blank_number(numero: str | None) -> bool:
    """Whether a number is still to be written, as on a blank template."""
    return bool(numero) and bool(re.fullmatch(r"[x._]+", fold(numero or "")))
