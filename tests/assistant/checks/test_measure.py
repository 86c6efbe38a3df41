"""The checker measured on altered answers: what it sees, what it flags for nothing, what it cannot see."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from assistant.checks import check
from tests.assistant.checks.cases import ALTERED, FAITHFUL, SAID, SOURCES, UNSEEN, Altered

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.mark.parametrize("text", FAITHFUL)
def test_a_faithful_answer_is_clean(text: str) -> None:
    assert check(text, SOURCES, SAID).clean, check(text, SOURCES, SAID).findings


@pytest.mark.parametrize("case", [c for c in ALTERED if c.kind not in UNSEEN], ids=lambda c: c.text)
def test_an_altered_answer_is_flagged(case: Altered) -> None:
    assert not check(case.text, SOURCES, SAID).clean


def test_the_figures_hold(record_property: Callable[[str, object], None]) -> None:
    """Precision and recall of the flags over the whole set, unseen kinds included."""
    caught = sum(not check(case.text, SOURCES, SAID).clean for case in ALTERED)
    false = sum(not check(text, SOURCES, SAID).clean for text in FAITHFUL)
    recall, precision = caught / len(ALTERED), caught / (caught + false)
    record_property("rappel", f"{recall:.3f}")
    record_property("precision", f"{precision:.3f}")
    assert precision == 1.0
    assert recall >= 0.9
