"""Calls to a chat model during one action, through LangChain: counted, bounded, retried, cancellable.

Whatever the client libraries raise leaves this module as an ``EngineError``.
"""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Self

from assistant.engines.langue.budget import Budget
from assistant.engines.langue.faults import LONGEST_WAIT, EngineError, fault, of_exception
from assistant.engines.tracing import silence_tracing
from assistant.tokens import count

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterator
    from types import TracebackType

    from langchain_core.messages import BaseMessageChunk
    from langchain_openai.chat_models.base import BaseChatOpenAI

    from assistant.engines.langue.budget import Usage
    from assistant.engines.langue.endpoint import Endpoint

ATTEMPTS = 3
"""Times one call is made, when the endpoint says that it may succeed a little later."""
_PAUSE = 0.5
_COMPLETE = frozenset({"stop", "eos", "end_turn", "stop_sequence"})
_CUT = frozenset({"length", "max_tokens", "model_length"})


@dataclass(frozen=True, slots=True)
class Prompt:
    """What a model is told: the rules, then the matter."""

    system: str
    user: str
    history: tuple[tuple[str, str], ...] = ()
    """Earlier turns of a repair: (who, what), ``assistant`` or ``user``."""

    @property
    def tokens(self) -> int:
        """About how many tokens it makes."""
        return sum(count(text) for text in (self.system, self.user, *(text for _, text in self.history))) + 16


