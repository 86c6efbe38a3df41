"""A clause asked for in other words is read in the convention even when search puts it last, or leaves it out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.answers.clauses import with_clauses

if TYPE_CHECKING:
    from corpus.indexing import Corpus

ASKED = "Jusqu'à quand dure la convention du Val-de-Brume ?"


def test_a_clause_left_out_is_brought_right_after_the_best(samples: Corpus) -> None:
    searcher = samples.searcher()
    question = searcher.understand(ASKED)
    others = [
        h for h in searcher.search("micro-crèche itinérante du Val-de-Brume", 5) if "Durée" not in h.passage.section
    ]
    weak = [hit.model_copy(update={"couverture": 0.1}) for hit in others]
    assert "Durée et résiliation" in with_clauses(question, weak, samples)[1].passage.section


def test_strong_evidence_is_left_in_its_order(samples: Corpus) -> None:
    searcher = samples.searcher()
    question = searcher.understand(ASKED)
    strong = [h.model_copy(update={"couverture": 0.9}) for h in searcher.search("micro-crèche itinérante", 5)]
    assert with_clauses(question, strong, samples) == strong
