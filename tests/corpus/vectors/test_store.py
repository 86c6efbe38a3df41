"""The vectors: exact ranking, Chroma rebuilt whatever happened to its files, nothing embedded twice."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pytest

from corpus.errors import CorpusError
from corpus.vectors import VectorStore, open_store

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

MODEL = "faux:modele"
DIMENSION = 16


def vectors(count: int, seed: int = 0) -> NDArray[np.float32]:
    raw = np.random.default_rng(seed).normal(size=(count, DIMENSION)).astype(np.float32)
    unit: NDArray[np.float32] = raw / np.linalg.norm(raw, axis=1, keepdims=True)
    return unit


def keys(count: int) -> list[str]:
    return [f"{i:032x}" for i in range(count)]


def filled(folder: Path, count: int = 40) -> NDArray[np.float32]:
    made = vectors(count)
    store = VectorStore(folder, MODEL, DIMENSION)
    store.add(keys(count), made)
    store.close()
    return made


def chroma_folder(folder: Path) -> Path:
    return folder / str(json.loads((folder / "chroma.json").read_text())["dossier"])


def in_chroma(store: VectorStore) -> set[str]:
    store.synchronise()
    return store._chroma.keys()


def test_search_is_exact_whole_or_among_some_keys(tmp_path: Path) -> None:
    made = filled(tmp_path)
    store = VectorStore(tmp_path, MODEL, DIMENSION)
    question = vectors(1, seed=9)[0]
    scores = made @ question
    order = np.argsort(-scores)
    assert [k for k, _ in store.search(question, 5)] == [keys(40)[i] for i in order[:5]]
    assert store.search(question, 1)[0][1] == pytest.approx(float(scores.max()))
    some = keys(40)[10:20]
    among = [k for k, _ in store.search(question, 3, some)]
    assert among == [keys(40)[i] for i in order if 10 <= i < 20][:3]
    assert len(store.search(question, 100)) == 40
    assert store.search(question, 5, ["absent"]) == []
    store.close()


def test_a_large_corpus_is_proposed_by_chroma_and_ranked_by_us(tmp_path: Path) -> None:
    made = filled(tmp_path, 300)
    store = VectorStore(tmp_path, MODEL, DIMENSION)
    store.exact_limit = 100
    question = vectors(1, seed=3)[0]
    exact = np.argsort(-(made @ question))[:5]
    assert [k for k, _ in store.search(question, 5)] == [keys(300)[i] for i in exact]
    assert store._chroma.is_open
    store.close()


def test_a_second_opening_sees_what_the_first_writes(tmp_path: Path) -> None:
    filled(tmp_path)
    reader, writer = VectorStore(tmp_path, MODEL, DIMENSION), VectorStore(tmp_path, MODEL, DIMENSION)
    assert reader.warm() == 40
    new = vectors(1, seed=5)
    writer.add(["nouveau"], new)
    assert reader.search(new[0], 1)[0][0] == "nouveau"
    assert reader.known(["nouveau", "absent"]) == {"nouveau"}
    writer.close()
    reader.close()


def test_keep_only_erases_everywhere_and_for_every_model(tmp_path: Path) -> None:
    filled(tmp_path)
    other = VectorStore(tmp_path, "faux:autre", DIMENSION)
    other.add(keys(3), vectors(3))
    other.close()
    store = VectorStore(tmp_path, MODEL, DIMENSION)
    former = vectors(1)[0].astype("<f4").tobytes()
    assert store.keep_only(keys(40)[1:], thoroughly=True) == 1
    assert in_chroma(store) == set(keys(40)[1:])
    store.close()
    # Chroma's own graph file is written from memory that is not wiped: the bytes of a vector may linger in its
    # padding when the process reuses it. Our copy and every SQLite file are erased for good.
    kept = [p for p in tmp_path.rglob("*") if p.is_file() and p.suffix != ".bin"]
    assert not [p for p in kept if former in p.read_bytes()]
    other = VectorStore(tmp_path, "faux:autre", DIMENSION)
    assert other.known(keys(3)) == set(keys(3)[1:])
    other.close()


def test_two_models_are_never_mixed(tmp_path: Path) -> None:
    filled(tmp_path)
    other = VectorStore(tmp_path, "faux:autre", DIMENSION)
    assert other.known(keys(40)) == set()
    assert other.search(vectors(1)[0], 5) == []
    other.add(["a"], vectors(1))
    assert in_chroma(other) == {"a"}
    other.close()
    again = VectorStore(tmp_path, MODEL, DIMENSION)
    assert in_chroma(again) == set(keys(40))
    again.close()


def test_a_model_that_changed_its_dimension_is_refused(tmp_path: Path) -> None:
    filled(tmp_path)
    store = VectorStore(tmp_path, MODEL, DIMENSION + 1)
    with pytest.raises(CorpusError, match="dimension"):
        store.warm()
    store.close()


def _truncate(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def _zero(path: Path) -> None:
    path.write_bytes(bytes(path.stat().st_size))


def _garble(path: Path) -> None:
    content = bytearray(path.read_bytes())
    for i in range(50, len(content), 97):
        content[i] ^= 0xFF
    path.write_bytes(content)


@pytest.mark.parametrize("damage", [_truncate, _zero, _garble, Path.unlink])
def test_whatever_happens_to_a_file_of_chroma_it_is_found_and_made_again(
    tmp_path: Path, damage: Callable[[Path], None]
) -> None:
    sound = tmp_path / "sain"
    made = filled(sound)
    names = [p.relative_to(sound) for p in sorted(sound.rglob("*")) if p.is_file() and p.stat().st_size]
    names = [name for name in names if name.name != "vecteurs.sqlite"]
    assert len(names) >= 5
    for number, name in enumerate(names):
        folder = tmp_path / str(number)
        shutil.copytree(sound, folder)
        damage(folder / name)
        store = VectorStore(folder, MODEL, DIMENSION)
        assert store.verify(keys(40)), name
        assert store.search(made[7], 1)[0][0] == keys(40)[7]
        assert store.synchronise(), name
        assert store._chroma.keys() == set(keys(40))
        store.close()
        again = VectorStore(folder, MODEL, DIMENSION)
        assert again.verify(keys(40)) == []
        again.close()


def test_a_lost_chroma_folder_is_made_again(tmp_path: Path) -> None:
    filled(tmp_path)
    shutil.rmtree(chroma_folder(tmp_path))
    store = VectorStore(tmp_path, MODEL, DIMENSION)
    assert in_chroma(store) == set(keys(40))
    store.close()
    assert len([p for p in tmp_path.glob("chroma-*") if p.is_dir()]) == 1


@pytest.mark.parametrize("damage", [_truncate, _zero, _garble])
def test_a_damaged_copy_is_set_aside_and_filled_from_chroma(tmp_path: Path, damage: Callable[[Path], None]) -> None:
    made = filled(tmp_path)
    damage(tmp_path / "vecteurs.sqlite")
    broken = (tmp_path / "vecteurs.sqlite").read_bytes()
    store, notices = open_store(tmp_path, MODEL, DIMENSION)
    assert len(notices) == 1
    assert "40 vecteurs repris" in notices[0]
    assert store.search(made[3], 1)[0][0] == keys(40)[3]
    assert store.verify(keys(40)) == []
    store.close()
    assert [p.read_bytes() for p in tmp_path.glob("vecteurs.sqlite.abime-*")] == [broken]


def test_with_both_damaged_it_starts_empty(tmp_path: Path) -> None:
    filled(tmp_path)
    _garble(tmp_path / "vecteurs.sqlite")
    _truncate(chroma_folder(tmp_path) / "chroma.sqlite3")
    store, notices = open_store(tmp_path, MODEL, DIMENSION)
    assert "0 vecteurs repris" in notices[0]
    assert store.known(keys(40)) == set()
    store.add(keys(40), vectors(40))
    store.close()
    again = VectorStore(tmp_path, MODEL, DIMENSION)
    assert again.verify(keys(40)) == []
    again.close()


def test_vectors_missing_from_chroma_or_too_many_are_brought_in_line(tmp_path: Path) -> None:
    filled(tmp_path)
    store = VectorStore(tmp_path, MODEL, DIMENSION)
    store._kept.add(["seul-chez-nous"], vectors(1))
    store._kept.keep_only([*keys(39), "seul-chez-nous"])
    assert store.synchronise() is False
    assert store._chroma.keys() == {*keys(39), "seul-chez-nous"}
    store.close()


def test_verify_counts_what_is_missing(tmp_path: Path) -> None:
    filled(tmp_path)
    store = VectorStore(tmp_path, MODEL, DIMENSION)
    assert store.verify([*keys(40), "x", "y"]) == [f"2 passages n'ont pas encore de vecteur ({MODEL})."]
    store.close()
