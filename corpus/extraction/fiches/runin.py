"""Labels and values run into one line: cut before each label, and at each bullet."""

from __future__ import annotations

import re

from corpus.extraction.vocabulary import Vocabulary

_SHORTEST = 30
_LONG = 100
"""From this length, a label may follow words without any sign between."""
_SEPARATORS = frozenset("–—-|/;.•")
_MARKER = re.compile(r"\s*[:?•]")
_WORD = re.compile(r"\S+")
_BULLETS = re.compile(r"\s*(?=•\s)")
_MOST_WORDS = 6


def _starts(text: str, vocabulary: Vocabulary) -> list[int]:
    """Where a known label that is followed by a colon, a question mark or a bullet starts."""
    starts: list[int] = []
    last = 0
    for marker in _MARKER.finditer(text):
        words = list(_WORD.finditer(text, last, marker.start()))[-_MOST_WORDS:]
        for word in words:
            head = text[word.start() : marker.start()]
            label = vocabulary.exact(head) if word[0][0].isupper() else None
            sure = label is not None and label.form != "action" and (not label.weak or marker[0].strip() in ":?")
            if sure and not _joined(text, word.start()):
                starts.append(word.start())
                break
        last = marker.end()
    return starts


def _joined(text: str, start: int) -> bool:
    """Whether the words before a place call for the ones after it."""
    before = text[:start].split()[-1:] or [""]
    if len(text) < _LONG and before[0][-1:] not in _SEPARATORS:
        return True
    return before[0].lower() in {"le", "la", "les", "des", "du", "de", "un", "une", "et", "cf.", "voir", "nos", "leurs"}


def split_run_in(text: str, vocabulary: Vocabulary) -> list[str]:
    """The pieces of a long line that holds several labels, else the line itself."""
    if len(text) < _SHORTEST or not _MARKER.search(text):
        return [text]
    starts = [start for start in _starts(text, vocabulary) if start]
    pieces = [text[a:b].strip(" –—|/;") for a, b in zip([0, *starts], [*starts, len(text)], strict=True)]
    if not starts and text.count("•") < 2:
        return [text]
    return [part.strip() for piece in pieces for part in _BULLETS.split(piece) if part.strip()]
