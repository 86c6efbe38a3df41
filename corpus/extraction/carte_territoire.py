"""The territory of a convention and the department of its Caf, in mixed case when the text offers it."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from corpus.extraction.carte_parties import is_caf
from corpus.text.folding import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corpus.extraction.carte_parties import Party
    from corpus.models import ReadDocument, Section, Span

_TERRITORY = re.compile(
    r"^territoire\s*:?\s+(?P<of>d[eu]s?\s+(?:la\s+|l['’])?|d['’])?(?P<name>\S.{2,80})$", re.IGNORECASE
)
_BODY = re.compile(
    r"^(?:la |le |l')?(?:communaute (?:de communes|d'agglomeration|urbaine)|metropole|eurometropole|agglomeration|"
    r"pays|syndicat|ville|commune|pole d'equilibre|petr|intercommunalite)\b"
)
_CAF = re.compile(
    r"\b(?:caf|caisse\s+d(?:['’]\s?|es\s+|e\s+l['’])?\s*allocations?\s+familiales?)\s+"
    r"(?:de\s+la\s+|de\s+l['’]\s?|du\s+|des\s+|de\s+|d['’]\s?)(?P<name>[A-ZÀ-Ý][\wÀ-ÿ’'-]*(?:[\s-]+(?:(?:et|de|du|la|les|en|d['’]|sur)\b[\s-]*)*[A-ZÀ-Ý][\wÀ-ÿ’'-]*)*)",
    re.IGNORECASE,
)
_SMALL = frozenset("de du des la le les et en sur sous d l".split())
_HEAD = 60


def plain(text: str) -> str:
    """A line without marks of emphasis."""
    return " ".join(re.sub(r"\*\*|<[^<>]{1,60}>", " ", text).split())


def is_caps(text: str) -> bool:
    """Whether a name is written in capitals."""
    letters = [c for c in text if c.isalpha()]
    return bool(letters) and sum(c.isupper() for c in letters) > 0.8 * len(letters)


def in_small(text: str) -> str:
    """A name in capitals as it is usually written: initials only, small words in small letters."""
    pieces = re.split(r"([\s'’-]+)", text.lower())
    return "".join(p if p in _SMALL or not p[:1].isalpha() else p[:1].upper() + p[1:] for p in pieces)


def _mixed(name: str, document: ReadDocument) -> str | None:
    """The same words where the text prints them in mixed case."""
    words = [re.escape(word) for word in re.findall(r"\w+", fold(name))]
    if not words:
        return None
    pattern = re.compile(r"\b" + r"[\s'’-]+".join(words) + r"\b")
    for line in document.lines:
        text = plain(line.text)
        folded = fold(text)
        match = pattern.search(folded) if len(folded) == len(text) else None
        if match and not is_caps(text[match.start() : match.end()]):
            return text[match.start() : match.end()]
    return None


def find_territoire(
    document: ReadDocument, sections: Sequence[Section], parties: Sequence[Party]
) -> tuple[str | None, Span | None]:
    """The territory: named on the title page, else the first signatory that is not a Caf."""
    limit = next((s.source.ligne_debut for s in sections if s.kind in ("parties", "sommaire")), _HEAD)
    head = [(line.number, plain(line.text)) for line in document.lines[: min(limit, _HEAD)]]
    for number, text in head:
        match = _TERRITORY.match(text)
        if match:
            name = text if not is_caps(text) else _mixed(match["name"], document) or in_small(match["name"])
            return name, document.span(number, number)
    party = next((p for p in parties if not is_caf(p.name)), None)
    if party:
        name = re.sub(r"\s*\([^()]*\)$", "", party.name)
        return (_mixed(name, document) or name) if is_caps(name) else name, document.span(party.first, party.last)
    if any(s.kind == "fiche" and s.source.ligne_debut <= limit for s in sections):
        return None, None
    for number, text in head:
        if _BODY.match(fold(text)) and len(text) <= 80 and len(text.split()) > 1 and not re.search(r"[.;:,]$|;", text):
            return text, document.span(number, number)
    return None, None


def find_caf(document: ReadDocument, parties: Sequence[Party]) -> tuple[str | None, Span | None]:
    """The department of the Caf: that of the signatory, else the one most often named at the start of the text."""
    for party in parties:
        if is_caf(party.name):
            match = _CAF.search(party.name)
            if match:
                return _printed(match["name"], document), document.span(party.first, party.last)
    named: Counter[str] = Counter()
    where: dict[str, int] = {}
    for line in document.lines:
        for match in _CAF.finditer(plain(line.text)):
            name = match["name"].strip(" -'’")
            named[name] += 1
            where.setdefault(name, line.number)
    if not named:
        return None, None
    name = named.most_common(1)[0][0]
    return _printed(name, document), document.span(where[name], where[name])


def _printed(name: str, document: ReadDocument) -> str:
    return (_mixed(name, document) or in_small(name)) if is_caps(name) else name
