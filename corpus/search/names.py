"""Which documents a question means by the names in it: territories, signatories, abbreviations, départements."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from corpus.search.departements import Departement, by_folded_name, by_letters, meant_in, named_in
from corpus.search.lexicon import GENERIC, KINDS_OF_EPCI
from corpus.search.spelling import distance
from corpus.text.acronyms import acronyms
from corpus.text.folding import fold, words
from corpus.text.french import STOP_WORDS

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from corpus.models import Carte
    from corpus.search.question import Token

_COMMON = 0.01
"""Share of the passages of other documents from which a word of a name is too common to name a document alone."""


@dataclass(frozen=True, slots=True)
class Mention:
    """Words of a question that name documents."""

    tokens: frozenset[int]
    documents: frozenset[str]
    score: float
    keeps: bool = False
    """Whether the words still say something inside these documents (a commune)."""


@dataclass(frozen=True, slots=True)
class _Named:
    """The names of one document."""

    core: frozenset[str]
    """Distinctive words of its territory and of the bodies that sign, communes aside."""
    communes: tuple[tuple[str, ...], ...]
    aliases: frozenset[str]
    kinds: frozenset[str]

    @property
    def words(self) -> frozenset[str]:
        """Every word that may name it."""
        return self.core | self.aliases | {word for commune in self.communes for word in commune}


class Names:
    """The names of all the documents, to find those a question means."""

    def __init__(
        self, cartes: Mapping[str, Carte], outside: Callable[[str, str], float] = lambda _word, _document: 0.0
    ) -> None:
        """``outside(word, document)`` is the share of the passages of other documents that hold a word."""
        self._cartes = cartes
        self._named = {document: _named(carte) for document, carte in cartes.items()}
        self._outside = outside
        self._holders = Counter(word for named in self._named.values() for word in named.core)
        self._called: dict[str, list[str]] = defaultdict(list)
        for document, named in self._named.items():
            for word in named.words:
                self._called[word].append(document)
        self._of_kind: dict[str, list[str]] = defaultdict(list)
        for document, named in self._named.items():
            for kind in named.kinds:
                self._of_kind[kind].append(document)

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """Every distinctive word of a name, folded: what a misspelt proper noun is corrected against."""
        found = {word for named in self._named.values() for word in named.core | named.aliases}
        communes = (w for named in self._named.values() for commune in named.communes for w in commune if len(w) > 3)
        return frozenset(found).union(communes)

    def resolve(self, question: str, tokens: Sequence[Token]) -> list[Mention]:
        """The mentions of a question, best first, none overlapping another; none when it names no document."""
        called = dict.fromkeys(document for token in tokens for document in self._called.get(token.folded, ()))
        candidates = [m for document in called for m in self._mentions(document, self._named[document], tokens)]
        chosen: list[Mention] = []
        for mention in sorted(candidates, key=lambda m: (-m.score, sorted(m.documents))):
            rival = next((n for n, other in enumerate(chosen) if other.tokens & mention.tokens), None)
            if rival is None:
                chosen.append(mention)
            elif chosen[rival].tokens == mention.tokens and chosen[rival].score <= mention.score + 1e-9:
                merged = chosen[rival].documents | mention.documents
                chosen[rival] = Mention(mention.tokens, merged, mention.score, mention.keeps)
        return chosen or self._by_departement(question, tokens) or self._by_kind(tokens)

    def _mentions(self, document: str, named: _Named, tokens: Sequence[Token]) -> list[Mention]:
        found = [
            Mention(frozenset({n}), frozenset({document}), 4.0)
            for n, t in enumerate(tokens)
            if t.folded in named.aliases
        ]
        for run in _runs(tokens, named.core):
            told = {tokens[n].folded for n in run}
            score = sum(math.log((1 + len(self._named)) / self._holders[word]) + 0.3 for word in told)
            if len(told) > 1 or any(self._distinctive(word, document) for word in told):
                found.append(Mention(frozenset(run), frozenset({document}), score))
        found += self._commune_mentions(document, named, tokens)
        return found

    def _distinctive(self, word: str, document: str) -> bool:
        few = self._holders[word] <= max(1, len(self._named) // 4)
        return few and len(word) > 3 and self._outside(word, document) < _COMMON

    def _commune_mentions(self, document: str, named: _Named, tokens: Sequence[Token]) -> list[Mention]:
        found = []
        for commune in named.communes:
            for run in _runs(tokens, frozenset(commune)):
                whole = {tokens[n].folded for n in run} == set(commune)
                first = tokens[run[0]]
                capital = first.surface[0].isupper()
                alone = first.folded == commune[0] and len(commune[0]) > 3 and capital
                sure = whole and (len(commune) > 1 or capital)
                if (sure or alone) and self._outside(first.folded, document) < _COMMON:
                    found.append(Mention(frozenset(run), frozenset({document}), 1.0 + 0.5 * len(run), keeps=True))
        return found

    @cached_property
    def _departements(self) -> dict[str, str | None]:
        """The département of each document, sought when a question first names one."""
        return {document: _departement(carte) for document, carte in self._cartes.items()}

    def _by_departement(self, question: str, tokens: Sequence[Token]) -> list[Mention]:
        found = []
        for departement in meant_in(question):
            documents = frozenset(d for d, number in self._departements.items() if number == departement.number)
            told = frozenset(n for n, t in enumerate(tokens) if _tells(t, departement))
            if documents and told:
                found.append(Mention(told, documents, 1.0))
        return found

    def _by_kind(self, tokens: Sequence[Token]) -> list[Mention]:
        said = [t.folded for t in tokens]
        for expression, kind in KINDS_OF_EPCI:
            documents = frozenset(self._of_kind.get(kind, ()))
            if len(documents) == 1 and len(self._named) > 1 and _follows(said, expression):
                told = frozenset(n for n, word in enumerate(said) if word in expression)
                return [Mention(told, documents, 0.5)]
        return []


def _tells(token: Token, departement: Departement) -> bool:
    parts = set(words(departement.name)) - STOP_WORDS
    return token.folded in parts or token.folded.upper() == departement.number or token.folded in departement.people


def _follows(said: Sequence[str], expression: Sequence[str]) -> bool:
    kept = [word for word in said if word not in STOP_WORDS]
    return any(tuple(kept[n : n + len(expression)]) == tuple(expression) for n in range(len(kept)))


def _runs(tokens: Sequence[Token], names: frozenset[str]) -> list[list[int]]:
    """The stretches of a question made of some words only, stop words and generic words aside."""
    runs: list[list[int]] = []
    current: list[int] = []
    for n, token in enumerate(tokens):
        if token.folded in names:
            current.append(n)
        elif token.folded not in GENERIC and current:
            runs.append(current)
            current = []
    return [*runs, current] if current else runs


def _named(carte: Carte) -> _Named:
    bodies = [name for name in carte.signataires if _is_body(name)]
    names = [name for name in (carte.territoire, *bodies) if name]
    core = frozenset(word for name in names for word in words(name) if word not in GENERIC and len(word) > 2)
    core -= {word for word in core if word in acronyms()}
    communes = tuple(c for name in carte.signataires if _is_commune(name) if (c := _distinctive_words(name)))
    defined = {fold(s) for s, full in carte.sigles.items() if core & set(words(full)) and not _is_caf(full)}
    aliases = {alias for alias in defined | {i for name in names for i in _initials(name)} if alias not in acronyms()}
    return _Named(core, communes, frozenset(aliases), _kinds(names))


def _is_caf(name: str) -> bool:
    return "caisse" in fold(name) or fold(name).startswith("caf")


def _is_commune(name: str) -> bool:
    return fold(name).removeprefix("la ").startswith(("commune", "ville"))


def _is_body(name: str) -> bool:
    return (
        not _is_caf(name) and not _is_commune(name) and not fold(name).startswith(("etat", "l'etat", "prefet", "msa"))
    )


def _distinctive_words(name: str) -> tuple[str, ...]:
    return tuple(word for word in words(name) if word not in GENERIC)


def _initials(name: str) -> set[str]:
    """The abbreviations a name may have: every initial, without its generic words, repeated letters counted."""
    base = name.split("(", maxsplit=1)[0]
    kept = [word for word in words(base) if word not in STOP_WORDS]
    proper = [word for word in kept if word not in GENERIC]
    found = {"".join(w[0] for w in group) for group in (kept, proper)}
    found |= {_counted(short) for short in found}
    return {short for short in found if len(short) >= 3}


def _counted(short: str) -> str:
    """Repeated letters as a digit: ``paa`` is written ``p2a``."""
    out = ""
    position = 0
    while position < len(short):
        same = len(short) - position - len(short[position:].lstrip(short[position]))
        out += f"{same}{short[position]}" if same > 1 else short[position]
        position += same
    return out


def _kinds(names: Sequence[str]) -> frozenset[str]:
    text = " ; ".join(" ".join(words(name)) for name in names)
    return frozenset(kind for _, kind in KINDS_OF_EPCI if kind in text)


def _departement(carte: Carte) -> str | None:
    caf = fold(carte.caf or "").removeprefix("caf ").removeprefix("de la ").removeprefix("de ").removeprefix("du ")
    exact = by_folded_name().get(caf.replace(" ", "-")) or by_folded_name().get(caf)
    if exact:
        return exact.number
    text = " ; ".join(part for part in (carte.caf, *(s for s in carte.signataires if _is_caf(s)), carte.titre) if part)
    compound = next((d.number for d in named_in(text) if not d.is_one_word), None)
    return compound or _nearly("".join(words(caf)))


@lru_cache(maxsize=1024)
def _nearly(run: str) -> str | None:
    """The département of a name that a scan has damaged by a letter or two: the nearest, when it is alone."""
    if len(run) < 8:
        return None
    alike = ((name, d.number) for name, d in by_letters() if abs(len(name) - len(run)) <= 2)
    near = sorted((apart, number) for name, number in alike if (apart := distance(run, name, 2)) <= 2)
    return near[0][1] if near and (len(near) == 1 or near[0][0] < near[1][0]) else None
