"""The fake endpoint and the small corpus, for every test of language models."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.assistant.engines.fake_endpoint import FakeEndpoint
from tests.assistant.engines.tools import make_corpus

if TYPE_CHECKING:
    from collections.abc import Iterator

    from corpus.indexing import Corpus


@pytest.fixture
def fake() -> Iterator[FakeEndpoint]:
    with FakeEndpoint() as endpoint:
        yield endpoint


@pytest.fixture(scope="session")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Corpus]:
    made = make_corpus(tmp_path_factory.mktemp("langue"))
    yield made
    made.close()
