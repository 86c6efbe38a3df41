"""Whatever the text, sections stand in the document, in order, one inside the other."""

from __future__ import annotations

import random

from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.structure import outline
from tests.corpus.structure.samples import CONVENTION, document

_PIECES = CONVENTION.splitlines()
_LINE = st.one_of(
    st.sampled_from(_PIECES),
    st.text(max_size=60).map(lambda text: " ".join(text.split())),
    st.sampled_from(["**", "N°", "1.", "Article", "ANNEXE", "Fiche action :", "Axe 1", "\t", "1.1.1.1", "« »", "A."]),
)


def _well_formed(lines: list[str]) -> None:
    doc = document("\n".join(lines))
    sections = outline(doc)
    ends: list[int] = []
    previous = 0
    for section in sections:
        span = section.source
        assert 1 <= span.ligne_debut <= span.ligne_fin <= len(doc.lines)
        assert previous <= span.ligne_debut
        assert len(section.path) == section.level
        assert section.path[-1] == section.title
        ends = ends[: section.level - 1]
        assert all(span.ligne_fin <= end for end in ends)
        ends.append(span.ligne_fin)
        previous = span.ligne_debut


@settings(max_examples=150, deadline=None)
@given(st.lists(_LINE, max_size=60))
def test_any_lines_give_nested_sections(lines: list[str]) -> None:
    _well_formed(lines)


@settings(max_examples=40, deadline=None)
@given(st.randoms(use_true_random=False))
def test_a_shuffled_convention_gives_nested_sections(rng: random.Random) -> None:
    lines = list(_PIECES)
    rng.shuffle(lines)
    _well_formed(lines)


@settings(max_examples=30, deadline=None)
@given(st.integers(0, len(_PIECES) - 1))
def test_dropping_a_line_costs_at_most_the_headings_near_it(dropped: int) -> None:
    whole = outline(document("\n".join(_PIECES)))
    damaged = outline(document("\n".join(_PIECES[:dropped] + _PIECES[dropped + 1 :])))
    assert abs(len(whole) - len(damaged)) <= 3
