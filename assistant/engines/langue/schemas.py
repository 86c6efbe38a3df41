"""The structured answers of the tasks: plain schemas to send, tolerant models to read."""

from __future__ import annotations

import re
from typing import Any, ClassVar, Literal

from pydantic import AliasChoices, Field, field_validator

from assistant.engines.langue.structured import Structured

Intention = Literal["question", "nouvelle_fiche", "modification", "autre"]
Action = Literal["ajouter", "remplacer", "enlever"]
_VERBS: dict[str, tuple[str, ...]] = {
    "remplacer": ("rem", "mod", "chang", "set", "upd", "corr"),
    "enlever": ("enl", "sup", "ret", "del", "eff"),
}
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


class Change(Structured):
    """A value a message adds to a field, puts in the place of another, or takes out."""

    champ: str = Field(validation_alias=AliasChoices("champ", "field", "cle", "clé"), max_length=80)
    action: Action = Field(default="ajouter", validation_alias=AliasChoices("action", "operation", "opération", "type"))
    valeur: str = Field(default="", validation_alias=AliasChoices("valeur", "value", "texte", "text"), max_length=600)
    ancien: str = Field(default="", validation_alias=AliasChoices("ancien", "ancienne", "old", "avant"), max_length=600)

    @field_validator("action", mode="before")
    @classmethod
    def _verb(cls, value: object) -> object:
        """« modifier », « supprimer » or « add » are one of ours; what is none of them adds."""
        said = str(value).strip().lower()
        return next((action for action, heads in _VERBS.items() if said.startswith(heads)), "ajouter")

    @field_validator("valeur", "ancien", mode="before")
    @classmethod
    def _text(cls, value: object) -> object:
        """Nothing is an empty text, and a list its elements."""
        if isinstance(value, list):
            return " ; ".join(str(part) for part in value)
        return "" if value is None else str(value)


class Interpretation(Structured):
    """What a message wants, and what it changes in the fiche."""

    schema_sent: ClassVar[dict[str, Any]] = _object(
        intention={"type": "string", "enum": ["question", "nouvelle_fiche", "modification", "autre"]},
        changements={
            "type": "array",
            "items": _object(
                champ=_TEXT,
                action={"type": "string", "enum": ["ajouter", "remplacer", "enlever"]},
                valeur=_TEXT,
                ancien=_TEXT,
            ),
        },
    )
    intention: Intention = Field(validation_alias=AliasChoices("intention", "intent", "type"))
    changements: list[Change] = Field(
        default_factory=list,
        validation_alias=AliasChoices("changements", "changes", "modifications", "champs"),
        max_length=50,
    )

    @field_validator("changements", mode="before")
    @classmethod
    def _one_or_many(cls, value: object) -> object:
        """A single change is a list of one, and names of fields alone change nothing."""
        rows = [value] if isinstance(value, dict) else value
        return [row for row in rows if isinstance(row, dict)] if isinstance(rows, list) else []


class NextQuestion(Structured):
    """One question on one field."""

    schema_sent: ClassVar[dict[str, Any]] = _object(champ=_TEXT, question=_TEXT)
    champ: str
    question: str = Field(min_length=5, max_length=300)
