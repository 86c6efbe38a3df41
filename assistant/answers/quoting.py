"""Citing lines as they stand: one citation for lines that follow one another, never more than the contract allows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.answers.builder import LONGEST_QUOTE
from corpus.models import Citation
from corpus.text.markup import readable

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from corpus.indexing import Corpus
    from corpus.models import Span

NEAR = 3
"""Lines apart under which two spans are cited as one."""


def quote(text: str) -> str:
    """A text cut at a word, within the length of a citation."""
    if len(text) <= LONGEST_QUOTE:
        return text
    return text[:LONGEST_QUOTE].rsplit(None, 1)[0]


def cite_lines(document: str, first: int, last: int, corpus: Corpus, section: str = "") -> Citation:
    """The citation of consecutive lines, as a reader sees them."""
    lines = corpus.catalogue.lines(document, first, last)
    text = quote("\n".join(readable(line) for line in lines if line.text.strip()))
    page = lines[0].page if lines else None
    return Citation(document=document, ligne_debut=first, ligne_fin=last, page=page, section=section, extrait=text)


def blocks(spans: Iterable[Span]) -> list[tuple[int, int]]:
    """The spans as few ranges of lines, those near one another joined, in order."""
    joined: list[tuple[int, int]] = []
    for span in sorted(spans, key=lambda s: (s.ligne_debut, s.ligne_fin)):
        if joined and span.ligne_debut - joined[-1][1] <= NEAR:
            joined[-1] = (joined[-1][0], max(joined[-1][1], span.ligne_fin))
        else:
            joined.append((span.ligne_debut, span.ligne_fin))
    return joined


def cite_spans(document: str, spans: Sequence[Span], corpus: Corpus, section: str = "") -> list[Citation]:
    """The citations of spans of a document."""
    return [cite_lines(document, first, last, corpus, section) for first, last in blocks(spans)]
