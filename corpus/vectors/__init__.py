"""Embedding models and the vectors they make, kept in Chroma."""
