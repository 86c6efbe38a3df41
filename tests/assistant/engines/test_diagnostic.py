"""Testing an endpoint step by step, and setting one up from the command line."""

from __future__ import annotations

import io
import json
from typing import TYPE_CHECKING, Any

import pytest

from assistant.cli.main import run
from assistant.cli.output import Output
from assistant.engines import load_engine
from assistant.engines.langue.diagnosing import examine
from assistant.settings import load_settings
from corpus.errors import UsageError
from tests.assistant.engines.tools import engine_for

if TYPE_CHECKING:
    from pathlib import Path

    from tests.assistant.engines.fake_endpoint import Body, FakeEndpoint


def reply(body: Body) -> str:
    return '{"question": "Qui ?"}' if "JSON" in body["messages"][0]["content"] else "OUI"


def states(fake: FakeEndpoint, data: Path, **settings: Any) -> dict[str, str]:
    return {step.nom: step.etat for step in examine(engine_for(fake, data, **settings).endpoint, data)}


def test_everything_works(fake: FakeEndpoint, tmp_path: Path) -> None:
    fake.mode = reply
    fake.others["/embeddings"] = lambda body: {"data": [{"embedding": [0.1, 0.2]} for _ in body["input"]]}
    fake.others["/rerank"] = lambda body: {
        "results": [{"index": 1, "relevance_score": 0.1}, {"index": 0, "relevance_score": 0.9}]
    }
    found = states(fake, tmp_path, embeddings="e", rerank="r")
    for name in (
        "joignable",
        "autorisé",
        "modèle",
        "contexte",
        "conversation",
        "au fil de l'eau",
        "réponse structurée",
    ):
        assert found[name] == "oui", name
    assert found["vecteurs"] == found["reclassement"] == "oui"
    body = next(body for path, _, body in fake.seen if path.endswith("/embeddings"))
    assert body["encoding_format"] == "float"


@pytest.mark.parametrize(
    ("models", "mode", "settings", "failed"),
    [
        (401, reply, {}, "autorisé"),
        (503, reply, {}, "joignable"),
        ({"data": [{"id": "bge-m3", "type": "text-embeddings-inference"}]}, reply, {}, "modèle"),
        ({"data": [{"id": "autre"}]}, reply, {"modele": "absent"}, "modèle"),
        ({"data": [{"id": "m"}]}, 403, {}, "conversation"),
        ({"data": [{"id": "m"}]}, ["vide", "sans_raison", reply], {}, "au fil de l'eau"),
        ({"data": [{"id": "m"}]}, lambda _: "OUI", {}, "réponse structurée"),
    ],
)
def test_the_step_that_fails_says_what_to_do(
    fake: FakeEndpoint, tmp_path: Path, models: object, mode: object, settings: dict[str, Any], failed: str
) -> None:
    fake.models, fake.mode = models, mode
    steps = {s.nom: s for s in examine(engine_for(fake, tmp_path, **settings).endpoint, tmp_path)}
    assert steps[failed].etat == "non"
    assert steps[failed].detail
    assert steps[failed].piste


def test_a_small_context_is_told(fake: FakeEndpoint, tmp_path: Path) -> None:
    fake.mode, fake.models = reply, {"data": [{"id": "m", "max_model_len": 2048}]}
    assert states(fake, tmp_path)["contexte"] == "à savoir"


def test_an_engine_is_set_up_and_tested_from_the_command_line(fake: FakeEndpoint, tmp_path: Path) -> None:
    fake.mode = reply
    data, out = io.StringIO(), io.StringIO()
    words = [
        "--donnees",
        str(tmp_path),
        "--json",
        "diagnostic",
        "--moteur",
        "mien",
        "--url",
        fake.url,
        "--modele",
        "modele-de-test",
    ]
    assert run(words, Output(data, out)) == 0
    assert json.loads(data.getvalue())["moteur"]["conversation"] == "oui"
    assert load_settings(tmp_path).moteurs["mien"].url == fake.url
    assert load_engine("mien", tmp_path).name == "mien"


def test_an_unknown_engine_names_those_that_exist(tmp_path: Path) -> None:
    with pytest.raises(UsageError) as caught:
        load_engine("bidule", tmp_path)
    assert "albert" in caught.value.next_step
    with pytest.raises(UsageError, match="Pour quel moteur"):
        run(["--donnees", str(tmp_path), "diagnostic", "--accord"], Output(io.StringIO(), io.StringIO()))
