"""Measure indexing: passages a second, the share spent embedding, what a kill, a change and an update cost.

A run is killed (SIGKILL) when a third of the vectors are there, and resumed; then one document of a hundred changes;
then the program does (documents are made again, vectors of unchanged passages are not).

    python -m bench.indexing [--documents 100] [--sans-modele] [CHEMIN…]

Without a path, conventions of invented territories are made for the run. ``--sans-modele`` replaces the embedding
model by one that answers at once, to see what the rest costs. Prints one JSON object.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from corpus.indexing import Corpus
from corpus.pipeline import standard
from corpus.vectors import load_embedder

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from corpus.pipeline import Pipeline
    from corpus.progress import Progress
    from corpus.vectors import Embedder

_PLACES = ("Val-de-Brume", "Pays d'Orvelle", "Coteaux de Mirande", "Rives de l'Ambre", "Haut-Sorbier")
_WORDS = (
    "accueil parents enfants jeunes relais centre social logement mobilité numérique accès droits handicap atelier "
    "commune partenaires coordination animation familles soutien information permanence ludothèque crèche séjour"
).split()
_PATIENCE = 3600
"""Seconds given to a run that is to be killed."""
_LABELS = ("Objectifs opérationnels", "Description", "Public cible", "Partenaires", "Indicateurs de réussite")


class _Instant:
    """An embedder that costs nothing."""

    name = "mesure:instantane"
    dimension = 384

    def passages(self, texts: Sequence[str]) -> NDArray[np.float32]:
        return np.stack([self.query(text) for text in texts])

    def query(self, text: str) -> NDArray[np.float32]:
        raw = np.random.default_rng(abs(hash(text))).normal(size=self.dimension).astype(np.float32)
        unit: NDArray[np.float32] = raw / np.linalg.norm(raw)
        return unit


class _Timed:
    """Counts the time spent in an embedder."""

    def __init__(self, inner: Embedder) -> None:
        self._inner = inner
        self.name = inner.name
        self.dimension = inner.dimension
        self.seconds = 0.0
        self.texts = 0

    def passages(self, texts: Sequence[str]) -> NDArray[np.float32]:
        start = time.perf_counter()
        vectors = self._inner.passages(texts)
        self.seconds += time.perf_counter() - start
        self.texts += len(texts)
        return vectors

    def query(self, text: str) -> NDArray[np.float32]:
        return self._inner.query(text)


def _sentence(rng: random.Random) -> str:
    return " ".join(rng.choices(_WORDS, k=rng.randint(8, 20))).capitalize() + "."


def convention(number: int, fiches: int = 4) -> str:
    """The text of an invented convention."""
    rng = random.Random(number)  # noqa: S311 (varied text, not secrets)
    place = f"{rng.choice(_PLACES)} {number}"
    lines = [f"Convention territoriale globale de {place}", "", "Article 1 : objet", _sentence(rng), ""]
    for rank in range(1, fiches + 1):
        lines += [f"Fiche action 1.{rank} : {' '.join(rng.sample(_WORDS, 5))}", ""]
        for label in _LABELS:
            lines += [label, *(f"- {_sentence(rng)}" for _ in range(3)), ""]
    return "\n".join(lines)


def _index(data: Path, paths: Sequence[Path], model: Embedder, pipeline: Pipeline | None = None) -> dict[str, object]:
    timed = _Timed(model)
    start, cpu = time.perf_counter(), time.process_time()
    with Corpus(data, embedder=timed, pipeline=pipeline) as corpus:
        reports = corpus.index(paths)
        passages = corpus.catalogue.passage_count()
    total = time.perf_counter() - start
    states = [report.etat for report in reports]
    return {
        "secondes": round(total, 2),
        "secondes_processeur": round(time.process_time() - cpu, 2),
        "etats": {state: states.count(state) for state in sorted(set(states))},
        "passages": passages,
        "passages_calcules": timed.texts,
        "passages_par_seconde": round(timed.texts / total, 2),
        "part_embedding": round(timed.seconds / total, 3),
    }


def _killed(data: Path, paths: Sequence[Path], model: Embedder) -> dict[str, object]:
    """Index in a child process that kills itself when a third of the vectors are computed."""
    instant = ["--sans-modele"] if isinstance(model, _Instant) else []
    command = [sys.executable, "-m", "bench.indexing", "--tuer", str(data), *instant, *map(str, paths)]
    child = subprocess.run(command, check=False, capture_output=True, timeout=_PATIENCE)  # noqa: S603 (this module)
    with Corpus(data, embedder=model) as corpus:
        total = corpus.catalogue.passage_count()
        return {"arret": child.returncode, "passages": total, "vecteurs_gardes": total - corpus.missing_vectors()}


def _index_until_killed(data: Path, paths: Sequence[Path], model: Embedder) -> None:
    def watch(progress: Progress) -> None:
        if progress.stage == "vecteurs" and progress.done * 3 > progress.total:
            os.kill(os.getpid(), signal.SIGKILL)

    with Corpus(data, embedder=model) as corpus:
        corpus.index(paths, watch)


def _measure(work: Path, given: Sequence[Path], count: int, model: Embedder) -> dict[str, object]:
    documents = list(given)
    if not documents:
        folder = work / "conventions"
        folder.mkdir()
        for number in range(count):
            (folder / f"convention-{number:04d}.txt").write_text(convention(number), encoding="utf-8")
        documents = [folder]
    found: dict[str, object] = {"modele": model.name, "charge": os.getloadavg()[0]}
    found["de_rien"] = _index(work / "donnees", documents, model)
    found["tue"] = _killed(work / "donnees-tuees", documents, model)
    found["repris"] = _index(work / "donnees-tuees", documents, model)
    found["inchange"] = _index(work / "donnees", documents, model)
    if not given:
        (documents[0] / "convention-0000.txt").write_text(convention(count), encoding="utf-8")
        found["un_change"] = _index(work / "donnees", documents, model)
    updated = replace(standard(), making_version="autre-version")
    found["programme_change"] = _index(work / "donnees", documents, model, updated)
    return found


def main() -> None:
    """Run the measure."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("chemins", nargs="*", type=Path)
    parser.add_argument("--documents", type=int, default=100)
    parser.add_argument("--sans-modele", action="store_true")
    parser.add_argument("--tuer", type=Path, help=argparse.SUPPRESS)
    given = parser.parse_args()
    model = _Instant() if given.sans_modele else load_embedder()
    if given.tuer:
        _index_until_killed(given.tuer, given.chemins, model)
        return
    with tempfile.TemporaryDirectory() as folder:
        found = _measure(Path(folder), given.chemins, given.documents, model)
    sys.stdout.write(json.dumps(found, ensure_ascii=False, indent=1) + "\n")


if __name__ == "__main__":
    main()
