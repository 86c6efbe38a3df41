"""What drafting knows of a corpus: its fiches and plan rows, the words each document holds, its names."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from assistant.drafting.reading.names import Names, names_of, no_names
from corpus.text.folding import words

if TYPE_CHECKING:
    from assistant.drafting.proposals.units import Unit
    from corpus.catalogue import Catalogue
    from corpus.indexing import Corpus
    from corpus.models import Carte, Extraction, ReadDocument

_CAPITALISED = re.compile(r"(?<![.!?:;»\-•–] )(?<=[\wà-ÿ,'’(] )([A-ZÀ-Ý][\w'’-]*[a-zà-ÿ]+)")
MAYBE = 0.1
"""What a word that may be a name counts, beside one written as a name."""


@dataclass(frozen=True)
class Knowledge:
    """A corpus as drafting sees it, the same until the corpus changes."""

    extractions: tuple[Extraction, ...] = ()
    documents: dict[str, ReadDocument] = field(default_factory=dict)
    names: Names = field(default_factory=no_names)
    holders: dict[str, frozenset[str]] = field(default_factory=dict)
    """Documents that hold each folded word."""
    counts: dict[str, int] = field(default_factory=dict)
    """How many times the corpus writes each folded word."""
    capitalised: frozenset[str] = frozenset()
    """Folded words that some document writes with a capital inside a sentence."""

    def card(self, document: str) -> Carte | None:
        """The card of a document."""
        return next((e.carte for e in self.extractions if e.document == document), None)

    def territory(self, document: str) -> str:
        """How a document is named in a reason: its territory, else its title, else its file."""
        card = self.card(document)
        return (card and (card.territoire or card.titre)) or document

    @cached_property
    def units(self) -> list[Unit]:
        """The fiches and plan rows a proposal may come from, with their words and themes; made once."""
        from assistant.drafting.proposals.units import units_of

        return units_of(self)

    def of_one(self, word: str) -> str | None:
        """The only document that holds a folded word, when one and only one does."""
        holders = self.holders.get(word, frozenset())
        return next(iter(holders)) if len(holders) == 1 else None

    def home(self, text: str) -> str | None:
        """The document whose territory a text names: by names that it alone knows, or by its card."""
        votes: dict[str, float] = defaultdict(float)
        named = {word for match in _CAPITALISED.finditer(text) for word in words(match[0])}
        for word in set(words(text)):
            owner = self.of_one(word) if word in self.capitalised and len(word) > 3 else None
            if owner:  # a word that she writes small, or that opens her sentence, may be a name: a weaker one
                votes[owner] += 1 if word in named else MAYBE
        for extraction in self.extractions:
            for name in (extraction.carte.territoire or "", *extraction.carte.sigles):
                key = words(name)
                if (
                    key
                    and len(" ".join(key)) > 3
                    and f" {' '.join(key)} " in f" {' '.join(words(text))} "
                    and self._own(key)
                ):
                    votes[extraction.document] += 2
        return max(votes, key=lambda name: votes[name]) if votes else None

    def _own(self, key: list[str]) -> bool:
        return any(self.of_one(word) for word in key) or (len(key) > 1 and len(self.extractions) > 1)


def knowledge_of(corpus: Corpus) -> Knowledge:
    """What the corpus holds, kept until it changes; nothing when it is empty."""
    return _known(_Key(corpus.catalogue))


class _Key:
    """A catalogue at one of its generations, so that what was made of it is made once."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue
        self.version = (str(catalogue.path), catalogue.generation())

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Key) and other.version == self.version

    def __hash__(self) -> int:
        return hash(self.version)


@lru_cache(maxsize=2)
def _known(key: _Key) -> Knowledge:
    extractions = tuple(key.catalogue.extractions())
    documents = {e.document: key.catalogue.read_document(e.document) for e in extractions}
    texts = {name: "\n".join(line.text for line in document.lines) for name, document in documents.items()}
    return build(extractions, documents, texts)


def build(extractions: tuple[Extraction, ...], documents: dict[str, ReadDocument], texts: dict[str, str]) -> Knowledge:
    """Count what each document holds."""
    holders: dict[str, set[str]] = defaultdict(set)
    counts: Counter[str] = Counter()
    capitalised: set[str] = set()
    for name, text in texts.items():
        found = Counter(words(text))
        counts.update(found)
        for word in found:
            holders[word].add(name)
        for match in _CAPITALISED.finditer(text):
            capitalised.update(words(match[0]))
    return Knowledge(
        extractions,
        documents,
        names_of(texts.values(), [e.carte for e in extractions]),
        {word: frozenset(names) for word, names in holders.items()},
        dict(counts),
        frozenset(capitalised),
    )
