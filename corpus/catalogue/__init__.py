"""What is known of the documents, kept in one SQLite file."""

from corpus.catalogue.catalogue import Catalogue
from corpus.catalogue.records import DocumentEntry, StoredPassage, content_key, embedded_text

__all__ = ["Catalogue", "DocumentEntry", "StoredPassage", "content_key", "embedded_text"]
