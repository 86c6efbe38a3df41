"""Cutting French paragraphs into sentences, abbreviations and article numbers kept whole."""

from __future__ import annotations

import re

_END = re.compile(r"(?<=[.!?…])[\"»”)]*\s+(?=[A-ZÀ-ÖØ-Þ«\"“(\d-])")
_ABBREVIATED = re.compile(
    r"(?:\b(?:M|MM|Mme|Mlle|Dr|St|Ste|art|cf|p|n|L|R|D|ex|etc|tél|av|bd|env|resp)|\b[A-Z])\.[\"»”)]*\s*$", re.IGNORECASE
)


def sentences(text: str) -> list[tuple[int, int]]:
    """The sentences of a paragraph, as offsets (start, end) without the spaces between them."""
    found: list[tuple[int, int]] = []
    start = 0
    for match in _END.finditer(text):
        if _ABBREVIATED.search(text[start : match.start()]) and not text[: match.start()].rstrip().endswith("etc."):
            continue
        found.append((start, match.start()))
        start = match.end()
    found.append((start, len(text)))
    trimmed = [(s + len(text[s:e]) - len(text[s:e].lstrip()), s + len(text[s:e].rstrip())) for s, e in found]
    return [(s, e) for s, e in trimmed if e > s]
