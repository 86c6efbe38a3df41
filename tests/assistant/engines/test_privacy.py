"""What leaves this machine, to whom, and what never does."""

from __future__ import annotations

import json
import os
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import SecretStr

from assistant.answers import ask
from assistant.engines import load_engine
from assistant.engines.langue.choosing import agree, give_key, register
from assistant.engines.langue.diagnosing import examine
from assistant.engines.langue.endpoint import checked_url, resolve
from assistant.engines.langue.faults import EngineError
from assistant.engines.langue.masking import Mask, Revealer
from assistant.engines.langue.session import Prompt
from assistant.keys import FILE, find_key, keep_key
from assistant.settings import EngineSettings, Settings, load_settings
from corpus.addresses import origin_of
from corpus.errors import UsageError
from tests.assistant.engines.fake_endpoint import FakeEndpoint, good
from tests.assistant.engines.tools import QUESTION, engine_for

if TYPE_CHECKING:
    from pathlib import Path

    from corpus.indexing import Corpus

CANARY = "canari-" + "c" * 30
STRANGE = "etranger-" + "e" * 30
PEOPLE = ("Claire", "Morvan", "02 99 00 11 22", "relais@valdebrume.fr")


@pytest.fixture
def no_keyring(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("assistant.keys._keyring", lambda: None)


def sent(fake: FakeEndpoint) -> str:
    return json.dumps([[headers, body] for _, headers, body in fake.seen], ensure_ascii=False)


def test_only_our_key_and_headers_are_sent(
    fake: FakeEndpoint, corpus: Corpus, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in (
        "OPENAI_API_KEY",
        "OPENAI_ORG_ID",
        "OPENAI_ORGANIZATION",
        "OPENAI_PROJECT_ID",
        "OPENAI_CUSTOM_HEADERS",
    ):
        monkeypatch.setenv(name, f"X-Etranger: {STRANGE}" if "HEADERS" in name else STRANGE)
    monkeypatch.setenv("OPENAI_BASE_URL", "https://ailleurs.invalid/v1")
    monkeypatch.setenv("OPENAI_PROXY", "http://ailleurs.invalid:3128")
    monkeypatch.setenv("HTTP_PROXY", "http://ailleurs.invalid:3128")
    monkeypatch.setenv("CLE_ESSAI", CANARY)
    answer = ask(QUESTION, corpus, engine_for(fake, tmp_path, cle_env="CLE_ESSAI"))
    assert answer.moteur == "essai"
    assert STRANGE not in sent(fake)
    for _, headers, _ in fake.seen:
        assert headers["authorization"] == f"Bearer {CANARY}"
        assert not any(name.startswith(("x-stainless", "openai")) for name in headers)


@pytest.mark.parametrize("mode", [good, 401, 403, 422, 500, "html", "json_casse", "redirection"], ids=str)
def test_the_key_shows_nowhere(
    fake: FakeEndpoint,
    corpus: Corpus,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    mode: object,
) -> None:
    monkeypatch.setenv("CLE_ESSAI", CANARY)
    fake.mode = mode
    engine = engine_for(fake, tmp_path, cle_env="CLE_ESSAI")
    answer = ask(QUESTION, corpus, engine)
    with engine.session() as session:
        if mode is not good:
            with pytest.raises(EngineError) as caught:
                session.complete(Prompt("a", "b"))
            assert CANARY not in f"{caught.value!r} {caught.value} {caught.value.__cause__!r}"
        assert CANARY not in repr(session._model())
    steps = list(examine(engine.endpoint, tmp_path))
    shown = f"{answer!r} {engine.endpoint!r} {vars(engine)!r} {steps!r} {capsys.readouterr()}"
    assert CANARY not in shown
    kept = [p for p in tmp_path.rglob("*") if p.is_file() and CANARY.encode() in p.read_bytes()]
    assert not kept


def test_a_redirect_is_refused_and_nothing_follows_it(fake: FakeEndpoint, tmp_path: Path) -> None:
    fake.mode = "redirection"
    with engine_for(fake, tmp_path).session() as session, pytest.raises(EngineError) as caught:
        session.complete(Prompt("a", "b"))
    assert caught.value.motif == "redirection"
    assert len(fake.calls()) == 1


def test_tracing_of_the_shell_is_turned_off(
    fake: FakeEndpoint, corpus: Corpus, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    with FakeEndpoint() as spy:
        for name in ("LANGSMITH_TRACING", "LANGCHAIN_TRACING_V2"):
            monkeypatch.setenv(name, "true")
        for name in ("LANGSMITH_ENDPOINT", "LANGCHAIN_ENDPOINT"):
            monkeypatch.setenv(name, spy.url)
        monkeypatch.setenv("LANGSMITH_API_KEY", "x")
        ask(QUESTION, corpus, load_engine("integre", tmp_path))
        ask(QUESTION, corpus, engine_for(fake, tmp_path))
        assert os.environ["LANGSMITH_TRACING"] == "false"
        assert not spy.seen


def test_nothing_is_sent_before_the_coordinator_agrees(fake: FakeEndpoint, corpus: Corpus, tmp_path: Path) -> None:
    engine = engine_for(fake, tmp_path)
    engine.endpoint = replace(engine.endpoint, agreed=False)
    answer = ask(QUESTION, corpus, engine)
    assert answer.moteur == "integre"
    assert "sont envoyés à" in answer.avertissements[0]
    assert "--accord" in answer.avertissements[0]
    assert not fake.seen


def test_an_agreement_is_for_one_origin(tmp_path: Path) -> None:
    register("loin", tmp_path, url="https://modeles.exemple.invalid/v1", modele="m")
    assert not resolve("loin", load_settings(tmp_path), tmp_path).agreed
    agree("loin", tmp_path)
    assert resolve("loin", load_settings(tmp_path), tmp_path).agreed
    register("loin", tmp_path, url="https://autre.exemple.invalid/v1")
    assert not resolve("loin", load_settings(tmp_path), tmp_path).agreed


# Keys


def test_a_key_is_bound_to_its_origin_and_kept_for_its_owner(tmp_path: Path, no_keyring: None) -> None:
    register("loin", tmp_path, url="https://modeles.exemple.invalid/v1", modele="m")
    give_key("loin", tmp_path, SecretStr(CANARY))
    assert (tmp_path / FILE).stat().st_mode & 0o077 == 0
    found = find_key("https://modeles.exemple.invalid", "", tmp_path)
    assert found is not None
    assert found.secret.get_secret_value() == CANARY
    assert CANARY not in repr(found)
    assert find_key("https://autre.exemple.invalid", "", tmp_path) is None
    assert CANARY not in (tmp_path / "reglages.json").read_text(encoding="utf-8")


def test_a_key_file_that_others_can_read_is_refused(tmp_path: Path, no_keyring: None) -> None:
    keep_key("https://a.invalid", SecretStr(CANARY), tmp_path)
    (tmp_path / FILE).chmod(0o644)
    with pytest.raises(UsageError, match="lisible par d'autres"):
        find_key("https://a.invalid", "", tmp_path)


def test_the_key_of_a_preset_goes_to_its_own_origin_only(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ALBERT_API_KEY", CANARY)
    assert resolve("albert", Settings(), tmp_path).key is not None
    moved = Settings(moteurs={"albert": EngineSettings(url="https://autre.exemple.invalid/v1")})
    assert resolve("albert", moved, tmp_path).key is None


# Addresses


@pytest.mark.parametrize(
    ("url", "usable"),
    [
        ("https://modeles.exemple.fr/v1/", True),
        ("http://localhost:11434/v1", True),
        ("http://192.168.1.20:8080/v1", True),
        ("http://serveur:8080/v1", True),
        ("http://[::1]:8080/v1", True),
        ("http://modeles.exemple.fr/v1", False),
        ("http://8.8.8.8/v1", False),
        ("http://169.254.169.254/latest", False),
        ("http://[::ffff:169.254.169.254]/", False),
        ("http://[fe80::1%25eth0]/v1", False),
        ("https://metadata.google.internal/v1", False),
        ("ftp://modeles.exemple.fr", False),
        ("file:///etc/passwd", False),
        ("https://cle@modeles.exemple.fr/v1", False),
        ("https://modeles.exemple.fr/v1?key=x", False),
        ("https://modeles.exemple.fr:99999/v1", False),
        ("", False),
    ],
)
def test_addresses_text_may_go_to(url: str, *, usable: bool) -> None:
    if usable:
        assert checked_url(url, "essai") == url.rstrip("/")
    else:
        with pytest.raises(UsageError) as caught:
            checked_url(url, "essai")
        assert caught.value.next_step


def test_origins_are_compared_with_their_ports() -> None:
    assert origin_of("https://a.fr:443/v1") == origin_of("https://a.fr/x")
    assert origin_of("https://a.fr:8443/v1") != origin_of("https://a.fr/v1")


# Masking


def test_people_are_hidden_from_a_remote_endpoint_and_put_back(
    fake: FakeEndpoint, corpus: Corpus, tmp_path: Path
) -> None:
    question = "Quel est le contact du relais petite enfance, Mme Claire Morvan ?"
    fake.mode = lambda body: "\n".join(
        f"{line} [1]" for line in body["messages"][1]["content"].splitlines() if line.startswith("Contact")
    )
    answer = ask(question, corpus, engine_for(fake, tmp_path, masquage=True))
    assert answer.moteur == "essai"
    assert "COURRIEL_" in sent(fake)
    assert not [word for word in PEOPLE if word in sent(fake)]
    assert all(word in answer.reponse for word in PEOPLE)
    assert answer.question == question


def test_masking_is_on_for_remote_endpoints_only(tmp_path: Path) -> None:
    assert resolve("albert", Settings(), tmp_path).masks
    assert not resolve("ollama", Settings(), tmp_path).masks
    open_to_all = Settings(moteurs={"albert": EngineSettings(masquage=False)})
    assert "PAS masqués" in resolve("albert", open_to_all, tmp_path).notice


@given(st.text(max_size=60), st.integers(1, 9))
def test_what_is_hidden_comes_back_however_it_is_cut(text: str, size: int) -> None:
    mask = Mask(["Claire Morvan"])
    said = f"Mme Claire Morvan (relais@valdebrume.fr, 02 99 00 11 22) {text} PERSONNE_1"
    hidden = mask.hide(said)
    assert "Morvan" not in hidden.replace(text, "")
    revealer = Revealer(mask)
    pieces = [revealer.feed(hidden[start : start + size]) for start in range(0, len(hidden), size)]
    assert "".join([*pieces, revealer.end()]) == mask.reveal(hidden)
    assert mask.reveal(hidden) == said or "_" in text
