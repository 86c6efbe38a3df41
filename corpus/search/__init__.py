"""Finding the passages that answer a question, and understanding what it asks."""

from corpus.search.question import Concept, Question
from corpus.search.ranking import Weights
from corpus.search.searcher import Searcher

__all__ = ["Concept", "Question", "Searcher", "Weights"]
