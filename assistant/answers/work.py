"""One question being answered: what it asks, the passages found for it, the answer being put together."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from assistant.answers.asked import fields_asked
from assistant.answers.builder import AnswerBuilder
from assistant.answers.expected import expected_of
from assistant.answers.scope import Scope
from assistant.answers.scoring import Subject, stems_of, subject_of
from corpus.fiche import CHAMPS
from corpus.search.lexicon import FRAMES
from corpus.search.spelling import as_meant
from corpus.text.folding import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from assistant.answers.expected import Expected
    from assistant.answers.model import Answer
    from corpus.indexing import Corpus
    from corpus.models import SearchHit
    from corpus.search import Question

_INSTRUCTIONS = "chef de file coporteur pilote porteur combien nombre actions action plan engagées prévues total"
"""Words of a question that say what to do with the rows of a plan, not what they are about."""
_WHICH = re.compile(
    r"\b(?:quel(?:le)?s? (?:convention|territoire|ctg)"
    r"|qui (?:le |la |les |l'|en )?(?:prevoi\w+|parle\w*|propose\w*|evoque\w*|mentionne\w*|envisage\w*))\b"
)


def _shape_words(expected: Expected) -> tuple[str, ...]:
    """Words of a question that say which kind of fact is expected, not what of."""
    if expected.duration:
        return ("temps",)
    return ("pourcentage proportion rapport moyenne",) if expected.rate else ()


class Work:
    """One question being answered."""

    def __init__(self, question: Question, evidence: Sequence[SearchHit], corpus: Corpus, engine: str) -> None:
        self.scope = Scope(corpus, question.filters)
        self.aside = tuple(d for d in question.documents if d not in self.scope.kept(question.documents))
        """Documents the question names and the filters leave out."""
        kept = self.scope.kept(question.documents)
        question = replace(question, champs=fields_asked(question), documents=kept)
        self.question = question
        self.corpus = corpus
        self.builder = AnswerBuilder(question.text, engine)
        self.expected = expected_of(as_meant(question.text, question.corrections), question.concepts)
        meant = set(question.documents) if question.restricts else set()
        self.hits = [hit for hit in evidence if not meant or hit.passage.document in meant]
        self.documents = question.documents or tuple(dict.fromkeys(hit.passage.document for hit in self.hits))
        self.subject: Subject = subject_of(question, _shape_words(self.expected))
        labels = [CHAMPS[champ].libelle for champ in question.champs if champ in CHAMPS]
        self.matter: Subject = subject_of(question, (*labels, _INSTRUCTIONS))

    @property
    def several(self) -> bool:
        """Whether the answer goes by territory."""
        which = not self.question.documents and bool(_WHICH.search(fold(self.question.text)))
        return self.question.large or len(self.question.documents) > 1 or which

    @property
    def nothing_in_particular(self) -> bool:
        """Whether a question is only about how many actions there are, not about a subject of theirs."""
        said = stems_of(_INSTRUCTIONS)
        return all(c.stem in said or c.stem in FRAMES for c in self.matter.concepts)

    @property
    def best_is_plan(self) -> bool:
        """Whether the best passage is a row of a plan."""
        return self.best_kind == "plan"

    @property
    def best_kind(self) -> str:
        """What the best passage is."""
        return self.hits[0].passage.kind if self.hits else ""

    def done(self) -> Answer | None:
        """The answer, when something was said."""
        return None if self.builder.empty else self.builder.answer()
