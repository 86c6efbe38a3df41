"""Embedding models and the vectors they make, kept in Chroma."""

from corpus.vectors.embedder import DEFAULT_MODEL, Embedder, full_name, load_embedder
from corpus.vectors.kept import kept_vectors
from corpus.vectors.store import VectorStore, open_store

__all__ = ["DEFAULT_MODEL", "Embedder", "VectorStore", "full_name", "kept_vectors", "load_embedder", "open_store"]
