"""What the conventions say: reading, structure, extraction, index and search.

This room never imports the interface nor the assistant; see ``ARCHITECTURE.md`` for the way of a document.
"""
