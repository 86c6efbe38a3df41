"""A question is understood before it is searched: what it names, what it asks for, what may stand for its words."""

from __future__ import annotations

import math
import re
from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING, Protocol

from corpus.search import expansion, intent
from corpus.search.areas import named_areas
from corpus.search.clauses import asked_in
from corpus.search.departements import meant_in
from corpus.search.lexicon import FRAMES, GENERIC, SPOKEN
from corpus.search.names import Mention, Names
from corpus.search.question import Alternative, Concept, Question, Token
from corpus.search.spelling import Speller, unglued, untexted
from corpus.text.folding import fold
from corpus.text.french import STOP_WORDS, stem

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from corpus.models import Carte

_WORD = re.compile(r"[^\W_]+")
_FRAME = 0.25
"""What a word that only frames the question counts, beside the same word asked about."""
_STANDS = 0.9
"""What the best alternative of a word that the corpus never says counts, the word itself counting 1."""
_HEADS = frozenset(
    ("communaute", "agglomeration", "agglo", "territoire", "pays", "metropole", "syndicat", "cc", "ca", "cu", "commune")
)
"""Words that open, or close, the name of a territory."""
_PLACED = frozenset(("dans", "sur", "pour", "par", "a", "chez", "et", "en"))
"""Small words that separate a name from what is said of it."""


class Statistics(Protocol):
    """What understanding needs to know of the words of the corpus."""

    def document_frequency(self, terms: Sequence[str]) -> dict[str, int]:
        """How many passages hold each stem."""
        ...

    def passage_count(self) -> int:
        """How many passages there are."""
        ...

    def holders(self, terms: Sequence[str]) -> dict[str, int]:
        """How many passages of each document hold stems side by side."""
        ...

    def vocabulary(self) -> dict[str, int]:
        """The folded words of the corpus."""
        ...


def tokens_of(text: str) -> list[Token]:
    """The words of a question in order."""
    found: list[Token] = []
    end = 0
    for match in _WORD.finditer(text):
        folded = fold(match[0])
        if folded.isascii() and folded.isalnum():
            opens = not found or any(mark in text[end : match.start()] for mark in ".?!:;\n")
            found.append(Token(match[0], folded, stem(folded), opens))
        end = match.end()
    return found


