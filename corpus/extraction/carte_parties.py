"""The parties of a convention: their names as printed, and what the text calls them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from corpus.text.folding import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from corpus.models import ReadDocument, Section

_ARTICLE = re.compile(
    r"^(?:[-–—•*]\s*)*(?:et\s+)?(?:d'une part|d'autre part)?[\s,:]*(?:la |le |les |l['’]\s?)?", re.IGNORECASE
)
_REPRESENTED = re.compile(r"\brepr[ée]sent[ée]+(?:e?s)?\b", re.IGNORECASE)
_NAME_END = re.compile(
    r",|;|\brepr[ée]sent|\bdont le si[èe]ge|\bsise?\b|\bayant son|\bagissant|\bci[- ]*apr[èe]s|\bd[ûu]ment",
    re.IGNORECASE,
)
_CALLED = re.compile(
    r"ci[- ]*apr[èée]s\s+(?:d[ée]nomm[ée]+s?|d[ée]sign[ée]+s?|appel[ée]+s?)(?:\s+par)?"
    r"[^«\"“]{0,20}[«\"“]\s*(?P<name>[^»\"”]{2,90}?)\s*[»\"”]",
    re.IGNORECASE,
)
_FOR = re.compile(r"^pour\s+(?P<name>(?:la |le |l['’]|les ).{4,110})$", re.IGNORECASE)
_BODY = re.compile(
    r"^(?:caf|caisse|communaute|commune|ville|village|syndicat|(?:euro)?metropole|agglomeration|departement|region|etat|"
    r"conseil|association|mutualite|msa|centre|prefecture|academie|direction|agence|pole|petr|pays|ccas|cias|epci)\b"
)
_OFFICER = re.compile(r"\s+(?:le|la)\s+(?:maire|pr[ée]sident|directeur|directrice|vice)|,|\brepr", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Party:
    """A signatory: its name as printed, the short name the text gives it, and its lines."""

    name: str
    called: str
    first: int
    last: int


def _pieces(document: ReadDocument, section: Section) -> Iterator[tuple[int, int, str]]:
    """The paragraphs of the parties: a bullet, a blank line or a semicolon separates them."""
    gathered: list[str] = []
    first = last = section.source.ligne_debut
    for line in document.lines[section.source.ligne_debut - 1 : section.source.ligne_fin]:
        text = " ".join(re.sub(r"\*\*|<[^<>]{1,60}>", " ", line.text).split())
        apart = not text or re.match(r"^[-–—•]", text) or (gathered and gathered[-1].endswith(";"))
        if apart and gathered:
            yield first, last, " ".join(gathered)
            gathered = []
        if text:
            first = line.number if not gathered else first
            last = line.number
            gathered.append(text)
    if gathered:
        yield first, last, " ".join(gathered)


def _name(text: str) -> str:
    """The name at the start of a paragraph, without its article."""
    bare = _ARTICLE.sub("", text, count=1)
    return _NAME_END.split(bare, maxsplit=1)[0].strip(" .:;,-")


def _in_prose(text: str) -> list[str]:
    """The names of parties written in one sentence: « Entre la Caisse…, représentée par…, et la commune… »."""
    pieces = re.split(r"(?:^entre|[,;]?\s+et|;|,)\s*:?\s+(?=(?:la |le |les |l['’]))", text, flags=re.IGNORECASE)
    named = (_name(piece) for piece in pieces if _REPRESENTED.search(piece))
    return [name for name in named if 4 <= len(name) <= 160 and _BODY.match(fold(name))]


def find_parties(document: ReadDocument, sections: Sequence[Section]) -> list[Party]:
    """The signatories in the order of the text."""
    section = next((s for s in sections if s.kind == "parties"), None)
    found: list[Party] = []
    if section:
        for first, last, text in _pieces(document, section):
            called = _CALLED.search(text)
            if called and found and not _REPRESENTED.search(text):
                found[-1] = Party(found[-1].name, found[-1].called or called["name"], found[-1].first, found[-1].last)
            if re.match(r"entre\b", fold(text)) and _REPRESENTED.search(text):
                found.extend(Party(name, "", first, last) for name in _in_prose(text))
                continue
            name = _name(text) if _REPRESENTED.search(text) else ""
            if 4 <= len(name) <= 160:
                found.append(Party(name, called["name"] if called else "", first, last))
    return found or _signing(document, sections)


def _signing(document: ReadDocument, sections: Sequence[Section]) -> list[Party]:
    """The signatories named only where they sign: « Pour la commune de… »."""
    section = next((s for s in sections if s.kind == "signatures"), None)
    if section is None:
        return []
    found: dict[str, Party] = {}
    for line in document.lines[section.source.ligne_debut - 1 : section.source.ligne_fin]:
        match = _FOR.match(" ".join(re.sub(r"\*\*|<[^<>]{1,60}>", " ", line.text).split()))
        name = _OFFICER.split(_ARTICLE.sub("", match["name"], count=1))[0].strip(" ,.:") if match else ""
        if name and _BODY.match(fold(name)):
            found.setdefault(fold(name), Party(name, "", line.number, line.number))
    return list(found.values())


def is_caf(name: str) -> bool:
    """Whether a party is a caisse d'allocations familiales."""
    return bool(re.match(r"(?:la )?(?:caf\b|caisse d\w*['’ ]?\s?allocations? familiales?)", fold(name)))
