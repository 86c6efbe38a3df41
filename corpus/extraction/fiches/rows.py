"""What a table row says: labels beside values, labels over values, the rest of a value cut by a page break."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import Enum, auto

from corpus.extraction.fiches.claims import Claim
from corpus.extraction.fiches.view import Unit, View
from corpus.extraction.vocabulary import Label


class RowKind(Enum):
    """What a row is to the fiche."""

    PAIRS = auto()
    VALUE = auto()
    COLUMNS = auto()
    TEXTS = auto()
    UNKNOWN = auto()


@dataclass
class Row:
    """A row as it was read; only the parts that its kind calls for are filled."""

    kind: RowKind
    pairs: list[tuple[str, Label, list[str]]] = field(default_factory=list)
    loose: list[str] = field(default_factory=list)
    columns: list[tuple[int, str]] = field(default_factory=list)
    opened: list[Claim] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)
    apart: bool = False
    """Whether a value starts anew here, or goes on from the row before."""
    alone: bool = False


class RowReader:
    """Reads the rows of one fiche in order, remembering the columns a header row set."""

    def __init__(self, view: View) -> None:
        self._view = view
        self.columns: dict[int, Claim] = {}
        self._width = 0

    def stop(self) -> None:
        """Forget the columns: the table is over."""
        self.columns = {}

    def pause(self) -> None:
        """A blank line: a table cut by a page break may go on."""

    def read(self, unit: Unit, following: Unit | None, current: Claim | None) -> Row:
        """Say what one row is, given the value being filled and the row below."""
        cells = unit.cells
        filled = [i for i, cell in enumerate(cells) if cell]
        labels = {i: label for i in filled if (label := self._label(cells[i], first=i == filled[0]))}
        if len(filled) >= 2 and self._is_header(cells, filled, labels, following):
            return self._header(unit, labels)
        if self.columns and len(cells) == self._width and not self._is_label_row(filled, labels):
            texts = [(i, cells[i]) for i in filled if i in self.columns]
            return Row(RowKind.COLUMNS, columns=texts, apart=bool(cells[0]))
        if labels or len(filled) == 1:
            self.columns = {}
        if filled[0] in labels and (len(filled) > 1 or "\n" not in cells[filled[0]]):
            return Row(RowKind.PAIRS, pairs=_pairs(cells, filled, labels))
        return self._unlabelled(unit, filled, current)

    def _unlabelled(self, unit: Unit, filled: Sequence[int], current: Claim | None) -> Row:
        cells = unit.cells
        if len(filled) == 1:
            if filled[0] > 0 and current is not None and current.rows:
                return Row(RowKind.VALUE, loose=[cells[filled[0]]])
            below = current is not None and not current.beside
            has_label = any(self._inner_label(p) for p in cells[filled[0]].split("\n"))
            if below or has_label:
                return Row(RowKind.TEXTS, texts=[cells[filled[0]]], alone=True)
            return Row(RowKind.UNKNOWN)
        if all(self._inner_label(cells[i].split("\n")[0]) for i in filled):
            return Row(RowKind.TEXTS, texts=[cells[i] for i in filled], alone=True)
        if current is not None and not cells[0]:
            return Row(RowKind.VALUE, loose=[cells[i] for i in filled])
        if current is not None and not current.rows:
            return Row(RowKind.VALUE, loose=[" ".join(cells[i].replace("\n", " ") for i in filled)], apart=True)
        return Row(RowKind.UNKNOWN)

    def _label(self, cell: str, *, first: bool) -> Label | None:
        label = self._view.vocabulary.match(" ".join(cell.split())) if len(cell) <= 200 else None
        if label is None or first:
            return label
        return None if label.fuzzy else label

    def _inner_label(self, text: str) -> bool:
        from corpus.extraction.fiches.labels_in import label_at

        found = label_at(text, self._view.vocabulary, alone=True)
        return found is not None

    def _is_header(
        self, cells: Sequence[str], filled: Sequence[int], labels: dict[int, Label], following: Unit | None
    ) -> bool:
        """Whether a row is all labels and the row below holds their values."""
        if len(labels) < len(filled) or len({labels[i].key for i in filled}) < 2:
            return False
        if following is None or following.kind != "rangee" or len(following.cells) != len(cells):
            return False
        below = [self._label(following.cells[i], first=True) for i in filled if following.cells[i]]
        return bool(below) and not any(label and not label.weak for label in below)

    def _is_label_row(self, filled: Sequence[int], labels: dict[int, Label]) -> bool:
        """Whether a row inside a table of columns starts something else."""
        first = labels.get(filled[0])
        return first is not None and not first.weak and (len(filled) == 1 or len(filled) < len(self.columns))

    def _header(self, unit: Unit, labels: dict[int, Label]) -> Row:
        self._width = len(unit.cells)
        self.columns = {
            i: Claim(label.key, label.form, unit.number, rows=True, column=True) for i, label in labels.items()
        }
        return Row(RowKind.COLUMNS, opened=list(self.columns.values()))


def _pairs(cells: Sequence[str], filled: Sequence[int], labels: dict[int, Label]) -> list[tuple[str, Label, list[str]]]:
    """Labels beside values; a common word is a label only where a value follows it in turn."""
    pairs: list[tuple[str, Label, list[str]]] = []
    for rank, index in enumerate(filled):
        label = labels.get(index)
        in_turn = label is not None and (rank == 0 or not label.weak or (rank % 2 == 0 and rank + 1 < len(filled)))
        if label is not None and in_turn and not (rank == 1 and len(filled) == 2):
            pairs.append((" ".join(cells[index].split()), label, []))
        else:
            pairs[-1][2].append(cells[index])
    return pairs
