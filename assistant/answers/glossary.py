"""What an abbreviation stands for, where a convention says so."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from assistant.answers.quoting import cite_lines
from corpus.text.folding import fold, words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from assistant.answers.builder import AnswerBuilder
    from corpus.indexing import Corpus
    from corpus.models import Line, SearchHit
    from corpus.search.question import Question

_ASKS = re.compile(
    r"\b(?:que (?:signifie|veut dire)|signifie quoi|veut dire quoi|signification"
    r"|le sigle|l'acronyme|l'abreviation|ca veut dire|definition|que veut dire)\b"
)
_SIGLE = re.compile(r"\b[A-Z][A-Za-z0-9]{0,2}[A-Z][A-Za-z0-9]{0,6}\b")


def asked_sigle(question: Question) -> str | None:
    """The abbreviation a question asks the meaning of, or ``None``."""
    if not _ASKS.search(fold(question.text)):
        return None
    names = {w.lower() for mention in question.mentions for w in mention.split()}
    found = [s for s in _SIGLE.findall(question.text) if s.lower() not in names]
    return found[0] if found else None


def _lines(hits: Sequence[SearchHit], corpus: Corpus) -> Iterator[tuple[str, Line]]:
    for hit in hits:
        passage = hit.passage
        for line in corpus.catalogue.lines(passage.document, passage.ligne_debut, passage.ligne_fin):
            yield passage.document, line


def _defines(text: str, sigle: str) -> bool:
    """Whether a line says what a sigle is: ``XYZ : …``, ``XYZ (…)`` or ``… (XYZ)``, with its initials."""
    name = re.escape(sigle)
    after = re.search(rf"\b{name}\s*(?::|=|\()\s*(.+)", text)
    before = re.search(rf"(.+)\(\s*{name}\s*\)", text)
    told = (after and _has_initials(after[1], sigle)) or (before and _has_initials(before[1], sigle))
    return bool(told)


def _has_initials(text: str, sigle: str) -> bool:
    """Whether the letters of a sigle open words of a text, in order."""
    wanted = [c for c in fold(sigle) if c.isalpha()]
    for word in words(text):
        if wanted and word[0] == wanted[0]:
            wanted.pop(0)
    return not wanted


def say_meaning(builder: AnswerBuilder, sigle: str, hits: Sequence[SearchHit], corpus: Corpus) -> bool:
    """Say the line that defines a sigle; whether one was found."""
    for document, line in _lines(hits, corpus):
        if _defines(line.text, sigle):
            citation = cite_lines(document, line.number, line.number, corpus)
            builder.add(line.text.strip(" *-•\t"), [citation])
            return True
    return False
