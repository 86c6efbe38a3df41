"""Reading the body of one fiche, line by line: labels open values, the lines that follow fill them."""

from __future__ import annotations

from collections.abc import Sequence

from corpus.extraction.fiches.budget import has_amount, opens_budget
from corpus.extraction.fiches.claims import Claim
from corpus.extraction.fiches.labels_in import Found, label_at
from corpus.extraction.fiches.marks import unmark
from corpus.extraction.fiches.pieces import NEVER_FULL, calls_for_more, continues, starts_lower
from corpus.extraction.fiches.rows import RowKind, RowReader
from corpus.extraction.fiches.view import Unit, View
from corpus.extraction.vocabulary import Label
from corpus.fiche import CHAMPS

_LONG_PARAGRAPH = 45
_MOST_PARAGRAPHS = 4
_HEAD_FIELDS = frozenset({"numero", "titre", "axe"})


class Walker:
    """Walks the units of a fiche and collects its claims; unclaimed lines are kept in ``unread``."""

    def __init__(self, view: View, first: int, last: int) -> None:
        self.view = view
        self.units: Sequence[Unit] = view.between(first, last)
        self.claims: list[Claim] = []
        self.unread: list[int] = []
        self.loose: list[tuple[int, str]] = []
        """Text met before any label: where a title may be."""
        self.budget: list[Unit] = []
        """The rows of the budget of the action."""
        self._width = view.width(first, last)
        self._current: Claim | None = None
        self._gap = False
        self._skip: str | None = None
        self._rubric: int | None = None
        self._rows = RowReader(view)

    def walk(self) -> Walker:
        """Read every unit; returns itself."""
        for index, unit in enumerate(self.units):
            following = self.units[index + 1] if index + 1 < len(self.units) else None
            self._unit(unit, following)
        return self

    def _unit(self, unit: Unit, following: Unit | None) -> None:
        if unit.kind == "vide":
            self._gap = True
            self._rows.pause()
        elif unit.kind == "vertical":
            self._current = None
        elif unit.kind == "bruit":
            if any(map(str.isalpha, unit.text)):
                self.unread.append(unit.number)
        elif unit.kind == "etranger":
            self.unread.append(unit.number)
            self._current = None
        elif unit.kind == "rangee":
            self._row(unit, following)
            self._gap = False
        else:
            self._rows.stop()
            self._text(unit, following)
            self._gap = False

    # text

    def _text(self, unit: Unit, following: Unit | None) -> None:
        for part in unit.parts:
            if part == self._skip:
                self._skip = None
                continue
            self._skip = None
            found = self._label(part, following if len(unit.parts) == 1 else None)
            if found:
                self._open(found, unit.number)
            else:
                self._value(part, unit.number, gap=self._gap, width=self._width)
            self._gap = False

    def _label(self, part: str, following: Unit | None) -> Found | None:
        open_line = self._current.composer.open_line if self._current else ""
        if open_line and not self._gap and calls_for_more(open_line) and not part[:1].isupper():
            return None
        if open_line and open_line.count("(") > open_line.count(")") and part.rstrip().endswith(")"):
            return None
        found = label_at(part, self.view.vocabulary) or self._next_rubric(part)
        if found:
            self._rubric = unmark(part).number or self._rubric
        if found or following is None or following.kind != "texte" or len(part.split()) > 8:
            return found
        return self._wrapped_label(part, following)

    def _next_rubric(self, part: str) -> Found | None:
        """A common word as a label, when its number follows that of the label before."""
        number = unmark(part).number
        if number is None or self._rubric is None or number != self._rubric + 1:
            return None
        return label_at(part, self.view.vocabulary, alone=True)

    def _wrapped_label(self, part: str, following: Unit) -> Found | None:
        """A label cut by a line wrap, its colon on the second line."""
        second = following.parts[0]
        if not starts_lower(second) or not second.rstrip().endswith(":") or not part[:1].isupper():
            return None
        found = label_at(f"{part} {second}", self.view.vocabulary)
        if found is None or found.label.fuzzy:
            return None
        self._skip = second
        return found

    def _open(self, found: Found, line: int) -> None:
        """Start a value; a heading over what was just read, printed in the margin, closes it instead."""
        if not found.rest and self._in_margin(found.label):
            self._current = None
            return
        self._current = Claim(found.label.key, found.label.form, line, label=found.head)
        self.claims.append(self._current)
        if found.rest:
            self._current.composer.add(found.rest, line, gap=False, width=self._width)

    def _in_margin(self, label: Label) -> bool:
        current = self._current
        umbrella = label.form in {"ressource", "description", "moyen"} and current is not None
        return (
            umbrella
            and current is not None
            and current.key == label.key
            and current.form != label.form
            and bool(current.pieces)
        )

    def _value(self, text: str, line: int, *, gap: bool, width: int) -> None:
        current = self._resumed(text) or self._current
        if current is None:
            (self.loose.append((line, text)) if not self.claims else self.unread.append(line))
            return
        after_budget = current.key == "budget" and bool(self.budget)
        if after_budget or self._too_far(current, text, gap=gap, width=width):
            self._current = None
            self.unread.append(line)
            return
        self._current = current
        current.composer.add(text, line, gap=gap, width=width)

    def _resumed(self, text: str) -> Claim | None:
        """The description that a numbered line goes on with after the indicators of the step before."""
        current, mark = self._current, unmark(text)
        if current is None or current.key != "indicateurs" or mark.number is None:
            return None
        steps = next((c for c in reversed(self.claims) if c.key == "description"), None)
        if steps is None or any(piece.number for piece in current.pieces):
            return None
        numbers = [piece.number for c in self.claims if c.key == "description" for piece in c.pieces if piece.number]
        if not numbers or mark.number != numbers[-1] + 1:
            return None
        resumed = Claim("description", steps.form, steps.line)
        self.claims.append(resumed)
        return resumed

    def _too_far(self, current: Claim, text: str, *, gap: bool, width: int) -> bool:
        """Whether a paragraph is too much for a field that holds one short text."""
        field = CHAMPS.get(current.champ)
        if field is None or field.nature == "liste" or not current.pieces or unmark(text).bullet:
            return False
        if continues(current.composer.open_line, text, gap=gap, width=width):
            return False
        return gap and (
            len(text.split()) > _LONG_PARAGRAPH or len(current.pieces) >= _MOST_PARAGRAPHS or current.key == "numero"
        )

    # tables

    def _row(self, unit: Unit, following: Unit | None) -> None:
        if self._in_budget(unit):
            self.budget.append(unit)
            return
        row = self._rows.read(unit, following, self._current)
        if row.kind is RowKind.VALUE and self._current:
            for cell in row.loose:
                self._cell(self._current, cell, unit.number, new=row.apart)
        elif row.kind is RowKind.UNKNOWN:
            self._unknown_row(unit)
        for head, label, values in row.pairs:
            claim = Claim(label.key, label.form, unit.number, rows=True, beside=bool(values), label=head)
            self.claims.append(claim)
            self._current = claim
            for value in values:
                self._cell(claim, value, unit.number, new=True)
        for index, value in row.columns:
            self._cell(self._rows.columns[index], value, unit.number, new=row.apart)
        if row.opened:
            self.claims += [claim for claim in row.opened if claim not in self.claims]
            self._current = None
        for text in row.texts:
            self._inner(text, unit.number, alone=row.alone)

    def _in_budget(self, unit: Unit) -> bool:
        """Whether a row belongs to the budget: its heads open one, a label that is no post ends it."""
        if opens_budget(unit.cells):
            if self._current is None or self._current.key != "budget":
                self._current = Claim("budget", "budget", unit.number)
                self.claims.append(self._current)
            return True
        if self._current is None or self._current.key != "budget":
            return False
        label = self.view.vocabulary.exact(unit.filled[0])
        return has_amount(unit.cells) or label is None or label.weak or label.key == "budget"

    def _unknown_row(self, unit: Unit) -> None:
        if not self.claims and len(unit.filled) == 1:
            self.loose.append((unit.number, unit.text))
        else:
            self.unread.append(unit.number)
        self._current = None

    def _inner(self, cell: str, line: int, *, alone: bool) -> None:
        """A cell that holds labels of its own, or the value of the label above."""
        for position, paragraph in enumerate(cell.split("\n")):
            found = label_at(paragraph, self.view.vocabulary, alone=alone and position == 0)
            if found:
                self._open(found, line)
            else:
                self._value(paragraph, line, gap=True, width=NEVER_FULL)

    def _cell(self, claim: Claim, cell: str, line: int, *, new: bool) -> None:
        """Put the paragraphs of a cell into a value, or into the fields that its own labels name."""
        target = claim
        for position, paragraph in enumerate(cell.split("\n")):
            found = label_at(paragraph, self.view.vocabulary)
            named = claim.champ in _HEAD_FIELDS
            if found and found.marked and not found.label.weak and not found.label.fuzzy and not named:
                target = self._branch(claim, found, line)
                continue
            apart = position > 0 or new
            target.composer.add(paragraph, line, gap=apart, width=NEVER_FULL, fresh=new and position == 0)

    def _branch(self, claim: Claim, found: Found, line: int) -> Claim:
        branch = Claim(found.label.key, found.label.form, line, rows=claim.rows, label=found.head)
        self.claims.append(branch)
        if found.rest:
            branch.composer.add(found.rest, line, gap=True, width=NEVER_FULL, fresh=True)
        return branch
