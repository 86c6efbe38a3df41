"""Citing the lines a proposal comes from, word for word, and checking that they support it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from corpus.models import Citation
from corpus.text.folding import words

if TYPE_CHECKING:
    from corpus.models import ReadDocument, Span

LONGEST_QUOTE = 600
SUPPORT = 0.6
"""Share of the words of a proposal that the lines it cites must hold."""

_TAG = re.compile(r"<[^<>]{1,80}>")


def cite(document: ReadDocument, span: Span, item: str, section: str) -> Citation:
    """The citation of lines: the item itself when they say it word for word, else the lines, cut at a word."""
    raw = document.text(span.ligne_debut, span.ligne_fin)
    quote = " ".join(item.split())
    if not quote or f" {' '.join(words(quote))} " not in f" {' '.join(words(_TAG.sub(' ', raw)))} ":
        quote = " ".join(_TAG.sub(" ", raw).split())
    if len(quote) > LONGEST_QUOTE:
        quote = quote[:LONGEST_QUOTE].rsplit(None, 1)[0]
    return Citation(
        document=document.name,
        ligne_debut=span.ligne_debut,
        ligne_fin=span.ligne_fin,
        page=span.page,
        section=section,
        extrait=quote,
    )


def supports(document: ReadDocument, span: Span, value: str) -> bool:
    """Whether enough of the words of a value stand in the lines it cites."""
    wanted = [word for word in words(value) if len(word) > 2]
    held = set(words(document.text(span.ligne_debut, span.ligne_fin)))
    return bool(wanted) and sum(word in held for word in wanted) / len(wanted) >= SUPPORT
