"""Abbreviations that a document defines itself: « Nom complet (SIGLE) », « SIGLE (nom complet) », « SIGLE : … »."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from corpus.text.folding import fold
from corpus.text.french import STOP_WORDS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corpus.extraction.carte_parties import Party
    from corpus.models import ReadDocument

_SIGLE = r"[A-Z][A-Za-zÀ-Ý0-9&]{1,9}"
_AFTER = re.compile(rf"(?P<long>[^().;:«»\n]{{6,160}}?)\s*\(\s*\*{{0,2}}(?P<sigle>{_SIGLE})s?\*{{0,2}}\s*\)")
_BEFORE = re.compile(rf"\b(?P<sigle>{_SIGLE})\s*\(\s*\*{{0,2}}(?P<long>[^()]{{6,140}}?)\*{{0,2}}\s*\)")
_NOTE = re.compile(rf"^\s*[*•¹²³\-\s]*(?P<sigle>{_SIGLE})\s*[:=]\s*(?P<long>[^.;\n]{{6,160}})")
_WORD = re.compile(r"[^\W_]+")
_MOST_WORDS = 14


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
    for party in parties:
        called = re.sub(r"^(?:la |le |les |l['’]\s?)", "", party.called, flags=re.IGNORECASE)
        if called and " " not in called and _is_sigle(called):
            found.setdefault(called, re.sub(r"\s*\([^()]*\)$", "", party.name))
        own = re.search(r"^(?P<long>.+?)\s*\((?P<sigle>[A-Z0-9][A-Za-z0-9&]{1,9})\)$", party.name)
        if own and _is_sigle(own["sigle"]):
            found.setdefault(own["sigle"], own["long"])
    texts = [_clean(line.text) for line in document.lines]
    for index, text in enumerate(texts):
        wrapped = f"{texts[index - 1]} {text}" if index and texts[index - 1] and "(" in text else text
        for match in _AFTER.finditer(wrapped):
            long = _ending(match["long"], match["sigle"])
            if long and _is_sigle(match["sigle"]):
                found.setdefault(match["sigle"], long)
        for pattern in (_BEFORE, _NOTE):
            for match in pattern.finditer(text):
                long = match["long"].strip(" ,")
                if _is_sigle(match["sigle"]) and _spelled_by_start(long, match["sigle"]):
                    found.setdefault(match["sigle"], _spelled_by_start(long, match["sigle"]) or long)
    return found


def _spelled_by_start(long: str, sigle: str) -> str | None:
    """The whole of ``long``, or its start, that spells ``sigle``."""
    if spells(long, sigle):
        return long
    ends = [match.end() for match in _WORD.finditer(long)]
    return next((long[:end] for end in ends if spells(long[:end], sigle)), None)
