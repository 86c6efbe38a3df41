"""Measure how searching and answering grow with the corpus: 5, 200 and 1,000 invented conventions.

    python -m bench.scale [--tailles 5 200 1000] [--garder DOSSIER]

Conventions come from :mod:`bench.variants`. Their vectors are drawn at random (embedding them is not the point); the
questions are embedded by the default model, whose bare cost is what the rest is compared with. Each size is built,
measured and weighed in processes of its own. For each question in turn: the bare embedding, ``chercher`` and
``demander``, each on an opening of its own to which the question is new, then both again. Times are in milliseconds,
in process; "cpu" is the time of all the cores, less troubled by what else runs on the machine. A ratio is that of the
medians to the median of the bare embedding. ``--garder`` keeps the corpora built in a folder and takes again those
that are there. Prints one line a size, then one JSON list.
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
Times = tuple[float, float]

_COLUMNS = (
    ("passages", "passages", 9),
    ("ouverture", "ouvert.", 8),
    ("embedding_p50", "embed", 7),
    ("chercher_p50", "cherch50", 9),
    ("chercher_p95", "cherch95", 9),
    ("chercher_encore_p50", "encore50", 9),
    ("demander_p50", "demand50", 9),
    ("demander_p95", "demand95", 9),
    ("demander_encore_p50", "encore50", 9),
    ("chercher_rapport", "cherch/e", 9),
    ("chercher_rapport_cpu", "cpu", 6),
    ("demander_rapport", "demand/e", 9),
    ("demander_rapport_cpu", "cpu", 6),
    ("memoire_mo", "Mo", 6),
)
_STEPS = ("--remplir", "--mesurer", "--peser")


class Drawn:
    """Random vectors for passages; questions go to the real model."""

    name = "mesure:tirage"

    def __init__(self, inner: Embedder) -> None:
        self._inner = inner
        self.dimension = inner.dimension

    def passages(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """One unit vector a row, always the same for the same text."""
        seeds = (int.from_bytes(hashlib.blake2b(t.encode(), digest_size=8).digest(), "big") for t in texts)
        raw = np.stack([np.random.default_rng(seed).normal(size=self.dimension) for seed in seeds])
        unit: NDArray[np.float32] = (raw / np.linalg.norm(raw, axis=1, keepdims=True)).astype(np.float32)
        return unit

    def query(self, text: str) -> NDArray[np.float32]:
        """The vector of the real model."""
        return self._inner.query(text)


def build(data: Path, count: int) -> None:
    """Make the corpus of that size, unless it is there."""
    with Corpus(data, embedder=Drawn(load_embedder())) as opened:
        for number in range(len(opened.catalogue.documents()), count):
            made = convention(number)
            place = Path("inventees") / made.document.name
            opened.catalogue.save(made.document, made.extraction, made.passages, path=place, sha256=place.name)
        opened.embed_missing()


def _timed(act: Callable[[str], object], question: str) -> tuple[float, float]:
    """What an act takes, in milliseconds: on the clock, and of all the cores."""
    clock, cores = time.perf_counter(), time.process_time()
    act(question)
    return (time.perf_counter() - clock) * 1000, (time.process_time() - cores) * 1000


def _at(values: Sequence[float], share: float) -> float:
    return round(float(np.quantile(values, share)), 1)


def _searching(corpus: Corpus) -> Callable[[str], object]:
    return lambda question: corpus.searcher().search(question)


def _answering(corpus: Corpus) -> Callable[[str], object]:
    from assistant.answers import ask
    from assistant.engines import load_engine

    engine = load_engine("integre")
    return lambda question: ask(question, corpus, engine)


def _taken(inner: Embedder, searching: Corpus, answering: Corpus, asked: Sequence[str]) -> dict[str, list[Times]]:
    """What each act takes for each question, the acts in turn."""
    chercher, demander = _searching(searching), _answering(answering)
    acts = {
        "embedding": inner.query,
        "chercher": chercher,
        "demander": demander,
        "chercher_encore": chercher,
        "demander_encore": demander,
    }
    demander("ouverture")
    taken: dict[str, list[Times]] = {name: [] for name in acts}
    for question in asked:
        for name, act in acts.items():
            taken[name].append(_timed(act, question))
    return taken


def measure(data: Path, count: int) -> Row:
    """Ask the corpus of that size and give the figures."""
    inner, asked = load_embedder(), questions(range(count))
    inner.query("ouverture")
    with Corpus(data, embedder=Drawn(inner)) as first, Corpus(data, embedder=Drawn(inner)) as second:
        opening, _ = _timed(_searching(first), "ouverture")
        passages = first.catalogue.passage_count()
        taken = _taken(inner, first, second, asked)
    row: Row = {"conventions": count, "passages": passages, "ouverture": round(opening)}
    clock = {name: [one for one, _ in times] for name, times in taken.items()}
    cores = {name: [one for _, one in times] for name, times in taken.items()}
    for name in taken:
        row |= {f"{name}_p50": _at(clock[name], 0.5), f"{name}_p95": _at(clock[name], 0.95)}
    for name in ("chercher", "demander"):
        row[f"{name}_rapport"] = round(float(np.median(clock[name]) / np.median(clock["embedding"])), 2)
        row[f"{name}_rapport_cpu"] = round(float(np.median(cores[name]) / np.median(cores["embedding"])), 2)
    return row


def weigh(data: Path, count: int) -> Row:
    """The most memory that one opening takes to answer every question, in MB."""
    with Corpus(data, embedder=Drawn(load_embedder())) as opened:
        answering = _answering(opened)
        for question in questions(range(count)):
            answering(question)
    return {"memoire_mo": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)}


def _apart(count: int, data: Path) -> Row:
    found: Row = {}
    for step in _STEPS:
        command = [sys.executable, "-m", "bench.scale", step, str(count), "--garder", str(data)]
        done = subprocess.run(command, check=True, capture_output=True, text=True).stdout  # noqa: S603 (this module)
        found |= json.loads(done.splitlines()[-1]) if done else {}
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
    for step in _STEPS:
        parser.add_argument(step, type=int, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.remplir:
        build(given.garder, given.remplir)
    elif given.mesurer:
        _say(json.dumps(measure(given.garder, given.mesurer)))
    elif given.peser:
        _say(json.dumps(weigh(given.garder, given.peser)))
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
