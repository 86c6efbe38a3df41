"""The tree of sections of a document, whatever its layout."""
