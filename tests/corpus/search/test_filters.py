"""What a coordinator restricts a search to: by words and by meaning, and what is said of a mistake."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from corpus.catalogue import Catalogue
from corpus.errors import UsageError
from corpus.models import Carte, Filters
from corpus.passages import cut_passages
from corpus.search import Searcher
from corpus.search.choices import period_of, undated
from corpus.themes import theme_named, themes
from tests.corpus.documents import document, orvelle, val_de_brume

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def catalogue(tmp_path: Path) -> Iterator[Catalogue]:
    with Catalogue(tmp_path / "catalogue.sqlite") as opened:
        for read, extraction in (val_de_brume(), orvelle()):
            dated = extraction
            if read.name == "orvelle.txt":
                carte = extraction.carte.model_copy(update={"periode_debut": "2022", "periode_fin": "2026"})
                dated = extraction.model_copy(update={"carte": carte})
            passages = cut_passages(read, dated)
            opened.save(read, dated, passages, path=tmp_path / read.name, sha256=read.name)
        note = document("Une note sur la parentalité et les familles du service.", "note.txt")
        bare = extraction.model_copy(update={"document": note.name, "carte": Carte(), "fiches": (), "sections": ()})
        opened.save(note, bare, cut_passages(note, bare), path=tmp_path / "note.txt", sha256="note")
        yield opened


@pytest.fixture
def searcher(catalogue: Catalogue) -> Searcher:
    return Searcher(catalogue)


def documents(searcher: Searcher, question: str, filters: Filters) -> set[str]:
    return {hit.passage.document for hit in searcher.search(question, 30, filters)}


@pytest.mark.parametrize(
    ("period", "expected"),
    [
        ((2022, 2022), {"orvelle.txt"}),
        ((2025, 2025), {"orvelle.txt", "val-de-brume.txt"}),
        ((2027, 2030), {"val-de-brume.txt"}),
        ((2019, 2021), set()),
    ],
)
def test_a_period_keeps_the_conventions_in_force(
    searcher: Searcher, period: tuple[int, int], expected: set[str]
) -> None:
    assert documents(searcher, "convention familles tribunal communes", Filters(periode=period)) == expected


def test_a_missing_end_shuts_nothing_out(catalogue: Catalogue, tmp_path: Path) -> None:
    read, extraction = orvelle()
    open_ended = extraction.model_copy(update={"carte": Carte(periode_debut="1er mars 2022")})
    catalogue.save(read, open_ended, cut_passages(read, open_ended), path=tmp_path / read.name, sha256="autre")
    assert catalogue.passage_keys(Filters(periode=(2040, 2040)))
    assert not catalogue.passage_keys(Filters(periode=(2021, 2021)))


def test_a_theme_is_read_in_the_text_and_in_the_headings(searcher: Searcher) -> None:
    digital = searcher.search("fiche action", 30, Filters(themes=("numerique",)))
    assert {hit.passage.fiche for hit in digital} == {"1.1"}
    assert any("numérique" not in hit.passage.extrait for hit in digital)
    lone = searcher.search("chef de file", 30, Filters(themes=("mobilite",), documents=("val-de-brume.txt",)))
    assert [hit.passage.ligne_debut for hit in lone] == [21, 22]


def test_themes_add_up_and_narrow_other_filters(searcher: Searcher) -> None:
    both = documents(searcher, "familles habitants", Filters(themes=("parentalite", "mobilite")))
    assert {"orvelle.txt", "note.txt"} <= both
    one = documents(searcher, "familles habitants", Filters(themes=("parentalite",), periode=(2023, 2023)))
    assert one == {"orvelle.txt"}


class _Everything:
    """Vectors that bring every passage they are allowed to."""

    name, dimension = "tout", 2

    def __init__(self, catalogue: Catalogue) -> None:
        self._keys = [key for _, key in catalogue.passage_keys()]

    def query(self, text: str) -> object:
        return np.array([1.0, 0.0], dtype=np.float32)

    def search(self, vector: object, limit: int, keys: object = None) -> list[tuple[str, float]]:
        return [(key, 1.0) for key in self._keys if keys is None or key in keys][:limit]  # type: ignore[operator]


def test_meaning_is_restricted_like_words(catalogue: Catalogue) -> None:
    vectors = _Everything(catalogue)
    searcher = Searcher(catalogue, vectors, vectors)  # type: ignore[arg-type]
    assert documents(searcher, "xyz", Filters(periode=(2022, 2022))) == {"orvelle.txt"}
    found = searcher.search("xyz", 50, Filters(themes=("mobilite",)))
    assert found
    assert len(found) < len(searcher.search("xyz", 50))


@pytest.mark.parametrize(
    ("filters", "told"),
    [
        (Filters(documents=("absent.txt",)), "val-de-brume.txt"),
        (Filters(documents=("e",)), "plusieurs"),
        (Filters(territoires=("Atlantide",)), "Val-de-Brume"),
        (Filters(territoires=("",)), "Territoires"),
        (Filters(periode=(1999, 2001)), "2024-2028"),
        (Filters(themes=("astronomie",)), "Parentalité"),
    ],
)
def test_a_value_that_matches_nothing_is_said_with_what_exists(searcher: Searcher, filters: Filters, told: str) -> None:
    with pytest.raises(UsageError) as raised:
        searcher.settle(filters)
    assert told in str(raised.value)


def test_names_are_understood(searcher: Searcher) -> None:
    asked = Filters(documents=("brume",), territoires=("CCVB",), themes=("Parents",))
    assert searcher.settle(asked) == Filters(
        documents=("val-de-brume.txt",), territoires=("Territoire du Val-de-Brume",), themes=("parentalite",)
    )
    assert searcher.settle(Filters()) == Filters()


def test_documents_without_a_period_are_told(catalogue: Catalogue) -> None:
    assert undated(Filters(periode=(2023, 2023)), catalogue) == ["note.txt"]
    assert undated(Filters(), catalogue) == []


@pytest.mark.parametrize(
    ("text", "years"), [("2023", (2023, 2023)), ("2022-2025", (2022, 2025)), ("2022 à 2025", (2022, 2025))]
)
def test_a_period_is_read(text: str, years: tuple[int, int]) -> None:
    assert period_of(text) == years


@pytest.mark.parametrize("text", ["", "23", "2025-2022", "2022-20255", "demain"])
def test_what_is_no_period_is_refused(text: str) -> None:
    with pytest.raises(UsageError):
        period_of(text)


def test_every_name_of_a_theme_finds_it() -> None:
    for theme in themes().values():
        assert all(expression for expression in theme.expressions)
        assert all(theme_named(name) is theme for name in (theme.key, theme.name.upper()))
    with pytest.raises(UsageError):
        theme_named("")
