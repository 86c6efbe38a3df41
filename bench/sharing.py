"""Measure what an index shared by a team costs, beside an index of this machine, on invented conventions.

    python -m bench.sharing [--tailles 5 200]

A Chroma server is started in a temporary folder. One machine sends the conventions (vectors drawn at random:
embedding them costs the same everywhere), another receives them, then one convention changes. Searches are timed on
an index of this machine, on the mirror of the second one, and on the server itself as a corpus too large to be copied
would be. Times in seconds, then in milliseconds for searches (p50); prints one line a size, then one JSON list.
"""

from __future__ import annotations

import argparse
import json
import statistics
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from bench.scale import Drawn, build
from bench.variants import convention, questions
from corpus.indexing import Corpus
from corpus.sharing import checked_address, open_shared
from corpus.vectors import load_embedder
from tests.chroma import running

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from corpus.sharing import SharedCorpus

Row = dict[str, float]


def _seconds(act: Callable[[], object]) -> float:
    start = time.perf_counter()
    act()
    return round(time.perf_counter() - start, 3)


def _p50(corpus: Corpus, asked: Sequence[str]) -> float:
    for question in asked:
        corpus.searcher().search(question)
    return round(1000 * statistics.median(_seconds(lambda q=q: corpus.searcher().search(q)) for q in asked * 3), 1)  # type: ignore[misc]


def _fill(corpus: Corpus, count: int) -> None:
    for number in range(count):
        made = convention(number)
        place = Path("inventees") / made.document.name
        corpus.catalogue.save(made.document, made.extraction, made.passages, path=place, sha256=place.name)


def measure(folder: Path, count: int) -> Row:
    """Build, send, receive and search a corpus of that size."""
    asked = questions(range(count))
    row: Row = {"conventions": count, "local": _seconds(lambda: build(folder / "seul", count))}
    with running(folder / "chroma") as server:
        opened: list[SharedCorpus] = []

        def machine(name: str) -> SharedCorpus:
            opened.append(open_shared(folder / name, checked_address(server.url), embedder=Drawn(load_embedder())))
            return opened[-1]

        anne = machine("anne")
        row["lecture"] = _seconds(lambda: _fill(anne, count))
        row["envoi"] = _seconds(anne.embed_missing)
        row["reception"] = _seconds(lambda: machine("bilal"))
        row["reouverture"] = _seconds(lambda: machine("bilal"))
        bilal = opened[-1]
        row["passages"] = bilal.catalogue.passage_count()
        changed = convention(0)
        document = changed.document.model_copy(update={"warnings": ("relue",)})
        anne.catalogue.save(document, changed.extraction, changed.passages, path=Path("relue"), sha256="relue")
        row["envoi_un"] = _seconds(anne.embed_missing)
        row["reception_un"] = _seconds(lambda: machine("bilal"))
        row["mo_serveur"] = round(sum(p.stat().st_size for p in (folder / "chroma").rglob("*") if p.is_file()) / 1e6, 1)
        with Corpus(folder / "seul", embedder=Drawn(load_embedder())) as alone:
            row["chercher_local"] = _p50(alone, asked)
        row["chercher_miroir"] = _p50(bilal, asked)
        bilal.search_the_server_beyond(0)
        row["chercher_serveur"] = _p50(bilal, asked)
        for corpus in opened:
            corpus.close()
    return row


def main() -> None:
    """Measure each size and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--tailles", nargs="+", type=int, default=[5, 200])
    rows = []
    for count in parser.parse_args().tailles:
        with tempfile.TemporaryDirectory() as folder:
            rows.append(measure(Path(folder), count))
        sys.stdout.write("  ".join(f"{key} {value}" for key, value in rows[-1].items()) + "\n")
        sys.stdout.flush()
    sys.stdout.write(json.dumps(rows) + "\n")


if __name__ == "__main__":
    main()
