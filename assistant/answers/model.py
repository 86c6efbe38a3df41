"""The shape of an answer: text whose marks point at citations, or a typed refusal."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from corpus.models import Citation

Motif = Literal[
    "corpus_vide", "territoire_absent", "periode_absente", "sujet_absent", "information_absente", "hors_sujet"
]


class AnswerCitation(Citation):
    """A citation of an answer; ``rang`` is the number of its mark in the text."""

    rang: int


class Answer(BaseModel):
    """What ``demander`` gives: every ``[n]`` of ``reponse`` is the ``rang`` of a citation."""

    model_config = ConfigDict(extra="forbid")

    question: str
    reponse: str
    refus: bool = False
    motif: Motif | None = None
    citations: list[AnswerCitation] = Field(default_factory=list)
    moteur: str = "integre"
    avertissements: list[str] = Field(default_factory=list)
    """What the coordinator should know of how it was made: what was taken out, why another engine answered."""
    inacheve: str | None = Field(default=None, exclude=True)
    """What a model had written when it broke off, unchecked, maybe nothing; ``None`` when none broke off."""
