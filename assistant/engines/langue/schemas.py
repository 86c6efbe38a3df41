"""The structured answers of the tasks: plain schemas to send, tolerant models to read."""

from __future__ import annotations

import re
from typing import Any, ClassVar, Literal

from pydantic import AliasChoices, Field, field_validator

from assistant.engines.langue.structured import Structured

Intention = Literal["question", "nouvelle_fiche", "modification", "autre"]
_TEXT: dict[str, Any] = {"type": "string"}


def _object(**properties: Any) -> dict[str, Any]:  # noqa: ANN401
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


class Item(Structured):
    """An item proposed for a field and the number of the passage it comes from."""

    texte: str = Field(validation_alias=AliasChoices("texte", "text", "element", "contenu", "valeur"), max_length=600)
    source: int = Field(validation_alias=AliasChoices("source", "numero", "passage", "citation", "sources"))

    @field_validator("source", mode="before")
    @classmethod
    def _number(cls, value: object) -> object:
        """« [2] », ``[2]`` and « passage 2 » are 2."""
        if isinstance(value, list) and value:
            value = value[0]
        found = re.search(r"\d{1,4}", value) if isinstance(value, str) else None
        return int(found[0]) if found else value


class Items(Structured):
    """What a model proposes for a field."""

    schema_sent: ClassVar[dict[str, Any]] = _object(
        elements={"type": "array", "items": _object(texte=_TEXT, source={"type": "integer"})}
    )
    elements: list[Item] = Field(
        validation_alias=AliasChoices("elements", "éléments", "items", "propositions", "liste"), max_length=50
    )


class Wording(Structured):
    """A value said better."""

    schema_sent: ClassVar[dict[str, Any]] = _object(texte=_TEXT)
    texte: str = Field(validation_alias=AliasChoices("texte", "text", "reformulation"), min_length=1, max_length=2_000)


class Completed(Structured):
    """A question that stands alone."""

    schema_sent: ClassVar[dict[str, Any]] = _object(question=_TEXT)
    question: str = Field(min_length=3, max_length=500)


class Interpretation(Structured):
    """What a message wants, and the fields it speaks of."""

    schema_sent: ClassVar[dict[str, Any]] = _object(
        intention={"type": "string", "enum": ["question", "nouvelle_fiche", "modification", "autre"]},
        champs={"type": "array", "items": _TEXT},
    )
    intention: Intention = Field(validation_alias=AliasChoices("intention", "intent", "type"))
    champs: list[str] = Field(default_factory=list)


class NextQuestion(Structured):
    """One question on one field."""

    schema_sent: ClassVar[dict[str, Any]] = _object(champ=_TEXT, question=_TEXT)
    champ: str
    question: str = Field(min_length=5, max_length=300)
