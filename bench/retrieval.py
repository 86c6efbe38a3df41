"""Compare ways of finding passages, on the same documents and the same questions, in one run.

    python -m bench.retrieval ../shared/conventions ../shared/eval/questions.json

Systems: French BM25 alone, dense alone, their plain fusion (all three on our passages without their context), the
pipeline of LangChain's documentation (recursive splitter 1000/200, the four nearest vectors), ours by words alone,
ours. A question counts as found when a passage overlaps annotated lines; several groups of lines count in shares.
Figures are means with 95 % bootstrap intervals. With ``--ablation``, ours follows without each of its parts in turn.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import tempfile
import time
from dataclasses import dataclass, fields, replace
from pathlib import Path
from statistics import mean
from typing import TYPE_CHECKING, Any

from corpus.catalogue import Catalogue
from corpus.indexing import Corpus
from corpus.search import Searcher
from corpus.search.fusion import reciprocal_ranks
from corpus.search.ranking import DEFAULT, Weights
from corpus.text.french import stems
from corpus.vectors import load_embedder

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    import numpy as np
    from numpy.typing import NDArray

    from corpus.models import Passage
    from corpus.search.question import Question
    from corpus.vectors import Embedder

Place = tuple[str, int, int]
"""A document, a first line and a last line."""

_TOP = 20
_DRAWS = 2000


@dataclass(frozen=True)
class Chunks:
    """Pieces of documents with a vector each."""

    places: list[Place]
    vectors: NDArray[np.float32]

    def nearest(self, vector: NDArray[np.float32], limit: int) -> list[int]:
        """The rows nearest to a vector, best first."""
        scores = self.vectors @ vector
        return [int(row) for row in (-scores).argsort(kind="stable")[:limit]]


def recursive_split(text: str, size: int = 1000, overlap: int = 200) -> list[tuple[int, int]]:
    """Spans (start, end) cut as LangChain's recursive splitter does: paragraphs, lines, words, with an overlap."""
    spans: list[tuple[int, int]] = []
    start = 0
    while start < len(text):
        end = min(start + size, len(text))
        if end < len(text):
            window = text[start:end]
            cut = next((c for mark in ("\n\n", "\n", " ") if (c := window.rfind(mark)) > overlap), size - 1)
            end = start + cut + 1
        spans.append((start, end))
        if end >= len(text):
            break
        start = max(end - overlap, start + 1)
    return spans


def langchain_chunks(catalogue: Catalogue, embedder: Embedder) -> Chunks:
    """The documents as the documentation's pipeline cuts and embeds them."""
    places: list[Place] = []
    texts: list[str] = []
    for entry in catalogue.documents():
        text = "\n".join(line.text for line in catalogue.read_document(entry.name).lines)
        for start, end in recursive_split(text):
            if text[start:end].strip():
                places.append((entry.name, text.count("\n", 0, start) + 1, text.count("\n", 0, end) + 1))
                texts.append(text[start:end])
    return Chunks(places, embedder.passages(texts))


def plain_chunks(catalogue: Catalogue, embedder: Embedder) -> Chunks:
    """Our passages without their context."""
    held = [stored.passage for stored in catalogue.passages()]
    return Chunks([_place(p) for p in held], embedder.passages([p.extrait for p in held]))


def _place(passage: Passage) -> Place:
    return passage.document, passage.ligne_debut, passage.ligne_fin


