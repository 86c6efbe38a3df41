"""The engine that tells what it does gives the engine's own answer, and forgets its listener."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from assistant.answers.model import Answer
from tui.live import LiveEngine, listening

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tui.records import Live

CHECKED = Answer(question="Qui ?", reponse="La Caf [1].", refus=False)


class Streaming:
    """An engine that writes in pieces."""

    name = "essai"
    budget = 3

    def answer(self, question: Any, evidence: Any, corpus: Any) -> Answer:
        return CHECKED.model_copy(update={"reponse": "d'un coup"})

    def stream_answer(self, question: Any, evidence: Any, corpus: Any) -> Iterator[str | Answer]:
        yield "La "
        yield "Caf"
        yield CHECKED


def test_the_steps_and_the_text_are_told_and_the_checked_answer_comes_back() -> None:
    heard: list[Live] = []
    engine: Any = LiveEngine(Streaming())
    with listening(heard.append):
        answer = engine.answer(None, [], None)
    assert answer == CHECKED
    assert [live.step for live in heard] == ["redaction", "redaction", "redaction", "verification"]
    assert heard[-1].text == "La Caf"
    assert engine.budget == 3
    assert not hasattr(engine, "rewrite")


def test_nobody_listening_nothing_is_streamed() -> None:
    engine: Any = LiveEngine(Streaming())
    assert engine.answer(None, [], None).reponse == "d'un coup"
