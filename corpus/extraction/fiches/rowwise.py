"""The layout of spreadsheets and of ruled tables of actions: a header row of labels, then one fiche a row."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from corpus.extraction.fiches.claims import Claim, Reading
from corpus.extraction.fiches.labels_in import label_at
from corpus.extraction.fiches.marks import unmark
from corpus.extraction.fiches.pieces import NEVER_FULL, Piece
from corpus.extraction.fiches.view import Unit, View
from corpus.extraction.vocabulary import HORS_GABARIT, Label
from corpus.text.folding import fold, words

_DEEP = frozenset(
    {
        "description",
        "indicateurs",
        "effets_attendus",
        "moyens",
        "objectifs_operationnels",
        "besoins",
        "public_cible",
        "budget",
    }
)
_NAMES = frozenset({"titre", "description", "objectifs_operationnels"})
_FEWEST = 4
_FEWEST_TITLED = 3
_TYPE_ROW = re.compile(r"^(?:champ|texte|nombre|date|liste|format|obligatoire|facultatif|choix)\b")
_TITLE_NUMBER = re.compile(
    r"^(?:(?:fiche[\s-]*action|fiche|action|operation)\s*(?:n\s?°\s*)?)?(?P<num>\d{1,3}(?:\.\d{1,3}){0,4})\.?\s*[.:–)—-]*\s+",
    re.IGNORECASE,
)


@dataclass
class Header:
    """The columns of a table of fiches, and the row they were read on."""

    line: int
    width: int
    columns: dict[int, Label] = field(default_factory=dict)
    titles: dict[Label, str] = field(default_factory=dict)
    """Each label as the header has it."""

    @property
    def keys(self) -> set[str]:
        """The fields named."""
        return {label.champ for label in self.columns.values()} - {HORS_GABARIT}

    def is_table_of_fiches(self) -> bool:
        """Whether rows under it say enough to be fiches, more than a plan d'actions does."""
        keys = self.keys
        deep = keys & _DEEP
        if not keys & _NAMES or len(keys) < _FEWEST_TITLED:
            return False
        if "titre" in keys and len(keys) >= _FEWEST_TITLED and ("numero" in keys or deep):
            return len(keys) >= _FEWEST or bool(deep)
        return len(keys) >= _FEWEST and len(deep) >= 3


class Rowwise:
    """Fiches read one a row."""

    name = "lignes"

    def read(self, view: View) -> list[Reading]:
        """The rows of every table whose header names enough fields."""
        readings: list[Reading] = []
        header: Header | None = None
        axe: Piece | None = None
        for unit in view.units:
            if unit.kind != "rangee":
                continue
            found = _header(unit, view)
            if found:
                header = found if found.is_table_of_fiches() else None
                axe = None
            elif header and abs(len(unit.cells) - header.width) <= 1:
                axe = _axis(unit) or axe
                self._take(unit, header, axe, readings, view)
            elif len(unit.filled) > 1:
                header = None
        return readings

    def _take(self, unit: Unit, header: Header, axe: Piece | None, readings: list[Reading], view: View) -> None:
        if _is_type_row(unit):
            return
        reading = _reading(unit, header, view)
        if _continues_row(unit, header, readings):
            _merge(readings[-1], unit, header, view)
        elif _is_row(reading, header):
            reading.axe = reading.axe or axe
            readings.append(reading)


def _match(cell: str, view: View) -> Label | None:
    """The label of a column; of several joined by a stroke, the first known one."""
    text = " ".join(cell.split())
    if not 0 < len(text) <= 160:
        return None
    parts = [part for part in text.split("/") if part.strip()] if "/" in text else []
    return view.vocabulary.match(text) or next((found for p in parts if (found := view.vocabulary.exact(p))), None)


def _header(unit: Unit, view: View) -> Header | None:
    """The header a row is, when most of its cells are labels; a lost cell is read by the letters left of it."""
    matches = {i: _match(cell, view) for i, cell in enumerate(unit.cells) if cell}
    labels = {i: label for i, label in matches.items() if label}
    if len(labels) < _FEWEST_TITLED or len(labels) < 0.6 * len(matches) or len({v.key for v in labels.values()}) < 3:
        return None
    for i in set(matches) - set(labels):
        guess = _by_letters(unit.cells[i], view, {label.key for label in labels.values()})
        if guess:
            labels[i] = guess
    titles = {label: " ".join(unit.cells[i].split()) for i, label in labels.items()}
    return Header(unit.number, len(unit.cells), labels, titles)


