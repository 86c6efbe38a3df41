"""What a question asks, once understood: the data that retrieval and answers work on."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from corpus.models import Filters

if TYPE_CHECKING:
    from corpus.search.clauses import Clause

Origin = Literal["question", "sigle", "synonyme", "orthographe"]
Nature = Literal["article", "fiche", "champ", "plan", "chiffre", "date", "liste", "comparaison", "texte"]


@dataclass(frozen=True, slots=True)
class Token:
    """One word of the question: as typed, folded, stemmed."""

    surface: str
    folded: str
    stem: str
    opens: bool = False
    """Whether it opens a sentence, where a capital tells nothing."""

    @property
    def is_proper(self) -> bool:
        """Whether its capital, or its capitals, make it a name."""
        upper = sum(c.isupper() for c in self.surface)
        return upper >= 2 or (upper == 1 and self.surface[0].isupper() and not self.opens and len(self.surface) > 1)


@dataclass(frozen=True, slots=True)
class Alternative:
    """One way a passage may say a word of the question: one stem, or several that stand together."""

    stems: tuple[str, ...]
    weight: float
    origin: Origin = "question"
    idf: float = 0.0
    """Rarity in the corpus of its rarest stem; 0 when the corpus never says it."""


@dataclass(frozen=True, slots=True)
class Concept:
    """An informative word of the question and everything that may stand for it in a passage."""

    surface: str
    alternatives: tuple[Alternative, ...]
    weight: float
    """How much it counts: its rarity in the corpus, less for the words that only frame a question."""
    known: bool = True
    """Whether the corpus holds it, or something that stands for it."""

    @property
    def stem(self) -> str:
        """The stem of the word itself."""
        return self.alternatives[0].stems[0]


@dataclass(frozen=True, slots=True)
class Question:
    """A question, understood."""

    text: str
    concepts: tuple[Concept, ...] = ()
    documents: tuple[str, ...] = ()
    """The documents of the territories, signatories or départements it names; empty when it names none."""
    mentions: tuple[str, ...] = ()
    """The words that name them, as typed."""
    restricts: bool = False
    """Whether naming them leaves little doubt; otherwise they are only favoured."""
    departements: tuple[str, ...] = ()
    """Numbers of the départements it names, present in the corpus or not."""
    inconnus: tuple[str, ...] = ()
    """Informative words that the corpus never says, in any form; a refusal may rest on them."""
    noms_inconnus: tuple[str, ...] = ()
    """Those among them that are proper nouns: a place, a structure or a person the corpus does not know."""
    annees: tuple[int, ...] = ()
    periode: tuple[int, int] | None = None
    """A range of years, such as 2025-2029."""
    champs: tuple[str, ...] = ()
    """Fields of the form it asks for, by key, the most certain first."""
    nature: Nature = "texte"
    fiches: tuple[str, ...] = ()
    """Numbers of fiches, such as ``2.3``."""
    articles: tuple[str, ...] = ()
    """Articles or annexes, normalised: ``article 12``, ``annexe 3``."""
    clauses: tuple[Clause, ...] = ()
    """Clauses of the national model it asks for."""
    large: bool = False
    """Whether it asks about several territories, or all of them."""
    corrections: dict[str, str] = field(default_factory=dict)
    """Words corrected against the corpus, folded: what was typed, what was understood."""
    filters: Filters = field(default_factory=Filters)
    """What the coordinator restricts the answer to."""

    @property
    def terms(self) -> tuple[str, ...]:
        """The stems of its informative words, without what stands for them."""
        return tuple(concept.stem for concept in self.concepts)

    @property
    def weights(self) -> dict[str, float]:
        """How much each of :attr:`terms` counts."""
        return {concept.stem: concept.weight for concept in self.concepts}
