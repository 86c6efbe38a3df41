"""The light records the workshop hands to the screens."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from assistant.drafts.model import Draft
    from corpus.models import Citation

Intention = Literal["auto", "question", "demande"]
TurnKind = Literal["reponse", "brouillon", "modification", "refus"]


@dataclass(frozen=True, slots=True)
class Summary:
    """What the corpus holds; ``vecteurs_manquants`` counts the passages not yet searchable by meaning."""

    documents: int = 0
    fiches: int = 0
    lignes_plan: int = 0
    passages: int = 0
    vecteurs_manquants: int = 0
    echecs: int = 0


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """One document of the corpus; ``motif`` says why it could not be read."""

    nom: str
    lu: bool
    motif: str = ""
    territoire: str = ""
    pages: int | None = None
    lignes: int = 0
    fiches: int = 0
    lignes_plan: int = 0
    message: str = ""
    """The sentence that goes with ``motif``."""
    format: str = ""
    chemin: str = ""
    lu_le: str = ""
    periode: str = ""
    caf: str = ""
    signataires: tuple[str, ...] = ()
    axes: int = 0
    avis: tuple[str, ...] = ()
    """What the reader warns of."""


Place = tuple[str, int, int]
"""A document, and the first and last of some of its lines."""


@dataclass(frozen=True, slots=True)
class Holdings:
    """What the corpus screen filters by beyond the documents: the titles of each one's fiches, and the themes."""

    titres: dict[str, tuple[str, ...]] = field(default_factory=dict)
    themes: tuple[tuple[str, str], ...] = ()
    """Key and name of each."""


@dataclass(frozen=True, slots=True)
class FicheRow:
    """One fiche found in a document, at its lines."""

    numero: str
    titre: str
    ligne_debut: int
    ligne_fin: int


@dataclass(frozen=True, slots=True)
class DraftRow:
    """One draft kept, as the home screen lists it."""

    id: str
    titre: str
    modifie: dt.datetime
    completude: float


@dataclass(frozen=True, slots=True)
class ConversationRow:
    """One conversation set aside: its first words, its last moment, how many messages it has."""

    id: str
    titre: str
    modifie: dt.datetime
    messages: int


@dataclass(frozen=True, slots=True)
class EngineRow:
    """One engine that can be chosen; ``notice`` says what leaves the machine with it."""

    name: str
    notice: str
    agreed: bool
    remote: bool


@dataclass(frozen=True, slots=True)
class OwnHit:
    """Words found in a draft or in a conversation; ``champ`` is the field, or who spoke."""

    sorte: Literal["brouillon", "conversation"]
    id: str
    titre: str
    champ: str
    texte: str
    valeur: str = ""
    """The identifier of the value, when it is one."""


@dataclass(frozen=True, slots=True)
class Step:
    """How far a long work is: a named stage and its counts."""

    stage: str
    done: int
    total: int
    document: str = ""
    state: str = ""


@dataclass(frozen=True, slots=True)
class Live:
    """How far an answer is: the name of the step, and the unchecked text so far."""

    step: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class Turn:
    """What comes back from one message: an answer, a new draft, a changed draft or a refusal."""

    kind: TurnKind
    text: str
    citations: Sequence[Citation] = ()
    draft: Draft | None = None
    changes: Sequence[str] = ()
    inacheve: str | None = None
    """What a language model had written when it broke off, maybe nothing; ``text`` is then another engine's."""


@dataclass(slots=True)
class Snapshot:
    """What the first screens show: read in one go, off the event loop."""

    summary: Summary = field(default_factory=Summary)
    drafts: list[DraftRow] = field(default_factory=list)
    conversations: list[ConversationRow] = field(default_factory=list)