class BM25:
    """French BM25 on the extracts of our passages, context left out."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._stems = [stems(text) for text in texts]
        self._mean = mean(len(s) for s in self._stems)
        self._held: dict[str, dict[int, int]] = {}
        for row, found in enumerate(self._stems):
            for stem in found:
                counts = self._held.setdefault(stem, {})
                counts[row] = counts.get(row, 0) + 1

    def best(self, question: str, limit: int) -> list[int]:
        """The rows of the best passages."""
        import math

        scores: dict[int, float] = {}
        for stem in set(stems(question)):
            held = self._held.get(stem, {})
            idf = math.log(1 + (len(self._stems) - len(held) + 0.5) / (len(held) + 0.5))
            for row, count in held.items():
                norm = 1.2 * (0.25 + 0.75 * len(self._stems[row]) / self._mean)
                scores[row] = scores.get(row, 0.0) + idf * count * 2.2 / (count + norm)
        return sorted(scores, key=lambda row: (-scores[row], row))[:limit]


def found_at(question: dict[str, Any], places: Sequence[Place], k: int) -> float:
    """The share of the groups of a question that the first ``k`` places meet."""
    groups: dict[int, list[dict[str, Any]]] = {}
    for span in question["relevant"]:
        groups.setdefault(span.get("group", 0), []).append(span)
    return mean(any(_meets(p, span) for p in places[:k] for span in group) for group in groups.values())


def _meets(place: Place, span: dict[str, Any]) -> bool:
    return bool(place[0] == span["document"] and place[1] <= span["last_line"] and place[2] >= span["first_line"])


def reciprocal_rank(question: dict[str, Any], places: Sequence[Place]) -> float:
    """One over the rank of the first place that meets annotated lines."""
    ranks = (n for n, p in enumerate(places, 1) if any(_meets(p, span) for span in question["relevant"]))
    return next((1 / n for n in ranks), 0.0)


def interval(values: Sequence[float], seed: int = 0) -> tuple[float, float]:
    """The 95 % bootstrap interval of a mean."""
    draw = random.Random(seed)  # noqa: S311 (a measure, not a secret)
    means = sorted(mean(draw.choices(values, k=len(values))) for _ in range(_DRAWS))
    return means[int(0.025 * _DRAWS)], means[int(0.975 * _DRAWS)]


def systems(corpus: Corpus, embedder: Embedder) -> dict[str, Callable[[str], list[Place]]]:
    """Every way of finding passages, by its name."""
    catalogue = corpus.catalogue
    plain, split = plain_chunks(catalogue, embedder), langchain_chunks(catalogue, embedder)
    bm25 = BM25([stored.passage.extrait for stored in catalogue.passages()])
    words, ours = Searcher(catalogue), corpus.searcher()

    def fused(question: str) -> list[Place]:
        near = plain.nearest(embedder.query(question), 100)
        scores = reciprocal_ranks([(bm25.best(question, 100), 1.0), (near, 1.0)])
        return [plain.places[row] for row in sorted(scores, key=lambda row: (-scores[row], row))[:_TOP]]

    return {
        "BM25 français": lambda q: [plain.places[row] for row in bm25.best(q, _TOP)],
        "dense": lambda q: [plain.places[row] for row in plain.nearest(embedder.query(q), _TOP)],
        "fusion simple": fused,
        "LangChain 1000/200, top 4": lambda q: [split.places[row] for row in split.nearest(embedder.query(q), 4)],
        "nous, sans vecteurs": lambda q: [_place(h.passage) for h in words.search(q, _TOP)],
        "nous": lambda q: [_place(h.passage) for h in ours.search(q, _TOP)],
    }


def _asked_as_typed(question: Question) -> Question:
    """Without anything that may stand for the words of the question: sigles, near words."""
    return replace(question, concepts=tuple(replace(c, alternatives=c.alternatives[:1]) for c in question.concepts))


def _asked_of_all(question: Question) -> Question:
    """Without the documents its names mean."""
    return replace(question, documents=(), restricts=False)


def ablations(corpus: Corpus) -> dict[str, Callable[[str], list[Place]]]:
    """Ours without each of its parts."""
    ours, opened = corpus.searcher(), corpus._vectors.opened()  # noqa: SLF001 (the parts are what is measured)
    vectors, embedder = opened or (None, None)

    def changed(change: Callable[[Question], Question]) -> Callable[[str], list[Place]]:
        return lambda q: [_place(h.passage) for h in ours.search_understood(change(ours.understand(q)), _TOP)]

    def weighed(part: str) -> Callable[[str], list[Place]]:
        searcher = Searcher(corpus.catalogue, vectors, embedder, replace(DEFAULT, **{part: 0.0}))
        return lambda q: [_place(h.passage) for h in searcher.search(q, _TOP)]

    return {
        "sans sigles ni synonymes": changed(_asked_as_typed),
        "sans les noms (documents)": changed(_asked_of_all),
        "sans les clauses types": changed(lambda q: replace(q, clauses=())),
        "sans diversité": lambda q: [_place(r.view.passage) for r in ours.rank(ours.understand(q))[:_TOP]],
        **{f"sans {weight.name} (poids)": weighed(weight.name) for weight in fields(Weights)},
    }


def main() -> None:
    """Index, ask, print one line for each system."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("documents", type=Path)
    parser.add_argument("questions", type=Path)
    parser.add_argument("--ablation", action="store_true", help="mesurer aussi sans chaque partie")
    given = parser.parse_args()
    questions = [q for q in json.loads(given.questions.read_text(encoding="utf-8")) if q["relevant"]]
    embedder = load_embedder()
    with tempfile.TemporaryDirectory() as folder, Corpus(Path(folder)) as corpus:
        corpus.index([given.documents])
        _say(f"{len(questions)} questions, {corpus.catalogue.passage_count()} passages, {embedder.name}")
        parts = ablations(corpus) if given.ablation else {}
        for name, find in (systems(corpus, embedder) | parts).items():
            _measure(name, find, questions)


def _measure(name: str, find: Callable[[str], list[Place]], questions: Sequence[dict[str, Any]]) -> None:
    start = time.perf_counter()
    answers = [find(q["question"]) for q in questions]
    spent = (time.perf_counter() - start) / len(questions) * 1000
    told = []
    for label, values in (
        ("rappel@5", [found_at(q, a, 5) for q, a in zip(questions, answers, strict=True)]),
        ("rappel@10", [found_at(q, a, 10) for q, a in zip(questions, answers, strict=True)]),
        ("rappel@20", [found_at(q, a, 20) for q, a in zip(questions, answers, strict=True)]),
        ("mrr", [reciprocal_rank(q, a) for q, a in zip(questions, answers, strict=True)]),
    ):
        low, high = interval(values)
        told.append(f"{label} {mean(values):.3f} [{low:.3f}-{high:.3f}]")
    _say(f"{name:28}{'  '.join(told)}  {spent:.0f} ms")


def _say(text: str) -> None:
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
