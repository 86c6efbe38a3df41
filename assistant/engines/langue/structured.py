"""Structured answers from weak models: a ladder of ways to ask, one tolerant reader, two repairs at most."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Protocol, TypeVar

from pydantic import BaseModel, ValidationError

from assistant.engines.langue.faults import EngineError, fault
from assistant.engines.langue.session import Prompt
from assistant.engines.langue.tolerant import parse_json
from corpus.files import read_json, write_json

if TYPE_CHECKING:
    from pathlib import Path

LADDER = ("json_schema", "json_object", "texte")
"""From the strictest way to ask to the plainest."""
REPAIRS = 2
FILE = "moteurs.json"
_ECHO = 2_000
"""Characters of a bad answer shown back to the model."""


class Structured(BaseModel):
    """A structured answer; ``schema_sent`` is plain: endpoints differ in what else they understand."""

    schema_sent: ClassVar[dict[str, Any]] = {}

    @classmethod
    def read(cls, data: object) -> Any:  # noqa: ANN401
        """The answer in parsed JSON; a bare list, or an object wrapped in another, is forgiven."""
        properties = cls.schema_sent.get("properties", {})
        names = list(properties)
        if isinstance(data, list):
            is_list = properties[names[0]].get("type") == "array"
            data = {names[0]: data} if is_list or len(data) != 1 else data[0]
        if isinstance(data, dict) and len(data) == 1 and not set(data) & set(names):
            (inner,) = data.values()
            data = inner if isinstance(inner, dict) else {names[0]: inner}
        return cls.model_validate(data)


S = TypeVar("S", bound=Structured)


class Completes(Protocol):
    """What the ladder asks of a session."""

    @property
    def memory_key(self) -> str:
        """The endpoint and the model."""

    def complete(self, prompt: Prompt, extra: dict[str, Any] | None = None) -> str:
        """The whole answer to a prompt."""


class LadderMemory:
    """What worked for each endpoint and model, on disk."""

    def __init__(self, data: Path) -> None:
        self._file = data / FILE

    def step(self, key: str) -> int:
        """Where to start on the ladder."""
        known = read_json(self._file).get(key)
        return LADDER.index(known) if isinstance(known, str) and known in LADDER else 0

    def knows(self, key: str) -> bool:
        """Whether some way of asking has already worked."""
        return read_json(self._file).get(key) in LADDER

    def keep(self, key: str, step: int) -> None:
        """Remember what worked."""
        if read_json(self._file).get(key) != LADDER[step]:
            write_json(self._file, {**read_json(self._file), key: LADDER[step]})


def ask_structured(session: Completes, prompt: Prompt, kind: type[S], memory: LadderMemory, name: str) -> S:
    """A valid answer of this kind; raises ``EngineError`` (``schema`` when the model cannot give one)."""
    key = session.memory_key
    step, repairs, said = memory.step(key), 0, prompt
    while True:
        try:
            text = session.complete(said, _extra(step, kind))
        except EngineError as error:
            if step == len(LADDER) - 1 or not _may_be_the_format(error, known=memory.knows(key)):
                raise
            step += 1
            continue
        try:
            found: S = kind.read(parse_json(text))
        except (ValueError, ValidationError) as error:
            if repairs == REPAIRS:
                raise fault("schema", name) from None
            repairs += 1
            said = _repair(prompt, text, error)
            continue
        memory.keep(key, step)
        return found


def _may_be_the_format(error: EngineError, *, known: bool) -> bool:
    """Whether a plainer way of asking may do: some servers (llama-cpp-python) answer 500 to a format they do not know.

    Once a way has worked, a 500 is a failure like any other.
    """
    return error.motif == "demande" or (error.motif == "panne" and not known)


def _extra(step: int, kind: type[Structured]) -> dict[str, Any] | None:
    if LADDER[step] == "json_schema":
        described = {"name": kind.__name__.lower(), "schema": kind.schema_sent, "strict": True}
        return {"response_format": {"type": "json_schema", "json_schema": described}}
    return {"response_format": {"type": "json_object"}} if LADDER[step] == "json_object" else None


def _repair(prompt: Prompt, text: str, error: ValueError) -> Prompt:
    what = "ce n'est pas du JSON" if not isinstance(error, ValidationError) else _wrong(error)
    ask = f"Cette réponse n'est pas utilisable : {what}. Réponds seulement par l'objet JSON demandé, sans autre texte."
    return Prompt(prompt.system, prompt.user, (("assistant", text[:_ECHO]), ("user", ask)))


def _wrong(error: ValidationError) -> str:
    places = [".".join(map(str, e["loc"])) or "la racine" for e in error.errors()[:3]]
    return f"clé absente ou valeur du mauvais type ({', '.join(places)})"
