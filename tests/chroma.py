"""A Chroma server of this machine for the tests: the program that comes with the library, nothing downloaded."""

from __future__ import annotations

import shutil
import socket
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import httpx
import pytest

from corpus.sharing.collection import BASE

if TYPE_CHECKING:
    from collections.abc import Iterator

_SECONDS = 30.0


def program() -> str:
    """The ``chroma`` command; skips the test when it is not installed."""
    beside = Path(sys.executable).with_name("chroma")
    found = str(beside) if beside.exists() else shutil.which("chroma")
    if found is None:
        pytest.skip("la commande « chroma » de la bibliothèque chromadb n'est pas installée ici")
    return found


class Server:
    """A server at work; its collections can be looked into and damaged without our own code."""

    def __init__(self, folder: Path) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        self.folder = folder
        self.url = f"http://127.0.0.1:{port}"
        self.process = subprocess.Popen(
            [program(), "run", "--host", "127.0.0.1", "--port", str(port), "--path", str(folder)],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        self.direct = httpx.Client(base_url=self.url, trust_env=False, timeout=20)

    def wait(self) -> None:
        until = time.monotonic() + _SECONDS
        while time.monotonic() < until:
            try:
                if self.direct.get("/api/v2/heartbeat").status_code == 200:
                    return
            except httpx.TransportError:
                time.sleep(0.05)
        raise AssertionError("the Chroma server did not start")

    def stop(self) -> None:
        self.process.kill()
        self.process.wait(10)

    def empty(self) -> None:
        """Forget every collection."""
        for found in self.direct.get(BASE).json():
            self.direct.delete(f"{BASE}/{found['name']}").raise_for_status()

    def records(self, collection: str) -> dict[str, dict[str, Any]]:
        """The metadata of every record of a collection."""
        found = self.post(collection, "get", {"include": ["metadatas"]})
        return dict(zip(found["ids"], found["metadatas"], strict=True))

    def post(self, collection: str, action: str, body: dict[str, Any]) -> Any:
        number = self.direct.get(f"{BASE}/{collection}").json()["id"]
        return self.direct.post(f"{BASE}/{number}/{action}", json=body).raise_for_status().json()

    def put(self, collection: str, identifier: str, metadata: dict[str, Any]) -> None:
        """Write a record as anybody could."""
        body = {"ids": [identifier], "embeddings": [[0.0]], "metadatas": [metadata]}
        self.post(collection, "upsert", body)


@contextmanager
def running(folder: Path) -> Iterator[Server]:
    """A server over a folder, stopped at the end."""
    server = Server(folder)
    try:
        server.wait()
        yield server
    finally:
        server.direct.close()
        server.stop()
