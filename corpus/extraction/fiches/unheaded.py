"""Fiches that no numbered heading announces: a run of labels that is dense and varied enough to be one."""

from __future__ import annotations

from collections.abc import Sequence

from corpus.extraction.fiches.claims import Reading
from corpus.extraction.fiches.labels_in import label_at
from corpus.extraction.fiches.openers import Opener
from corpus.extraction.fiches.regions import HEAD, closing_lines, is_fiche, readings_of, title_above
from corpus.extraction.fiches.view import Unit, View
from corpus.extraction.vocabulary import HORS_GABARIT, Label

_FARTHEST = 25
_FEWEST = 5
_DENSITY = 10
"""At most so many lines for one label."""


class Unheaded:
    """Fiches read from their labels alone."""

    name = "sans_titre"

    def read(self, view: View) -> list[Reading]:
        """Every dense run of labels that proves to be a fiche."""
        found: list[Reading] = []
        for first, last in _runs(view):
            start = title_above(view, first) or first
            opener = Opener(start, start - 1, 0)
            found += [r for r in readings_of(view, opener, last, self.name) if is_fiche(r, view) and _is_dense(r, view)]
        return found


def _label(unit: Unit, view: View) -> Label | None:
    if unit.kind == "rangee":
        return view.vocabulary.exact(" ".join(unit.filled[0].split())) if len(unit.filled[0]) <= 160 else None
    if unit.kind != "texte":
        return None
    found = label_at(unit.parts[0], view.vocabulary)
    return found.label if found and not found.label.fuzzy else None


def _runs(view: View) -> list[tuple[int, int]]:
    """The first and last lines of the runs of labels that are close to one another."""
    labels = [
        (unit.number, label) for unit in view.units if (label := _label(unit, view)) and label.key != HORS_GABARIT
    ]
    stops = closing_lines(view)
    runs: list[list[tuple[int, Label]]] = []
    for line, label in labels:
        previous = runs[-1][-1][0] if runs else None
        if previous is None or line - previous > 2 * _FARTHEST or any(previous < stop <= line for stop in stops):
            runs.append([])
        runs[-1].append((line, label))
    return [(run[0][0], _end(run[-1][0], stops, view)) for run in runs if _varied(run)]


def _varied(run: Sequence[tuple[int, Label]]) -> bool:
    return len({label.champ for _, label in run} - HEAD) >= _FEWEST


def _end(last: int, stops: Sequence[int], view: View) -> int:
    """The last line of the value of the last label of a run."""
    stop = min([*(s for s in stops if s > last), len(view.units) + 1])
    end = min(stop - 1, last + _FARTHEST)
    while end > last and view.units[end - 1].kind == "vide":
        end -= 1
    return end


def _is_dense(reading: Reading, view: View) -> bool:
    lines = sum(unit.kind in {"texte", "rangee"} for unit in view.between(reading.first, reading.last))
    return lines <= _DENSITY * len(reading.claims)
