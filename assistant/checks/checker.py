"""Holding a text to what it cites: sentence by sentence, without a model, the same for every engine."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from decimal import Decimal
from typing import TYPE_CHECKING, Literal

from assistant.answers.sentences import sentences
from assistant.checks.contacts import contacts
from assistant.checks.ground import ground_of
from assistant.checks.marks import marks_of, tidy, without_marks
from assistant.checks.names import lone_opener, names
from assistant.checks.numbers import figures
from assistant.checks.polarity import contrary, turned_round
from assistant.checks.quotes import quotations, stands_in
from assistant.checks.relations import compared, somebody_else, swapped_figure
from assistant.checks.times import times_missing
from corpus.text.folding import words
from corpus.text.french import stems

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from assistant.checks.ground import Ground

Kind = Literal[
    "montant", "pourcentage", "nombre", "date", "courriel", "telephone", "adresse", "nom", "citation",
    "sans_renvoi", "sans_appui", "negation", "contraire", "portee", "role", "echange", "periode",
]  # fmt: skip

LEAST_SHARE = 0.4
"""Share of the informative words of a sentence that its sources must hold."""
LEAST_WORDS = 3
_BULLET = re.compile(r"^\s*(?:[-•*–—▪]|\d{1,2}[.)])\s+")
_NEGATION = re.compile(r"\b(?:ne|n) (?:[a-z]+ ){0,4}?(?:pas|plus|jamais|aucune?|rien|ni)\b|\baucune?\b")
_NEGATION_OF_SOURCE = re.compile(rf"{_NEGATION.pattern}|\b(?:sans|non|ni|pas|jamais|absence|hors|sauf|exclu\w*)\b")
_NO_MORE = re.compile(r" (?:ne|n) (?:peut |peuvent |doit |doivent )?(?:pas )?(?:depass|exced)\w+| pas (?:plus|moins) d")
_LIMIT = re.compile(r" (?:maxim|plafon|limit|au plus|au moins|minim|moins d|inferieur|jusqu|entre )")
_EXCLUSIVE = re.compile(r" (?:seule?s?|uniquement|exclusivement|seulement|ne \w+ que) ")
_OWN_WORDS = re.compile(
    r"\(?« \? » dans la source\)?|\bnon renseignée?s?|\(somme calculée\)|\bau total\b", re.IGNORECASE
)
"""What the program says of its sources, and no source says."""


@dataclass(frozen=True, slots=True)
class Source:
    """Something that may be cited: its number, its words, and the words around it (territory, headings)."""

    numero: int
    texte: str
    contexte: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """Something of a sentence that its sources do not hold."""

    kind: Kind
    value: str


@dataclass(frozen=True, slots=True)
class Claim:
    """One sentence or bullet, its marks, and what is wrong with it."""

    text: str
    marks: tuple[int, ...]
    findings: tuple[Finding, ...] = ()
    opens_line: bool = True
    prefix: str = ""


@dataclass(frozen=True, slots=True)
class Report:
    """A text held to its sources."""

    claims: tuple[Claim, ...] = ()
    unknown_marks: int = 0
    findings: tuple[Finding, ...] = field(default=())

    @property
    def clean(self) -> bool:
        """Whether nothing was found."""
        return not self.findings and not self.unknown_marks


def check(text: str, sources: Sequence[Source], said: str = "", *, must_cite: bool = True) -> Report:
    """Hold a text to the sources it cites and to the words of the coordinator.

    A sentence is held to the sources of its own marks, or of the next marks of its line; a line that only
    introduces a list (it ends with a colon) to all of them. Unless it ``must_cite``, a sentence without marks is
    not looked at: a refusal speaks of what is absent.
    """
    by_number = {source.numero: source for source in sources}
    marked = tidy(text, by_number)
    claims = tuple(
        _checked(claim, by_number, said) if must_cite or claim.marks else claim for claim in _claims(marked.text)
    )
    findings = tuple(finding for claim in claims for finding in claim.findings)
    return Report(claims, marked.unknown, findings)


def _claims(text: str) -> Iterator[Claim]:
    """The sentences of a text; the marks that follow a full stop belong to the sentence before them."""
    text = re.sub(r"([.!?…])((?:\s*\[\d{1,4}\])+)", r"\2\1", text)
    for line in text.splitlines():
        bullet = _BULLET.match(line)
        body = line[bullet.end() :] if bullet else line
        pieces = [body[start:end] for start, end in sentences(body)]
        pieces = [piece for piece in pieces if re.search(r"\w", without_marks(piece))]
        for rank, (piece, marks) in enumerate(zip(pieces, _inherited(pieces), strict=True)):
            yield Claim(without_marks(piece), marks, (), rank == 0, "- " if bullet else "")


def _inherited(pieces: Sequence[str]) -> list[tuple[int, ...]]:
    """The marks of each sentence of a line; one without any takes those of the next that has some."""
    found: list[tuple[int, ...]] = []
    following: tuple[int, ...] = ()
    for piece in reversed(pieces):
        following = marks_of(piece) or following
        found.append(following)
    return found[::-1]


def _introduces(claim: Claim) -> bool:
    return claim.text.rstrip().endswith(":") and not claim.marks


def _checked(claim: Claim, sources: dict[int, Source], said: str) -> Claim:
    cited = [sources[number] for number in claim.marks]
    if _introduces(claim):
        cited = list(sources.values())
    ground = ground_of([*(s.texte for s in cited), *(s.contexte for s in cited), said])
    findings = list(dict.fromkeys(_findings(claim, ground, cited)))
    return Claim(claim.text, claim.marks, tuple(findings), claim.opens_line, claim.prefix)


def _findings(claim: Claim, ground: Ground, cited: Sequence[Source]) -> Iterator[Finding]:
    if not claim.marks and not _introduces(claim):
        yield Finding("sans_renvoi", claim.text)
    lines = sum(s.texte.count("\n") + 1 for s in cited)
    missing = facts_missing(claim.text, ground, lines=lines)
    yield from (f for f in missing if not (f.kind == "nombre" and f.value == str(len(claim.marks)) != "1"))
    folded = "".join(ground.folded)
    for quote in quotations(claim.text):
        if not any(stands_in(quote, text) for text in ground.folded):
            yield Finding("citation", quote)
    wanted = stems(_OWN_WORDS.sub(" ", claim.text))
    if cited and len(wanted) >= LEAST_WORDS and ground.share_of(wanted) < LEAST_SHARE:
        yield Finding("sans_appui", claim.text)
    if cited:
        yield from _said_otherwise(claim.text, [s.texte for s in cited], folded)


def _said_otherwise(text: str, sources: Sequence[str], folded: str) -> Iterator[Finding]:
    """What a sentence says of things that all stand in its sources, and that they say otherwise."""
    yield from (Finding("periode", when) for when in times_missing(text, folded))
    if _EXCLUSIVE.search(f" {' '.join(words(text))} ") and not _EXCLUSIVE.search(folded):
        yield Finding("portee", text)
    compared_with = list(compared(text, sources))
    for clause, known in compared_with:
        kind = contrary(clause, known)
        if kind:
            yield Finding(kind, text)  # type: ignore[arg-type]
        elif somebody_else(clause, known):
            yield Finding("role", text)
        elif swapped_figure(clause, known):
            yield Finding("echange", text)
    denied = _NEGATION.search(" ".join(words(text))) and not _NEGATION_OF_SOURCE.search(folded)
    if denied and _NO_MORE.search(f" {' '.join(words(text))} ") and _LIMIT.search(folded):
        denied = None
    if compared_with and denied and not turned_round(text, compared_with[0][1]):
        yield Finding("negation", text)


def facts_missing(text: str, ground: Ground, *, lines: int = 0) -> Iterator[Finding]:
    """The figures, dates, contacts and names of a text that the ground does not hold.

    ``lines`` is how many lines are cited: a sentence may count them.
    """
    known = contacts(text)
    for contact in known:
        if not ground.holds_contact(contact):
            yield Finding(contact.kind, contact.text)
    taken = [(c.start, c.end) for c in known]
    for figure in figures(text):
        if any(start <= figure.start < end for start, end in taken):
            continue
        if (not ground.holds_figure(figure) or ground.swapped(figure)) and not _computed(text, figure.value, lines):
            yield Finding(figure.kind, figure.text)
    opener = lone_opener(text)
    if opener and not ground.holds_word(opener):
        yield Finding("nom", opener)
    for name in names(text):
        inside = any(start <= name.start < end for start, end in taken)
        if not inside and not ground.holds_name(name):
            yield Finding("nom", name.text)


def _computed(text: str, value: Decimal, lines: int) -> bool:
    """Whether a figure is a count or a sum that can be done again: the items of the sentence, or its terms."""
    items = len([item for item in text.partition(":")[2].split(" ; ") if item.strip()])
    if (items > 1 and value == items) or (items >= 8 and items <= value <= max(lines, items)):
        return True
    total = re.search(r"((?:\d+(?:,\d+)?\s*\+\s*)+\d+(?:,\d+)?)\s*=\s*(\d+(?:,\d+)?)", text)
    if not total:
        return False
    terms = [Decimal(term.strip().replace(",", ".")) for term in total[1].split("+")]
    return value == Decimal(total[2].replace(",", ".")) == sum(terms)