def _by_letters(cell: str, view: View, known: set[str]) -> Label | None:
    """A label some of whose letters were lost: its letters, in order, are in one label of the vocabulary only."""
    letters = "".join(words(cell))
    if len(letters) < 6:
        return None
    keys = {
        key
        for form, key in view.vocabulary.letters.items()
        if key not in known and len(letters) >= 0.4 * len(form) and _is_within(letters, form)
    }
    return Label(keys.pop(), letters, fuzzy=True) if len(keys) == 1 else None


def _is_within(letters: str, form: str) -> bool:
    rest = iter(form)
    return letters[0] == form[0] and all(letter in rest for letter in letters)


def _is_type_row(unit: Unit) -> bool:
    typed = sum(bool(_TYPE_ROW.match(fold(cell))) for cell in unit.filled)
    return typed >= max(2, 0.6 * len(unit.filled))


def _axis(unit: Unit) -> Piece | None:
    """The axis that a row of one cell announces for the rows below."""
    if len(unit.filled) != 1 or len(unit.text.split()) > 40:
        return None
    match = re.match(r"^axe\s*\d*\s*[:.–-]\s*", unit.text, re.IGNORECASE)
    return Piece(unit.text[match.end() :].strip(), unit.number, unit.number) if match else None


def _cells(unit: Unit, header: Header) -> Iterator[tuple[Label, str]]:
    for index, label in header.columns.items():
        if index < len(unit.cells) and unit.cells[index]:
            yield label, unit.cells[index]


def _reading(unit: Unit, header: Header, view: View) -> Reading:
    reading = Reading(unit.number, unit.number, layout="lignes", strength=3)
    for label, cell in _cells(unit, header):
        claim = Claim(label.key, label.form, header.line, rows=True, beside=True, label=header.titles[label])
        reading.claims.append(claim)
        _fill(reading, claim, cell, unit.number, view)
    reading.unread = [unit.number] if _lost(unit, header) else []
    _name(reading)
    return reading


def _lost(unit: Unit, header: Header) -> bool:
    return any(cell and i not in header.columns for i, cell in enumerate(unit.cells))


def _fill(reading: Reading, claim: Claim, cell: str, line: int, view: View) -> None:
    """Put a cell into its field, or into the fields that labels inside it name."""
    target = claim
    for paragraph in cell.split("\n"):
        found = label_at(paragraph, view.vocabulary)
        inner = found is not None and found.marked and not found.label.weak and found.label.key != claim.key
        text = paragraph
        if found and inner and claim.champ not in {"titre", "axe"}:
            target = Claim(found.label.key, found.label.form, line, rows=True, beside=True)
            reading.claims.append(target)
            text = found.rest
        elif found and found.marked and found.label.key == claim.key:
            target, text = claim, found.rest
        if text:
            target.composer.add(text, line, gap=True, width=NEVER_FULL, fresh=text != paragraph)


def _name(reading: Reading) -> None:
    """The number and the title of a row: from their columns, else the action it describes."""
    named = {claim.key: claim for claim in reversed(reading.claims) if claim.pieces}
    numero = named.get("numero")
    if numero:
        reading.numero = " ".join(piece.text for piece in numero.pieces)
    titre = named.get("titre")
    if titre and not reading.numero:
        match = _TITLE_NUMBER.match(titre.pieces[0].text)
        if match and match.end() < len(titre.pieces[0].text):
            reading.numero = match["num"]
            titre.pieces[0].text = titre.pieces[0].text[match.end() :]
    source = named.get("description") if titre is None else None
    if source and numero and source.form == "action":
        source.key = "titre"
    elif source:
        reading.titre = Piece(
            " ".join(p.text for p in source.pieces[:1]), source.pieces[0].first, source.pieces[-1].last
        )


def _is_row(reading: Reading, header: Header) -> bool:
    said = reading.said
    if "numero" in header.keys and "titre" in header.keys and not {"numero", "titre"} <= said:
        return False
    return bool(said & _NAMES) and (len(said) >= 2 or "titre" in said)


def _continues_row(unit: Unit, header: Header, readings: Sequence[Reading]) -> bool:
    """Whether a row is the rest of the one above: no naming cell, and all it holds starts in small letters."""
    if not readings or readings[-1].last + 1 != unit.number:
        return False
    named = [cell for label, cell in _cells(unit, header) if label.champ in {"titre", "numero"}]
    others = [cell for label, cell in _cells(unit, header) if label.champ not in {"titre", "numero"}]
    lower = [cell for cell in others if unmark(cell).text[:1].islower()]
    return not named and bool(lower) and len(lower) == len(others)


def _merge(reading: Reading, unit: Unit, header: Header, view: View) -> None:
    by_form = {claim.form: claim for claim in reading.claims}
    for label, cell in _cells(unit, header):
        if label.form in by_form:
            by_form[label.form].composer.add(cell.replace("\n", " "), unit.number, gap=False, width=view.text_width)
    reading.last = unit.number
