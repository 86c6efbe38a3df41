"""The regression set: seventy questions on the sample conventions, by words alone."""

from __future__ import annotations

from pathlib import Path
from statistics import mean
from typing import TYPE_CHECKING

import pytest

import corpus
from corpus.catalogue import Catalogue
from corpus.extraction import extract
from corpus.passages import cut_passages
from corpus.reading import find_documents, read
from corpus.search import Searcher
from corpus.text.folding import words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from corpus.models import SearchHit

SAMPLES = Path(corpus.__file__).parent / "exemples"
QUESTIONS = Path(__file__).with_name("questions.tsv")

Wanted = tuple[str, str]
"""Part of a document's name and words a passage holds."""


def questions() -> list[tuple[str, list[list[Wanted]]]]:
    rows = [line.split("\t") for line in QUESTIONS.read_text(encoding="utf-8").splitlines() if line and line[0] != "#"]
    return [(question, [_wanted(part) for part in answer.split(" & ")]) for question, answer in rows]


def _wanted(part: str) -> list[Wanted]:
    found = [passage.partition("~") for passage in part.split(" | ")]
    return [(document.strip(), " ".join(words(told))) for document, _, told in found]


def answers(hit: SearchHit, wanted: Wanted) -> bool:
    return wanted[0] in hit.passage.document and wanted[1] in " ".join(words(hit.passage.extrait))


@pytest.fixture(scope="module")
def searcher(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Searcher]:
    with Catalogue(tmp_path_factory.mktemp("corpus") / "catalogue.sqlite") as catalogue:
        for path in find_documents([SAMPLES]):
            document = read(path, isolated=False)
            extraction = extract(document)
            passages = cut_passages(document, extraction)
            catalogue.save(document, extraction, passages, path=path, sha256=path.name)
        yield Searcher(catalogue)


def test_the_set_is_large_enough() -> None:
    assert len(questions()) >= 60


def test_every_answer_is_in_a_passage(searcher: Searcher) -> None:
    every = [hit for name in ("brume", "orvelle", "mirande") for hit in searcher.search(f"convention {name}", 500)]
    assert every
    catalogue = searcher._catalogue
    held = [(s.passage.document, " ".join(words(s.passage.extrait))) for s in catalogue.passages()]
    lost = [
        wanted
        for _, parts in questions()
        for part in parts
        for wanted in part
        if not any(wanted[0] in document and wanted[1] in text for document, text in held)
    ]
    assert lost == []


@pytest.mark.parametrize(("k", "floor"), [(5, 0.95), (20, 0.99)])
def test_recall_on_the_samples(searcher: Searcher, k: int, floor: float) -> None:
    """Measured 0.958 and 0.979 on first sight; see the thesaurus and one answer made wider since."""
    found: list[float] = []
    missed: list[str] = []
    for question, parts in questions():
        hits = searcher.search(question, k)
        share = mean(any(answers(hit, wanted) for hit in hits for wanted in part) for part in parts)
        found.append(share)
        if share < 1:
            missed.append(f"{share:.2f} {question}")
    assert mean(found) >= floor, "\n".join([f"{mean(found):.3f}", *missed])
