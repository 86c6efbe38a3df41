"""What a layout says it read: values claimed by labels, and the lines that nothing claims."""

from __future__ import annotations

from dataclasses import dataclass, field

from corpus.extraction.fiches.marks import is_placeholder
from corpus.extraction.fiches.pieces import Composer, Piece
from corpus.extraction.fiches.view import Unit
from corpus.extraction.vocabulary import HORS_GABARIT


@dataclass
class Claim:
    """One label and its value, piece by piece."""

    key: str
    form: str
    line: int
    rows: bool = False
    """Whether its label is a cell of a table."""
    beside: bool = False
    """Whether its value stands in the same row as its label."""
    column: bool = False
    """Whether its label heads a column."""
    label: str = ""
    """The label as it is written."""
    composer: Composer = field(default_factory=Composer)

    @property
    def champ(self) -> str:
        """The field of the template, without its part."""
        return self.key.split(".")[0]

    @property
    def pieces(self) -> list[Piece]:
        """The value, piece by piece."""
        return self.composer.pieces

    @property
    def said(self) -> bool:
        """Whether the value says something: not empty, not a mere placeholder."""
        return any(not is_placeholder(piece.text) for piece in self.pieces)


@dataclass
class Reading:
    """One fiche as a layout reads it, before its values take their types."""

    first: int
    last: int
    numero: str | None = None
    titre: Piece | None = None
    axe: Piece | None = None
    claims: list[Claim] = field(default_factory=list)
    unread: list[int] = field(default_factory=list)
    budget: list[Unit] = field(default_factory=list)
    """The rows of its budget."""
    layout: str = ""
    strength: int = 0
    """How surely the layout knows that a fiche starts here."""

    @property
    def keys(self) -> set[str]:
        """The fields its labels name."""
        return {claim.champ for claim in self.claims} - {HORS_GABARIT}

    @property
    def said(self) -> set[str]:
        """The fields whose values say something."""
        return {claim.champ for claim in self.claims if claim.said} - {HORS_GABARIT}

    @property
    def own(self) -> set[str]:
        """The fields filled otherwise than by the columns of a table."""
        return {claim.champ for claim in self.claims if claim.said and not claim.column} - {HORS_GABARIT}
