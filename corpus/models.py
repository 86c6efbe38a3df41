"""What the rooms hand to one another: lines, sections, extracted fiches, plan rows, cards and passages.

All coordinates are 1-based line numbers of the document as the product sees it (``fiches texte``), both ends
included. Pages are 1-based, or ``None`` for formats without pages.
"""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from corpus.fiche import FicheAction

PassageKind = Literal["clause", "champ", "fiche", "plan", "tableau", "texte", "sommaire", "signature"]


class _Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Span(_Frozen):
    """Where something stands in a document."""

    ligne_debut: int
    ligne_fin: int
    page: int | None = None


class Line(_Frozen):
    """One line of a document.

    ``text`` is clean (no control or bidirectional character) and is what citations quote. A row of a table
    holds its cells joined by a tab in ``text``; ``cells`` then gives each cell, whose paragraphs are separated
    by a newline. ``cells`` is empty for a line that is not a table row.
    """

    number: int
    text: str
    page: int | None = None
    cells: tuple[str, ...] = ()


class ReadDocument(_Frozen):
    """A document as its reader gives it, before any interpretation."""

    name: str
    format: str
    lines: tuple[Line, ...]
    pages: int | None = None
    warnings: tuple[str, ...] = ()

    def text(self, first: int, last: int) -> str:
        """The text of lines ``first`` to ``last``, both included, joined by newlines."""
        return "\n".join(line.text for line in self.lines[max(first - 1, 0) : last])

    def span(self, first: int, last: int) -> Span:
        """The span of lines ``first`` to ``last`` with the page of the first."""
        return Span(ligne_debut=first, ligne_fin=last, page=self.lines[first - 1].page)


class Section(_Frozen):
    """A heading and the lines it governs, up to the next heading of its level or above."""

    title: str
    level: int
    kind: str
    """``titre``, ``sommaire``, ``preambule``, ``article``, ``annexe``, ``axe``, ``fiche``, ``rubrique``…"""
    number: str | None = None
    path: tuple[str, ...] = ()
    """Titles from the outermost section to this one."""
    source: Span


class FieldSource(_Frozen):
    """Where one value of an extracted field stands; ``rang`` is its index in a list field, else 0."""

    champ: str
    rang: int = 0
    source: Span
    incertain: bool = False
    corrige: bool = False
    """Whether a person wrote this value, from these lines."""


class ExtractedFiche(_Frozen):
    """A fiche found in a document, with the lines of each of its values."""

    fiche: FicheAction
    source: Span
    sources: tuple[FieldSource, ...] = ()
    non_lus: tuple[Span, ...] = ()
    """Lines of the fiche that no label claims."""
    lue: ExtractedFiche | None = None
    """The fiche as the extractor read it, when a person corrected it."""


class PlanRow(_Frozen):
    """One row of a plan d'actions table; axis and orientation are carried down."""

    axe: str = ""
    orientation: str = ""
    action: str
    chef_de_file: str = ""
    coporteur: str = ""
    echeance: str = ""
    source: Span
    incertain: bool = False


class Carte(_Frozen):
    """What identifies a convention; what the text does not state stays ``None`` or empty."""

    titre: str | None = None
    territoire: str | None = None
    caf: str | None = None
    periode_debut: str | None = None
    periode_fin: str | None = None
    signataires: tuple[str, ...] = ()
    date_signature: str | None = None
    axes: tuple[str, ...] = ()
    type: str | None = None
    sigles: dict[str, str] = Field(default_factory=dict)
    """Abbreviations the document itself defines, such as ``CCLLA`` for a community's full name."""
    sources: dict[str, Span] = Field(default_factory=dict)
    contradictions: tuple[str, ...] = ()


class Extraction(_Frozen):
    """Everything the reader makes of one document."""

    document: str
    carte: Carte = Carte()
    sections: tuple[Section, ...] = ()
    fiches: tuple[ExtractedFiche, ...] = ()
    plan: tuple[PlanRow, ...] = ()


class Passage(_Frozen):
    """A piece of a document that can be found and cited: at most 2,000 characters."""

    document: str
    ligne_debut: int
    ligne_fin: int
    page: int | None = None
    section: str = ""
    extrait: str
    kind: PassageKind = "texte"
    convention: str = ""
    territoire: str = ""
    fiche: str | None = None
    fiche_titre: str | None = None
    champ: str | None = None
    contexte: str = ""
    """What the passage does not say itself (territory, heading path, fiche, field, table header); indexed with it."""


class Citation(_Frozen):
    """The exact words of a document that support a value or a sentence."""

    document: str
    ligne_debut: int
    ligne_fin: int
    page: int | None = None
    section: str = ""
    extrait: str


class SearchHit(_Frozen):
    """A passage found for a question, with its rank from 1, its score and the evidence behind it."""

    passage: Passage
    rang: int
    score: float
    couverture: float = 0.0
    """Share of the question's informative words, weighted by rarity, that the passage or its context holds."""


class Filters(_Frozen):
    """What a coordinator restricts a search to; empty means everything."""

    documents: tuple[str, ...] = ()
    territoires: tuple[str, ...] = ()
    periode: tuple[int, int] | None = None
    """First and last year, both included: the conventions in force in one of them."""
    themes: tuple[str, ...] = ()
    """Keys of :func:`corpus.themes.themes`: the passages that say one of these themes."""
    fiches_seulement: bool = False
