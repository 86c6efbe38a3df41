"""Measures that are kept, run by hand: ``python -m bench.<name>``."""
