"""The actions of a plan that someone leads: « de quelles actions la Caf est-elle chef de file ? »."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from assistant.answers.plans import described, row_citation
from corpus.text.folding import fold, words
from corpus.text.french import STOP_WORDS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from assistant.answers.builder import AnswerBuilder
    from assistant.answers.scope import Scope
    from corpus.indexing import Corpus
    from corpus.search.question import Question

_ARTICLE = r"(?:la |le |l'|les )?"
_IS = r"(?:est|sont)(?:-elles?|-ils?)? (?:le |la |les )?chefs? de file"
_LED = (
    re.compile(rf"\b{_ARTICLE}(\w[\w/+-]*) {_IS} (?:de|sur|pour) quel"),
    re.compile(rf"\b(?:de|sur|pour) quelles? actions? {_ARTICLE}(\w[\w/+-]*) {_IS}"),
    re.compile(rf"\bquelles? actions?\b.*\b(?:pilot\w+|port\w+|men\w+|condui\w+) par {_ARTICLE}(\w+)"),
    re.compile(rf"\bquelles? actions?\b.*\b(?:pour|comme) chef de file {_ARTICLE}(\w+)"),
)
MOST = 8


def leader_asked(question: Question) -> frozenset[str]:
    """The words that name who leads, when the actions led are asked for; empty otherwise."""
    folded = fold(question.text)
    found = next((match for pattern in _LED if (match := pattern.search(folded))), None)
    return frozenset(w for w in words(found[1]) if w not in STOP_WORDS) if found else frozenset()


def say_led(builder: AnswerBuilder, question: Question, documents: Sequence[str], scope: Scope, corpus: Corpus) -> None:
    """One bullet for each action of the plans that someone leads."""
    name = leader_asked(question)
    for document in documents:
        plan = corpus.catalogue.plan(document)
        led = [row for row in plan if name <= set(words(row.chef_de_file or "")) and scope.holds(document, row.source)]
        for row in led[:MOST] if name else ():
            builder.add(described(row), [row_citation(document, row, corpus)])
