"""Facts of the five real conventions: labels, numbers and lines, never their sentences."""

from __future__ import annotations

from functools import cache

import pytest

from corpus.models import ReadDocument, Section
from corpus.reading import read
from corpus.structure import outline
from tests.corpus.structure.samples import kinds
from tests.shared import CONVENTIONS, needs_shared

pytestmark = needs_shared


@cache
def _read(prefix: str) -> tuple[ReadDocument, tuple[Section, ...]]:
    doc = read(next(CONVENTIONS.glob(f"{prefix}*.txt")), isolated=False)
    return doc, outline(doc)


def _body(prefix: str, kind: str) -> list[str | None]:
    return [s.number for s in _read(prefix)[1] if s.kind == kind and s.level == 1]


@pytest.mark.parametrize(
    ("prefix", "articles", "annexes"),
    [
        ("000", [str(n) for n in range(1, 13)], 3),
        ("001", "I II III IV V VI VII VIII IX X XI XII XIII XIV XV XVI".split(), 8),
        ("002", [str(n) for n in range(1, 15)], 6),
        ("003", [], 0),
        ("004", [str(n) for n in range(1, 12)], 4),
    ],
)
def test_every_article_and_annexe_is_found_once(prefix: str, articles: list[str], annexes: int) -> None:
    assert _body(prefix, "article") == articles
    assert _body(prefix, "annexe") == [str(n) for n in range(1, annexes + 1)]


@pytest.mark.parametrize(
    ("prefix", "numbers"),
    [
        ("000", []),
        ("001", "1.1 1.2 2.1 2.2 2.3 3.1 3.2 4.1 4.2 5.1 5.2".split()),
        ("002", "1.1 2.1 2.2 3.1 3.2 3.3 4.1 6.1".split()),
        ("003", []),
        ("004", "1 2 3 1 1 2 1 2 3".split()),
    ],
)
def test_every_fiche_is_found(prefix: str, numbers: list[str]) -> None:
    assert kinds(_read(prefix)[1], "fiche") == numbers


def test_fiches_stand_in_their_annexe_and_the_blank_form_apart() -> None:
    sections = _read("001")[1]
    assert {s.path[0].split()[1] for s in sections if s.kind == "fiche"} == {"3"}
    assert len(kinds(sections, "modele")) == 1
    starts = [s.source.ligne_debut for s in sections if s.kind == "fiche"]
    assert (starts[0], starts[-1]) == (602, 813)


def test_the_articles_of_the_charter_stay_in_its_annexe() -> None:
    charter = [s for s in _read("001")[1] if s.kind == "article" and s.level > 1]
    assert [s.number for s in charter] == [str(n) for n in range(1, 10)]
    assert {s.path[0].split()[1] for s in charter} == {"7"}


def test_the_chapters_of_an_article_hold_its_axes() -> None:
    sections = _read("004")[1]
    chapters = [s.number for s in sections if (s.number or "").startswith("4.") and s.level == 2]
    assert chapters == ["4.1", "4.2", "4.3"]
    assert {s.path[1][:3] for s in sections if s.kind == "axe"} == {"4.2"}


def test_axes_and_orientations_are_nested() -> None:
    sections = _read("000")[1]
    assert kinds(sections, "axe") == ["1", "2", "3", "4", "5", "6"]
    assert len(kinds(sections, "orientation")) == 23
    assert kinds(_read("003")[1], "axe") == []


def test_a_presentation_gives_its_chantiers() -> None:
    chantiers = [s for s in _read("003")[1] if s.title.startswith("Chantier")]
    assert [s.number for s in chantiers] == ["1", "2", "3", "4"]
