"""Quotations: what stands between quotation marks must stand, word for word, in a source."""

from __future__ import annotations

import re

from corpus.text.folding import words

LEAST_WORDS = 3
"""Words from which text between quotation marks is a quotation rather than a term."""
_QUOTED = re.compile(r"«\s*([^«»]{3,1200}?)\s*»|“([^“”]{3,1200}?)”|(?<!\w)\"([^\"\n]{3,1200}?)\"(?!\w)")
_CUT = re.compile(r"\s*(?:\[(?:…|\.\.\.)\]|\((?:…|\.\.\.)\)|…|\.\.\.)\s*")


def quotations(text: str) -> list[str]:
    """The quotations of a text, without their marks."""
    found = [next(part for part in match.groups() if part) for match in _QUOTED.finditer(text)]
    return [quote for quote in found if len(words(quote)) >= LEAST_WORDS]


def stands_in(quote: str, folded: str) -> bool:
    """Whether each piece of a quotation (between its cuts) stands in a source, in order.

    ``folded`` is the source as its folded words joined by spaces, with a space at both ends.
    """
    start = 0
    for piece in _CUT.split(quote):
        wanted = " ".join(words(piece))
        if not wanted:
            continue
        place = folded.find(f" {wanted} ", start)
        if place < 0:
            return False
        start = place + len(wanted)
    return True
