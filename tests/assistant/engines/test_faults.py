"""The fault matrix: whatever an endpoint does, the answer is the embedded engine's and the reason is said in French."""

from __future__ import annotations

import socket
import threading
import time
from typing import TYPE_CHECKING

import pytest

from assistant.answers import ask
from assistant.answers.model import Answer
from assistant.engines import load_engine
from assistant.engines.langue.faults import EngineError, of_exception, retry_after
from assistant.engines.langue.session import Prompt
from tests.assistant.engines.fake_endpoint import good
from tests.assistant.engines.tools import QUESTION, engine_for

if TYPE_CHECKING:
    from pathlib import Path

    from corpus.indexing import Corpus
    from tests.assistant.engines.fake_endpoint import FakeEndpoint

PROMPT = Prompt("règles", "demande")
BOTH = {
    400: "demande", 401: "cle", 403: "droits", 404: "modele", 405: "methode", 413: "taille", 422: "demande",
    429: "debit", 500: "panne", 502: "panne", 503: "panne", "429_long": "debit", "html": "html",
    "json_casse": "illisible", "redirection": "redirection", "longueur": "longueur", "vide": "vide",
    "filtre": "filtre", "silence": "silence",
}  # fmt: skip
WHOLE = {**BOTH, "choices_vide": "illisible", "choices_null": "illisible", "erreur_200": "illisible"}
STREAMED = {
    **BOTH, "choices_vide": "incomplete", "sans_raison": "incomplete", "coupe": "incomplete",
    "erreur_200": "incomplete", "erreur_sans_nom": "incomplete",
}  # fmt: skip


@pytest.mark.parametrize(("mode", "motif"), WHOLE.items(), ids=str)
def test_a_fault_has_its_french_error(fake: FakeEndpoint, tmp_path: Path, mode: object, motif: str) -> None:
    fake.mode = mode
    with engine_for(fake, tmp_path).session() as session, pytest.raises(EngineError) as caught:
        session.complete(PROMPT)
    assert caught.value.motif == motif
    assert "« essai »" in caught.value.message
    assert caught.value.next_step


@pytest.mark.parametrize(("mode", "motif"), STREAMED.items(), ids=str)
def test_a_fault_of_a_stream_is_never_a_whole_answer(
    fake: FakeEndpoint, tmp_path: Path, mode: object, motif: str
) -> None:
    fake.mode = mode
    with engine_for(fake, tmp_path).session() as session, pytest.raises(EngineError) as caught:
        list(session.stream(PROMPT))
    assert caught.value.motif == motif
    if motif == "incomplete" and mode != "choices_vide":
        assert caught.value.partial.startswith("Le début")


@pytest.mark.parametrize(
    ("mode", "begun"),
    {
        "sans_raison": "Le début de la réponse [1]", "coupe": "Le début ", "erreur_200": "Le début ",
        "longueur": "Une réponse trop lon", "vide": "", "choices_vide": "", 500: None, "html": None,
    }.items(),
    ids=str,
)  # fmt: skip
def test_what_a_broken_stream_had_begun_is_told_beside_the_embedded_answer(
    fake: FakeEndpoint, corpus: Corpus, tmp_path: Path, mode: object, begun: str | None
) -> None:
    fake.mode = mode
    searcher = corpus.searcher()
    *_, last = engine_for(fake, tmp_path).stream_answer(
        searcher.understand(QUESTION), searcher.search(QUESTION), corpus
    )
    assert isinstance(last, Answer)
    assert last.moteur == "integre"
    assert last.inacheve == begun
    assert "inacheve" not in last.model_dump()


@pytest.mark.parametrize("mode", WHOLE, ids=str)
def test_the_embedded_engine_answers_instead(fake: FakeEndpoint, corpus: Corpus, tmp_path: Path, mode: object) -> None:
    fake.mode = mode
    answer = ask(QUESTION, corpus, engine_for(fake, tmp_path))
    assert answer.moteur == "integre"
    assert answer.reponse == ask(QUESTION, corpus, load_engine("integre")).reponse
    assert "La réponse est celle du moteur intégré." in answer.avertissements[0]


def test_a_stopped_server_and_an_unknown_name(fake: FakeEndpoint, corpus: Corpus, tmp_path: Path) -> None:
    engine = engine_for(fake, tmp_path, url="http://127.0.0.1:9/v1", modele="m")
    with pytest.raises(EngineError) as caught:
        list(engine.session().stream(PROMPT))
    assert caught.value.motif == "refuse"
    assert ask(QUESTION, corpus, engine).moteur == "integre"
    wrapped = RuntimeError("x")
    wrapped.__cause__ = socket.gaierror(-2, "Name or service not known")
    assert of_exception(wrapped, "essai").motif == "dns"


