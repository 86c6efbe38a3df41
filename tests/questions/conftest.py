"""The sample conventions are indexed once for all the questions; vectors are on where the wheel is installed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from corpus.indexing import Corpus
from tests.questions.cases import EXAMPLES

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture(scope="session")
def samples(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Corpus]:
    """A corpus of the three sample conventions, with their vectors."""
    with Corpus(tmp_path_factory.mktemp("exemples")) as corpus:
        reports = corpus.index([EXAMPLES])
        assert [report.etat for report in reports] == ["nouveau"] * 3
        yield corpus
