"""An answer as it is written: named steps and text, told to whoever listens in the thread of the turn."""

from __future__ import annotations

from contextlib import closing, contextmanager
from contextvars import ContextVar
from typing import TYPE_CHECKING, Any

from corpus.errors import FichesError
from tui.records import Live

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from assistant.answers.model import Answer
    from assistant.engines import Engine
    from corpus.indexing import Corpus
    from corpus.models import SearchHit
    from corpus.search import Question

_LISTENER: ContextVar[Callable[[Live], None] | None] = ContextVar("listener", default=None)


class StoppedError(FichesError):
    """Raised by a listener whose coordinator has stopped the work: the thread of the turn ends there."""


@contextmanager
def listening(listener: Callable[[Live], None] | None) -> Iterator[None]:
    """Have the engines of this thread tell ``listener`` how far they are."""
    token = _LISTENER.set(listener)
    try:
        yield
    finally:
        _LISTENER.reset(token)


def tell(step: str, text: str = "") -> None:
    """Tell how far the work is, if anybody listens; raises ``StoppedError`` when it must go no further."""
    listener = _LISTENER.get()
    if listener is not None:
        listener(Live(step, text))


class LiveEngine:
    """An engine that tells what it does; the same in everything else."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self.name = engine.name

    def answer(self, question: Question, evidence: Sequence[SearchHit], corpus: Corpus) -> Answer:
        """The engine's answer; its text is told as it comes when the engine can give it so."""
        tell("redaction")
        stream = getattr(self._engine, "stream_answer", None)
        if stream is None or _LISTENER.get() is None:
            return self._engine.answer(question, evidence, corpus)
        answer, text = None, ""
        with closing(stream(question, evidence, corpus)) as pieces:  # stopped, the connection is closed at once
            for piece in pieces:
                if isinstance(piece, str):
                    text += piece
                    tell("redaction", text)
                else:
                    answer = piece
        tell("verification", text)
        return answer or self._engine.answer(question, evidence, corpus)

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401
        return getattr(self._engine, name)