class Session:
    """Calls of one action, under its caps. A context manager; :meth:`cancel` may be called from another thread."""

    def __init__(
        self,
        endpoint: Endpoint,
        model: str,
        usage: Usage,
        sleep: Callable[[float], object] = time.sleep,
        budget: Budget | None = None,
        reply: int | None = None,
        context: int | None = None,
    ) -> None:
        from assistant.engines.langue.transport import open_client

        silence_tracing()
        self.endpoint = endpoint
        self.model = model
        self.budget = budget or Budget(endpoint.name, endpoint.settings)
        self._usage = usage
        self._reply = reply or endpoint.settings.reponse_max
        self._context = context
        self._sleep = sleep
        self.client, self._transport = open_client(endpoint)
        self._transport.deadline = self.budget.deadline
        self._chat: BaseChatOpenAI | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @property
    def memory_key(self) -> str:
        """The endpoint and the model, for what is remembered of them."""
        return f"{self.endpoint.origin} {self.model}"

    def close(self) -> None:
        """Close the connections."""
        self.client.close()

    def cancel(self) -> None:
        """Stop at once: the connection is closed and the call in progress raises the ``annule`` error."""
        self._transport.cancel()

    def complete(self, prompt: Prompt, extra: dict[str, Any] | None = None) -> str:
        """The whole answer to a prompt, the thoughts of the model taken out; raises ``EngineError``."""
        text: str = self._retried(lambda: self._invoke(prompt, extra or {}), prompt)
        return text

    def stream(self, prompt: Prompt) -> Iterator[str]:
        """The pieces of the answer as they come; raises ``EngineError``, ``partial`` holding what had come.

        The answer is whole only when the iterator ends without an error.
        """
        pieces: list[str] = []
        try:
            chunks = self._retried(lambda: self._first(prompt), prompt)
        except EngineError as error:
            if error.motif != "sans_flux":
                raise
            yield self.complete(prompt)
            return
        try:
            reason = yield from self._pieces(chunks, pieces)
            self._ended(reason, "".join(pieces))
        except EngineError as error:
            error.partial = "".join(pieces)
            raise
        finally:
            self._spent(prompt, "".join(pieces))

    # One call

    def _model(self) -> BaseChatOpenAI:
        if self._chat is None:
            from langchain_openai.chat_models.base import BaseChatOpenAI
            from pydantic import SecretStr

            key = self.endpoint.key
            # BaseChatOpenAI sends max_tokens, which every endpoint knows. The transport writes the headers.
            self._chat = BaseChatOpenAI(
                model_name=self.model,
                openai_api_base=self.endpoint.url,
                openai_api_key=key.secret if key else SecretStr("aucune"),
                openai_organization="aucune",
                openai_proxy="",
                http_client=self.client,
                request_timeout=self.client.timeout,  # without it, none at all
                max_retries=0,
                max_tokens=self._reply,
                temperature=0.2,
                stream_usage=False,
                use_responses_api=False,
                output_version="v0",
            )
        return self._chat

    def _messages(self, prompt: Prompt) -> list[tuple[str, str]]:
        return [("system", prompt.system), ("user", prompt.user), *prompt.history]

    def _invoke(self, prompt: Prompt, extra: dict[str, Any]) -> str:
        from assistant.engines.langue.tolerant import without_thoughts

        message = self._model().invoke(self._messages(prompt), extra_body=extra or None)
        text = str(message.text)
        self._spent(prompt, text, message.usage_metadata["total_tokens"] if message.usage_metadata else 0)
        reason = str((message.response_metadata or {}).get("finish_reason") or "stop")
        self._ended(reason, text)
        return without_thoughts(text)

    def _first(self, prompt: Prompt) -> Iterator[BaseMessageChunk]:
        """The stream with its first piece already received: what can be retried has been."""
        stream = iter(self._model().stream(self._messages(prompt)))
        first = next(stream, None)

        def whole() -> Iterator[BaseMessageChunk]:
            if first is not None:
                yield first
                yield from stream

        return whole()

    def _pieces(self, chunks: Iterator[BaseMessageChunk], pieces: list[str]) -> Generator[str, None, str]:
        """The text of the chunks without thoughts; returns why the model stopped, empty when it does not say."""
        from assistant.engines.langue.tolerant import ThoughtFilter

        thoughts, reason = ThoughtFilter(), ""
        try:
            for chunk in chunks:
                reason = str((chunk.response_metadata or {}).get("finish_reason") or reason)
                text = thoughts.feed(str(chunk.text))
                if text:
                    pieces.append(text)
                    yield text
        except EngineError:
            raise
        except Exception as error:  # noqa: BLE001  the boundary with client libraries
            found = of_exception(error, self.endpoint.name)
            if self._transport.cancelled.is_set():
                raise fault("annule", self.endpoint.name) from None
            cut = bool(pieces) and found.motif == "connexion"
            raise (fault("incomplete", self.endpoint.name) if cut else found) from None
        rest = thoughts.end()
        if rest:
            pieces.append(rest)
            yield rest
        return reason

    def _ended(self, reason: str, text: str) -> None:
        """Raise unless the model says that it has finished, and has said something."""
        name = self.endpoint.name
        if self._transport.cancelled.is_set():
            raise fault("annule", name)
        if reason in _CUT:
            raise fault("longueur", name)
        if reason == "content_filter":
            raise fault("filtre", name)
        if reason not in _COMPLETE:
            raise fault("incomplete", name)
        if not text.strip():
            raise fault("vide", name)

    def _retried(self, call: Callable[[], Any], prompt: Prompt) -> Any:  # noqa: ANN401
        for attempt in range(1, ATTEMPTS + 1):
            self._enter(prompt)
            try:
                return call()
            except Exception as error:  # noqa: BLE001  the boundary with client libraries
                found = of_exception(error, self.endpoint.name)
                pause = found.wait or _PAUSE * attempt
                if self._transport.cancelled.is_set():
                    raise fault("annule", self.endpoint.name) from None
                if not found.retry or attempt == ATTEMPTS or pause > min(LONGEST_WAIT, self.budget.left):
                    raise _with_wait(found) from None
            self._sleep(pause)
        raise AssertionError("unreachable")

    def _enter(self, prompt: Prompt) -> None:
        if self._context is not None and prompt.tokens + self._reply > self._context:
            raise fault("contexte", self.endpoint.name, f"{prompt.tokens} jetons sur {self._context}")
        self.budget.enter(prompt.tokens)
        wait = self._usage.enter(time.monotonic())
        if wait > min(LONGEST_WAIT, self.budget.left):
            raise fault("quota", self.endpoint.name, f"à nouveau possible dans {wait:.0f} s")
        if wait > 0:
            self._sleep(wait)

    def _spent(self, prompt: Prompt, text: str, used: int = 0) -> None:
        tokens = used or prompt.tokens + count(text)
        self.budget.spend(tokens)
        self._usage.add(tokens)


def _with_wait(error: EngineError) -> EngineError:
    if error.wait > 0:
        error.next_step = f"Le serveur demande d'attendre {error.wait:.0f} secondes. {error.next_step}"
    return error
