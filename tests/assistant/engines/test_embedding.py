"""An endpoint's vectors as the embedding model of the index."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from assistant.engines.langue.embedding import EndpointEmbedder, load_endpoint_embedder
from assistant.settings import EngineSettings, Settings, save_settings
from assistant.workshop import Workshop
from corpus.errors import CorpusError
from tests.assistant.engines.tools import CONVENTION, engine_for
from tests.corpus.vectors.fakes import FakeEmbedder

if TYPE_CHECKING:
    from pathlib import Path

    from tests.assistant.engines.fake_endpoint import Body, FakeEndpoint


def vectors(body: Body) -> object:
    """Numbered vectors, given last first."""
    rows = [{"index": n, "embedding": FakeEmbedder().query(text).tolist()} for n, text in enumerate(body["input"])]
    return {"data": rows[::-1]}


def embedder(fake: FakeEndpoint, data: Path, **settings: object) -> EndpointEmbedder:
    return EndpointEmbedder(engine_for(fake, data, embeddings="e", **settings).endpoint, sleep=lambda _: None)


def test_vectors_come_in_order_by_small_batches(fake: FakeEndpoint, tmp_path: Path) -> None:
    fake.others["/embeddings"] = vectors
    made = embedder(fake, tmp_path)
    texts = [f"le relais numéro {n}" for n in range(150)]
    found = made.passages(texts)
    assert found.shape == (150, made.dimension)
    assert np.allclose(found[149], made.query(texts[149]), atol=1e-5)
    sizes = [len(body["input"]) for _, _, body in fake.seen]
    assert max(sizes) == 64
    assert all(body["encoding_format"] == "float" for _, _, body in fake.seen)


@pytest.mark.parametrize(
    "reply",
    [
        {"data": []},
        {"data": [{"embedding": [1.0]}, {"embedding": [2.0]}]},
        {"data": [{"embedding": ["x"]}]},
        {"data": None},
        {"error": "non"},
        {"data": [{"embedding": [float("nan"), 1.0]}]},
    ],
    ids=str,
)
def test_what_is_no_vector_is_refused(fake: FakeEndpoint, tmp_path: Path, reply: object) -> None:
    fake.others["/embeddings"] = lambda _: reply
    with pytest.raises(CorpusError) as caught:
        embedder(fake, tmp_path).query("un texte")
    assert caught.value.next_step


def test_people_are_hidden_from_a_remote_model(fake: FakeEndpoint, tmp_path: Path) -> None:
    fake.others["/embeddings"] = vectors
    embedder(fake, tmp_path, masquage=True).query("Mme Claire Morvan, relais@valdebrume.fr")
    assert all("Morvan" not in str(body) and "@" not in str(body) for _, _, body in fake.seen)


def test_the_workshop_indexes_and_searches_with_it(fake: FakeEndpoint, tmp_path: Path) -> None:
    fake.others["/embeddings"] = vectors
    settings = Settings(moteurs={"mien": EngineSettings(url=fake.url, embeddings="e")})
    save_settings(tmp_path / "donnees", settings)
    (tmp_path / "convention.txt").write_text(CONVENTION, encoding="utf-8")
    workshop = Workshop(tmp_path / "donnees", model="serveur:mien")
    workshop.index([tmp_path / "convention.txt"])
    assert workshop.corpus_summary().vecteurs_manquants == 0
    assert workshop.search("un lieu pour les adolescents")
    workshop.close()
    with pytest.raises(CorpusError, match="vecteurs"):
        load_endpoint_embedder("serveur:ollama", tmp_path / "donnees")


def test_words_still_find_when_the_model_is_away(fake: FakeEndpoint, tmp_path: Path) -> None:
    fake.others["/embeddings"] = vectors
    save_settings(tmp_path, Settings(moteurs={"mien": EngineSettings(url=fake.url, embeddings="e")}))
    (tmp_path / "convention.txt").write_text(CONVENTION, encoding="utf-8")
    workshop = Workshop(tmp_path, model="serveur:mien")
    workshop.index([tmp_path / "convention.txt"])
    fake.others["/embeddings"] = lambda _: {"error": "panne"}
    assert workshop.search("Le local des jeunes ouvre-t-il le soir ?")
    workshop.close()
