"""The models an endpoint offers, read from the endpoint: names and limits are never written down here."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from assistant.engines.langue.endpoint import DEFAULT_CONTEXT
from assistant.engines.langue.faults import fault, of_exception, of_status

if TYPE_CHECKING:
    from collections.abc import Sequence

    import httpx

    from assistant.engines.langue.endpoint import Endpoint

_CHATS = frozenset({"text-generation", "image-text-to-text", "chat", "llm"})
_NOT_CHAT = ("embed", "rerank", "whisper", "ocr", "moderation", "tts", "bge-", "transcri")
_CONTEXT_KEYS = ("max_context_length", "context_length", "max_model_len", "context_window", "n_ctx")


@dataclass(frozen=True, slots=True)
class ModelInfo:
    """A model: its name, what it is for when the endpoint says, its other names, the tokens it takes."""

    id: str
    type: str = ""
    aliases: tuple[str, ...] = ()
    context: int | None = None

    @property
    def chats(self) -> bool:
        """Whether it may hold a conversation."""
        if self.type:
            return self.type in _CHATS
        return not any(word in self.id.lower() for word in _NOT_CHAT)

    def is_named(self, name: str) -> bool:
        """Whether it answers to this name."""
        return name == self.id or name in self.aliases


def list_models(endpoint: Endpoint, client: httpx.Client) -> list[ModelInfo]:
    """The models of ``GET /models``; raises ``EngineError``."""
    try:
        response = client.get(f"{endpoint.url}/models")
        accepted(response, endpoint.name)
        payload = response.json()
        rows = payload["data"] if isinstance(payload, dict) else payload
        return [_info(row) for row in rows if isinstance(row, dict) and isinstance(row.get("id"), str)]
    except Exception as error:  # noqa: BLE001  the boundary with client libraries
        raise of_exception(error, endpoint.name) from None


def accepted(response: httpx.Response, name: str) -> None:
    """Raise the ``EngineError`` of a status that is none of success."""
    if response.status_code >= 300:
        raise of_status(response.status_code, name, response.text, response.headers)


def _info(row: dict[str, object]) -> ModelInfo:
    aliases, kind, meta = row.get("aliases"), row.get("type"), row.get("meta")
    sizes = [row.get(key) for key in _CONTEXT_KEYS]
    if isinstance(meta, dict):
        sizes += [meta.get(key) for key in (*_CONTEXT_KEYS, "n_ctx_train")]
    return ModelInfo(
        id=str(row["id"]),
        type=kind if isinstance(kind, str) and kind != "model" else "",
        aliases=tuple(str(alias) for alias in aliases) if isinstance(aliases, list) else (),
        context=next((size for size in sizes if isinstance(size, int) and size > 0), None),
    )


def choose(endpoint: Endpoint, models: Sequence[ModelInfo]) -> ModelInfo:
    """The model of the settings, else the first liked of those offered; raises ``EngineError`` when there is none."""
    named = endpoint.settings.modele
    if named:
        return next((m for m in models if m.is_named(named)), ModelInfo(named))
    chats = [model for model in models if model.chats]
    for liked in endpoint.models:
        for model in chats:
            if model.is_named(liked):
                return ModelInfo(liked, model.type, (), model.context)
    if not chats:
        raise fault("sans_modele", endpoint.name)
    return chats[0]


def context_of(endpoint: Endpoint, model: ModelInfo) -> int:
    """Tokens the model takes: as set, else as the endpoint says, else a cautious figure."""
    return endpoint.settings.contexte or model.context or DEFAULT_CONTEXT
