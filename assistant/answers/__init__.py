"""Cited answers to questions, or a refusal."""
