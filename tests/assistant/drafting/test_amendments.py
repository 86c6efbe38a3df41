"""What a message does to a draft."""

from __future__ import annotations

import pytest

from assistant.drafting import amend
from assistant.drafting.amendments.targets import content_words
from assistant.drafts.model import Draft
from tests.assistant.drafting.amendment_cases import CASES
from tests.assistant.drafting.corpora import corpus_of
from tests.assistant.drafting.drafts import laep_draft


def _held(draft: Draft, name: str) -> list[str]:
    return [content_words(v.valeur) for v in draft.of(name.rstrip("!"), proposals=not name.endswith("!"))]


@pytest.mark.parametrize(("message", "expected"), CASES, ids=[message[:50] for message, _ in CASES])
def test_a_message_changes_the_right_field(message: str, expected: dict[str, list[str]]) -> None:
    after = amend(laep_draft(), message, corpus_of()).draft
    for name, wanted in expected.items():
        assert _held(after, name) == wanted
