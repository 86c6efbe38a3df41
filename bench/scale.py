"""Measure how searching and answering grow with the corpus: 5, 200 and 1,000 invented conventions.

    python -m bench.scale [--tailles 5 200 1000] [--garder DOSSIER]

Conventions come from :mod:`bench.variants`. Their vectors are drawn at random (embedding them is not the point); the
questions are embedded by the default model, whose bare cost is what the rest is compared with. Each size is built,
then measured, in processes of their own; memory is the peak of the second. Times are in milliseconds, in process;
"1re" is the first time a question is asked, with cold caches. ``--garder`` keeps the corpora built in a folder and
takes again those that are there. Prints one line a size, then one JSON list.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from bench.variants import convention, questions
from corpus.indexing import Corpus
from corpus.vectors import load_embedder

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from numpy.typing import NDArray

    from corpus.vectors import Embedder

Row = dict[str, float]

_COLUMNS = (
    ("passages", "passages", 9),
    ("ouverture", "ouverture", 10),
    ("embedding_p50", "embed p50", 10),
    ("chercher_premiere_p50", "1re p50", 9),
    ("chercher_p50", "cherch p50", 11),
    ("chercher_p95", "cherch p95", 11),
    ("mots_p50", "mots p50", 9),
    ("demander_p50", "demand p50", 11),
    ("demander_p95", "demand p95", 11),
    ("rapport", "rapport", 8),
    ("memoire_mo", "Mo", 6),
)


class Drawn:
    """Random vectors for passages; questions go to the real model, its time kept."""

    name = "mesure:tirage"

    def __init__(self, inner: Embedder) -> None:
        self._inner = inner
        self.dimension = inner.dimension
        self.spent: list[float] = []

    def passages(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """One unit vector a row, always the same for the same text."""
        seeds = (int.from_bytes(hashlib.blake2b(t.encode(), digest_size=8).digest(), "big") for t in texts)
        raw = np.stack([np.random.default_rng(seed).normal(size=self.dimension) for seed in seeds])
        unit: NDArray[np.float32] = (raw / np.linalg.norm(raw, axis=1, keepdims=True)).astype(np.float32)
        return unit

    def query(self, text: str) -> NDArray[np.float32]:
        """The vector of the real model."""
        start = time.perf_counter()
        vector = self._inner.query(text)
        self.spent.append(time.perf_counter() - start)
        return vector


def build(data: Path, count: int) -> None:
    """Make the corpus of that size, unless it is there."""
    with Corpus(data, embedder=Drawn(load_embedder())) as opened:
        for number in range(len(opened.catalogue.documents()), count):
            made = convention(number)
            place = Path("inventees") / made.document.name
            opened.catalogue.save(made.document, made.extraction, made.passages, path=place, sha256=place.name)
        opened.embed_missing()


def _times(act: Callable[[str], object], asked: Sequence[str]) -> list[float]:
    spent = []
    for question in asked:
        start = time.perf_counter()
        act(question)
        spent.append((time.perf_counter() - start) * 1000)
    return spent


def _at(values: Sequence[float], share: float) -> float:
    return round(float(np.quantile(values, share)), 1)


def measure(data: Path, count: int) -> Row:
    """Ask the corpus of that size and give the figures."""
    from assistant.answers import ask
    from assistant.engines import load_engine
    from corpus.search import Searcher

    embedder, engine, asked = Drawn(load_embedder()), load_engine("integre"), questions(range(count))
    with Corpus(data, embedder=embedder) as opened:
        opening = _times(lambda q: opened.searcher().search(q), ["ouverture"])[0]
        first = _times(lambda q: opened.searcher().search(q), asked)
        embedder.spent.clear()
        found = _times(lambda q: opened.searcher().search(q), asked * 3)
        bare = [1000 * seconds for seconds in embedder.spent]
        answered = _times(lambda q: ask(q, opened, engine), asked * 2)
        words = Searcher(opened.catalogue)
        _times(words.search, asked)
        lexical = _times(words.search, asked * 3)
        passages = opened.catalogue.passage_count()
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return {
        "conventions": count,
        "passages": passages,
        "ouverture": round(opening),
        "embedding_p50": _at(bare, 0.5),
        "chercher_premiere_p50": _at(first, 0.5),
        "chercher_p50": _at(found, 0.5),
        "chercher_p95": _at(found, 0.95),
        "mots_p50": _at(lexical, 0.5),
        "demander_p50": _at(answered, 0.5),
        "demander_p95": _at(answered, 0.95),
        "rapport": round(_at(found, 0.5) / _at(bare, 0.5), 2),
        "memoire_mo": round(peak / 1024),
    }


def _apart(count: int, data: Path) -> Row:
    done = ""
    for step in ("--remplir", "--mesurer"):
        command = [sys.executable, "-m", "bench.scale", step, str(count), "--garder", str(data)]
        done = subprocess.run(command, check=True, capture_output=True, text=True).stdout  # noqa: S603 (this module)
    found: Row = json.loads(done.splitlines()[-1])
    return found


def _table(sizes: Sequence[int], folder: Path) -> None:
    _say(f"{'conventions':>11}" + "".join(f"{title:>{width}}" for _, title, width in _COLUMNS))
    rows = []
    for count in sizes:
        row = _apart(count, folder / f"echelle-{count}")
        rows.append(row)
        _say(f"{count:>11}" + "".join(f"{row[key]:>{width}}" for key, _, width in _COLUMNS))
    _say(json.dumps(rows))


def main() -> None:
    """Measure each size in processes of its own and print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--tailles", nargs="+", type=int, default=[5, 200, 1000])
    parser.add_argument("--garder", type=Path)
    parser.add_argument("--remplir", type=int, help=argparse.SUPPRESS)
    parser.add_argument("--mesurer", type=int, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.remplir:
        build(given.garder, given.remplir)
    elif given.mesurer:
        _say(json.dumps(measure(given.garder, given.mesurer)))
    elif given.garder:
        _table(given.tailles, given.garder)
    else:
        with tempfile.TemporaryDirectory() as folder:
            _table(given.tailles, Path(folder))


def _say(text: str) -> None:
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