def test_a_certificate_that_is_not_one(fake: FakeEndpoint, tmp_path: Path) -> None:
    engine = engine_for(fake, tmp_path, url=fake.url.replace("http:", "https:"), modele="m")
    with pytest.raises(EngineError) as caught:
        engine.session().complete(PROMPT)
    assert caught.value.motif == "tls"


def test_what_may_succeed_later_is_tried_again_within_bounds(fake: FakeEndpoint, tmp_path: Path) -> None:
    waited: list[float] = []
    engine = engine_for(fake, tmp_path)
    engine._sleep = waited.append
    fake.mode = ["429", 503, good, good]
    with engine.session() as session, pytest.raises(EngineError, match="vide"):
        session.complete(PROMPT)
    assert waited[0] == 2
    assert len(fake.calls()) == 3
    fake.mode = 401
    with engine.session() as session, pytest.raises(EngineError):
        session.complete(PROMPT)
    assert len(fake.calls()) == 4


def test_a_long_wait_is_told_not_made(fake: FakeEndpoint, tmp_path: Path) -> None:
    fake.mode = "429_long"
    with engine_for(fake, tmp_path).session() as session, pytest.raises(EngineError) as caught:
        session.complete(PROMPT)
    assert "3600 secondes" in caught.value.next_step
    assert len(fake.calls()) == 1


@pytest.mark.parametrize(
    ("given", "seconds"), [("3", 3), ("", 0), ("bientôt", 0), ("-4", 0), ("Mon, 01 Jan 2001 00:00:00 GMT", 0)]
)
def test_retry_after_is_read_with_care(given: str, seconds: float) -> None:
    assert retry_after({"retry-after": given}) == seconds


def test_calls_tokens_and_seconds_are_capped(fake: FakeEndpoint, tmp_path: Path) -> None:
    fake.mode = lambda _: "oui"
    with engine_for(fake, tmp_path, appels_max=2).session() as session:
        session.complete(PROMPT)
        session.complete(PROMPT)
        with pytest.raises(EngineError) as caught:
            session.complete(PROMPT)
        assert caught.value.motif == "plafond"
    with engine_for(fake, tmp_path, jetons_max=1000).session() as session:
        with pytest.raises(EngineError) as caught:
            session.complete(Prompt("règles", "mot " * 2000))
        assert caught.value.motif == "plafond"
    fake.mode = "goutte"
    started = time.monotonic()
    with engine_for(fake, tmp_path, duree_max=0.5).session() as session:
        with pytest.raises(EngineError) as caught:
            list(session.stream(PROMPT))
        assert caught.value.motif == "plafond"
    assert time.monotonic() - started < 3


def test_the_limits_of_an_endpoint_are_respected(fake: FakeEndpoint, tmp_path: Path) -> None:
    fake.mode = lambda _: "oui"
    engine = engine_for(fake, tmp_path, appels_par_minute=2)
    with engine.session() as session:
        session.complete(PROMPT)
        session.complete(PROMPT)
        with pytest.raises(EngineError) as caught:
            session.complete(PROMPT)
        assert caught.value.motif == "quota"
    daily = engine_for(fake, tmp_path, jetons_par_jour=100)
    with daily.session() as session, pytest.raises(EngineError, match="jetons aujourd'hui"):
        session.complete(PROMPT)


@pytest.mark.parametrize("mode", ["goutte", "silence"])
def test_cancel_closes_the_connection_at_once(fake: FakeEndpoint, tmp_path: Path, mode: str) -> None:
    fake.mode = mode
    engine = engine_for(fake, tmp_path, delai=30)
    with engine.session() as session:
        pieces = session.stream(PROMPT)
        next(pieces)
        threading.Timer(0.1, engine.cancel).start()
        started = time.monotonic()
        with pytest.raises(EngineError) as caught:
            list(pieces)
    assert caught.value.motif == "annule"
    assert time.monotonic() - started < 2
    assert mode == "silence" or fake.closed.wait(2)


def test_a_server_without_streaming_still_answers(fake: FakeEndpoint, corpus: Corpus, tmp_path: Path) -> None:
    fake.mode = "sans_flux"
    searcher = corpus.searcher()
    found = list(
        engine_for(fake, tmp_path).stream_answer(searcher.understand(QUESTION), searcher.search(QUESTION), corpus)
    )
    assert isinstance(found[-1], Answer)
    assert found[-1].moteur == "essai"
