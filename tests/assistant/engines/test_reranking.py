"""An endpoint's second opinion on the order of passages: what it is sent, what it changes, what is left without it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from assistant.engines.langue.reranking import EndpointReranker, families
from assistant.settings import EngineSettings, Settings, save_settings
from assistant.workshop import Workshop
from corpus.errors import CorpusError
from corpus.search.reranking import CrossEncoderReranker, load_reranker

if TYPE_CHECKING:
    from pathlib import Path

    from tests.assistant.engines.fake_endpoint import Body, FakeEndpoint

ASKED = "Quand ouvre le local des jeunes ?"
CONVENTION = "Convention territoriale globale du Val-de-Brume\n2024-2028\n" + "\n".join(
    f"Article {number} : {title}\n{text}"
    for number, (title, text) in enumerate(
        {
            "les relais": "Le relais ouvre deux matins par semaine aux familles du canton.",
            "la jeunesse": "Le local des jeunes ouvre trois soirs par semaine.",
            "les ateliers": "Un atelier pour les jeunes ouvre le samedi dans chaque bourg.",
            "la ludothèque": "La ludothèque ouvre à tous, jeunes et moins jeunes.",
        }.items(),
        1,
    )
)


def set_up(fake: FakeEndpoint, data: Path, **more: object) -> None:
    given = EngineSettings.model_validate({"url": fake.url, "rerank": "r", **more})
    save_settings(data, Settings(moteurs={"mien": given}))


def prefers(word: str) -> object:
    """Scores, given last first, that are highest for the passages that say a word."""

    def scored(body: Body) -> object:
        rows = [{"index": n, "relevance_score": float(word in text)} for n, text in enumerate(body["documents"])]
        return {"results": rows[::-1]}

    return scored


def test_scores_come_in_the_order_of_the_texts(fake: FakeEndpoint, tmp_path: Path) -> None:
    set_up(fake, tmp_path)
    fake.others["/rerank"] = prefers("mardi")  # type: ignore[assignment]
    found = EndpointReranker("mien", tmp_path).scores(ASKED, ["lundi", "mardi", "jeudi"])
    assert found == [0.0, 1.0, 0.0]
    path, _, body = fake.seen[-1]
    assert path == "/v1/rerank"
    assert (body["model"], body["query"], body["documents"]) == ("r", ASKED, ["lundi", "mardi", "jeudi"])


@pytest.mark.parametrize(
    "reply",
    [
        [{"index": 1, "score": 0.2}, {"index": 0, "score": 0.7}],
        {"data": [{"index": 0, "score": 0.7}, {"index": 1, "score": 0.2}]},
        {"results": [{"index": 0, "relevance_score": 0.7}, {"index": 1, "relevance_score": 0.2}]},
    ],
    ids=["a list", "data", "results"],
)
def test_servers_name_their_rows_in_several_ways(fake: FakeEndpoint, tmp_path: Path, reply: object) -> None:
    set_up(fake, tmp_path)
    fake.others["/rerank"] = lambda _: reply
    assert EndpointReranker("mien", tmp_path).scores(ASKED, ["un", "deux"]) == [0.7, 0.2]


@pytest.mark.parametrize(
    "reply",
    [{"results": []}, {"results": [{"index": 0, "score": 1}]}, {"results": None}, {"error": "non"}, [1, 2], "non"],
    ids=str,
)
def test_what_is_no_score_is_refused_with_a_next_step(fake: FakeEndpoint, tmp_path: Path, reply: object) -> None:
    set_up(fake, tmp_path)
    fake.others["/rerank"] = lambda _: reply
    with pytest.raises(CorpusError) as caught:
        EndpointReranker("mien", tmp_path).scores(ASKED, ["un", "deux"])
    assert caught.value.next_step


def test_nobody_is_named_to_a_remote_model(fake: FakeEndpoint, tmp_path: Path) -> None:
    set_up(fake, tmp_path, masquage=True)
    fake.others["/rerank"] = prefers("relais")  # type: ignore[assignment]
    texts = ["Contact : Mme Claire Morvan, relais@valdebrume.fr", "autre"]
    EndpointReranker("mien", tmp_path).scores("Qui est Mme Claire Morvan ?", texts)
    assert "Morvan" not in str(fake.seen[-1][2])
    assert "@" not in str(fake.seen[-1][2])


def test_nothing_is_sent_before_the_coordinator_agrees(fake: FakeEndpoint, tmp_path: Path) -> None:
    given = EngineSettings(url="https://modeles.exemple.net/v1", rerank="r")
    save_settings(tmp_path, Settings(moteurs={"loin": given}))
    with pytest.raises(CorpusError) as caught:
        EndpointReranker("loin", tmp_path).scores(ASKED, ["un", "deux"])
    assert "--accord" in str(caught.value.next_step)
    assert not fake.seen


@pytest.mark.parametrize(
    ("name", "settings", "says"),
    [("mien", {"rerank": ""}, "reclassement"), ("inconnu", {}, "adresse"), ("mien", {"jetons_par_jour": 1}, "limite")],
)
def test_a_mistake_in_the_settings_is_told(
    fake: FakeEndpoint, tmp_path: Path, name: str, settings: dict[str, object], says: str
) -> None:
    set_up(fake, tmp_path, **settings)
    fake.others["/rerank"] = prefers("un")  # type: ignore[assignment]
    reranker = EndpointReranker(name, tmp_path)
    for _ in range(2 if settings == {"jetons_par_jour": 1} else 1):
        told = why_not(reranker)
    assert says in told


def why_not(reranker: EndpointReranker) -> str:
    try:
        reranker.scores(ASKED, ["un", "deux"])
    except CorpusError as error:
        return error.message
    return ""


def opened(fake: FakeEndpoint, tmp_path: Path, reranker: str | None) -> Workshop:
    set_up(fake, tmp_path / "donnees")
    tmp_path.mkdir(exist_ok=True)
    (tmp_path / "convention.txt").write_text(CONVENTION, encoding="utf-8")
    workshop = Workshop(tmp_path / "donnees", reranker=reranker)
    workshop.corpus.index([tmp_path / "convention.txt"], with_vectors=False)
    return workshop


def test_the_workshop_reads_again_with_it(fake: FakeEndpoint, tmp_path: Path) -> None:
    fake.others["/rerank"] = prefers("ludothèque")  # type: ignore[assignment]
    workshop = opened(fake, tmp_path, "serveur:mien")
    plain = opened(fake, tmp_path / "autre", None)
    found, before = workshop.search(ASKED), plain.search(ASKED)
    workshop.close()
    plain.close()
    assert any(path.endswith("/rerank") for path, _, _ in fake.seen)
    places = [next(n for n, hit in enumerate(hits) if "ludothèque" in hit.passage.extrait) for hits in (found, before)]
    assert places[0] < places[1]


def test_our_order_stands_and_it_is_said_once_when_the_server_is_away(fake: FakeEndpoint, tmp_path: Path) -> None:
    plain = opened(fake, tmp_path, None)
    order = [hit.passage.extrait for hit in plain.search(ASKED)]
    plain.close()
    fake.others["/rerank"] = lambda _: {"error": "panne"}
    workshop = opened(fake, tmp_path, "serveur:mien")
    assert [hit.passage.extrait for hit in workshop.search(ASKED)] == order
    assert [hit.passage.extrait for hit in workshop.search(ASKED)] == order
    notices = [notice for notice in workshop.corpus.searcher().notices if "reclassés" in notice]
    workshop.close()
    assert len(notices) == 1
    assert sum(path.endswith("/rerank") for path, _, _ in fake.seen) == 1


def test_one_registry_makes_them_all(tmp_path: Path) -> None:
    assert isinstance(load_reranker("serveur:mien", families(tmp_path)), EndpointReranker)
    assert isinstance(load_reranker("un/modele", families(tmp_path)), CrossEncoderReranker)
