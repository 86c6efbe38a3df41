"""What a search or an answer reads does not grow with the corpus; counted, never timed."""

from __future__ import annotations

from collections import Counter
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from assistant.answers import EVIDENCE, ask
from assistant.engines import load_engine
from corpus.catalogue import Catalogue, extracted
from corpus.database import Database
from corpus.indexing import Corpus
from corpus.search import candidates
from tests.corpus.catalogue import samples

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterable

FEW, MANY = 80, 320
"""Documents of the two corpora compared."""
PLACES = ("Brume", "Orvelle", "Mirande", "Tarane", "Cendre", "Lairand")
SHARED = 8
"""Conventions that speak of the same subject, however many there are."""
ASKED = (
    "Où est le relais de zubal2 ?",
    "Que prévoient les conventions pour zubal4 ?",
    "Quels sont les objectifs de la fiche sur zubal5 ?",
    "relais petite enfance zubal1 à Orvelle13",
    "Quand ont lieu les cafés de zubal7 à Mirande8 ?",
)
AT_ONCE = 10
"""Instructions of SQLite between two counts."""


def corpus_of(folder: Path, count: int) -> Corpus:
    """So many conventions that say much the same, each of its own place."""
    corpus = Corpus(folder)
    for number in range(count):
        place = f"{PLACES[number % len(PLACES)]}{number}"
        told = samples.TEXT.replace("Orvelle", place).replace("Val-de-Brume", place)
        text = told.replace("un relais", f"un relais pour zubal{number // SHARED}").replace("des parents", "de zubal")
        text = text.replace("zubal se", f"zubal{number // SHARED} se")
        document = samples.document(f"{place}.txt", text)
        corpus.catalogue.save(
            document,
            samples.extraction(document, place),
            samples.passages(document, place),
            path=Path(document.name),
            sha256=document.name,
        )
    return corpus


@pytest.fixture(scope="module")
def corpora(tmp_path_factory: pytest.TempPathFactory) -> Iterable[dict[int, Corpus]]:
    made = {count: corpus_of(tmp_path_factory.mktemp(f"croissance-{count}"), count) for count in (FEW, MANY)}
    yield made
    for corpus in made.values():
        corpus.close()


def counted(monkeypatch: pytest.MonkeyPatch, owner: object, name: str, told: Counter[str]) -> None:
    """Count the calls of a function, and the things each is asked for when they are given as a list."""
    real = getattr(owner, name)

    def call(*given: object, **named: object) -> object:
        asked = given[-1]
        told[name] += len(asked) if isinstance(asked, list) else 1
        return real(*given, **named)

    monkeypatch.setattr(owner, name, call)


@pytest.mark.parametrize("question", ASKED)
def test_an_answer_reads_parts_of_the_documents_it_is_drawn_from_and_no_other(
    corpora: dict[int, Corpus], monkeypatch: pytest.MonkeyPatch, question: str
) -> None:
    told: Counter[str] = Counter()
    for name in ("wholes", "part", "starts"):
        counted(monkeypatch, extracted, name, told)
    answer = ask(question, corpora[MANY], load_engine("integre"))
    assert answer.reponse
    assert told["wholes"] == 0
    assert told["part"] + told["starts"] <= 2 * EVIDENCE


def test_a_search_reads_a_bounded_number_of_passages(
    corpora: dict[int, Corpus], monkeypatch: pytest.MonkeyPatch
) -> None:
    told: Counter[str] = Counter()
    counted(monkeypatch, Catalogue, "passages_by_id", told)
    counted(monkeypatch, Catalogue, "passages", told)
    searcher = corpora[MANY].searcher()
    for question in ASKED:
        told.clear()
        assert searcher.search(question)
        assert told["passages_by_id"] <= 150
        assert told["passages"] == 0


def steps(monkeypatch: pytest.MonkeyPatch, corpus: Corpus, act: Callable[[str], object]) -> int:
    """Instructions SQLite runs for all the questions, by tens; what is kept in memory is there already."""
    act("réunion")
    told: Counter[str] = Counter()
    real = Database._take

    def take(database: Database) -> sqlite3.Connection:
        connection = real(database)
        connection.set_progress_handler(lambda: told.update(("steps",)), AT_ONCE)
        return connection

    with monkeypatch.context() as patched:
        patched.setattr(Database, "_take", take)
        for question in ASKED:
            act(question)
    return told["steps"]


def test_the_work_of_a_search_or_an_answer_does_not_follow_the_corpus(
    corpora: dict[int, Corpus], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(candidates, "_ROWS", 30)
    monkeypatch.setattr(candidates, "_CEILING", 30)  # as for words that thousands of passages hold
    engine = load_engine("integre")
    searched = {n: steps(monkeypatch, corpora[n], corpora[n].searcher().search) for n in corpora}
    answered = {n: steps(monkeypatch, corpora[n], partial(ask, corpus=corpora[n], engine=engine)) for n in corpora}
    assert searched[MANY] < 1.25 * searched[FEW]
    assert answered[MANY] < 1.25 * answered[FEW]


def test_no_table_is_read_from_end_to_end(corpora: dict[int, Corpus], monkeypatch: pytest.MonkeyPatch) -> None:
    corpus, engine = corpora[MANY], load_engine("integre")
    run: set[str] = set()
    real = Database._take

    def take(database: Database) -> sqlite3.Connection:
        connection = real(database)
        connection.set_trace_callback(run.add)
        return connection

    ask("réunion", corpus, engine)
    with monkeypatch.context() as patched:
        patched.setattr(Database, "_take", take)
        for question in ASKED:
            ask(question, corpus, engine)
    assert any("MATCH" in statement for statement in run)
    with corpus.catalogue._database.reading() as connection:
        connection.set_trace_callback(None)
        plans = {s: [row[3] for row in connection.execute(f"EXPLAIN QUERY PLAN {s}")] for s in run if s[:6] == "SELECT"}
    scans = {s: told for s, told in plans.items() if any(t.startswith("SCAN") and "VIRTUAL" not in t for t in told)}
    assert not scans
