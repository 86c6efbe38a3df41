"""Where conventions may go, to what server, with what token."""

from __future__ import annotations

import json
import socket
import threading
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any

import pytest
from pydantic import SecretStr

from corpus.errors import CorpusError, UsageError
from corpus.sharing import checked_address, open_shared, transport
from corpus.sharing.faults import AwayError
from corpus.sharing.server import check_server
from corpus.sharing.transport import ChromaHttp

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.chroma import Server

RUST = {"info": {"title": "chroma-frontend"}, "components": {"schemas": {"SparseIndexAlgorithm": {}}}}
OLDER = {"info": {"title": "chroma-frontend"}, "components": {"schemas": {"Collection": {}}}}
PYTHON = {"info": {"title": "Chroma"}, "components": {"schemas": {"SparseIndexAlgorithm": {}}}}
Answers = dict[str, Any]
"""What each path answers: a status and a body, or a list of them, one a call."""


@contextmanager
def fake(answers: Answers, seen: list[dict[str, str]] | None = None) -> Iterator[str]:
    """A server that answers what it is told to, and notes the headers it received."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            if seen is not None:
                seen.append({key.lower(): value for key, value in self.headers.items()})
            answer = answers.get(self.path, (404, {}))
            status, body = answer.pop(0) if isinstance(answer, list) else answer
            content = body if isinstance(body, bytes) else json.dumps(body).encode()
            self.send_response(status)
            self.send_header("content-length", str(len(content)))
            if 300 <= status < 400:
                self.send_header("location", "/api/v2/version")
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def answering(version: object, described: object) -> Answers:
    return {"/api/v2/version": (200, version), "/openapi.json": (200, described)}


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        (answering("1.5.9", PYTHON), "CVE-2026-45829"),
        (answering("1.0.0", PYTHON), "CVE-2026-45829"),
        (answering("1.0.0", OLDER), "plus ancien"),
        (answering("1.5.8", OLDER), "plus ancien"),
        (answering("1.0.0", {}), "pas utilisable"),
        (answering({"x": 1}, RUST), "pas utilisable"),
        ({"/api/v2/version": (200, "1.0.0")}, "/openapi.json"),
        ({}, "ne connaît pas"),
        ({"/api/v2/version": (200, b"<html>")}, "JSON"),
        ({"/api/v2/version": (401, {})}, "FICHES_CHROMA_JETON"),
        ({"/api/v2/version": (503, {})}, "ne répond pas"),
        ({"/api/v2/version": (307, {})}, "état 307"),
    ],
)
def test_a_server_that_must_not_be_used_is_refused_with_what_to_do(answers: Answers, said: str, tmp_path: Path) -> None:
    with fake(answers) as url, pytest.raises(CorpusError) as refused:
        open_shared(tmp_path, checked_address(url))
    assert said in str(refused.value)
    assert refused.value.next_step


@pytest.mark.parametrize(("version", "described"), [("1.0.0", RUST), ("1.6.0", OLDER), ("1.5.9", RUST)])
def test_a_recent_server_in_rust_is_accepted(version: str, described: object) -> None:
    with fake(answering(version, described)) as url:
        http = ChromaHttp(checked_address(url))
        assert "Rust" in check_server(http)
        http.close()


def test_the_server_that_comes_with_the_library_is_accepted(server: Server) -> None:
    http = ChromaHttp(checked_address(server.url))
    assert "Rust" in check_server(http)
    http.close()


def test_the_token_goes_with_each_call_and_nothing_else_of_this_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    monkeypatch.setenv("ALL_PROXY", "http://127.0.0.1:9")
    seen: list[dict[str, str]] = []
    with fake(answering("1.0.0", RUST), seen) as url:
        address = checked_address(url, SecretStr("secret-de-test"))
        assert "secret" not in repr(address)
        http = ChromaHttp(address)
        check_server(http)
        http.close()
    assert [one["authorization"] for one in seen] == ["Bearer secret-de-test"] * 2
    assert {one["user-agent"] for one in seen} == {"fiches-ctg"}


def test_an_answer_without_end_is_not_read_to_its_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(transport, "LARGEST", 1_000)
    with fake({"/api/v2/version": (200, b'"' + b"1" * 5_000 + b'"')}) as url:
        http = ChromaHttp(checked_address(url))
        with pytest.raises(CorpusError, match="démesurée"):
            http.call("GET", "/api/v2/version")
        http.close()


def test_a_server_whose_database_was_busy_is_asked_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(transport, "PAUSES", (0.0, 0.0))
    for failures, done in ((2, True), (3, False)):
        with fake({"/api/v2/version": [(500, {})] * failures + [(200, "1.0.0")]}) as url:
            http = ChromaHttp(checked_address(url))
            if done:
                assert http.call("GET", "/api/v2/version") == "1.0.0"
            else:
                with pytest.raises(CorpusError, match="échoué"):
                    http.call("GET", "/api/v2/version")
            http.close()


def test_a_server_that_accepts_and_says_nothing_is_away_soon(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(transport, "STALL_SECONDS", 0.2)
    with socket.create_server(("127.0.0.1", 0)) as silent:
        http = ChromaHttp(checked_address(f"http://127.0.0.1:{silent.getsockname()[1]}"))
        with pytest.raises(AwayError, match="délai"):
            check_server(http)
        http.close()


@pytest.mark.parametrize(
    "url",
    [
        "ftp://serveur",
        "serveur:8000",
        "http://",
        "http://nom:motdepasse@serveur:8000",
        "http://serveur:8000/?a=b",
        "http://serveur:99999",
        "http://chroma.exemple.fr",
        "http://169.254.169.254",
        "http://0.0.0.0:8000",
    ],
)
def test_conventions_are_not_sent_to_such_addresses(url: str) -> None:
    with pytest.raises(UsageError):
        checked_address(url)


@pytest.mark.parametrize("url", ["http://localhost:8000", "http://10.0.0.4:8000/", "https://chroma.exemple.fr/ctg"])
def test_conventions_may_go_to_such_addresses(url: str) -> None:
    assert checked_address(url).url == url.rstrip("/")


def test_a_token_never_travels_in_clear_to_another_machine() -> None:
    with pytest.raises(UsageError, match="jeton"):
        checked_address("http://10.0.0.4:8000", SecretStr("x"))
    assert checked_address("https://chroma.exemple.fr", SecretStr("x")).token is not None


def test_each_server_has_its_folder_here() -> None:
    urls = ("http://10.0.0.4:8000", "http://10.0.0.4:8001", "https://10.0.0.4:8000", "https://10.0.0.4:8000/ctg")
    folders = {checked_address(url).folder for url in urls}
    assert len(folders) == 4
    assert all(folder.replace("-", "").isalnum() for folder in folders)
