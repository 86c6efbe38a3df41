"""Files in, numbered lines out: one reader per format, run in a bounded child process."""

from corpus.reading.folders import find_documents, left_out
from corpus.reading.limits import DEFAULT, Limits
from corpus.reading.reader import read
from corpus.reading.registry import SUFFIXES

__all__ = ["DEFAULT", "SUFFIXES", "Limits", "find_documents", "left_out", "read"]
