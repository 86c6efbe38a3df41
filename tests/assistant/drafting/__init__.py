"""Proof of the drafting room."""
