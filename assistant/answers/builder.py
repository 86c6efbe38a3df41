"""Putting an answer together: every bullet gets its mark, every mark its citation, nothing twice."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from assistant.answers.model import Answer, AnswerCitation
from corpus.text.folding import words
from corpus.text.markup import without_superscripts

if TYPE_CHECKING:
    from collections.abc import Iterable

    from assistant.answers.model import Motif
    from assistant.answers.units import Unit
    from corpus.models import Citation

LONGEST_QUOTE = 2000
_EMPHASIS = re.compile(r"\*\*+")
_INNER_BULLET = re.compile(r"^\s*[✓✔•▪▶►➢→»*]\s+")
"""A bullet left inside another."""


def citation_of(unit: Unit, section: str = "") -> AnswerCitation:
    """The citation of a unit; its rank is given by the builder."""
    return AnswerCitation(
        document=unit.document,
        ligne_debut=unit.first,
        ligne_fin=unit.last,
        page=unit.page,
        section=section,
        extrait=unit.text[:LONGEST_QUOTE],
        rang=0,
    )


def polished(text: str) -> str:
    """A quoted piece as a reader likes it: no emphasis marks, single spaces, a capital first."""
    text = _INNER_BULLET.sub("", text)
    text = " ".join(without_superscripts(_EMPHASIS.sub("", text)).split()).rstrip(" ;,")
    return text[:1].upper() + text[1:]


@dataclass(slots=True)
class AnswerBuilder:
    """Collects lines of text with their citations and numbers them in the order they are used."""

    question: str
    moteur: str = "integre"
    _lines: list[str] = field(default_factory=list)
    _citations: list[AnswerCitation] = field(default_factory=list)
    _seen: set[tuple[str, ...]] = field(default_factory=set)

    def add(self, text: str, citations: Iterable[Citation], *, bullet: bool = True) -> None:
        """One sentence or bullet with what supports it; the same words are said once."""
        key = tuple(words(text))
        cited = list(citations)
        if not cited or not key or key in self._seen:
            return
        self._seen.add(key)
        marks = "".join(dict.fromkeys(f"[{self._rank(citation)}]" for citation in cited))
        self._lines.append(f"{'- ' if bullet else ''}{polished(text)} {marks}")

    def remark(self, text: str) -> None:
        """Add a remark to the last line, before its marks."""
        if self._lines and text:
            said, marks = self._lines[-1].rsplit(" [", 1)
            self._lines[-1] = f"{said} ({text}) [{marks}"

    def _rank(self, citation: Citation) -> int:
        place = (citation.document, citation.ligne_debut, citation.ligne_fin)
        for known in self._citations:
            if (known.document, known.ligne_debut, known.ligne_fin) == place and citation.extrait in known.extrait:
                return known.rang
        rank = len(self._citations) + 1
        data = citation.model_dump(exclude={"rang"})
        self._citations.append(AnswerCitation(**data, rang=rank))
        return rank

    def said(self) -> list[str]:
        """What was said so far, line by line, without marks."""
        return [line.removeprefix("- ").rpartition(" [")[0] for line in self._lines]

    @property
    def citations(self) -> tuple[AnswerCitation, ...]:
        """What was cited so far."""
        return tuple(self._citations)

    @property
    def empty(self) -> bool:
        """Whether nothing was said yet."""
        return not self._lines

    def answer(self) -> Answer:
        """The answer as it stands; a single bullet is said as a sentence, several sentences as bullets."""
        lines = self._lines
        if len(lines) == 1:
            lines = [lines[0].removeprefix("- ")]
        else:
            lines = [line if line.startswith("- ") else f"- {line}" for line in lines]
        return Answer(question=self.question, reponse="\n".join(lines), citations=self._citations, moteur=self.moteur)

    def refusal(self, text: str, motif: Motif) -> Answer:
        """A refusal: what was looked for, and the nearest the corpus holds, with the citations added so far."""
        near = "\n".join(self._lines)
        return Answer(
            question=self.question,
            reponse=f"{text}\n{near}".strip(),
            refus=True,
            motif=motif,
            citations=self._citations,
            moteur=self.moteur,
        )
