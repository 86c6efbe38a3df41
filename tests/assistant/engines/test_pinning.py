"""A name is looked up once: where it leads is checked like a given address, and kept for the session."""

from __future__ import annotations

import socket
from typing import TYPE_CHECKING, Any

import httpx
import pytest

from assistant.engines.langue.endpoint import resolve
from assistant.engines.langue.faults import EngineError
from assistant.engines.langue.pinning import Pin
from assistant.engines.langue.transport import GuardedTransport, open_client
from assistant.settings import EngineSettings, Settings
from tests.assistant.engines.fake_endpoint import FakeEndpoint

if TYPE_CHECKING:
    from pathlib import Path

    from assistant.engines.langue.endpoint import Endpoint


def endpoint(url: str, data: Path) -> Endpoint:
    return resolve("essai", Settings(moteurs={"essai": EngineSettings(url=url)}), data)


def names_lead_to(monkeypatch: pytest.MonkeyPatch, *addresses: str) -> list[str]:
    """Has every name lead to these addresses; returns the names looked up."""
    asked: list[str] = []
    real = socket.getaddrinfo

    def look_up(host: str, port: int, *rest: Any, **more: Any) -> list[Any]:
        if host[0].isdigit():
            return real(host, port, *rest, **more)
        asked.append(host)
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, port)) for address in addresses]

    monkeypatch.setattr(socket, "getaddrinfo", look_up)
    return asked


def test_a_name_is_looked_up_once_and_stays_in_what_is_sent(
    fake: FakeEndpoint, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = names_lead_to(monkeypatch, "127.0.0.1")
    client, _ = open_client(endpoint(fake.url.replace("127.0.0.1", "modeles.lan"), tmp_path))
    with client:
        for _ in range(3):
            assert client.get(f"{fake.url.replace('127.0.0.1', 'modeles.lan')}/models").status_code == 200
    assert asked.count("modeles.lan") == 1
    assert {headers["host"].partition(":")[0] for _, headers, _ in fake.seen} == {"modeles.lan"}


@pytest.mark.parametrize(
    ("url", "address", "motif"),
    [
        ("https://modeles.exemple.fr/v1", "169.254.169.254", "interne"),
        ("https://modeles.exemple.fr/v1", "0.0.0.0", "interne"),
        ("http://modeles.lan/v1", "169.254.1.1", "interne"),
        ("http://modeles.lan/v1", "8.8.8.8", "clair"),
    ],
)
def test_a_name_that_leads_where_nothing_must_go_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, url: str, address: str, motif: str
) -> None:
    names_lead_to(monkeypatch, address)
    client, _ = open_client(endpoint(url, tmp_path))
    with client, pytest.raises(EngineError) as caught:
        client.get(f"{url}/models")
    assert caught.value.motif == motif


def test_the_next_address_is_tried_when_the_first_does_not_answer(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    names_lead_to(monkeypatch, "203.0.113.5", "203.0.113.6")
    tried: list[str] = []

    def answer(request: httpx.Request) -> httpx.Response:
        tried.append(request.url.host)
        if len(tried) == 1:
            raise httpx.ConnectError("refused")
        return httpx.Response(200, json={})

    target = endpoint("https://modeles.exemple.fr/v1", tmp_path)
    guarded = GuardedTransport(target, httpx.MockTransport(answer), Pin(target))
    assert guarded.handle_request(httpx.Request("GET", f"{target.url}/models")).status_code == 200
    assert tried == ["203.0.113.5", "203.0.113.6"]


def test_the_certificate_is_checked_against_the_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    names_lead_to(monkeypatch, "203.0.113.5")
    sent: list[httpx.Request] = []

    def answer(request: httpx.Request) -> httpx.Response:
        sent.append(request)
        return httpx.Response(200, json={})

    target = endpoint("https://modeles.exemple.fr/v1", tmp_path)
    guarded = GuardedTransport(target, httpx.MockTransport(answer), Pin(target))
    guarded.handle_request(httpx.Request("GET", "https://modeles.exemple.fr/v1/models"))
    (request,) = sent
    assert request.url.host == "203.0.113.5"
    assert request.extensions["sni_hostname"] == "modeles.exemple.fr"
    assert request.headers["host"] == "modeles.exemple.fr"


def test_this_machine_is_not_looked_up(fake: FakeEndpoint, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = names_lead_to(monkeypatch, "203.0.113.5")
    client, _ = open_client(endpoint(fake.url, tmp_path))
    with client:
        assert client.get(f"{fake.url}/models").status_code == 200
    assert asked == []
