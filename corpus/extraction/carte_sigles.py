"""Abbreviations that a document defines itself: « Nom complet (SIGLE) », « SIGLE (nom complet) », « SIGLE : … »."""

from __future__ import annotations

import re
from itertools import chain
from typing import TYPE_CHECKING

from corpus.text.folding import fold
from corpus.text.french import STOP_WORDS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from corpus.extraction.carte_parties import Party
    from corpus.models import ReadDocument

_SIGLE = r"[A-Z][A-Za-zÀ-Ý0-9&]{1,9}"
_AFTER = re.compile(rf"\(\s*(?P<sigle>{_SIGLE})\s*\)")
_BEFORE = re.compile(rf"\b(?P<sigle>{_SIGLE})\s?\(\s*(?P<long>[^()]{{6,140}})\)")
_NOTE = re.compile(rf"^\s*[*•¹²³\-\s]*(?P<sigle>{_SIGLE})\s*[:=]\s*(?P<long>[^.;\n]{{6,160}})")
_WORD = re.compile(r"[^\W_]+")
_MOST_WORDS = 14
_LONGEST = 160


def _initials_match(words: Sequence[str], sigle: str) -> bool:
    """Whether the words spell the abbreviation by their initials; small words may be skipped."""
    if not sigle:
        return all(word.isdigit() for word in words)
    if not words or len(words) > _MOST_WORDS:
        return False
    head, rest = words[0], words[1:]
    optional = head in STOP_WORDS or len(head) == 1 or head.isdigit()
    if head[0] == sigle[0] and _initials_match(rest, sigle[1:]):
        return True
    return optional and _initials_match(rest, sigle)


def spells(long: str, sigle: str) -> bool:
    """Whether a full name spells an abbreviation, word by word."""
    return _initials_match(_WORD.findall(fold(long)), fold(sigle).replace("&", ""))


def _is_sigle(text: str) -> bool:
    capitals = sum(c.isupper() for c in text)
    return capitals >= 2 or (2 < len(text) <= 5 and text[0].isupper())


def _ending(text: str, sigle: str) -> str | None:
    """The shortest end of ``text`` that spells ``sigle``."""
    starts = [match.start() for match in re.finditer(r"(?<![^\W_])[^\W_]", text)]
    for start in reversed(starts[-2 * _MOST_WORDS :]):
        candidate = text[start:].strip(" *,")
        if fold(candidate)[0] == fold(sigle)[0] and spells(candidate, sigle):
            return candidate
    return None


def _clean(text: str) -> str:
    return " ".join(re.sub(r"[*_]{1,2}|<[^<>]{1,60}>", " ", text).split())


def find_sigles(document: ReadDocument, parties: Sequence[Party]) -> dict[str, str]:
    """Each abbreviation with its full name, the first definition of each being kept."""
    found: dict[str, str] = {}
    for sigle, long in chain(_of_parties(parties), _of_lines(document)):
        if _is_sigle(sigle):
            found.setdefault(sigle, long)
    return found


def _of_parties(parties: Sequence[Party]) -> Iterator[tuple[str, str]]:
    """What the convention calls its signatories, and the abbreviation printed after their names."""
    for party in parties:
        called = re.sub(r"^(?:la |le |les |l['’]\s?)", "", party.called, flags=re.IGNORECASE)
        if called and " " not in called:
            yield called, re.sub(r"\s*\([^()]*\)$", "", party.name)
        own = re.search(r"^(?P<long>.+?)\s*\((?P<sigle>[A-Z0-9][A-Za-z0-9&]{1,9})\)$", party.name)
        if own:
            yield own["sigle"], own["long"]


def _of_lines(document: ReadDocument) -> Iterator[tuple[str, str]]:
    """The definitions that the lines hold; a name may start on the line above."""
    previous = ""
    for line in document.lines:
        text = _clean(line.text)
        if "(" in text:
            yield from _in_text(f"{previous} {text}" if previous else text)
        note = _NOTE.match(text) if ":" in text or "=" in text else None
        named = _spelled_by_start(note["long"].strip(" ,"), note["sigle"]) if note else None
        if note and named:
            yield note["sigle"], named
        previous = text


def _in_text(text: str) -> Iterator[tuple[str, str]]:
    """« Nom complet (SIGLE) » and « SIGLE (nom complet) »."""
    for match in _AFTER.finditer(text):
        clause = re.split(r"[().;:«»]", text[max(match.start() - _LONGEST, 0) : match.start()])[-1]
        singular = re.sub(r"(?<=[A-Z])s$", "", match["sigle"])
        long = _ending(clause, singular)
        if long:
            yield singular, long
    for match in _BEFORE.finditer(text):
        named = _spelled_by_start(match["long"].strip(" ,"), match["sigle"])
        if named:
            yield match["sigle"], named


def _spelled_by_start(long: str, sigle: str) -> str | None:
    """The whole of ``long``, or its start, that spells ``sigle``."""
    if spells(long, sigle):
        return long
    ends = [match.end() for match in _WORD.finditer(long)]
    return next((long[:end] for end in ends if spells(long[:end], sigle)), None)
