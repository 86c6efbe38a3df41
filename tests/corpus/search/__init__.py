"""Proof of retrieval: names, understanding, evidence, order."""
