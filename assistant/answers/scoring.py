"""How well a unit answers: the share of the question's informative words it says, rare words counting more."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from assistant.answers.verbs import verbs_of
from corpus.text.folding import fold
from corpus.text.french import stem, stems

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from corpus.search.question import Concept, Question


FAINT = 0.3
"""What a verb of intention counts: every convention wants to fight, favour and develop."""
UNSAID_VERB = 0.1
"""What a verb that no convention says counts."""
_FAINT = frozenset(
    stem(word)
    for word in """
    lutter lutte luttent favoriser favorisent développer développent renforcer renforcent améliorer soutenir aider
    accompagner disent dit dire dites concernent relève relèvent signifie signifier vise visent demandent réclament
    contient contiennent installer comment contre moyens adhèrent participent participé composent vivent vivre habitent
    exercent travaillent touchent siègent existent compte comptent recense dénombre sert servirait faire fait font agir
    pistes parlent évoquent liste prendre tenir rendre laisser lancer lance rester devenir venir passer utiliser
    """.split()
)
HEART = 0.6
"""Share of the greatest weight from which a concept is at the heart of a subject."""


@lru_cache(maxsize=8192)
def stems_of(text: str) -> frozenset[str]:
    """The stems of a text, as a set."""
    return frozenset(stems(text))


def said(concept: Concept, words: Collection[str]) -> float:
    """How well words say a concept: 1 for the word itself, less for what stands for it, 0 when they do not."""
    holds = words.issuperset if isinstance(words, frozenset) else frozenset(words).issuperset
    best = 0.0
    for alternative in concept.alternatives:
        if alternative.weight > best and holds(alternative.stems):
            best = min(1.0, alternative.weight)
    return best


def _says_itself(concept: Concept, words: Collection[str]) -> bool:
    own = [a for a in concept.alternatives if a.origin != "synonyme"]
    return any(all(stem in words for stem in a.stems) for a in own)


@dataclass(frozen=True, slots=True)
class Subject:
    """What a question is about: its concepts, without the words that name a territory or a field."""

    concepts: tuple[Concept, ...]

    @property
    def weight(self) -> float:
        """The sum of the weights of its concepts."""
        return sum(concept.weight for concept in self.concepts)

    def own_coverage(self, text: str) -> float:
        """Share of the subject said by a text in the very words of the question, or their sigles."""
        if not self.weight:
            return 0.0
        here = stems_of(text)
        return sum(c.weight for c in self.concepts if _says_itself(c, here)) / self.weight

    @property
    def heart(self) -> Subject:
        """Its weightiest concepts that the corpus knows: what an answer cannot leave out."""
        known = [c for c in self.concepts if c.known]
        most = max((c.weight for c in known), default=0.0)
        return Subject(tuple(c for c in known if c.weight >= HEART * most))

    def without(self, words: Collection[str]) -> Subject:
        """The subject less the concepts that these stems already say."""
        return Subject(tuple(c for c in self.concepts if said(c, words) < 0.5))

    def coverage(self, text: str, context: str = "", *, discount: float = 0.6) -> float:
        """Share of the subject said by a text, or with a discount by its context; from 0 to 1."""
        total = self.weight
        if not total:
            return 0.0
        here, around, gained = stems_of(text), stems_of(context), 0.0
        for concept in self.concepts:
            own = said(concept, here)
            gained += concept.weight * (own if own >= discount else max(own, discount * said(concept, around)))
        return gained / total


def subject_of(question: Question, ignore: Sequence[str] = ()) -> Subject:
    """The subject of a question; ``ignore`` are words (of a field, of an instruction) that are not what it is about."""
    mentioned = stems_of(" ".join(ignore))
    verbs = verbs_of(question.text)
    kept = tuple(c for c in question.concepts if c.stem not in mentioned and not c.surface.isdigit())
    return Subject(tuple(_weighed(c, verbs) for c in kept or question.concepts))


def _weighed(concept: Concept, verbs: Collection[str]) -> Concept:
    """A concept as heavy as it is telling: a verb that no convention says proves little."""
    if not concept.known and fold(concept.surface) in verbs:
        return replace(concept, weight=UNSAID_VERB * concept.weight)
    return replace(concept, weight=FAINT * concept.weight) if concept.stem in _FAINT else concept
