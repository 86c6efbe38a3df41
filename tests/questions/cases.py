"""The regression set: questions on the sample conventions, what an answer must say, and the lines it must cite."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from corpus.text.folding import fold, words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from assistant.answers.model import Answer
    from corpus.indexing import Corpus

EXAMPLES = Path(__file__).parents[2] / "corpus" / "exemples"


@dataclass(frozen=True)
class Place:
    """A document and the words that stand on the line that answers."""

    document: str
    key: str

    def line(self, corpus: Corpus) -> int:
        """The number of that line; fails when the document no longer says it."""
        wanted = " ".join(words(self.key))
        for line in corpus.catalogue.read_document(self.document).lines:
            if wanted in " ".join(words(line.text)):
                return line.number
        raise AssertionError(f"« {self.key} » n'est plus dans {self.document}")


@dataclass(frozen=True)
class Case:
    """A question with what is expected of its answer; no place means a refusal."""

    id: str
    question: str
    kind: str
    places: tuple[Place, ...]
    words: tuple[tuple[str, ...], ...]
    motif: str | None

    def found(self, text: str) -> list[bool]:
        """For each thing an answer must say, whether one of its spellings is there."""
        folded = fold(text)
        return [any(fold(spelling) in folded for spelling in group) for group in self.words]


def cases() -> Sequence[Case]:
    """All of them, in order."""
    rows = json.loads((Path(__file__).parent / "exemples.json").read_text(encoding="utf-8"))
    return [
        Case(
            row["id"],
            row["question"],
            row["genre"],
            tuple(Place(source["document"], source["cle"]) for source in row["sources"]),
            tuple(tuple(group) for group in row["mots"]),
            row.get("motif"),
        )
        for row in rows
    ]


def is_quoted(answer: Answer, corpus: Corpus) -> bool:
    """Whether every citation says, word for word, what its lines say, and every mark has its citation."""
    for citation in answer.citations:
        lines = corpus.catalogue.lines(citation.document, citation.ligne_debut, citation.ligne_fin)
        said = " ".join(words(" ".join(line.text for line in lines)))
        if not citation.extrait or " ".join(words(citation.extrait)) not in said:
            return False
    return True
