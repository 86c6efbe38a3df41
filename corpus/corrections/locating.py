"""The lines of a fiche that say what a person wrote, when the extractor had missed them."""

from __future__ import annotations

from corpus.models import ExtractedFiche, ReadDocument, Span
from corpus.text.folding import words

_ENOUGH = 0.6
"""Share of the words that lines must hold to be where a value stands."""
_LONGEST = 4


def locate(text: str, found: ExtractedFiche, document: ReadDocument) -> Span | None:
    """The fewest lines of a fiche, at most four in a row, that hold enough of the words of a text."""
    wanted = {word for word in words(text) if len(word) > 2} or set(words(text))
    if not wanted:
        return None
    first, last = found.source.ligne_debut, found.source.ligne_fin
    held = {number: wanted & set(words(document.text(number, number))) for number in range(first, last + 1)}
    best: tuple[float, int, int] = (0.0, 0, 0)
    for length in range(1, _LONGEST + 1):
        for start in range(first, last - length + 2):
            share = len(set().union(*(held[n] for n in range(start, start + length)))) / len(wanted)
            if share > best[0] + (0.1 if length > 1 else 0.0):
                best = (share, start, start + length - 1)
    return document.span(best[1], best[2]) if best[0] >= _ENOUGH else None
