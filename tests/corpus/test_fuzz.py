"""Mutated files through the reader and the extractor: never a crash, never a hang, a loss in proportion.

A small budget by default; ``FICHES_FUZZ=500`` in the environment runs that many mutations of each file.
"""

from __future__ import annotations

import os
import random
import time
import zipfile
from collections.abc import Callable
from importlib import resources
from pathlib import Path

import pytest

from corpus.errors import UnreadableError
from corpus.extraction import extract
from corpus.extraction.contract import as_contract
from corpus.models import Extraction, ReadDocument
from corpus.passages import cut_passages
from corpus.reading import read
from corpus.text.folding import words

SAMPLES = sorted(Path(str(resources.files("corpus") / "exemples")).iterdir())
BUDGET = int(os.environ.get("FICHES_FUZZ", "6"))
LONGEST = 20.0
"""Seconds that one mutated file may take, on a busy machine."""
REASONS = {"abime", "vide", "chiffre", "limite", "refuse", "illisible", "scan", "delai"}

Mutation = Callable[[bytes, random.Random], bytes]


def _cut(data: bytes, chance: random.Random) -> bytes:
    return data[: chance.randrange(len(data))]


def _flip(data: bytes, chance: random.Random) -> bytes:
    changed = bytearray(data)
    for _ in range(chance.choice((1, 20, 400))):
        changed[chance.randrange(len(changed))] = chance.randrange(256)
    return bytes(changed)


def _drop(data: bytes, chance: random.Random) -> bytes:
    start = chance.randrange(len(data))
    return data[:start] + data[start + chance.randrange(1, 4000) :]


def _repeat(data: bytes, chance: random.Random) -> bytes:
    start = chance.randrange(len(data))
    return data[:start] + data[start : start + 3000] * chance.randrange(2, 30) + data[start:]


MUTATIONS: tuple[Mutation, ...] = (_cut, _flip, _drop, _repeat)


def _inside(path: Path, target: Path, mutation: Mutation, chance: random.Random) -> None:
    """Mutate a part of an office document and close the archive properly, so that its reader goes further."""
    with zipfile.ZipFile(path) as source, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as out:
        parts = [name for name in source.namelist() if name.endswith(".xml")]
        chosen = chance.choice(parts)
        for name in source.namelist():
            data = source.read(name)
            out.writestr(name, mutation(data, chance) if name == chosen and data else data)


def _look(path: Path) -> None:
    """Read a file and make everything of it, unless it is refused with one of the known reasons."""
    refusal = None
    try:
        _made(read(path))
    except UnreadableError as error:
        refusal = error
    assert refusal is None or (refusal.reason in REASONS and refusal.next_step)


def _made(document: ReadDocument) -> Extraction:
    extraction = extract(document)
    as_contract(document, extraction)
    for passage in cut_passages(document, extraction):
        assert 1 <= passage.ligne_debut <= passage.ligne_fin <= len(document.lines)
    for found in extraction.fiches:
        assert all(1 <= s.source.ligne_debut <= s.source.ligne_fin <= len(document.lines) for s in found.sources)
    return extraction


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.suffix[1:])
def test_a_mutated_file_is_read_or_refused_in_time(sample: Path, tmp_path: Path) -> None:
    for seed in range(BUDGET):
        chance = random.Random(seed)
        mutation = chance.choice(MUTATIONS)
        path = tmp_path / f"mutant{seed}{sample.suffix}"
        if zipfile.is_zipfile(sample) and chance.random() < 0.7:
            _inside(sample, path, mutation, chance)
        else:
            path.write_bytes(mutation(sample.read_bytes(), chance))
        start = time.monotonic()
        _look(path)
        assert time.monotonic() - start < LONGEST, f"{sample.suffix} {seed} {mutation.__name__}"


def _values(document: ReadDocument) -> set[tuple[str, ...]]:
    """Every value of every fiche, by its words, so that accents, case and bullets do not count."""
    found: set[tuple[str, ...]] = set()
    for fiche in extract(document).fiches:
        for key, value in fiche.fiche.model_dump(mode="json", exclude_none=True).items():
            for item in value if isinstance(value, list) else [value]:
                if held := words(str(item)):
                    found.add((key, *held))
    return found


def _damaged(document: ReadDocument, chance: random.Random, share: float) -> ReadDocument:
    """The document without some of its lines."""
    kept = [line for line in document.lines if chance.random() >= share]
    lines = tuple(line.model_copy(update={"number": number}) for number, line in enumerate(kept, 1))
    return document.model_copy(update={"lines": lines})


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.suffix[1:])
@pytest.mark.parametrize("share", [0.02, 0.1])
def test_lost_lines_cost_in_proportion(sample: Path, share: float) -> None:
    document = read(sample)
    whole = _values(document)
    losses = []
    for seed in range(max(BUDGET, 4)):
        hurt = _values(_damaged(document, random.Random(seed), share))
        losses.append(len(whole - hurt) / len(whole))
    assert sum(losses) / len(losses) <= 4 * share, losses


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.suffix[1:])
def test_shuffled_lines_never_crash(sample: Path) -> None:
    document = read(sample)
    for seed in range(BUDGET):
        lines = list(document.lines)
        random.Random(seed).shuffle(lines)
        shuffled = tuple(line.model_copy(update={"number": number}) for number, line in enumerate(lines, 1))
        _made(document.model_copy(update={"lines": shuffled}))
