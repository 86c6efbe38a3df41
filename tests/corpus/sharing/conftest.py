"""One server for all these tests, emptied before each of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.chroma import Server, running
from tests.corpus.sharing.team import Team

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture(scope="session")
def _server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with running(tmp_path_factory.mktemp("chroma")) as server:
        yield server


@pytest.fixture
def server(_server: Server) -> Server:
    _server.empty()
    return _server


@pytest.fixture
def team(server: Server, tmp_path: Path) -> Iterator[Team]:
    with Team(server.url, tmp_path) as team:
        yield team