class Understanding:
    """Understands questions about one state of the corpus."""

    def __init__(self, statistics: Statistics, names: Names, cartes: Mapping[str, Carte]) -> None:
        self._statistics = statistics
        self._names = names
        self._total = max(statistics.passage_count(), 1)
        self._several = len(cartes) > 1
        self._speller: Speller | None = None
        self._corrections: dict[tuple[str, bool], str | None] = {}
        self._frequencies: dict[str, int] = {}
        self._defined = _defined(cartes)
        self._phrases = expansion.Phrases(self._defined)

    def understand(self, text: str) -> Question:
        """Everything retrieval and answers need to know of a question."""
        tokens, corrections = self._corrected(tokens_of(text))
        mentions = self._names.resolve(text, tokens)
        areas = named_areas(tokens, self._statistics.holders) if self._several and not mentions else []
        mentions = mentions or areas
        documents = tuple(sorted({document for mention in mentions for document in mention.documents}))
        taken = {n for mention in mentions if not mention.keeps for n in _around(mention, tokens)}
        taken |= {min(area.tokens) for area in areas}  # « bassin » says nothing more beside « nord »
        concepts, unknown = self._concepts(tokens, taken)
        years, period = intent.years(text)
        large = self._several and (len(documents) > 1 or (not documents and intent.is_broad(text)))
        return Question(
            text=text,
            concepts=concepts,
            documents=documents,
            mentions=tuple(" ".join(tokens[n].surface for n in sorted(m.tokens)) for m in mentions),
            restricts=_restricts(mentions),
            departements=tuple(d.number for d in meant_in(text)),
            inconnus=tuple(token.surface for token in unknown),
            noms_inconnus=tuple(token.surface for token in unknown if token.is_proper),
            annees=years,
            periode=period,
            champs=intent.fields(text, [t.stem for t in tokens if t.folded not in STOP_WORDS]),
            nature=intent.nature(text, large=large),
            fiches=intent.fiche_numbers(text),
            articles=intent.article_numbers(text),
            clauses=asked_in(text),
            large=large,
            corrections=corrections,
        )

    def frequency(self, stem_: str) -> int:
        """How many passages hold a stem."""
        if stem_ not in self._frequencies:
            self._frequencies |= self._statistics.document_frequency([stem_])
        return self._frequencies.get(stem_, 0)

    def idf(self, stem_: str) -> float:
        """The rarity of a stem, 0 for one the corpus never holds."""
        held = self.frequency(stem_)
        return math.log(1 + (self._total - held + 0.5) / (held + 0.5)) if held else 0.0

    def _learn(self, tokens: Sequence[Token], phrases: Mapping[int, Sequence[Alternative]]) -> None:
        """Ask at once for the frequencies of everything that will be weighed."""
        told = {token.stem for token in tokens} | {s for near in phrases.values() for a in near for s in a.stems}
        missing = [stem_ for stem_ in told if stem_ not in self._frequencies]
        if missing:
            self._frequencies |= self._statistics.document_frequency(missing)

    def _corrected(self, tokens: list[Token]) -> tuple[list[Token], dict[str, str]]:
        corrections: dict[str, str] = {}
        for n, token in enumerate(tokens):
            if _silent(token) or token.stem in FRAMES or self.idf(token.stem) or self._stands(token):
                continue
            right = self._correction(token)
            if right:
                corrections[token.folded] = right
                tokens[n] = replace(token, folded=right, stem=stem(right))
        return tokens, corrections

    def _stands(self, token: Token) -> bool:
        """Whether a word the corpus never says has something known to stand for it."""
        return bool(expansion.of_sigle(token, self._defined) or self._phrases.near([token]))

    def _correction(self, token: Token) -> str | None:
        key = (token.folded, token.is_proper)
        if key not in self._corrections:
            self._corrections[key] = self._nearest(token)
        return self._corrections[key]

    def _nearest(self, token: Token) -> str | None:
        if self._speller is None:
            self._speller = Speller(self._statistics.vocabulary())
        if self._speller.knows(token.folded):
            return None
        if not token.is_proper and (written := self._rewritten(token.folded)):
            return written
        named = self._speller.nearest(token.folded, self._names.vocabulary | GENERIC)
        return named if named or token.is_proper else self._speller.nearest(token.folded)

    def _rewritten(self, word: str) -> str | None:
        """A word with the apostrophe or the spelling that a hurried hand leaves out."""
        words = self._statistics.vocabulary()
        return unglued(word, words) or unglued(word, GENERIC) or untexted(word, words) or untexted(word, GENERIC)

    def _concepts(self, tokens: Sequence[Token], taken: set[int]) -> tuple[tuple[Concept, ...], list[Token]]:
        kept = [token for n, token in enumerate(tokens) if n not in taken and not _silent(token)]
        phrases = self._phrases.near(kept)
        self._learn(kept, phrases)
        concepts: dict[str, Concept] = {}
        unknown: list[Token] = []
        for n, token in enumerate(kept):
            concept = self._concept(token, phrases.get(n, []))
            if token.stem in FRAMES and not concept.known:
                continue
            concepts.setdefault(concept.stem, concept)
            if not concept.known and not token.folded.isdigit():
                unknown.append(token)
        return tuple(concepts.values()), unknown

    def _concept(self, token: Token, phrases: Sequence[Alternative]) -> Concept:
        own = Alternative((token.stem,), 1.0, "question", self.idf(token.stem))
        others = [*expansion.of_sigle(token, self._defined), *phrases]
        rated = [replace(other, idf=max(map(self.idf, other.stems))) for other in others if self._possible(other)]
        best = {other.stems: other for other in sorted(rated, key=lambda o: o.weight) if other.stems != own.stems}
        known = bool(own.idf or best)
        rarity = own.idf or max((o.idf * o.weight for o in best.values()), default=math.log(1 + self._total))
        best = best if own.idf else _promoted(best)
        factor = _FRAME if token.stem in FRAMES else 1.0
        return Concept(token.surface, (own, *best.values()), rarity * factor, known)

    def _possible(self, other: Alternative) -> bool:
        return all(self.idf(part) for part in other.stems)


def _promoted(others: dict[tuple[str, ...], Alternative]) -> dict[tuple[str, ...], Alternative]:
    """What stands for a word that the corpus never says: nothing says it better than the best of them."""
    most = max((other.weight for other in others.values()), default=_STANDS)
    return {key: replace(other, weight=other.weight * max(_STANDS / most, 1.0)) for key, other in others.items()}


def _silent(token: Token) -> bool:
    return (
        token.folded in STOP_WORDS or token.folded in SPOKEN or (len(token.folded) == 1 and not token.folded.isdigit())
    )


def _around(mention: Mention, tokens: Sequence[Token]) -> set[int]:
    """The words of a mention with those beside it that say what kind of body it is (``communauté de communes``)."""
    before: list[int] = []
    position = min(mention.tokens) - 1
    while position >= 0 and tokens[position].folded in GENERIC - _PLACED:
        before.append(position)
        position -= 1
    while before and tokens[before[-1]].folded not in _HEADS:
        before.pop()
    after = max(mention.tokens) + 1
    follows = after < len(tokens) and tokens[after].folded in _HEADS
    return {*mention.tokens, *before, *([after] if follows else ())}


def _restricts(mentions: Sequence[Mention]) -> bool:
    return bool(mentions) and max(mention.score for mention in mentions) >= 1.0


def _defined(cartes: Mapping[str, Carte]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for carte in cartes.values():
        for sigle, form in carte.sigles.items():
            if form not in found[fold(sigle)]:
                found[fold(sigle)].append(form)
    return dict(found)
